"""The war phase: six hours at a time. What is known of the fighting, and what can still be ordered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pygame

from game.desktop import lay
from game.desktop.blocks import on_dark, on_paper, render
from game.desktop.course import signed
from game.desktop.scene import Scene
from game.desktop.screens.choices import choice_row
from game.desktop.screens.frame import Section, foot, page, strip
from game.desktop.screens.headed import headed
from game.desktop.theme import mix
from game.desktop.ui import Ui
from game.desktop.widget import Widget
from game.engine.move import Order
from game.papers import war
from game.wording.catalogue import _

if TYPE_CHECKING:
    from game.desktop.app import App


class WarScene(Scene):
    name = "war"
    still = True

    def __init__(self, app: App) -> None:
        super().__init__(app)
        self.chosen = ""

    def wake(self) -> None:
        self.app.sound.silence()

    def backdrop(self, ui: Ui, size: tuple[int, int]) -> pygame.Surface:
        return ui.surfaces.glow(
            size, ui.colour("strip"), mix(ui.colour("room"), (0, 0, 0), 0.5), (640, 380), (700, 480)
        )

    def lamp(self, ui: Ui, size: tuple[int, int]) -> None:
        return None

    def build(self, ui: Ui) -> Widget:
        session = self.app.session
        assert session is not None
        book, view = session.book, session.view(self.seat)
        paper = war.war(book, view)
        tone = on_paper(ui)

        def told(width: float, height: float | None) -> Widget:
            parts: list[Widget | float] = [lay.heading(ui, paper.title, width, "order_heading", "text"), 12.0]
            parts += [lay.pad(one, 0, 0, 0, 10) for one in render(ui, paper.blocks, width, on_dark(ui), "long")]
            inner = lay.column(parts, width)
            return inner if height is None else lay.viewport(inner, width, height, "told", ui, "text")

        def below(inner: float) -> list[Widget | float]:
            rows: list[Widget | float] = []
            for item in paper.choices:
                item = replace(item, chosen=item.id == self.chosen)
                rows.append(choice_row(ui, item, inner, self._choose, tone))
            return rows

        def sheet(width: float, height: float | None) -> Widget:
            return headed(
                ui, paper.question, below, width, height, "war sheet", "plain", -0.3, (28, 28), "sheet_heading", 6,
                shrink=True,
            )  # fmt: skip

        label = next((item.label for item in paper.choices if item.id == self.chosen), "")
        order = lay.button(
            ui,
            _("Order it"),
            self._order,
            "enter",
            "main",
            216,
            id="order",
            disabled="" if label else _("Choose what you order."),
        )
        left = [lay.button(ui, _("Letters"), self._letters, "l", "bare", id="letters")]
        return page(
            ui,
            strip(ui, book, view),
            [Section(told, 64, 96, 520, 520), Section(sheet, 656, 96, 560, 520, 1)],
            foot(ui, left, [order]),
            self.name,
        )

    def _choose(self, id: str) -> None:
        self.chosen = id

    def _letters(self) -> None:
        from game.desktop.screens.letters import LetterScene

        self.app.push(LetterScene(self.app, []))

    def _order(self) -> None:
        session = self.app.session
        assert session is not None
        view, place = session.view(self.seat), session.places[self.seat]
        sheet = place.sheet(view)
        place.expected = None
        why = session.sign(Order(self.seat, view.phase, self.chosen, answers=sheet.answers, letters=sheet.letters))
        if why:
            self.app.say(why)
            return
        place.before = view
        signed(self.app)

    def back(self) -> None:
        from game.desktop.screens.asides import open_aside

        open_aside(self.app, "f10")
