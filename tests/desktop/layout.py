"""What is wrong with how a screen is laid out: words cut off, controls over one another, parts outside the window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.desktop.widget import Widget

SLACK = 1.5
SOLID = ("text", "heading", "button", "choice", "switch", "status")

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Seen:
    """A widget where it stands, what of it can be seen, and whether it is inside something that scrolls."""

    widget: Widget
    box: Box
    clip: Box
    path: tuple[Widget, ...]

    @property
    def scrolled(self) -> bool:
        return any(one.view for one in self.path)

    @property
    def floats(self) -> bool:
        return self.widget.floats or any(one.floats for one in self.path)


def seen(root: Widget) -> Iterator[Seen]:
    yield from _walk(root, 0.0, 0.0, (0.0, 0.0, root.w, root.h), ())


def _walk(one: Widget, x: float, y: float, clip: Box, path: tuple[Widget, ...]) -> Iterator[Seen]:
    x, y = x + one.x, y + one.y
    box = (x, y, x + one.w, y + one.h)
    yield Seen(one, box, clip, path)
    inner = _cross(clip, box) if one.view else clip
    for child in one.children:
        yield from _walk(child, x, y - one.scroll, inner, (*path, one))


def _cross(a: Box, b: Box) -> Box:
    return max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3])


def _area(box: Box) -> float:
    return max(0.0, box[2] - box[0]) * max(0.0, box[3] - box[1])


def problems(root: Widget) -> list[str]:
    out: list[str] = []
    everything = list(seen(root))
    for one in everything:
        out += _outside(one, root)
        out += _cut(one)
    solid = [one for one in everything if one.widget.role in SOLID and one.widget.label]
    for number, one in enumerate(solid):
        for other in solid[number + 1 :]:
            out += _over(one, other)
    return out


def _name(widget: Widget) -> str:
    return f"{widget.role} {widget.label[:40]!r} ({widget.id})"


def _outside(one: Seen, root: Widget) -> list[str]:
    """A part that is not scrolled stands within the window."""
    widget = one.widget
    if one.scrolled or one.floats or not (widget.label or widget.focusable):
        return []
    x1, y1, x2, y2 = one.box
    if x1 < -SLACK or y1 < -SLACK or x2 > root.w + SLACK or y2 > root.h + SLACK:
        return [
            f"outside the window: {_name(widget)} at {tuple(round(v) for v in one.box)} of {root.w:.0f} x {root.h:.0f}"
        ]
    return []


def _cut(one: Seen) -> list[str]:
    """Words are no wider than what holds them, and a control's words lie within it."""
    widget = one.widget
    out = []
    for holder in reversed(one.path):
        if holder.view and one.box[2] - one.box[0] > 0 and widget.role in SOLID and widget.label:
            if widget.w > holder.w + SLACK:
                out.append(f"wider than its sheet: {_name(widget)} {widget.w:.0f} > {holder.w:.0f}")
            break
    if widget.role in ("button", "choice", "switch"):
        for child in widget.children:
            if child.floats or child.view:
                continue
            right, low = child.x + (child.inner or child.w), child.y + child.h
            if child.x < -SLACK or right > widget.w + SLACK + 12:
                out.append(f"words wider than their control: {_name(widget)} {right:.0f} > {widget.w:.0f}")
            if child.y < -14 or low > widget.h + SLACK + 1:
                out.append(f"words taller than their control: {_name(widget)} {low:.0f} > {widget.h:.0f}")
    return out


def _over(one: Seen, other: Seen) -> list[str]:
    """Two that say something do not lie over one another."""
    if one.floats or other.floats or one.widget in other.path or other.widget in one.path:
        return []
    a, b = _cross(one.box, one.clip), _cross(other.box, other.clip)
    if _area(a) <= 0 or _area(b) <= 0:
        return []
    common = _cross(a, b)
    wide, tall = common[2] - common[0], common[3] - common[1]
    if wide > 3 and tall > 4:
        return [f"over one another: {_name(one.widget)} and {_name(other.widget)} by {wide:.0f} x {tall:.0f}"]
    return []
