"""The widget tree: what a screen is, for the eye, the keyboard, the mouse, a screen reader and the tests alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.desktop.painter import Painter

Paint = Callable[["Painter", float, float], None]
Act = Callable[[], object]
Box = tuple[float, float, float, float]
"""Left, top, width and height, in units."""

SPOKEN = ("text", "heading", "figure", "image")


@dataclass(slots=True, eq=False)
class Widget:
    """A piece of a screen. Place and size are in logical units; the place is within its parent."""

    role: str = "group"
    """window | group | sheet | heading | text | figure | image | button | choice | switch | link | field | status"""
    label: str = ""
    value: str = ""
    x: float = 0.0
    y: float = 0.0
    w: float = 0.0
    h: float = 0.0
    children: list[Widget] = field(default_factory=list)
    paint: Paint | None = None
    over: Paint | None = None
    """Painted after the children."""
    act: Act | None = None
    keys: tuple[str, ...] = ()
    id: str = ""
    disabled: str = ""
    """Why it cannot be used now; it can still be reached, and says so."""
    chosen: bool | None = None
    tilt: float = 0.0
    inside: bool = False
    """The focus ring sits within."""
    clear: float = 0.0
    """Units by which the focus ring stands further away than usual, where nothing parts it from what is inside."""
    view: bool = False
    """A viewport: what does not fit is scrolled to. `inner` is the height of its content."""
    scroll: float = 0.0
    inner: float = 0.0
    rule: bool = False
    """The focus is shown as a rule above, where a ring would be too much."""
    floats: bool = False
    """May lie over its neighbours (a pencil, a stamp, the next paper of a pile)."""
    pile: bool = False
    """Its first child lies on top of the next."""
    adjust: Callable[[int], object] | None = None
    """Left and right change its value, if it has one to change."""

    far: float = 12.0
    """Units by which its paint may go beyond its box."""
    leads: str = ""
    """The id of what the pointer means when it is here: a mark on a chart leads to its card."""
    late: Callable[[], tuple[Paint, Box] | None] | None = None
    """What it paints and where, known only when everything else stands and is scrolled; None where that is nothing."""
    opaque: bool = False
    """Nothing of what lies under its box is seen."""
    veiled: bool = False
    """It keeps its place, and is not seen yet; `over` is painted in it."""

    @property
    def focusable(self) -> bool:
        if self.veiled:
            return False
        return self.act is not None or bool(self.disabled) or self.adjust is not None

    def at(self, x: float, y: float) -> Widget:
        self.x, self.y = x, y
        return self

    def walk(self) -> Iterator[Widget]:
        """This widget and everything in it, in order of reading."""
        waiting = [self]
        while waiting:
            one = waiting.pop()
            yield one
            waiting.extend(reversed(one.children))

    def placed(self, x: float = 0.0, y: float = 0.0) -> Iterator[tuple[Widget, float, float]]:
        """Everything in it with its place in the window, scrolled as it stands."""
        waiting = [(self, x, y)]
        while waiting:
            one, left, top = waiting.pop()
            left, top = left + one.x, top + one.y
            yield one, left, top
            waiting.extend([(child, left, top - one.scroll) for child in reversed(one.children)])

    def silenced(self) -> None:
        """Its words are said by the control that they stand on, and not once more."""
        for one in self.walk():
            if one.role in ("text", "heading"):
                one.role, one.label = "group", ""

    def find(self, id: str) -> Widget | None:
        return next((one for one in self.walk() if one.id == id), None)

    def said(self) -> str:
        """How it is read aloud."""
        parts = [self.label, self.value]
        if self.chosen:
            parts.append("chosen")
        if self.disabled:
            parts.append(self.disabled)
        return ", ".join(part for part in parts if part)


def spots(root: Widget) -> list[Widget]:
    """Everything that can have the focus, in order of reading."""
    return [one for one in root.walk() if one.focusable]


def dump(root: Widget, focus: Widget | None = None) -> str:
    """The tree as text: for tests, and for speaking without a screen reader."""
    lines: list[str] = []

    def add(one: Widget, depth: int) -> None:
        said = one.said()
        if said or one.focusable:
            keys = f" [{' '.join(one.keys)}]" if one.keys else ""
            mark = "> " if one is focus else "  "
            lines.append(f"{mark}{'  ' * depth}{one.role}: {said}{keys}")
            depth += 1
        for child in one.children:
            add(child, depth)

    add(root, 0)
    return "\n".join(lines)
