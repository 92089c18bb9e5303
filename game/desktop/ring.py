"""The one focus ring: brass, three units wide, three away, with a dark edge, aslant like the paper it goes round."""

from __future__ import annotations

import math

import pygame

from game.desktop.painter import Painter
from game.desktop.ui import Ui
from game.desktop.widget import Widget

WIDTH, GAP = 3.0, 3.0


def ring(p: Painter, ui: Ui, root: Widget, what: Widget, draw: bool = True) -> list[pygame.Rect]:
    """Draw it round a widget, within the viewports that the widget lies in; the parts that it may touch, in pixels."""
    found = _place(root, what, 0.0, 0.0, None)
    if found is None:
        return []
    x, y, clip = found
    gap = -1.0 if what.inside else GAP + what.clear
    x, y, w, h = x - gap, y - gap, what.w + 2 * gap, what.h + 2 * gap
    slant = math.radians(what.tilt) if what.tilt and not ui.theme.contrast else 0.0
    parts = _edges(p, x, y, w, h, slant)
    if what.rule:
        parts = parts[:1]
    if not draw:
        return parts
    colour, dark = ui.colour("brass"), ui.colour("room")
    if what.rule:
        p.fill(colour, x + gap, y + gap - 1, what.w, WIDTH)
        return parts
    before = p.surface.get_clip()
    if clip is not None:
        p.surface.set_clip(p.rect(clip[0] - 6, clip[1] - 6, clip[2] + 12, clip[3] + 12))
    if slant:
        cx, cy = x + w / 2, y + h / 2
        corners = []
        for dx, dy in ((-w / 2, -h / 2), (w / 2, -h / 2), (w / 2, h / 2), (-w / 2, h / 2)):
            corners.append(
                (cx + dx * math.cos(slant) + dy * math.sin(slant), cy - dx * math.sin(slant) + dy * math.cos(slant))
            )
        p.shape(dark, corners, WIDTH + 2)
        p.shape(colour, corners, WIDTH)
    else:
        rect = p.rect(x, y, w, h)
        wide = max(2, p.px(WIDTH))
        pygame.draw.rect(p.surface, dark, rect.inflate(2, 2), wide + 2)
        pygame.draw.rect(p.surface, colour, rect, wide)
    p.surface.set_clip(before)
    return parts


def _edges(p: Painter, x: float, y: float, w: float, h: float, slant: float) -> list[pygame.Rect]:
    """The four edges as far as the ring may touch them: above, below, left, right; what lies within is left out."""
    deep = p.px(WIDTH + 4 + max(w, h) / 2 * abs(math.sin(slant))) + 2 | 1  # SDL copies short rows of 16 bytes slowly
    inner = p.rect(x, y, w, h)
    outer = inner.inflate(2 * deep, 2 * deep)
    inner.inflate_ip(-2 * deep, -2 * deep)
    shown = p.surface.get_rect()
    parts: tuple[pygame.Rect, ...] = (outer,)
    if inner.w > 0 and inner.h > 0:
        parts = (
            pygame.Rect(outer.x, outer.y, outer.w, inner.y - outer.y),
            pygame.Rect(outer.x, inner.bottom, outer.w, outer.bottom - inner.bottom),
            pygame.Rect(outer.x, inner.y, inner.x - outer.x, inner.h),
            pygame.Rect(inner.right, inner.y, outer.right - inner.right, inner.h),
        )
    return [part for part in (one.clip(shown) for one in parts) if part.w and part.h]


def _place(
    one: Widget, what: Widget, x: float, y: float, clip: tuple[float, float, float, float] | None
) -> tuple[float, float, tuple[float, float, float, float] | None] | None:
    x, y = x + one.x, y + one.y
    if one is what:
        return x, y, clip
    if one.view:
        clip = (x, y, one.w, one.h)
    for child in one.children:
        found = _place(child, what, x, y - one.scroll, clip)
        if found is not None:
            return found
    return None
