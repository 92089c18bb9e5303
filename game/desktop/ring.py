"""The one focus ring: brass, three units wide, three away, with a dark edge, aslant like the paper it goes round."""

from __future__ import annotations

import math

import pygame

from game.desktop.painter import Painter
from game.desktop.ui import Ui
from game.desktop.widget import Widget

WIDTH, GAP = 3.0, 3.0


def ring(p: Painter, ui: Ui, root: Widget, what: Widget, draw: bool = True) -> pygame.Rect | None:
    """Draw it round a widget, within the viewports that the widget lies in; where that is, in pixels."""
    found = _place(root, what, 0.0, 0.0, None)
    if found is None:
        return None
    x, y, clip = found
    gap = -1.0 if what.inside else GAP
    x, y, w, h = x - gap, y - gap, what.w + 2 * gap, what.h + 2 * gap
    colour, dark = ui.colour("brass"), ui.colour("room")
    area = p.rect(x, y, w, h).inflate(p.px(24), p.px(24)).clip(p.surface.get_rect())
    if not draw:
        return area
    if what.rule:
        p.fill(colour, x + gap, y + gap - 1, what.w, WIDTH)
        return area
    before = p.surface.get_clip()
    if clip is not None:
        p.surface.set_clip(p.rect(clip[0] - 6, clip[1] - 6, clip[2] + 12, clip[3] + 12))
    if what.tilt and not ui.theme.contrast:
        angle = -math.radians(what.tilt)
        cx, cy = x + w / 2, y + h / 2
        corners = []
        for dx, dy in ((-w / 2, -h / 2), (w / 2, -h / 2), (w / 2, h / 2), (-w / 2, h / 2)):
            corners.append(
                (cx + dx * math.cos(angle) - dy * math.sin(angle), cy + dx * math.sin(angle) + dy * math.cos(angle))
            )
        p.shape(dark, corners, WIDTH + 2)
        p.shape(colour, corners, WIDTH)
    else:
        rect = p.rect(x, y, w, h)
        wide = max(2, p.px(WIDTH))
        pygame.draw.rect(p.surface, dark, rect.inflate(2, 2), wide + 2)
        pygame.draw.rect(p.surface, colour, rect, wide)
    p.surface.set_clip(before)
    return area


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
