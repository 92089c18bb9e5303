"""One of a few: a small sheet over the one that asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from game.desktop import lay
from game.desktop.blocks import on_paper
from game.desktop.scene import Scene
from game.desktop.screens.choices import choice_row
from game.desktop.screens.frame import Section, foot, page, plain_strip
from game.desktop.ui import Ui
from game.desktop.widget import Widget
from game.papers.paper import ChoiceItem
from game.wording.catalogue import _

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

        def sheet(width: float, height: float | None) -> Widget:
            inner = width - 64
            parts: list[Widget | float] = [
                lay.heading(ui, self.title, inner, "screen_heading"),
                lay.rule(ui, inner, "ink", 2, 4, 8),
            ]
            for number, item in enumerate(self.items(), 1):
                key = str(number) if number < 10 else ""
                parts.append(choice_row(ui, replace(item, key=key), inner, self._take, tone, "pick "))
            return lay.sheet(
                ui,
                lay.column(parts, inner),
                width,
                height,
                "plain",
                -0.3,
                padding=(32, 32),
                lifted=True,
                id="pick",
                shrink=True,
                label=self.title,
            )

        bottom = foot(ui, [lay.button(ui, _("Back"), self.back, "b", "bare", id="back")])
        return page(ui, plain_strip(ui, self.title), [Section(sheet, 320, 88, 640, 540)], bottom, self.name)

    def first(self) -> str:
        return next((f"pick {item.group or 'choice'} {item.id}" for item in self.items() if item.chosen), "")

    def _take(self, id: str) -> None:
        self.app.pop()
        self.take(id)
