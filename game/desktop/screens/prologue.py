"""What brought us here, and what comes after: a card with a question, and a few answers of which one is signed."""

from __future__ import annotations

from game.desktop import lay
from game.desktop.blocks import on_paper
from game.desktop.course import kind_of, signed
from game.desktop.scene import Scene
from game.desktop.screens.choices import choice_row
from game.desktop.screens.frame import Section, foot, page, roomy, strip
from game.desktop.screens.headed import written
from game.desktop.telling import told
from game.desktop.ui import Ui
from game.desktop.widget import Widget
from game.engine.move import Order
from game.papers import brief
from game.papers.order_sheet import gates
from game.papers.paper import Heading, Paragraph
from game.wording.catalogue import _
from game.wording.dates import asked, day


class PrologueScene(Scene):
    name = "prologue"

    def wake(self) -> None:
        self.app.play("typewriter", _("a typewriter"))

    def build(self, ui: Ui) -> Widget:
        session = self.app.session
        assert session is not None
        view = session.view(self.seat)
        paper = brief.brief(session.book, view)
        tone = on_paper(ui)
        after = kind_of(session, view) == "aftermath"

        def card(width: float, height: float | None) -> Widget:
            inner = width - 80
            parts: list[Widget | float] = []
            for one in paper.blocks:
                if isinstance(one, Heading):
                    parts += [lay.heading(ui, one.text, inner, "order_heading"), lay.rule(ui, inner, "ink", 2, 4, 12)]
                elif isinstance(one, Paragraph):
                    role = "small" if one.role == "note" else "letter"
                    shade = tone.second if one.role == "note" else tone.ink
                    parts += [told(ui, ui.text(ui.explained(one.text), inner, role, shade)), 10.0]
            parts += [8.0, told(ui, ui.text(paper.question, inner, "letter", tone.ink, strong=True))]
            return written(ui, parts, width, height, "card", paper.title, "typed", -0.4, shrink=True)

        def answers(width: float, height: float | None) -> Widget:
            inner = width - 40
            rows: list[Widget | float] = [choice_row(ui, item, inner, self._sign, tone) for item in paper.choices]
            return lay.sheet(
                ui,
                lay.column(rows, inner),
                width,
                height,
                "plain",
                0.3,
                "second_paper",
                (20, 20),
                id="answers",
                shrink=True,
            )

        label = _("After the crisis") if after else _("Before it began")
        left = [lay.button(ui, _("The long version"), self._long, "l", "bare", id="long")]
        right = [lay.button(ui, _("Let it go by"), self._skip, "k", "second", id="skip")]
        root = page(
            ui,
            strip(ui, session.book, view, f"{label}. {day(session.book, asked(session.book, view))}"),
            [Section(card, 64, 84, 576, 540), Section(answers, 672, 84, 544, 540, 1)],
            foot(ui, left, right),
            self.name,
        )
        if roomy(ui):  # both lie in the light of the lamp
            tallest = max(one.h for one in root.children[:2])
            for one in root.children[:2]:
                one.y += max(0.0, 0.3 * (540 * ui.h / 720 - tallest))
        return root

    def first(self) -> str:
        return ""

    def _sign(self, id: str) -> None:
        session = self.app.session
        assert session is not None
        view = session.view(self.seat)
        order = Order(self.seat, view.phase, id)
        if gates(session.book, view, order):
            from game.desktop.screens.confirm import ConfirmScene

            self.app.push(ConfirmScene(self.app, order))
            return
        self.done(order)

    def done(self, order: Order) -> None:
        session = self.app.session
        assert session is not None
        why = session.sign(order)
        if why:
            self.app.say(why)
            return
        self.app.play("pen", _("a pen"))
        signed(self.app)

    def _skip(self) -> None:
        """What would have been done if nobody had asked."""
        session = self.app.session
        assert session is not None
        view = session.view(self.seat)
        from game.engine.sheet import asked_entry

        dated = session.book.rulebook.dated.get((self.seat, asked_entry(session.book.rulebook, view, self.seat)))
        if dated is not None and not session.submit(Order(self.seat, view.phase, dated.unasked.id)):
            signed(self.app)
            return
        for item in brief.options(session.book, view):
            if not item.refusal:
                self.done(Order(self.seat, view.phase, item.id))
                return

    def _long(self) -> None:
        from game.desktop.screens.dossier import DossierScene

        self.app.push(DossierScene(self.app))

    def back(self) -> None:
        from game.desktop.screens.asides import open_aside

        open_aside(self.app, "f10")
