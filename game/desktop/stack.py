"""The scenes of the window, one upon another: the one on top is seen."""

from __future__ import annotations

from game.desktop.motion import CHANGED, LAID, PUT_AWAY
from game.desktop.rest import Rest
from game.desktop.scene import Scene
from game.desktop.widget import Widget


class Stack:
    """A scene that comes to the top is woken, and drawn; the focus of the one it covers is remembered."""

    def __init__(self) -> None:
        self.scenes: list[Scene] = []
        self.rest = Rest()
        self.focus: Widget | None = None
        self.caption = ""
        self._scrolls: dict[str, float] = {}
        self._focus_of: dict[str, str] = {}

    def changed(self) -> None:
        raise NotImplementedError

    def turned(self, way: int) -> None:
        """The scene on top is another: laid there, uncovered, or in place of what was."""
        raise NotImplementedError

    @property
    def scene(self) -> Scene:
        return self.scenes[-1]

    def push(self, scene: Scene) -> None:
        self._remember()
        self.scenes.append(scene)
        self._came(LAID)

    def pop(self) -> None:
        if len(self.scenes) > 1:
            self.scenes.pop()
            self._came(PUT_AWAY)

    def replace(self, scene: Scene) -> None:
        """In place of the one on top."""
        if self.scenes:
            self.scenes.pop()
        self.scenes.append(scene)
        self._came(CHANGED)

    def only(self, scene: Scene) -> None:
        """In place of all: what comes is laid anew, and read from its beginning."""
        self.scenes = [scene]
        self._focus_of = {}
        self._came(CHANGED)

    def _came(self, way: int) -> None:
        self._scrolls = {}
        self.rest.expect([])
        self.focus = None
        if self.scene.still:
            self.caption = ""
        self.scene.wake()
        self.turned(way)
        self.changed()

    def _remember(self) -> None:
        if self.scenes and self.focus is not None:
            self._focus_of[self.scene.name] = self.focus.id
