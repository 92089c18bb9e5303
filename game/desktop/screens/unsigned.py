"""A game that broke off in the middle of a turn: the last signed order, and the one that lay there unsigned."""

from __future__ import annotations

from game.desktop import lay
from game.desktop.blocks import on_paper, render
from game.desktop.scene import Scene
from game.desktop.screens.frame import Section, foot, page, strip
from game.desktop.screens.headed import headed
from game.desktop.ui import Ui
from game.desktop.widget import Widget
from game.papers.unsigned import unsigned
from game.wording.catalogue import _


class UnsignedScene(Scene):
    name = "unsigned"

    def wake(self) -> None:
        self.app.play("paper", _("paper"))

    def build(self, ui: Ui) -> Widget:
        session = self.app.session
        assert session is not None
        view, lies = session.view(self.seat), session.places[self.seat].left
        assert lies is not None
        paper = unsigned(session.book, view, lies.order, lies.letter)
        take, away = paper.choices
        tone = on_paper(ui)

        def below(inner: float) -> list[Widget | float]:
            return [lay.pad(one, 0, 0, 0, 6) for one in render(ui, paper.blocks, inner, tone)]

        def sheet(width: float, height: float | None) -> Widget:
            return headed(
                ui, paper.title, below, width, height, "unsigned", "plain", -0.3, (40, 36), "order_heading", 12,
                lifted=True, shrink=True,
            )  # fmt: skip

        bottom = foot(
            ui,
            [lay.button(ui, away.label, self._away, "p", "second", id="away")],
            [lay.button(ui, take.label, self._take, "enter", "main", id="take")],
        )
        return page(ui, strip(ui, session.book, view), [Section(sheet, 320, 96, 640, 520)], bottom, self.name)

    def first(self) -> str:
        return "take"

    def _take(self) -> None:
        """It lies on the desk again, as it was."""
        session = self.app.session
        assert session is not None
        place = session.places[self.seat]
        if place.left is not None:
            place.order, place.draft = place.left
        place.left = None
        self.app.pop()

    def _away(self) -> None:
        session = self.app.session
        assert session is not None
        session.places[self.seat].left = None
        self.app.play("paper", _("paper"))
        self.app.pop()

    def back(self) -> None:
        """Nothing is lost by going on."""
        self._take()
