"""The desk: what came in, the chart and the two letters, and one ruled sheet with what matters.

All else in one drawer.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from game.desktop import lay
from game.desktop.art import drawing, file
from game.desktop.blocks import figure, line, on_paper, tally
from game.desktop.chart import chart
from game.desktop.guide import card
from game.desktop.marks import seal
from game.desktop.painter import Painter
from game.desktop.scene import Scene
from game.desktop.screens.frame import Section, page, roomy, strip
from game.desktop.slips import Sort, slip
from game.desktop.ui import Run, Ui
from game.desktop.widget import Act, Widget
from game.engine.legality import live_letters
from game.engine.preview import strip as ranges
from game.engine.view import View
from game.negotiation.letter import HELD, OPEN
from game.papers import brief, desk
from game.papers import chart as charts
from game.papers.paper import Figure, Heading, Line, Mark, Paper, Paragraph, Tally
from game.wording.book import Book
from game.wording.catalogue import _

if TYPE_CHECKING:
    from game.desktop.app import App

SORTS: tuple[Sort, ...] = ("teletype", "typed", "telegram")


class DeskScene(Scene):
    name = "desk"

    def wake(self) -> None:
        app = self.app
        session = app.session
        assert session is not None
        view = session.view(self.seat)
        _remember(app, desk.desk(session.book, view, session.places[self.seat].strips[: view.turn]))
        app.sound.room(_danger(session.book, view))
        app.ahead = _next(app)
        place = session.places[self.seat]
        if place.guided == 0:
            app.play("teletype", _("a teletype prints"))

    def build(self, ui: Ui) -> Widget:
        session = self.app.session
        assert session is not None
        book, view, place = session.book, session.view(self.seat), session.places[self.seat]
        paper = desk.desk(book, view, place.strips[: view.turn])
        wide = roomy(ui)
        leather = bool(ui.room.blotter) and wide and not ui.theme.contrast

        def incoming(width: float, height: float | None) -> Widget:
            return self._incoming(ui, width, height)

        def middle(width: float, height: float | None) -> Widget:
            return self._middle(ui, width, height)

        def danger(width: float, height: float | None) -> Widget:
            return self._sheet(ui, paper, width, height)

        bottom = self._foot(ui)
        root = page(
            ui,
            strip(ui, book, view),
            [
                Section(incoming, 32, 80, 352, 552),
                Section(middle, 408, 80, 480, 552, 1),
                Section(danger, 912, 80, 336, 552, 1),
            ],
            bottom,
            self.name,
            0.0,
        )
        across, down = ui.w / 1280, ui.h / 720
        if leather:
            box = (396 * across, 68 * down, 504 * across, 576 * down)
            line_colour = ui.colour("blotter_line")

            def blotter(p: Painter, x: float, y: float) -> None:
                p.blit(ui.surfaces.leather(ui.room, (p.px(box[2]), p.px(box[3]))), x, y)
                p.frame(line_colour, x + 5, y + 5, box[2] - 10, box[3] - 10, 1)

            root.children.insert(0, Widget(x=box[0], y=box[1], w=box[2], h=box[3], paint=blotter, floats=True))
        if wide:
            self._props(ui, root)
        if self.app.settings.guided and view.turn <= 3 and not view.signed[self.seat]:
            shown = card(ui, place.guided, self._guide_on, self._guide_off)
            if shown is not None:
                root.children.append(shown)
        return root

    def _guide_on(self) -> None:
        session = self.app.session
        assert session is not None
        session.places[self.seat].guided += 1

    def _guide_off(self) -> None:
        self.app.settings.guided = False
        self.app.apply_settings()

    def first(self) -> str:
        return "slip 0"

    # -- middle -------------------------------------------------------------------------------------------------

    def _middle(self, ui: Ui, width: float, height: float | None) -> Widget:
        session = self.app.session
        assert session is not None
        book, view = session.book, session.view(self.seat)
        tall = 376 * (height or 552) / 552 if height else min(376.0, width * 0.75)
        marks = [one for one in charts.chart(book, view).blocks if isinstance(one, Mark)]
        drawn = chart(ui, str(book.content("id", "")), book.rulebook.seats, marks, width, tall)
        if drawn is None:
            drawn = self._listed(ui, marks, width, tall)
        clip = lay.icon(ui, "props", "paperclip", 46)
        clip.floats = True
        framed = Widget(
            "button",
            _("The chart"),
            w=width,
            h=tall,
            act=self._map,
            keys=("v",),
            id="chart",
            children=[drawn, clip.at(width - 38, -14)],
        )
        letters = self._two_letters(ui, view, width, (height - tall - 16) if height else None)
        return lay.column([framed, 16.0, letters], width)

    def _listed(self, ui: Ui, marks: list[Mark], width: float, tall: float) -> Widget:
        """A scenario without a map: the same marks as a table."""
        tone = on_paper(ui)
        inner = width - 40
        parts: list[Widget | float] = [
            lay.heading(ui, _("What is where"), inner, "sheet_heading"),
            lay.rule(ui, inner, "ink", 2, 4, 4),
        ]
        parts += [
            line(ui, Line(one.label, one.words, mark="" if one.state == "known" else "unknown"), inner, tone)
            for one in marks
        ]
        return lay.sheet(ui, lay.column(parts, inner), width, tall, "plain", 0, "second_paper", (20, 18), id="listed")

    # -- where it leads -----------------------------------------------------------------------------------------

    def _council(self) -> None:
        from game.desktop.screens.council import CouncilScene

        self.app.push(CouncilScene(self.app))

    def _orders(self) -> None:
        from game.desktop.screens.order import OrderScene

        self.app.push(OrderScene(self.app))

    def _letters(self) -> None:
        session = self.app.session
        assert session is not None
        from game.desktop.screens.letters import LetterScene

        view = session.view(self.seat)
        self.app.push(LetterScene(self.app, [number for number, _letter in live_letters(view)]))

    def _man(self) -> None:
        from game.desktop.screens.man import ManScene

        self.app.push(ManScene(self.app))

    def _drawer(self) -> None:
        from game.desktop.screens.drawer import DrawerScene

        self.app.push(DrawerScene(self.app))

    def _map(self) -> None:
        from game.desktop.screens.map import MapScene

        self.app.push(MapScene(self.app))

    def _brief(self) -> None:
        from game.desktop.screens.dossier import DossierScene

        self.app.push(DossierScene(self.app))

    def _intelligence(self, number: int) -> None:
        from game.desktop.screens.dossier import DossierScene

        self.app.push(DossierScene(self.app, number + 1))

    def _end(self) -> None:
        session = self.app.session
        assert session is not None
        order = session.places[self.seat].sheet(session.view(self.seat))
        if order.option:
            from game.desktop.screens.order import OrderScene

            scene = OrderScene(self.app)
            self.app.push(scene)
            scene.sign()
        else:
            self._orders()
            self.app.say(_("The day ends with an order: choose what you sign."))

    def back(self) -> None:
        from game.desktop.screens.asides import open_aside

        open_aside(self.app, "f10")


PROPS = {"cup": ("coffee", "tea"), "pen": ("pencil", "pen")}


def _danger(book: Book, view: View) -> float:
    if view.ended is not None or view.over:
        return 0.0
    return min(1.0, 12 * ranges(book.rulebook, view)[2].high)


def _remember(app: App, paper: Paper) -> None:
    assert app.session is not None
    said = app.session.places[app.seat].said
    for text in paper.said()[:1]:
        if text not in said:
            said.append(text)


def _next(app: App) -> list[Callable[[], Scene]]:
    """Where one goes from the desk."""
    from game.desktop.screens.council import CouncilScene
    from game.desktop.screens.letters import LetterScene
    from game.desktop.screens.man import ManScene
    from game.desktop.screens.order import OrderScene

    return [lambda: CouncilScene(app), lambda: OrderScene(app), lambda: LetterScene(app, []), lambda: ManScene(app)]
