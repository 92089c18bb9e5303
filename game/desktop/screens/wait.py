"""While the other side thinks. The window goes on; nothing tells how long it will be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.desktop import lay
from game.desktop.course import proceed
from game.desktop.painter import Painter
from game.desktop.scene import Scene
from game.desktop.screens.frame import foot, plain_strip
from game.desktop.titles import title
from game.desktop.ui import Ui
from game.desktop.widget import Widget
from game.wording.catalogue import _

if TYPE_CHECKING:
    from game.desktop.app import App


class WaitScene(Scene):
    name = "wait"

    def __init__(self, app: App) -> None:
        super().__init__(app)
        self._began = self.app.clock.now()
        self._shown = 0

    def tick(self, now: float) -> bool:
        session = self.app.session
        if session is None:
            return False
        for _turn in range(8):
            if not session.think():
                break
            if session.waiting() or session.over:
                break
        if session.waiting() or session.over:
            if session.trouble:
                self.app.say(session.trouble, 10)
                session.trouble = ""
            proceed(self.app)
            return True
        shown = int((now - self._began) * 2)
        if shown != self._shown and shown % 2 == 0:
            self._shown = shown
            return True
        return False

    def backdrop(self, ui: Ui, size: tuple[int, int]) -> pygame.Surface:
        return ui.surfaces.glow(size, ui.colour("strip"), ui.colour("room"), (640, 330), (640, 420))

    def lamp(self, ui: Ui, size: tuple[int, int]) -> None:
        return None

    def build(self, ui: Ui) -> Widget:
        root = Widget("window", title(self.name), w=ui.w, h=ui.h)
        width = min(640.0, ui.w - 64)
        text = ui.text(
            _("The order has gone out. In the other capital somebody is deciding."),
            width,
            "last_sentence" if ui.w > 900 else "letter",
            "text",
            "centre",
        )
        lamps = self._shown % 8

        def paint(p: Painter, x: float, y: float) -> None:
            for number in range(4):
                p.dot(
                    ui.colour("brass") if number * 2 < lamps + 1 else ui.colour("second_text"),
                    x + 8 + number * 20,
                    y + 6,
                    4,
                    0 if number * 2 < lamps + 1 else 1.2,
                )

        progress = Widget("status", _("The other side is deciding"), w=80, h=12, paint=paint)
        both = lay.column([text, 24.0, lay.row([Widget(w=(width - 80) / 2), progress], 0)], width)
        root.children = [both.at((ui.w - width) / 2, ui.h * 0.36), plain_strip(ui, str(self.app.texts.get("title")))]
        bottom = foot(ui, [lay.button(ui, _("Settings"), self._settings, "f10", "bare", id="settings")])
        root.children.append(bottom.at(0, ui.h - 16 - bottom.h))
        return root

    def _settings(self) -> None:
        from game.desktop.screens.asides import open_aside

        open_aside(self.app, "f10")

    def back(self) -> None:
        """Nothing lies behind it."""
