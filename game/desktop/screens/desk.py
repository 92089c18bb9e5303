"""The desk: what came in, the chart and the two letters, and one ruled sheet with what matters.

All else in one drawer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from game.desktop import lay
from game.desktop.blocks import line, on_paper
from game.desktop.chart import chart
from game.desktop.guide import card
from game.desktop.scene import Scene
from game.desktop.screens import incoming
from game.desktop.screens.blotter import blotter
from game.desktop.screens.danger_sheet import danger_sheet
from game.desktop.screens.desk_letters import asked, two_letters
from game.desktop.screens.frame import Section, page, roomy, strip
from game.desktop.screens.props import props
from game.desktop.ui import Ui
from game.desktop.widget import Widget
from game.engine.preview import strip as ranges
from game.engine.view import View
from game.engine.writing import live_letters
from game.negotiation.letter import HELD, OPEN
from game.papers import brief, desk, letters
from game.papers import chart as charts
from game.papers.danger import Strip, happened, together
from game.papers.paper import Line, Mark, Paper
from game.wording import odds
from game.wording.book import Book
from game.wording.catalogue import _

if TYPE_CHECKING:
    from game.desktop.app import App


CHART, LEAST = 376.0, 0.6
"""Units that the chart is tall, and the part of it that it keeps beside long letters."""


class DeskScene(Scene):
    name = "desk"

    def wake(self) -> None:
        app = self.app
        session = app.session
        assert session is not None
        view = session.view(self.seat)
        _remember(app, desk.desk(session.book, view, session.places[self.seat].strips[: view.turn]))
        app.sound.room(_danger(session.book, view))
        app.rest.expect(_next(app))
        place = session.places[self.seat]
        if place.guided == 0:
            app.play("teletype", _("a teletype prints"))

    def build(self, ui: Ui) -> Widget:
        session = self.app.session
        assert session is not None
        book, view, place = session.book, session.view(self.seat), session.places[self.seat]
        strips = tuple(place.strips[: view.turn])
        paper = session.kept(self.seat, lambda: desk.desk(book, view, strips), "desk", strips)
        wide = roomy(ui)

        def left(width: float, height: float | None) -> Widget:
            return incoming.incoming(ui, self._pieces(), width, height)

        def middle(width: float, height: float | None) -> Widget:
            return self._middle(ui, width, height)

        def danger(width: float, height: float | None) -> Widget:
            return danger_sheet(
                ui, paper, (happened(book, view), _so_far(place.strips[: view.turn])), width, height, self._whole
            )

        bottom = self._foot(ui)
        root = page(
            ui,
            strip(ui, book, view),
            [
                Section(left, 32, 80, 352, 552),
                Section(middle, 408, 80, 480, 552, 1),
                Section(danger, 912, 80, 336, 552, 1),
            ],
            bottom,
            self.name,
            0.0,
        )
        leather = blotter(ui, (396, 68, 504, 576))
        if leather is not None:
            root.children.insert(0, leather)
        if wide:
            below = _chart_tall(ui, book, view, 480 * ui.w / 1280, 552 * ui.h / 720) - CHART * ui.h / 720
            for one in props(ui, below):
                root.children.insert(-2, one)
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

    def _pieces(self) -> list[incoming.Piece]:
        """The day's brief, a letter that waits, and what the eyes and ears have sent."""
        session = self.app.session
        assert session is not None
        book, view = session.book, session.view(self.seat)
        text = brief.told(book, view, "short") or brief.told(book, view, "long")
        out = [incoming.Piece(brief.told(book, view, "title"), _("the decision"), text, self._brief)]
        for number, one in enumerate(brief.intelligence(book, view)):
            open_it = partial(self._intelligence, number)
            out.append(incoming.Piece(one.title, one.dated.split(",")[0], one.text, open_it))
        if view.ended is None and any(letter.status == OPEN for letter in view.inbox):
            out.insert(1, incoming.Piece(_("A letter has come"), "", _as_it_begins(book, view), self._letters))
        return out

    # -- middle -------------------------------------------------------------------------------------------------

    def _middle(self, ui: Ui, width: float, height: float | None) -> Widget:
        session = self.app.session
        assert session is not None
        book, view = session.book, session.view(self.seat)
        tall = _chart_tall(ui, book, view, width, height)
        drawn_up = session.kept(self.seat, lambda: charts.chart(book, view), "chart")
        marks = [one for one in drawn_up.blocks if isinstance(one, Mark)]
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
        letters = two_letters(ui, book, view, width, (height - tall - 16) if height else None, self._letters)
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

    # -- foot ---------------------------------------------------------------------------------------------------

    def _foot(self, ui: Ui) -> Widget:
        session = self.app.session
        assert session is not None
        order = session.places[self.seat].sheet(session.view(self.seat))
        tabs = [
            lay.tab(ui, _("Council"), self._council, "c"),
            lay.tab(ui, _("Orders"), self._orders, "o"),
            lay.tab(ui, _("Letter"), self._letters, "l"),
            lay.tab(ui, _("The man over there"), self._man, "m"),
            lay.tab(ui, _("Drawer"), self._drawer, "d"),
        ]
        label = _("Sign the order") if order.option else _("End the day")
        end = lay.button(ui, label, self._end, "n", "second" if not order.option else "main", 216, id="end")
        total = sum(one.w for one in tabs)
        out = Widget(w=ui.w, id="above foot")
        if total + end.w + 84 < ui.w:
            x = 36.0
            for one in tabs:
                out.children.append(one.at(x, 0))
                x += one.w
            out.children.append(end.at(ui.w - 32 - end.w, 0))
            out.h = 56
        else:
            flowing = [lay.button(ui, one.label, one.act, one.keys[0], "second", id=one.label) for one in tabs]
            inner = lay.flow([*flowing, lay.button(ui, label, self._end, "n", "main", id="end")], ui.w - 40, 10, 8)
            out.children = [inner.at(20, 0)]
            out.h = inner.h + 10
        return out

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

    def _whole(self) -> None:
        """All that the ruled sheet says, in full."""
        from game.desktop.screens.page import PaperScene

        session = self.app.session
        assert session is not None
        book, view, place = session.book, session.view(self.seat), session.places[self.seat]
        self.app.push(
            PaperScene(self.app, lambda: _bare(desk.desk(book, view, place.strips[: view.turn])), name="seven")
        )

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


def _chart_tall(ui: Ui, book: Book, view: View, width: float, height: float | None) -> float:
    """The chart gives way to the letters under it where they have much to say."""
    if height is None:
        return min(CHART, width * 0.75)
    usual = CHART * height / 552
    return min(usual, max(usual * LEAST, height - 16 - asked(ui, book, view, width)))


def _as_it_begins(book: Book, view: View) -> str:
    """The first words of his letter; a text from a third hand has none, and is told by its terms."""
    found = next(letter for letter in reversed(view.inbox) if letter.status in (OPEN, HELD))
    return desk.his(book, view).value if found.tone == "one_text" else letters.sheet(book, view, found).open[0]


def _bare(paper: Paper) -> Paper:
    """Without the drawer."""
    return Paper(paper.id, paper.title, paper.blocks)


def _so_far(strips: Sequence[Strip]) -> str:
    """The chance that the end came in the days before, in as few words as will do."""
    if not strips:
        return ""
    run = together([one[2] for one in strips])
    if run.high < odds.SMALLEST or run.low > odds.SUREST:
        return ""
    return (odds.shorter(run.low, run.high) or (odds.between(run.low, run.high),))[-1]


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
