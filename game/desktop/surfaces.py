"""Surfaces made of numbers:

baize, wood, leather, the lamp, papers and their shadows. Each is drawn once a size and kept.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from typing import Literal

import pygame

from game.desktop.theme import Colour, Room, mix

Keep = dict[tuple[object, ...], pygame.Surface]
MOST = 44_000_000
"""Bytes of papers and other pieces that are kept."""
MOST_ROOMS = 5
LAMP = (600.0, 330.0)
"""Where the lamp stands, in units of a window of 1280 by 720."""
COARSE = (128, 72)
"""The size at which gradients are computed, before they are smoothed to the window's."""


class Surfaces:
    """Makes and keeps the pictures that cost more than a frame."""

    def __init__(self) -> None:
        self._kept: Keep = {}
        self._size = 0
        self._rooms: Keep = {}

    def keep(self, key: tuple[object, ...], make: Callable[[], pygame.Surface]) -> pygame.Surface:
        """The picture of that key; those not used for longest make room for it."""
        found = self._kept.pop(key, None)
        if found is None:
            found = make()
            self._size += _bytes(found)
            while self._size > MOST and self._kept:
                self._size -= _bytes(self._kept.pop(next(iter(self._kept))))
        self._kept[key] = found
        return found

    def once(self, key: tuple[object, ...], make: Callable[[], pygame.Surface]) -> pygame.Surface:
        """For pictures as large as the window: only a few are kept."""
        found = self._rooms.pop(key, None)
        if found is None:
            found = make()
            while len(self._rooms) >= MOST_ROOMS:
                del self._rooms[next(iter(self._rooms))]
        self._rooms[key] = found
        return found

    def room(self, room: Room, size: tuple[int, int]) -> pygame.Surface:
        """The surface under the papers, lit by the lamp."""
        return self.once(("room", room.seat, room.surface, room.stops, size), lambda: _room(room, size))

    def lamp(self, room: Room, size: tuple[int, int], centre: tuple[float, float] = (600, 310)) -> pygame.Surface:
        """The mask over the papers: clear where the light falls."""
        return self.once(("lamp", room["room"], size, centre), lambda: _lamp(room["room"], size, centre))

    def gradient(self, size: tuple[int, int], stops: tuple[tuple[float, Colour], ...]) -> pygame.Surface:
        """Colours from top to bottom."""
        return self.once(("gradient", size, stops), lambda: _upright(size, stops))

    def glow(
        self,
        size: tuple[int, int],
        inner: Colour,
        outer: Colour,
        centre: tuple[float, float],
        radii: tuple[float, float],
    ) -> pygame.Surface:
        """A soft round light on a plain ground."""
        return self.once(
            ("glow", size, inner, outer, centre, radii),
            lambda: _radial(size, (inner, outer), (0.0, 1.0), centre, radii),
        )

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
        return self.keep(key, lambda: _paper(self, size, fill, scale, tilt, kind, accent, lifted))

    def shadow(self, blur: int, alpha: float) -> pygame.Surface:
        """A square of soft shadow to be cut in nine."""
        return self.keep(("shadow", blur, alpha), lambda: _shadow(blur, alpha))

    def grain(self, seed: int, alpha: int, tone: int = 0) -> pygame.Surface:
        """256 by 256 of fine noise, to be tiled."""
        return self.keep(("grain", seed, alpha, tone), lambda: _grain(seed, alpha, tone))


def _bytes(picture: pygame.Surface) -> int:
    return picture.get_width() * picture.get_height() * 4


def margin(scale: float) -> int:
    """How far a paper's picture reaches beyond the sheet."""
    return round(40 * scale)


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


def tile(on: pygame.Surface, what: pygame.Surface) -> None:
    for y in range(0, on.get_height(), what.get_height()):
        for x in range(0, on.get_width(), what.get_width()):
            on.blit(what, (x, y))


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


def _lamp(dark: Colour, size: tuple[int, int], centre: tuple[float, float]) -> pygame.Surface:
    red, green, blue = mix(dark, (0, 0, 0), 0.45)
    small = field("RGBA", centre, (820, 620), lambda far: bytes((red, green, blue, _dim(far))))
    return pygame.transform.smoothscale(small, size).convert_alpha()


def _dim(far: float) -> int:
    """Clear to 46 %, .12 at 80 %, and never more than .20 over a paper: .30 beyond the rim, where none lies."""
    if far <= 0.46:
        return 0
    if far <= 0.8:
        return int(255 * 0.12 * (far - 0.46) / 0.34)
    if far <= 0.98:
        return int(255 * (0.12 + 0.07 * (far - 0.8) / 0.18))
    return int(255 * min(0.32, 0.19 + 0.13 * (far - 0.98) / 0.2))


def _upright(size: tuple[int, int], stops: tuple[tuple[float, Colour], ...]) -> pygame.Surface:
    small = pygame.Surface((1, 512))
    for y in range(512):
        small.set_at((0, y), _between(tuple(c for _, c in stops), tuple(p for p, _ in stops), y / 511))
    return pygame.transform.smoothscale(small, size).convert()


def _shadow(blur: int, alpha: float) -> pygame.Surface:
    side = blur * 6
    out = pygame.Surface((side, side), pygame.SRCALPHA)
    pygame.draw.rect(out, (0, 0, 0, round(alpha * 255)), (blur * 2, blur * 2, side - blur * 4, side - blur * 4))
    return pygame.transform.gaussian_blur(out, blur) if blur > 0 else out


def nine(on: pygame.Surface, soft: pygame.Surface, rect: pygame.Rect, blur: int) -> None:
    """Lay a soft square out to the size of `rect`, its corners kept."""
    corner = blur * 3
    outer = rect.inflate(blur * 4, blur * 4)
    edge = min(corner, outer.w // 2, outer.h // 2)
    side = soft.get_width()
    xs = (
        (0, edge, outer.x, edge),
        (edge, side - 2 * edge, outer.x + edge, outer.w - 2 * edge),
        (side - edge, edge, outer.right - edge, edge),
    )
    ys = (
        (0, edge, outer.y, edge),
        (edge, side - 2 * edge, outer.y + edge, outer.h - 2 * edge),
        (side - edge, edge, outer.bottom - edge, edge),
    )
    for x, w, left, wide in xs:
        for y, h, top, tall in ys:
            if wide <= 0 or tall <= 0:
                continue
            if w <= 0 or h <= 0:
                part = soft.subsurface((min(x, side - 1), min(y, side - 1), max(1, w), max(1, h)))
            else:
                part = soft.subsurface((x, y, w, h))
            on.blit(
                part if part.get_size() == (wide, tall) else pygame.transform.scale(part, (wide, tall)), (left, top)
            )


def _paper(
    surfaces: Surfaces,
    size: tuple[int, int],
    fill: Colour,
    scale: float,
    tilt: float,
    kind: str,
    accent: Colour,
    lifted: bool,
) -> pygame.Surface:
    room = margin(scale)
    out = pygame.Surface((size[0] + 2 * room, size[1] + 2 * room), pygame.SRCALPHA)
    rect = pygame.Rect(room, room, *size)
    near, far = max(1, round(3 * scale)), max(2, round((16 if lifted else 12) * scale))
    nine(out, surfaces.shadow(far, 0.42), rect.move(0, round(10 * scale)), far)
    nine(out, surfaces.shadow(near, 0.40), rect.move(0, round(2 * scale)), near)
    sheet = _sheet(surfaces, size, fill, scale, kind, accent)
    if tilt:
        whole = pygame.Surface(out.get_size(), pygame.SRCALPHA)
        whole.blit(sheet, (room, room))
        turned = pygame.transform.rotozoom(whole, tilt, 1)
        out.blit(turned, turned.get_rect(center=out.get_rect().center))
    else:
        out.blit(sheet, (room, room))
    return out.convert_alpha()


def _sheet(
    surfaces: Surfaces, size: tuple[int, int], fill: Colour, scale: float, kind: str, accent: Colour
) -> pygame.Surface:
    """The sheet alone: plain, teletype, typed, telegram, dark (a board), card."""
    out = pygame.Surface(size, pygame.SRCALPHA)
    out.fill(fill)
    width, height = size
    if kind == "board":
        tile(out, surfaces.grain(21, 20))
        pygame.draw.rect(out, mix(fill, (255, 255, 255), 0.16), out.get_rect(), max(1, round(scale)))
        for x in (15, width / scale - 15):
            for y in (15, height / scale - 15):
                _screw(out, x * scale, y * scale, scale, accent)
        return out
    tile(out, surfaces.grain(7, 12))
    edge = pygame.Surface((width, max(1, round(scale))), pygame.SRCALPHA)
    edge.fill((255, 255, 255, 90))
    out.blit(edge, (0, 0))
    low = pygame.Surface((width, max(1, round(scale))), pygame.SRCALPHA)
    low.fill((0, 0, 0, 40))
    out.blit(low, (0, height - low.get_height()))
    dark = mix(fill, (40, 40, 40), 0.62)
    if kind == "teletype":
        y = 16.0
        while y < height / scale - 10:
            for x in (12.0, width / scale - 12.0):
                pygame.draw.aacircle(out, dark, (x * scale, y * scale), 4 * scale)
            y += 20
        for x in (24.0, width / scale - 24.0):
            for step in range(0, int(height / scale), 6):
                pygame.draw.rect(
                    out,
                    mix(fill, dark, 0.45),
                    (round(x * scale), round(step * scale), max(1, round(scale)), max(1, round(3 * scale))),
                )
    elif kind == "typed":
        for x in (width / 2 - 36 * scale, width / 2 + 36 * scale):
            pygame.draw.aacircle(out, dark, (x, 14 * scale), 5 * scale)
    elif kind == "telegram":
        inset = round(6 * scale)
        frame = pygame.Surface(size, pygame.SRCALPHA)
        pygame.draw.rect(
            frame, (*accent, 140), frame.get_rect().inflate(-2 * inset, -2 * inset), max(1, round(1.5 * scale))
        )
        out.blit(frame, (0, 0))
    return out


def _screw(on: pygame.Surface, x: float, y: float, scale: float, brass: Colour) -> None:
    pygame.draw.aacircle(on, mix(brass, (0, 0, 0), 0.45), (x, y), 5.5 * scale)
    pygame.draw.aacircle(on, brass, (x, y), 4.5 * scale)
    pygame.draw.line(
        on,
        mix(brass, (0, 0, 0), 0.6),
        (x - 3 * scale, y + 2 * scale),
        (x + 3 * scale, y - 2 * scale),
        max(1, round(1.4 * scale)),
    )
