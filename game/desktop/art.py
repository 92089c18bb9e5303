"""Drawings: SVG files opened at the size that is needed, and kept."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pygame

from game.desktop.places import assets
from game.desktop.theme import Colour

_kept: dict[tuple[str, int, int, Colour | None, float], pygame.Surface] = {}


@cache
def file(kind: str, name: str) -> Path | None:
    """A drawing by its kind (people, icons, props, stamps) and name, or None."""
    path = assets() / "drawings" / kind / f"{name}.svg"
    return path if path.is_file() else None


def drawing(
    kind: str, name: str, width: int, height: int, tint: Colour | None = None, light: float = 1.0
) -> pygame.Surface | None:
    """A drawing at a size in pixels, in one colour if `tint` is given, dimmed if `light` is below 1."""
    key = (f"{kind}/{name}", width, height, tint, light)
    found = _kept.get(key)
    if found is None:
        path = file(kind, name)
        if path is None or width < 1 or height < 1:
            return None
        found = pygame.image.load_sized_svg(str(path), (width, height)).convert_alpha()
        if tint is not None:
            found.fill((0, 0, 0, 255), special_flags=pygame.BLEND_RGBA_MULT)
            found.fill((*tint, 0), special_flags=pygame.BLEND_RGBA_ADD)
        if light < 1.0:
            grey = round(255 * light)
            found.fill((grey, grey, grey, 255), special_flags=pygame.BLEND_RGBA_MULT)
        if len(_kept) > 240:
            _kept.clear()
        _kept[key] = found
    return found
