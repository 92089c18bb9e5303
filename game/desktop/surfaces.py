"""Surfaces made of numbers:

baize, wood, leather, the lamp, light and grain. Each is drawn once a size and kept.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from functools import partial
from typing import Literal

import pygame

from game.desktop import sheets
from game.desktop.kept import Kept
from game.desktop.sheets import tile
from game.desktop.theme import Colour, Room, mix

MOST, MOST_ROOMS = 26_000_000, 30_000_000
"""Bytes of papers and other pieces that are kept, and of grounds, lamps and charts."""
LAMP = (600.0, 330.0)
"""Where the lamp stands, in units of a window of 1280 by 720."""
COARSE = (96, 54)
"""The size at which gradients are computed, before they are smoothed to the window's."""


class Surfaces:
    """Makes and keeps the pictures that cost more than a frame."""

    def __init__(self) -> None:
        self._pieces, self._rooms = Kept(MOST), Kept(MOST_ROOMS)

    def keep(self, key: tuple[object, ...], make: Callable[[], pygame.Surface]) -> pygame.Surface:
        """The picture of that key."""
        return self._pieces.found(key, make)

    def once(self, key: tuple[object, ...], make: Callable[[], pygame.Surface]) -> pygame.Surface:
        """The same for pictures as large as the window, which would drive out everything else."""
        return self._rooms.found(key, make)

    def known(self, key: tuple[object, ...]) -> pygame.Surface | None:
        """What `once` has kept under a key, if it has."""
        return self._rooms.known(key)

    def room(self, room: Room, size: tuple[int, int]) -> pygame.Surface:
        """The surface under the papers, lit by the lamp."""
        return self.once(("room", room.seat, room.surface, room.stops, size), lambda: _room(room, size))

    def lamp(self, room: Room, size: tuple[int, int]) -> pygame.Surface:
        """The mask over the papers: clear where the light falls."""
        from game.desktop import lamp

        return self.once(("lamp", room["room"], size), lambda: lamp.mask(room["room"], size))

    def gradient(self, size: tuple[int, int], stops: tuple[tuple[float, Colour], ...]) -> pygame.Surface:
        """Colours from top to bottom."""
        return _upright(size, stops)

    def glow(
        self,
        size: tuple[int, int],
        inner: Colour,
        outer: Colour,
        centre: tuple[float, float],
        radii: tuple[float, float],
    ) -> pygame.Surface:
        """A soft round light on a plain ground, with a breath of grain: a few dark tones would show as rings."""

        def made() -> pygame.Surface:
            out = _radial(size, (inner, outer), (0.0, 1.0), centre, radii)
            tile(out, self.grain(17, 5))
            return out

        return self.once(("glow", size, inner, outer, centre, radii), made)

    def leather(self, room: Room, size: tuple[int, int]) -> pygame.Surface:
        return self.keep(("leather", room.seat, size), lambda: _leather(room, size))

    def paper(
        self,
        size: tuple[int, int],
        fill: Colour,
        scale: float,
        tilt: float = 0.0,
        kind: str = "plain",
        accent: Colour = (0, 0, 0),
        lifted: bool = False,
    ) -> pygame.Surface:
        """A sheet with its shadow; `size` is the sheet's, the picture is larger by `margin` on every side."""
        key = ("paper", size, fill, round(scale, 3), round(tilt, 2), kind, accent, lifted)
        return self.keep(key, lambda: sheets.made(self, size, fill, scale, tilt, kind, accent, lifted))

    def lay(
        self,
        on: pygame.Surface,
        at: tuple[int, int],
        size: tuple[int, int],
        fill: Colour,
        scale: float,
        tilt: float,
        kind: str,
        accent: Colour,
        lifted: bool,
    ) -> None:
        """Lay a sheet down, its picture's corner `at` a place. Only its rim is kept: the rest is what it is made of,
        which needs no room of its own.
        """
        wide, tall = (side + 2 * sheets.margin(scale) for side in size)
        edge = sheets.rim(size, scale, tilt)
        if min(wide, tall) < 3 * edge:
            on.blit(self.paper(size, fill, scale, tilt, kind, accent, lifted), at)
            return
        key = ("rim", size, fill, round(scale, 3), round(tilt, 2), kind, accent, lifted)
        boxes = (
            pygame.Rect(0, 0, wide, edge),
            pygame.Rect(0, tall - edge, wide, edge),
            pygame.Rect(0, edge, edge, tall - 2 * edge),
            pygame.Rect(wide - edge, edge, edge, tall - 2 * edge),
        )
        parts = [self._pieces.known((*key, number)) for number in range(4)]
        if None in parts:
            whole = sheets.made(self, size, fill, scale, tilt, kind, accent, lifted)
            parts = [
                self.keep((*key, number), partial(pygame.Surface.copy, whole.subsurface(box)))
                for number, box in enumerate(boxes)
            ]
        clip = on.get_clip()
        for part, box in zip(parts, boxes, strict=True):
            if part is not None and clip.colliderect(box.move(at)):
                on.blit(part, (at[0] + box.x, at[1] + box.y))
        middle = pygame.Rect(at[0] + edge, at[1] + edge, wide - 2 * edge, tall - 2 * edge).clip(clip)
        if middle.w and middle.h:
            on.set_clip(middle)
            tile(on, sheets.stuff_of(self, fill, kind), at, middle)
            on.set_clip(clip)

    def shadow(self, blur: int, alpha: float) -> pygame.Surface:
        """A square of soft shadow to be cut in nine."""
        return self.keep(("shadow", blur, alpha), lambda: _shadow(blur, alpha))

    def stuff(self, fill: Colour, seed: int, alpha: int) -> pygame.Surface:
        """512 by 512 of what a sheet is made of, to be tiled."""
        return self.keep(("stuff", fill, seed, alpha), lambda: _stuff(self, fill, seed, alpha))

    def veil(self, size: tuple[int, int], ground: Colour, down: bool) -> pygame.Surface:
        """From nothing to the ground: downwards, or upwards."""
        return self.keep(("veil", size, ground, down), lambda: _veil(size, ground, down))

    def grain(self, seed: int, alpha: int, tone: int = 0) -> pygame.Surface:
        """256 by 256 of fine noise, to be tiled."""
        return self.keep(("grain", seed, alpha, tone), lambda: _grain(seed, alpha, tone))


def _grain(seed: int, alpha: int, tone: int) -> pygame.Surface:
    chance = random.Random(seed)
    side = 256
    raw = chance.randbytes(side * side)
    data = bytearray(side * side * 4)
    shade = bytes(255 if value >= 128 else tone for value in range(256))
    depth = bytes(abs(value - 128) * alpha // 128 for value in range(256))
    data[0::4] = data[1::4] = data[2::4] = raw.translate(shade)
    data[3::4] = raw.translate(depth)
    return pygame.image.frombuffer(bytes(data), (side, side), "RGBA").copy()


def _stuff(surfaces: Surfaces, fill: Colour, seed: int, alpha: int) -> pygame.Surface:
    out = pygame.Surface((512, 512)).convert()
    out.fill(fill)
    tile(out, surfaces.grain(seed, alpha))
    return out.convert_alpha()  # which is mixed faster than a surface without it is copied where rows are not aligned


def _between(stops: tuple[Colour, ...], places: tuple[float, ...], at: float) -> Colour:
    if at <= places[0]:
        return stops[0]
    for number in range(1, len(stops)):
        if at <= places[number]:
            part = (at - places[number - 1]) / (places[number] - places[number - 1])
            return mix(stops[number - 1], stops[number], part)
    return stops[-1]


def _radial(
    size: tuple[int, int],
    stops: tuple[Colour, ...],
    places: tuple[float, ...],
    centre: tuple[float, float],
    radii: tuple[float, float],
) -> pygame.Surface:
    """A radial gradient, computed coarsely and smoothed; centre and radii as for 1280 by 720."""
    table = [bytes(_between(stops, places, step / 255 * places[-1])) for step in range(256)]
    part = 255 / places[-1]
    small = field("RGB", centre, radii, lambda far: table[min(255, int(far * part))])
    return pygame.transform.smoothscale(small, size).convert()


def field(
    form: Literal["RGB", "RGBA"],
    centre: tuple[float, float],
    radii: tuple[float, float],
    shade: Callable[[float], bytes],
) -> pygame.Surface:
    """A small picture: each pixel's colour follows from how far it lies from a centre, in units of two radii."""
    width, height = COARSE
    across = [(((x + 0.5) / width * 1280 - centre[0]) / radii[0]) ** 2 for x in range(width)]
    rows = []
    for y in range(height):
        down = (((y + 0.5) / height * 720 - centre[1]) / radii[1]) ** 2
        rows += [shade(math.sqrt(one + down)) for one in across]
    return pygame.image.frombuffer(b"".join(rows), COARSE, form)


def _room(room: Room, size: tuple[int, int]) -> pygame.Surface:
    wide = room.surface == "wood"
    out = _radial(size, room.stops, (0.0, 0.34, 0.78, 1.25), LAMP, (800, 600) if wide else (760, 560))
    if room.surface == "plain":
        return out
    if wide:
        _wood(out)
        tile(out, _grain(5, 14, 0))
    else:
        tile(out, _grain(3, 15, 0))
    return out


def _wood(on: pygame.Surface) -> None:
    """Long streaks along the board."""
    chance = random.Random(13)
    width, height = on.get_size()
    small = pygame.Surface((48, max(2, height // 2)), pygame.SRCALPHA)
    for y in range(small.get_height()):
        depth = chance.randint(0, 46) if chance.random() < 0.5 else chance.randint(0, 14)
        bright = chance.random() < 0.36
        phase, pace = chance.random() * 6.28, 0.05 + chance.random() * 0.12
        for x in range(48):
            alpha = int(depth * (0.55 + 0.45 * math.sin(phase + x * pace)))
            small.set_at((x, y), (255, 214, 160, alpha // 3) if bright else (0, 0, 0, alpha))
    on.blit(pygame.transform.smoothscale(small, (width, height)), (0, 0))
    for _ in range(3):
        y = chance.randrange(height)
        veil = pygame.Surface((width, max(1, height // 360)), pygame.SRCALPHA)
        veil.fill((0, 0, 0, 70))
        on.blit(veil, (0, y))


def _leather(room: Room, size: tuple[int, int]) -> pygame.Surface:
    stops = room.blotter or room.stops[:3]
    out = _radial(size, stops, (0.0, 0.6, 1.3), (640, 300), (760, 560))
    coarse = pygame.transform.smoothscale(_grain(11, 26, 0), (512, 512))
    tile(out, coarse)
    tile(out, _grain(12, 16, 0))
    return out


def _upright(size: tuple[int, int], stops: tuple[tuple[float, Colour], ...]) -> pygame.Surface:
    width, height = size
    colours, places = tuple(colour for _, colour in stops), tuple(place for place, _ in stops)
    rows = b"".join(bytes(_between(colours, places, y / (height - 1))) for y in range(height))
    return pygame.transform.scale(pygame.image.frombuffer(rows, (1, height), "RGB"), (width, height)).convert()


def _veil(size: tuple[int, int], ground: Colour, down: bool) -> pygame.Surface:
    tall = size[1]
    rows = [bytes((*ground, round(240 * ((y + 0.5) / tall) ** 1.2))) for y in range(tall)]
    data = b"".join(rows if down else rows[::-1])
    return pygame.transform.scale(pygame.image.frombuffer(data, (1, tall), "RGBA"), size).convert_alpha()


def _shadow(blur: int, alpha: float) -> pygame.Surface:
    side = blur * 6
    out = pygame.Surface((side, side), pygame.SRCALPHA)
    pygame.draw.rect(out, (0, 0, 0, round(alpha * 255)), (blur * 2, blur * 2, side - blur * 4, side - blur * 4))
    return pygame.transform.gaussian_blur(out, blur) if blur > 0 else out
