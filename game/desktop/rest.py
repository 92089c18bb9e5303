"""What the window does while nobody moves: it lays out the screens that may come next, a little at a time, and
sweeps.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pygame

from game.desktop import sheets
from game.desktop.pieces import pieces

if TYPE_CHECKING:
    from game.desktop.app import App
    from game.desktop.scene import Scene

SLICE = 0.004
"""Seconds at most at a time, so that whoever moves meanwhile does not wait; one paper is never cut in two."""
SELDOM = (50_000, 10, 1_000_000)
"""Hardly a sweep of its own accord, and never a full one: a picture would halt for longer than the eye forgives."""
LITTER = 1_500
"""So many new things are swept between two pictures: a millisecond's work, where ten times as many would halt one."""


class Rest:
    """`ahead` holds the screens that may come next."""

    def __init__(self) -> None:
        self.ahead: list[Callable[[], Scene]] = []
        self._work: Iterator[None] | None = None
        self._swept = True

    @property
    def busy(self) -> bool:
        return bool(self.ahead) or self._work is not None

    def expect(self, screens: list[Callable[[], Scene]]) -> None:
        """Others may come next now; what was being laid out is dropped."""
        self.ahead, self._work = screens, None

    def stirred(self) -> None:
        """Somebody has moved: there will be something to sweep."""
        self._swept = False

    def between(self) -> None:
        """After a picture that was built anew: what the one before left behind is swept, before it is much."""
        if gc.get_count()[0] > LITTER:
            gc.collect(0)

    def turn(self, app: App) -> None:
        """One slice of what there is to do."""
        until = time.perf_counter() + SLICE
        while self.busy and time.perf_counter() < until:
            if self._work is None:
                self._work = _laid_out(app, self.ahead.pop(0))
            elif next(self._work, self) is self:
                self._work = None
        if not self.busy and not self._swept:
            gc.collect()
            self._swept = True


def settle() -> None:
    """What a game is made of stays: later sweeps pass it by."""
    gc.set_threshold(*SELDOM)
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def _laid_out(app: App, made: Callable[[], Scene]) -> Iterator[None]:
    """Build one screen and paint it out of sight, so that its papers are ready when it comes."""
    if app.session is None or app.uncovered >= 0:
        return
    scene = made()
    ui = app.layout()
    ui.seat = scene.seat
    root = scene.build(ui)
    yield
    size = app.screen.get_size()
    sheets.shadows(ui.surfaces, ui.scale, lifted=True)  # whatever is chosen there will be lifted
    scene.backdrop(ui, size)
    scene.lamp(ui, size)
    yield
    painter = ui.painter(pygame.Surface((64, 64)))
    for one in pieces(root, ui.scale):
        one.paint(painter, one.x, one.y)
        yield
