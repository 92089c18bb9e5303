"""While the other side thinks. The window goes on, and lamps fill in the time that it has usually taken."""

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
    from game.desktop.session import Session

LAMPS = 4
SHORTEST = 1.0
"""Seconds: a shorter wait is not told."""


class WaitScene(Scene):
    name = "wait"

    def __init__(self, app: App) -> None:
        super().__init__(app)
        self._began = self.app.clock.now()
        self._shown = (0, "")

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
            session.waits.append(now - self._began)
            if session.trouble:
                self.app.say(session.trouble, 10)
                session.trouble = ""
            proceed(self.app)
            return True
        shown = self._stands(session, now - self._began)
        changed, self._shown = shown != self._shown, shown
        return changed

    def _stands(self, session: Session, waited: float) -> tuple[int, str]:
        """How many lamps are lit, and the word for it. The last one stays dark until there is an answer."""
        lit = min(LAMPS - 1, int(LAMPS * waited / max(session.usual, SHORTEST)))
        if session.starting:
            return lit, _("In the other capital somebody sits down.")
        if waited > 2 * max(session.usual, SHORTEST):
            return lit, _("It takes longer than usual.")
        return lit, _("In the other capital somebody is deciding.")

    def backdrop(self, ui: Ui, size: tuple[int, int]) -> pygame.Surface:
        return ui.surfaces.glow(size, ui.colour("strip"), ui.colour("room"), (640, 330), (640, 420))

    def lamp(self, ui: Ui, size: tuple[int, int]) -> None:
        return None

    def build(self, ui: Ui) -> Widget:
        root = Widget("window", title(self.name), w=ui.w, h=ui.h)
        width = min(640.0, ui.w - 64)
        text = ui.text(
            _("The order has gone out."),
            width,
            "last_sentence" if ui.w > 900 else "letter",
            "text",
            "centre",
        )
        lit, said = self._shown if self._shown[1] else (0, _("In the other capital somebody is deciding."))

        def paint(p: Painter, x: float, y: float) -> None:
            for number in range(LAMPS):
                colour = ui.colour("brass") if number < lit else ui.colour("second_text")
                p.dot(colour, x + (width - 60) / 2 + number * 20, y + 6, 4, 0 if number < lit else 1.2)

        words = ui.text(said, width, "small", "second_text", "centre", kind="status")
        lamps = Widget(w=width, h=12, paint=paint)
        both = lay.column([text, 24.0, lamps, 12.0, words], width)
        root.children = [both.at((ui.w - width) / 2, ui.h * 0.36), plain_strip(ui, str(self.app.texts.get("title")))]
        bottom = foot(ui, [lay.button(ui, _("Settings"), self._settings, "f10", "bare", id="settings")])
        root.children.append(bottom.at(0, ui.h - 16 - bottom.h))
        return root

    def _settings(self) -> None:
        from game.desktop.screens.asides import open_aside

        open_aside(self.app, "f10")

    def back(self) -> None:
        """Nothing lies behind it."""
