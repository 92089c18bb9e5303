"""Drawings: SVG files opened at the size that is needed, and kept."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pygame

from game.desktop.kept import Kept
from game.desktop.places import assets
from game.desktop.theme import Colour

MOST = 6_000_000
"""Bytes of drawings that are kept."""
_kept = Kept(MOST)


@cache
def file(kind: str, name: str) -> Path | None:
    """A drawing by its kind (people, icons, props, stamps) and name, or None."""
    path = assets() / "drawings" / kind / f"{name}.svg"
    return path if path.is_file() else None


def drawing(
    kind: str, name: str, width: int, height: int, tint: Colour | None = None, light: float = 1.0
) -> pygame.Surface | None:
    """A drawing at a size in pixels, in one colour if `tint` is given, dimmed if `light` is below 1."""
    path = file(kind, name)
    if path is None or width < 1 or height < 1:
        return None
    where = str(path)
    return _kept.found((where, width, height, tint, light), lambda: _drawn(where, width, height, tint, light))


def _drawn(path: str, width: int, height: int, tint: Colour | None, light: float) -> pygame.Surface:
    out = pygame.image.load_sized_svg(path, (width, height)).convert_alpha()
    if tint is not None:
        out.fill((0, 0, 0, 255), special_flags=pygame.BLEND_RGBA_MULT)
        out.fill((*tint, 0), special_flags=pygame.BLEND_RGBA_ADD)
    if light < 1.0:
        grey = round(255 * light)
        out.fill((grey, grey, grey, 255), special_flags=pygame.BLEND_RGBA_MULT)
    return out
