"""What stands on the screen, piece by piece, and where it is no longer what was drawn there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pygame

from game.desktop.same import same
from game.desktop.widget import Paint, Widget

APART = 60_000
"""Pixels that may be painted in vain where that spares going through the pieces once more."""
LARGE = 0.7
"""From this part of the window on, all of it is drawn."""


@dataclass(slots=True)
class Piece:
    """One thing to paint: where it stands in units, and the pixels that it may touch."""

    paint: Paint
    x: float
    y: float
    area: pygame.Rect
    clip: pygame.Rect | None
    upper: bool
    scroll: float = 0.0
    opaque: pygame.Rect | None = None
    """Where nothing of what lies under it is seen."""


def pieces(root: Widget, scale: float) -> list[Piece]:
    """Everything of a tree in the order of painting; what stands above the lamp comes last."""
    out: list[Piece] = []
    whole = pygame.Rect(0, 0, round(root.w * scale) + 1, round(root.h * scale) + 1)

    def add(one: Widget, x: float, y: float, clip: pygame.Rect | None, around: pygame.Rect, upper: bool) -> None:
        x, y = x + one.x, y + one.y
        box = _box(x, y, one.w, one.h, scale)
        area = box.inflate(2 * one.far * scale, 2 * one.far * scale)
        if not one.w or not one.h:
            area = area.union(around)
        area = area.clip(whole if clip is None else clip)
        if one.paint is not None and area.w and not one.veiled:
            opaque = box.inflate(-2, -2).clip(whole if clip is None else clip) if one.opaque else None
            out.append(Piece(one.paint, x, y, area, clip, upper, one.scroll, opaque))
        if one.late is not None and (found := one.late()) is not None:
            paint, (left, top, wide, tall) = found
            reach = _box(left, top, wide, tall, scale).inflate(2 * one.far * scale, 2 * one.far * scale)
            out.append(Piece(paint, left, top, reach.clip(whole if clip is None else clip), clip, upper))
        inner = clip
        if one.view:
            inner = _box(x - 6, y, one.w + 12, one.h, scale)
            inner = inner if clip is None else inner.clip(clip)
            if not inner.w or not inner.h:
                return
        within = box if one.w and one.h else around
        down = one.scroll if one.view else 0.0
        shown = () if one.veiled else reversed(one.children) if one.pile else one.children
        for child in shown:
            add(child, x, y - down, inner, within, upper)
        if one.over is not None and area.w:
            out.append(Piece(one.over, x, y, area, clip, upper, one.scroll))

    for upper in (False, True):
        for child in root.children:
            if child.id.startswith("above") is upper:
                add(child, root.x, root.y, None, whole, upper)
    return out


def _box(x: float, y: float, w: float, h: float, scale: float) -> pygame.Rect:
    left, top = round(x * scale), round(y * scale)
    return pygame.Rect(left, top, round((x + w) * scale) - left, round((y + h) * scale) - top)


def changed(before: Sequence[Piece], now: Sequence[Piece]) -> list[pygame.Rect]:
    """The parts of the window in which two lists would not paint the same."""
    waiting: dict[tuple[float, float, object], list[int]] = {}
    for number, one in enumerate(before):
        waiting.setdefault(_key(one), []).append(number)
    kept = [False] * len(before)
    last = -1
    out: list[pygame.Rect] = []
    for one in now:
        found = -1
        for number in waiting.get(_key(one), ()):
            old = before[number]
            if (
                not kept[number]
                and number > last
                and (old.clip, old.scroll, old.upper) == (one.clip, one.scroll, one.upper)
                and same(old.paint, one.paint)
            ):
                found = number
                break
        if found < 0:
            out.append(one.area)
        else:
            kept[found], last = True, found
    out += [one.area for one, still in zip(before, kept, strict=True) if not still]
    return together(out)


def _key(one: Piece) -> tuple[float, float, object]:
    return one.x, one.y, getattr(one.paint, "__code__", one.paint)


def together(areas: Iterable[pygame.Rect]) -> list[pygame.Rect]:
    """Parts that hold all of these areas, two of them joined wherever that is less to paint than both."""
    parts: list[pygame.Rect] = []
    for area in areas:
        part = area.copy()
        near = next((other for other in parts if _joined(part, other)), None)
        while near is not None:
            parts.remove(near)
            part = part.union(near)
            near = next((other for other in parts if _joined(part, other)), None)
        parts.append(part)
    return parts


def _joined(one: pygame.Rect, other: pygame.Rect) -> bool:
    both = one.union(other)
    return both.w * both.h <= one.w * one.h + other.w * other.h + APART
