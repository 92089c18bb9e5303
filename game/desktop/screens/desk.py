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

    # -- left ---------------------------------------------------------------------------------------------------

    def _incoming(self, ui: Ui, width: float, height: float | None) -> Widget:
        session = self.app.session
        assert session is not None
        book, view = session.book, session.view(self.seat)
        pieces: list[tuple[str, str, str, Act]] = []
        pieces.append(
            (
                brief.told(book, view, "title"),
                _("the decision"),
                brief.told(book, view, "short") or brief.told(book, view, "long"),
                self._brief,
            )
        )
        for number, one in enumerate(brief.intelligence(book, view)):
            pieces.append((one.title, one.dated.split(",")[0], one.text, partial(self._intelligence, number)))
        waiting = [letter for letter in view.inbox if letter.status == OPEN]
        if waiting and view.ended is None:
            found = desk.his(book, view)
            pieces.insert(1, (_("A letter has come"), "", found.value, self._letters))
        pieces = pieces[:3]
        if height is None:
            made = [
                slip(ui, head, dated, text, width, None, SORTS[number % 3], act, f"slip {number}", 0.0)
                for number, (head, dated, text, act) in enumerate(pieces)
            ]
            return lay.column(made, width, 14)
        out = Widget(w=width, h=height)
        share = height / max(1, len(pieces)) if len(pieces) > 1 else height * 0.7
        tilts = (0.6, -0.5, 0.4)
        shifts = (0.0, 16.0, 0.0)
        for number in range(len(pieces) - 1, -1, -1):
            head, dated, text, act = pieces[number]
            made_slip = slip(
                ui,
                head,
                dated,
                text,
                width - 16 * (number == 1),
                share + (6 if number < len(pieces) - 1 else -2),
                SORTS[number % 3],
                act,
                f"slip {number}",
                tilts[number % 3],
                stamped=self._stamp(ui) if number == 1 else "",
            )
            made_slip.floats = True
            out.children.append(made_slip.at(shifts[number % 3], number * share))
        out.children.reverse()
        return out

    def _stamp(self, ui: Ui) -> str:
        words = ui.room.words.get("stamps")
        return str(words.get("secret", "")) if isinstance(words, dict) else ""

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

    def _two_letters(self, ui: Ui, view: View, width: float, height: float | None) -> Widget:
        session = self.app.session
        assert session is not None
        book = session.book
        half = (width - 16) / 2
        his = next((letter for letter in reversed(view.inbox) if letter.status in (OPEN, HELD)), None)
        mine = next((letter for letter in reversed(view.outbox) if letter.status in (OPEN, HELD)), None)
        tone = on_paper(ui)
        made = []
        for number, (label, found, text) in enumerate(
            ((_("His letter"), his, desk.his(book, view)), (_("My letter"), mine, desk.mine(book, view)))
        ):
            inner = half - 36
            head = lay.heading(ui, label, inner, "label", tone.accent)
            head.w = head.inner
            public = found is not None and book.rulebook.tables.negotiation.channels[found.channel].public
            word = ui.text(_("public") if public else _("secret"), inner, "small", tone.ink)
            word.w = word.inner
            right = lay.row([word, seal(ui, public, tone.ink)], 8) if found is not None else Widget()
            parts: list[Widget | float] = [lay.split(ui, head, right, inner)]
            body_text = (
                text.value if found is not None else (_("None lies open.") if number == 0 else _("None is under way."))
            )
            room = (height - 48 - 36 - 24) if height else None
            most = max(1, int(room // 26)) if room else 4
            parts.append(ui.text(body_text, inner, "letter", tone.ink, aside=True, most=most))
            parts[-1].label = body_text  # type: ignore[union-attr]
            note = f"{text.note[:1].upper()}{text.note[1:]}." if text.note and found is not None else ""
            body = lay.column(parts, inner, 2)
            if note and (height is None or body.h + 30 < height - 32):
                body = lay.column([body, ui.text(note, inner, "small", tone.second)], inner, 6)
            one = lay.sheet(
                ui,
                body,
                half,
                height,
                "plain",
                (0.4 if number == 0 else -0.4),
                "paper",
                (18, 16),
                id=f"letter {number}",
            )
            one.role, one.label, one.value = "button", label, body_text
            one.act, one.floats = self._letters, False
            made.append(one)
        return lay.row(made, 16, False)

    # -- right --------------------------------------------------------------------------------------------------

    def _sheet(self, ui: Ui, paper: Paper, width: float, height: float | None) -> Widget:
        """The seven things, tightly set: three ranges, then what is counted, who is angry, what runs, my word."""
        tone = on_paper(ui)
        inner = width - 48
        head = lay.heading(ui, _("Danger tonight"), inner, "sheet_heading")
        head.w = head.inner
        side = ui.text(_("so far"), inner, "small", tone.second)
        side.w = side.inner
        parts: list[Widget | float] = [8.0, lay.split(ui, head, Widget(), inner), lay.rule(ui, inner, "ink", 2, 4, 6)]
        skip = {_("His open letter"), _("Yours")}
        for one in paper.blocks:
            match one:
                case Figure():
                    label = one.label.removesuffix(_(", this turn"))
                    parts.append(figure(ui, Figure(label, one.words, one.dots, one.note), inner, tone))
                case Line() if one.label == _("Widest unknown"):
                    parts += [
                        ui.text(
                            [Run(f"{one.label}: {one.value}.", aside=True)], inner, "card", tone.accent, aside=True
                        ),
                        6.0,
                        lay.rule(ui, inner),
                    ]
                case Line() if one.label == _("So far"):
                    words = f"{one.label}: {one.value}" + (f"; {one.note}" if one.note else "")
                    parts += [ui.text(words, inner, "card", tone.second), 4.0]
                case Line() if one.label not in skip:
                    parts.append(line(ui, one, inner, tone, 33))
                case Tally():
                    parts.append(tally(ui, one, inner, tone))
                case Paragraph():
                    parts.append(ui.text(one.text, inner, "small", tone.ink))
                case Heading():
                    pass
        return lay.sheet(
            ui,
            lay.column(parts, inner, 2),
            width,
            height,
            "typed",
            0.0,
            padding=(24, 16),
            id="danger",
            label=_("Danger tonight"),
        )

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
        label = _("Sign the day's order") if order.option else _("End the day")
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

    def _props(self, ui: Ui, root: Widget) -> None:
        """What stands on the desk of this capital: found by the seat's name, left out where nothing is drawn."""
        across, down = ui.w / 1280, ui.h / 720
        seat = ui.room.seat
        for kind, x, y, w, h, turn in (("cup", 888, 618, 140, 140, 0), ("pen", 424, 404, 212, 24, 9)):
            name = next((one for one in (f"{part}-{seat}" for part in PROPS[kind]) if file("props", one)), "")
            if kind == "cup" and ui.w < 1240:
                continue
            if not name:
                continue

            def paint(
                p: Painter, left: float, top: float, name: str = name, w: float = w, h: float = h, turn: float = turn
            ) -> None:
                picture = drawing("props", name, p.px(w), p.px(h))
                if picture is None:
                    return
                import pygame

                shade = pygame.transform.rotozoom(picture, turn, 1) if turn else picture
                dark = shade.copy()
                dark.fill((0, 0, 0, 110), special_flags=pygame.BLEND_RGBA_MULT)
                p.surface.blit(dark, (p.px(left) + p.px(4), p.px(top) + p.px(6)))
                p.surface.blit(shade, (p.px(left), p.px(top)))

            root.children.insert(-2, Widget(x=x * across, y=y * down, w=w, h=h, paint=paint, floats=True))

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
