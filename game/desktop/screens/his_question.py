"""The question that the other side has put, with what may be said to it."""

from __future__ import annotations

from game.desktop import lay
from game.desktop.blocks import block, on_paper
from game.desktop.scene import Scene
from game.desktop.screens.choices import choice_rows
from game.desktop.screens.frame import Section, foot, page, strip
from game.desktop.ui import Ui
from game.desktop.widget import Widget
from game.papers.his_question import his_question
from game.wording.catalogue import _


class HisQuestionScene(Scene):
    name = "asked"

    def build(self, ui: Ui) -> Widget:
        session = self.app.session
        assert session is not None
        book, view = session.book, session.view(self.seat)
        paper = his_question(book, view, session.places[self.seat].sheet(view))
        tone = on_paper(ui)

        def sheet(width: float, height: float | None) -> Widget:
            inner = width - 64
            parts: list[Widget | float] = [
                lay.heading(ui, paper.title, inner, "screen_heading"),
                lay.rule(ui, inner, "ink", 2, 4, 6),
            ]
            for one in paper.blocks:
                parts += [block(ui, one, inner, tone), 6.0]
            parts += choice_rows(ui, paper.choices, inner, self._say, tone)
            return lay.sheet(
                ui, lay.column(parts, inner), width, height, "plain", -0.3, "paper", (32, 24), id="asked", shrink=True,
                label=paper.title,
            )  # fmt: skip

        bottom = foot(ui, [lay.button(ui, _("Back to the order"), self.back, "b", "bare", id="back")])
        return page(ui, strip(ui, book, view), [Section(sheet, 320, 76, 640, 568)], bottom, self.name)

    def _say(self, id: str) -> None:
        session = self.app.session
        assert session is not None
        place = session.places[self.seat]
        order = place.sheet(session.view(self.seat))
        place.order = order._replace(reply="" if order.reply == id else id)
