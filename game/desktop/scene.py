"""A scene: one screen of the game.

It builds its widgets anew whenever something changed, and holds nothing that is drawn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.desktop.telling import Telling
from game.desktop.ui import Ui
from game.desktop.widget import Box, Widget

if TYPE_CHECKING:
    from game.desktop.app import App


class Scene:
    """`build` lays the screen out; `back` is what Escape does; `wake` is called when the scene comes to the top."""

    name = "scene"
    still = False
    """Nothing may move or sound while it stands."""
    eases = True
    """It may come into sight by and by, out of the screen before it."""

    def __init__(self, app: App) -> None:
        self.app = app
        self.telling = Telling(app)

    @property
    def seat(self) -> int:
        """In whose room it plays."""
        return self.app.seat

    def build(self, ui: Ui) -> Widget:
        raise NotImplementedError

    def backdrop(self, ui: Ui, size: tuple[int, int]) -> pygame.Surface:
        """What lies under everything."""
        return ui.surfaces.room(ui.room, size)

    def lamp(self, ui: Ui, size: tuple[int, int]) -> pygame.Surface | None:
        """The mask over the papers and under what is marked as standing above them."""
        return None if ui.theme.contrast else ui.surfaces.lamp(ui.room, size)

    def first(self) -> str:
        """Id of the widget that has the focus at first, or ''."""
        return ""

    def back(self) -> None:
        self.app.pop()

    def wake(self) -> None: ...

    def key(self, name: str) -> bool:
        """A key that no widget took; True if it was of use."""
        return False

    def tick(self, now: float) -> bool:
        """Time has passed; True if something changed."""
        return False

    def moving(self, now: float) -> Box | None:
        """The box, in units, of what is to be painted again though nothing of the tree is another; None of nothing."""
        return None

    def reword(self) -> None:
        """Another language is spoken: what was put into words before is put into words again."""
