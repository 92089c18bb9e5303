"""One of a few: a small sheet over the one that asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from game.desktop.blocks import on_paper
from game.desktop.scene import Scene
from game.desktop.screens.choices import choice_row
from game.desktop.screens.frame import Section, foot, page, plain_strip, way_back
from game.desktop.screens.headed import headed
from game.desktop.ui import Ui
from game.desktop.widget import Widget
from game.papers.paper import ChoiceItem

if TYPE_CHECKING:
    from game.desktop.app import App


class PickScene(Scene):
    name = "pick"

    def __init__(
        self, app: App, title: str, items: Callable[[], Sequence[ChoiceItem]], take: Callable[[str], None]
    ) -> None:
        super().__init__(app)
        self.title, self.items, self.take = title, items, take

    def build(self, ui: Ui) -> Widget:
        tone = on_paper(ui)

        def below(inner: float) -> list[Widget | float]:
            keys = [str(number) if number < 10 else "" for number in range(1, len(self.items()) + 1)]
            return [
                choice_row(ui, replace(item, key=key), inner, self._take, tone, "pick ")
                for item, key in zip(self.items(), keys, strict=True)
            ]

        def sheet(width: float, height: float | None) -> Widget:
            return headed(
                ui, self.title, below, width, height, "pick", "plain", -0.3, (32, 32), gap=8, lifted=True, shrink=True
            )

        bottom = foot(ui, [way_back(ui, self.back)])
        return page(ui, plain_strip(ui, self.title), [Section(sheet, 320, 88, 640, 540)], bottom, self.name)

    def first(self) -> str:
        return next((f"pick {item.group or 'choice'} {item.id}" for item in self.items() if item.chosen), "")

    def _take(self, id: str) -> None:
        self.app.pop()
        self.take(id)
