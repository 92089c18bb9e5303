"""The question that the other side has put, with what may be said to it."""

from __future__ import annotations

from game.desktop.blocks import block, on_paper
from game.desktop.scene import Scene
from game.desktop.screens.choices import choice_rows
from game.desktop.screens.frame import Section, foot, page, strip, way_back
from game.desktop.screens.headed import headed
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

        def below(inner: float) -> list[Widget | float]:
            parts: list[Widget | float] = []
            for one in paper.blocks:
                parts += [block(ui, one, inner, tone), 6.0]
            return [*parts, *choice_rows(ui, paper.choices, inner, self._say, tone)]

        def sheet(width: float, height: float | None) -> Widget:
            title = paper.title.rstrip(":")
            return headed(ui, title, below, width, height, "asked", "plain", -0.3, (32, 24), gap=6, shrink=True)

        bottom = foot(ui, [way_back(ui, self.back, _("Back to the order"))])
        return page(ui, strip(ui, book, view), [Section(sheet, 320, 76, 640, 568)], bottom, self.name)

    def _say(self, id: str) -> None:
        session = self.app.session
        assert session is not None
        place = session.places[self.seat]
        order = place.sheet(session.view(self.seat))
        place.order = order._replace(reply="" if order.reply == id else id)
