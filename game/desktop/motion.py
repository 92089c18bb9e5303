"""From one screen to the next: a sheet comes up as it is laid on the desk, and sinks as it is put away.

A few frames between two pictures that are both drawn already; the last one is the screen as it stands. Nothing moves
where motion is off, on a screen that is still, and where the page covers one side from the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.desktop.scene import Scene

if TYPE_CHECKING:
    from game.desktop.app import App

LONG = 0.18
"""Seconds."""
FAR = 18.0
"""Units by which a sheet rises or sinks."""
LAID, PUT_AWAY, CHANGED = 1, -1, 0


class Motion:
    """What is on its way, if anything is."""

    def __init__(self) -> None:
        self._old: pygame.Surface | None = None
        self._new: pygame.Surface | None = None
        self._way = CHANGED
        self._began = 0.0

    @property
    def going(self) -> bool:
        return self._old is not None

    def start(self, app: App, scene: Scene, way: int) -> None:
        """Another scene has come to the top; what the window shows is what it comes from."""
        if self.going:
            app.canvas.forget()
        self.stop()
        if app.settings.motion and app.frames and scene.eases and not scene.still:
            self._old, self._way = app.screen.copy(), way

    def stop(self) -> None:
        self._old = self._new = None

    def draw(self, app: App) -> None:
        """Draw the screen, and be on the way to it where it is another."""
        if self._old is None or self._old.get_size() != app.screen.get_size():
            self.stop()
            app.draw()
            return
        if self._new is not None:
            app.screen.blit(self._new, (0, 0))
        app.draw(flip=False)
        if self._new is None:
            self._began = app.clock.now() - LONG / 10  # the first frame is on its way already
        self._new = app.screen.copy()
        self.frame(app)

    def frame(self, app: App) -> None:
        """The window as it is between the two."""
        old, new = self._old, self._new
        assert old is not None and new is not None
        part = min(1.0, max(0.0, (app.clock.now() - self._began) / LONG))
        rest = (1 - part) * (1 - part) * (1 - part)
        if part >= 1.0:
            app.screen.blit(new, (0, 0))
            self.stop()
        elif self._way == PUT_AWAY:
            app.screen.blit(new, (0, 0))
            _over(app, old, rest, (1 - rest) * FAR)
        else:
            app.screen.blit(old, (0, 0))
            _over(app, new, 1 - rest, rest * FAR if self._way == LAID else 0.0)
        pygame.display.flip()
        app.frames += 1


def _over(app: App, picture: pygame.Surface, seen: float, down: float) -> None:
    """A picture more or less transparent over the other; what lies under the strip is that much lower."""
    from game.desktop.screens.frame import STRIP

    wide, tall = picture.get_size()
    strip, low = round(STRIP * app.ui.scale), round(down * app.ui.scale)
    alpha = round(255 * seen)
    picture.set_alpha(alpha if alpha < 255 else None)  # SDL mixes at 255 too, and slowly
    app.screen.blit(picture, (0, 0), (0, 0, wide, strip + low))
    app.screen.blit(picture, (0, strip + low), (0, strip, wide, tall - strip - low))
    picture.set_alpha(None)
