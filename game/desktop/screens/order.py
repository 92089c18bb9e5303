"""The order: options as a pile, the chosen one drawn out to be signed, and the board of switches that others carry
out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.desktop import lay
from game.desktop.blocks import Tone, line, on_paper, table
from game.desktop.course import signed
from game.desktop.marks import dots, seal
from game.desktop.scene import Scene
from game.desktop.screens.blotter import blotter
from game.desktop.screens.board import board
from game.desktop.screens.frame import Section, foot, page, roomy, strip, way_back
from game.desktop.screens.headed import written
from game.desktop.ui import Ui
from game.desktop.widget import Widget
from game.engine.move import Order
from game.engine.preview import preview
from game.engine.view import View
from game.papers import brief, order_sheet
from game.papers.paper import ChoiceItem, Figure, Heading, Line, Paragraph, Table
from game.wording import odds
from game.wording.catalogue import _

if TYPE_CHECKING:
    from game.desktop.app import App


class OrderScene(Scene):
    name = "order"

    def __init__(self, app: App) -> None:
        super().__init__(app)
        self.beside = False

    def wake(self) -> None:
        self.app.play("paper", _("paper"))

    @property
    def order(self) -> Order:
        session = self.app.session
        assert session is not None
        return session.places[self.seat].sheet(session.view(self.seat))

    def put(self, order: Order) -> None:
        session = self.app.session
        assert session is not None
        session.places[self.seat].order = order

    def build(self, ui: Ui) -> Widget:
        session = self.app.session
        assert session is not None
        book, view = session.book, session.view(self.seat)
        option = self.order.option
        items = session.kept(self.seat, lambda: brief.options(book, view, option), "options", option)

        def pile(width: float, height: float | None) -> Widget:
            return self._pile(ui, view, items, width, height)

        def document(width: float, height: float | None) -> Widget:
            return self._document(ui, view, items, width, height)

        def switches(width: float, height: float | None) -> Widget:
            return board(ui, book, view, self.order, self._switch, width, height)

        back = [
            way_back(ui, self.back, _("Back to the desk")),
            lay.button(ui, _("Beside it"), self._beside, "r", "bare", id="beside"),
            lay.button(ui, _("Letter"), self._letters, "l", "bare", id="letters"),
        ]
        if view.question:
            back.append(lay.button(ui, _("They asked"), self._asked, "q", "bare", id="asked"))
        why = self._why()
        sign = lay.button(
            ui,
            _("Sign both") if self.order.changes else _("Sign"),
            self.sign,
            "enter",
            "main",
            432 * ui.w / 1280 if roomy(ui) else 240,
            id="sign",
            disabled=why,
            height=48,
        )
        root = page(
            ui,
            strip(ui, book, view),
            [
                Section(pile, 32, 88, 280, 548),
                Section(document, 320, 88, 440, 548),
                Section(switches, 816, 72, 432, 520, 1),
            ],
            foot(ui, back, [sign]),
            self.name,
        )
        leather = blotter(ui, (20, 68, 760, 584))
        if leather is not None:
            root.children.insert(0, leather)
        if roomy(ui):
            room = 432 * ui.w / 1280
            note = ui.text(why or _("Once both have signed, it cannot be taken back."), room, "small", "text", most=2)
            note.label = why or note.label
            root.children.append(
                Widget(id="above note", children=[note], w=room, h=note.h).at(816 * ui.w / 1280, 600 * ui.h / 720)
            )
        return root

    def first(self) -> str:
        return f"option {self.order.option}" if self.order.option else ""

    def _why(self) -> str:
        session = self.app.session
        assert session is not None
        if not self.order.option:
            return _("Choose first what you sign.")
        paper = order_sheet.order_sheet(session.book, session.view(self.seat), self.order)
        return paper.choices[0].refusal

    # -- the pile -----------------------------------------------------------------------------------------------

    def _pile(self, ui: Ui, view: View, items: tuple[ChoiceItem, ...], width: float, height: float | None) -> Widget:
        session = self.app.session
        assert session is not None
        tone = on_paper(ui)
        parts: list[Widget] = []
        each = (height - 16 * (len(items) - 1)) / max(1, len(items)) if height else None
        tall = min(each, 150.0) if each else None
        for number, item in enumerate(items):
            parts.append(self._option(ui, view, item, number, width, tall, tone))
        inner = lay.column(parts, width, 16 if tall else 12)
        if height is not None and inner.h > height + 0.5:
            return lay.viewport(inner, width + 9, height, "pile", ui, "text")
        return inner

    def _option(
        self, ui: Ui, view: View, item: ChoiceItem, number: int, width: float, tall: float | None, tone: Tone
    ) -> Widget:
        session = self.app.session
        assert session is not None
        inner = width - 40
        trial = Order(self.seat, view.phase, item.id)
        rulebook = session.book.rulebook
        found = session.kept(self.seat, lambda: preview(rulebook, view, trial), "preview", trial)
        cap = lay.key_cap(ui, item.key, tone.ink if not item.refusal else tone.second)
        title = lay.heading(ui, item.label, inner - 36, "label", tone.ink if not item.refusal else tone.second)
        head = Widget(w=inner, h=max(cap.h, title.h), children=[cap, title.at(34, 0)])
        parts: list[Widget | float] = [head]
        if item.refusal:
            parts += [4.0, ui.text(item.refusal, inner, "small", tone.warning, most=3)]
            parts[-1].label = item.refusal  # type: ignore[union-attr]
        else:
            public = found.publicity == "public"
            word = ui.text(_("public") if public else _("secret"), 90, "small", tone.second)
            word.w = word.inner
            left = lay.row([seal(ui, public, tone.ink, 18), word], 8)
            grave = bool(found.strike) and view.ended is None
            briefly = odds.briefly(found.danger.low, found.danger.high) if view.ended is None else _("adds nothing")
            right = ui.text(
                _("opens a war") if grave else briefly, inner, "small", tone.warning if grave else tone.second
            )
            right.w = right.inner
            room = (tall - 36 - head.h - 30) if tall else 200.0
            line_h = ui.style("small").line
            told = ui.text(item.detail, inner, "small", tone.ink)
            if item.detail and told.h <= (min(room + 2, 2 * line_h) if tall else room):
                parts += [4.0, told]  # whole or not at all: the paper that is drawn out says it too
            parts += [4.0, lay.split(ui, left, right, inner)]
        block = lay.column(parts, inner)
        tall = max(tall or 0.0, block.h + 28)
        shift = 8.0 if item.chosen else 0.0
        tilt = (0.6, -0.3, 0.4, -0.5, 0.3)[number % 5]
        fill = ui.colour("paper") if item.chosen else ui.colour("second_paper")
        out = Widget(
            "choice",
            item.label,
            item.detail,
            w=width,
            h=tall,
            act=None if item.refusal else (lambda: self._choose(item.id)),
            keys=(item.key,),
            id=f"option {item.id}",
            disabled=item.refusal,
            chosen=item.chosen,
            tilt=tilt,
        )
        block.silenced()
        lay.papered(out, ui, fill, "plain", tone.accent, item.chosen)
        out.children = [block.at(20, 14)]
        out.x = shift
        if item.refusal:
            words = ui.room.words.get("stamps")
            text = str(words.get("refused", "")) if isinstance(words, dict) else ""
            if text and block.h + 60 < tall + 40:
                mark = lay.stamp(ui, text, ui.colour("warning"), 6)
                if block.h + 20 + mark.h <= tall:
                    out.children.append(mark.at((width - mark.w) / 2 + 20, tall - mark.h - 6))
        return out

    # -- the document -------------------------------------------------------------------------------------------

    def _document(
        self, ui: Ui, view: View, items: tuple[ChoiceItem, ...], width: float, height: float | None
    ) -> Widget:
        session = self.app.session
        assert session is not None
        book = session.book
        tone = on_paper(ui)
        inner = width - 80
        chosen = next((one for one in items if one.chosen), None)
        if chosen is None:
            lead = brief.told(book, view, "short") or brief.told(book, view, "long")
            parts: list[Widget | float] = [
                ui.text(brief.told(book, view, "title"), inner, "order_heading", tone.ink, kind="heading"),
                lay.rule(ui, inner, "ink", 2, 6, 12),
                *[part for text in lead.split("\n\n") for part in (ui.text(text, inner, "letter", tone.ink), 8.0)],
                6.0,
                ui.text(brief.told(book, view, "question"), inner, "letter", tone.ink, strong=True),
                12.0,
                ui.text(
                    _("Draw one of the papers from the pile. Nothing is signed until you sign it."),
                    inner,
                    "small",
                    tone.second,
                ),
            ]
            return written(ui, parts, width, height, "document", _("No order chosen"), "plain", -0.3)
        order = self.order
        found = session.kept(self.seat, lambda: preview(book.rulebook, view, order), "preview", order)
        public = found.publicity == "public"
        number = ui.text(_("Order {number}", number=chosen.key), inner, "cable", tone.second)
        number.w = number.inner
        word = ui.text(
            _("public") if public else _("seen by him") if found.publicity == "seen" else _("secret"),
            160,
            "small",
            tone.ink,
        )
        word.w = word.inner
        top = lay.split(ui, number, lay.row([word, seal(ui, public, tone.ink, 24)], 8), inner)
        parts = [top, 4.0, lay.heading(ui, chosen.label, inner, "order_heading"), 4.0]
        text = order_sheet.meaning(book, view, order_sheet.option_source(book, view, chosen.id))
        if text:
            parts += [ui.text(ui.explained(text), inner, "order_text", tone.ink), 12.0]
        parts.append(lay.rule(ui, inner))
        for one in (*order_sheet.consequences(book, view, found), *order_sheet.received(book, view, self.order)):
            match one:
                case Line() if one.label == _("Seal"):
                    continue
                case Line():
                    parts.append(_pair(ui, one, inner, tone))
                case Figure():
                    parts.append(_pair(ui, Line(_("The end"), one.words), inner, tone))
                    array = dots(ui, one.dots.full, one.dots.perhaps, tone.ink, tone.second, 6 if inner < 400 else 8)
                    array.label = ""
                    parts += [6.0, array, 4.0] if one.dots.full or one.dots.perhaps else [4.0]
                    if one.note:
                        parts.append(
                            ui.text(one.note[:1].upper() + one.note[1:] + ".", inner, "small", tone.second, aside=True)
                        )
        for one in order_sheet.warnings(book, view, found):
            match one:
                case Paragraph():
                    parts += [6.0, ui.text(one.text, inner, "small", tone.warning)]
                case Table():
                    parts += [6.0, table(ui, one, inner, tone)]
        beside = order_sheet.beside(book, view, self.order)
        if beside:
            parts += [8.0]
        for one in beside:
            match one:
                case Heading():
                    parts.append(lay.heading(ui, one.text, inner, "label", tone.accent))
                case Line():
                    parts.append(line(ui, one, inner, tone, 32))
        form = ui.theme.word("form_heads", book.rulebook.seats[self.seat]) or book.leader(self.seat)
        foot_line = lay.column([lay.rule(ui, inner, "ink", 1), ui.text(form, inner, "small", tone.second)], inner)
        used = lay.column(parts, inner).h
        spare = (height - 68 - used - foot_line.h) if height is not None else 20.0
        parts += [max(20.0, spare), foot_line]
        return written(ui, parts, width, height, "document", chosen.label, "plain", -0.3, padding=(40, 34), lifted=True)

    # -- acts ---------------------------------------------------------------------------------------------------

    def _choose(self, id: str) -> None:
        self.put(self.order._replace(option=id))
        self.app.play("paper", _("paper"))

    def _switch(self, name: str, level: int) -> None:
        rest = tuple(change for change in self.order.changes if change[0] != name)
        changes = rest if (name, level) in self.order.changes or level < 0 else (*rest, (name, level))
        self.put(self.order._replace(changes=changes))
        self.app.play("switch", _("a switch"))

    def _asked(self) -> None:
        from game.desktop.screens.his_question import HisQuestionScene

        self.app.push(HisQuestionScene(self.app))

    def _beside(self) -> None:
        from game.desktop.screens.beside import BesideScene

        self.app.push(BesideScene(self.app))

    def _letters(self) -> None:
        from game.desktop.screens.letters import LetterScene

        self.app.push(LetterScene(self.app, []))

    def sign(self) -> None:
        """Sign what lies drawn out; what could end the world is said once more and asked for once more."""
        session = self.app.session
        assert session is not None
        why = self._why()
        if why:
            self.app.say(why)
            return
        order = self.order
        if order_sheet.gates(session.book, session.view(self.seat), order):
            from game.desktop.screens.confirm import ConfirmScene

            self.app.push(ConfirmScene(self.app, order))
            return
        send(self.app, order)


def send(app: App, order: Order) -> None:
    """Hand the order over, and go on to what follows."""
    session = app.session
    assert session is not None
    why = session.sign(order)
    if why:
        app.say(why)
        return
    app.play("pen", _("a pen"))
    signed(app)


def _pair(ui: Ui, one: Line, width: float, tone: Tone) -> Widget:
    """A label in a column of its own and the value beside it, as on a form."""
    side = min(120.0, width * 0.32)
    label = ui.text(one.label, side - 8, "small", tone.second)
    value = ui.text(
        one.value[:1].upper() + one.value[1:] if one.value else "", width - side, "small", tone.ink, strong=True
    )
    tall = max(label.h, value.h) + 12
    shade = ui.colour(tone.rule)
    out = Widget(w=width, h=tall, children=[label.at(0, 6), value.at(side, 6)])
    out.paint = lambda p, x, y: p.rule(shade, x, y + tall - 1, width, 1)
    return out
