"""Before what could end the world: it says so, says why, and asks once more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.desktop import lay
from game.desktop.blocks import on_paper, table
from game.desktop.marks import dots
from game.desktop.scene import Scene
from game.desktop.screens.frame import STRIP, Section, foot, page, roomy, strip
from game.desktop.screens.headed import headed
from game.desktop.ui import Ui
from game.desktop.widget import Widget
from game.engine.move import Order
from game.engine.preview import preview
from game.papers import order_sheet
from game.papers.paper import Figure, Paragraph, Table
from game.wording.catalogue import _
from game.wording.numbers import sentence

if TYPE_CHECKING:
    from game.desktop.app import App


class ConfirmScene(Scene):
    name = "confirm"

    def __init__(self, app: App, order: Order) -> None:
        super().__init__(app)
        self.order = order

    def wake(self) -> None:
        self.app.play("stamp", _("a stamp"))

    def build(self, ui: Ui) -> Widget:
        session = self.app.session
        assert session is not None
        book, view = session.book, session.view(self.seat)
        found = preview(book.rulebook, view, self.order)
        tone = on_paper(ui)

        title = book.act(order_sheet.option_source(book, view, self.order.option))

        def over(inner: float) -> list[Widget | float]:
            return [lay.heading(ui, _("This could end it"), inner, "label", tone.warning)]

        def below(inner: float) -> list[Widget | float]:
            parts: list[Widget | float] = []
            for one in order_sheet.warnings(book, view, found):
                if isinstance(one, Paragraph):
                    parts += [ui.text(one.text, inner, "order_text", tone.warning), 14.0]
                elif isinstance(one, Table):
                    parts += [table(ui, one, inner, tone), 14.0]
            for one in order_sheet.consequences(book, view, found):
                if isinstance(one, Figure) and not found.strike:
                    array = dots(ui, one.dots.full, one.dots.perhaps, tone.ink, tone.second)
                    array.label = ""
                    words = ui.text(sentence(one.words), inner - array.w - 140, "interface", tone.ink, strong=True)
                    label = ui.text(_("The end"), 100, "interface", tone.second)
                    parts += [lay.row([label, words, array], 16), 20.0]
            form = ui.theme.word("form_heads", book.rulebook.seats[self.seat]) or book.leader(self.seat)
            return [*parts, 24.0, lay.rule(ui, inner, "ink", 1), ui.text(form, inner, "small", tone.second)]

        def sheet(width: float, height: float | None) -> Widget:
            return headed(
                ui, title, below, width, height, "warning", "plain", -0.4, (40, 40), "order_heading", 14, over,
                lifted=True, shrink=True,
            )  # fmt: skip

        bottom = foot(
            ui,
            [lay.button(ui, _("Put it back"), self.back, "b", "second", 216, id="back")],
            [lay.button(ui, _("Sign it all the same"), self._sign, "s", "main", id="sign")],
        )
        root = page(ui, strip(ui, book, view), [Section(sheet, 320, 96, 640, 520)], bottom, self.name)
        if roomy(ui):
            paper = root.children[0]
            paper.y = max(paper.y, (STRIP + bottom.y - paper.h) * 0.42)
        return root

    def first(self) -> str:
        return "back"

    def _sign(self) -> None:
        from game.desktop.screens.order import send

        send(self.app, self.order)
