"""The lamp over the desk: a mask that is clear where its light falls, and darkens what lies beyond."""

from __future__ import annotations

import math
from functools import cache

import pygame

from game.desktop.surfaces import COARSE, field
from game.desktop.theme import Colour, mix

CENTRE, REACH = (600.0, 310.0), (820.0, 620.0)
"""Where the light stands and how far it reaches across and down, in units of a window of 1280 by 720."""
CLEAR = 0.46
"""The part of its reach in which nothing is dimmed."""
BANDS = 27


def mask(room: Colour, size: tuple[int, int]) -> pygame.Surface:
    """To be laid over the papers; `room` is the colour of the dark."""
    red, green, blue = mix(room, (0, 0, 0), 0.45)
    small = field("RGBA", CENTRE, REACH, lambda far: bytes((red, green, blue, _dim(far))))
    return pygame.transform.smoothscale(small, size).convert_alpha()


def _dim(far: float) -> int:
    """Clear at first, .12 at 80 %, and never more than .20 over a paper: .30 beyond the rim, where none lies."""
    if far <= CLEAR:
        return 0
    if far <= 0.8:
        return int(255 * 0.12 * (far - CLEAR) / 0.34)
    if far <= 0.98:
        return int(255 * (0.12 + 0.07 * (far - 0.8) / 0.18))
    return int(255 * min(0.32, 0.19 + 0.13 * (far - 0.98) / 0.2))


def shade(on: pygame.Surface, dark: pygame.Surface, part: pygame.Rect) -> None:
    """Lay a mask over a part of the window; where it is clear, and most papers lie, there is nothing to do."""
    both = (part.clip(one) for one in dimmed(dark.get_size()))
    on.blits([(dark, one, one) for one in both if one.w and one.h], False)


@cache
def dimmed(size: tuple[int, int]) -> tuple[pygame.Rect, ...]:
    """Where a mask of that size is not clear: bands across the window, cut in two where the light falls."""
    wide, tall = size
    cell = wide / COARSE[0], tall / COARSE[1]  # the mask is smoothed from cells as large as these
    middle, level = CENTRE[0] / 1280 * wide, CENTRE[1] / 720 * tall
    across, down = (CLEAR * reach * side for reach, side in ((REACH[0] / 1280, wide), (REACH[1] / 720, tall)))
    out: list[pygame.Rect] = []
    for number in range(BANDS):
        top, low = tall * number // BANDS, tall * (number + 1) // BANDS
        far = (max(abs(top - level), abs(low - level)) + 1.5 * cell[1]) / down
        half = across * math.sqrt(max(0.0, 1 - far * far)) - 1.5 * cell[0]
        sides = ((0, math.floor(middle - half)), (math.ceil(middle + half), wide)) if half > 0 else ((0, wide),)
        for left, right in sides:
            above = next((one for one in out[-2:] if (one.left, one.right, one.bottom) == (left, right, top)), None)
            if above is not None:
                above.height += low - top
            else:
                out.append(pygame.Rect(left, top, right - left, low - top))
    return tuple(out)
