"""A sheet of paper and its shadow: plain, teletype, typed, telegram, or a board with screws; drawn once and kept.

A paper lies a little aslant: its edges and what is printed on it are drawn so, for to turn a finished picture costs
many times as much and leaves a ragged edge.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import pygame

from game.desktop.theme import Colour, mix

if TYPE_CHECKING:
    from game.desktop.surfaces import Surfaces

Place = tuple[float, float]


RIM = 30.0
"""Units from the edge within which everything is printed: holes, frames, screws."""


def margin(scale: float) -> int:
    """How far a paper's picture reaches beyond the sheet, in pixels."""
    return round(40 * scale)


@dataclass(frozen=True, slots=True)
class Slant:
    """Where the points of a sheet lie on its picture; lengths are pixels."""

    room: float
    width: float
    height: float
    tilt: float

    def at(self, x: float, y: float) -> Place:
        turn = math.radians(-self.tilt)
        dx, dy = x - self.width / 2, y - self.height / 2
        return (
            self.room + self.width / 2 + dx * math.cos(turn) - dy * math.sin(turn),
            self.room + self.height / 2 + dx * math.sin(turn) + dy * math.cos(turn),
        )

    def box(self, inset: float) -> list[Place]:
        right, low = self.width - inset, self.height - inset
        return [self.at(inset, inset), self.at(right, inset), self.at(right, low), self.at(inset, low)]


def rim(size: tuple[int, int], scale: float, tilt: float) -> int:
    """How far in from the edge of its picture a paper has more on it than what it is made of, in pixels."""
    return margin(scale) + round(RIM * scale) + math.ceil(max(size) * math.sin(math.radians(abs(tilt))))


def stuff_of(surfaces: Surfaces, fill: Colour, kind: str) -> pygame.Surface:
    """What a sheet of this kind is made of, to be tiled."""
    return surfaces.stuff(fill, 21, 16) if kind == "board" else surfaces.stuff(fill, 7, 9)


def made(
    surfaces: Surfaces,
    size: tuple[int, int],
    fill: Colour,
    scale: float,
    tilt: float,
    kind: str,
    accent: Colour,
    lifted: bool,
) -> pygame.Surface:
    """The sheet in its shadow, larger by `margin` on every side."""
    room = margin(scale)
    out = pygame.Surface((size[0] + 2 * room, size[1] + 2 * room), pygame.SRCALPHA)
    rect = pygame.Rect(room, room, *size)
    (near, close), (far, wide) = shadows(surfaces, scale, lifted)
    _nine(out, wide, rect.move(0, round(10 * scale)), far)
    _nine(out, close, rect.move(0, round(2 * scale)), near)
    slant = Slant(room, size[0], size[1], tilt)
    stuff = stuff_of(surfaces, fill, kind)
    if tilt:
        sheet = pygame.Surface(out.get_size(), pygame.SRCALPHA)
        tile(sheet, stuff)
        _print(sheet, slant, fill, scale, kind, accent)
        _trim(sheet, slant)
        out.blit(sheet, (0, 0))
    else:
        out.set_clip(rect)
        tile(out, stuff)
        out.set_clip(None)
        _print(out, slant, fill, scale, kind, accent)
    return out


def _trim(sheet: pygame.Surface, slant: Slant) -> None:
    """Cut off what lies beyond the four edges; of a pixel that an edge runs through, as much stays as lies within."""
    one, two, three, four = slant.box(0.0)
    _cut(sheet, one, two, False, True)
    _cut(sheet, four, three, False, False)
    _cut(sheet, (one[1], one[0]), (four[1], four[0]), True, True)
    _cut(sheet, (two[1], two[0]), (three[1], three[0]), True, False)


def _cut(sheet: pygame.Surface, start: Place, end: Place, upright: bool, beyond: bool) -> None:
    """Along one edge, `beyond` which the sheet lies; of an upright edge the places are given down first, then across.

    The edge crosses few rows of pixels, and in each of them cuts off more and more: a ramp, laid on the whole row.
    """
    (x, y), slope = start, (end[1] - start[1]) / (end[0] - start[0])
    wide, tall = sheet.get_size() if not upright else sheet.get_size()[::-1]

    def box(left: int, top: int, length: int, depth: int) -> pygame.Rect:
        return pygame.Rect(top, left, depth, length) if upright else pygame.Rect(left, top, length, depth)

    ends = y - slope * x, y + slope * (wide - x)
    ramp = _ramp(rising=(slope < 0) is beyond)
    for row in range(math.floor(min(ends)), math.floor(max(ends)) + 1):
        first, last = sorted((round(x + (row - y) / slope), round(x + (row + 1 - y) / slope)))
        if last <= first:
            continue
        strip = pygame.transform.scale(ramp, (last - first, 1))
        if upright:
            strip = pygame.transform.flip(pygame.transform.rotate(strip, 90), False, True)
        sheet.blit(strip, box(first, row, last - first, 1), special_flags=pygame.BLEND_RGBA_MULT)
        low, high = max(first, 0), min(last, wide)
        if low < high:
            gone = box(low, 0, high - low, row) if beyond else box(low, row + 1, high - low, tall - row - 1)
            sheet.fill((0, 0, 0, 0), gone)


@cache
def _ramp(rising: bool) -> pygame.Surface:
    """From nothing to all, in one row of pixels."""
    row = b"".join(bytes((255, 255, 255, step if rising else 255 - step)) for step in range(256))
    return pygame.image.frombuffer(row, (256, 1), "RGBA")


def shadows(surfaces: Surfaces, scale: float, lifted: bool) -> tuple[tuple[int, pygame.Surface], ...]:
    """The two soft squares that a sheet's shadow is cut from, each after its blur in pixels."""
    near, far = max(1, round(3 * scale)), max(2, round((16 if lifted else 12) * scale))
    return (near, surfaces.shadow(near, 0.30)), (far, surfaces.shadow(far, 0.42))


def tile(
    on: pygame.Surface, what: pygame.Surface, start: tuple[int, int] = (0, 0), within: pygame.Rect | None = None
) -> None:
    """A piece laid side by side from a start, over all of a surface or as far as a part of it is touched."""
    wide, tall = what.get_size()
    box = within or on.get_rect()
    left, top = start[0] + (box.x - start[0]) // wide * wide, start[1] + (box.y - start[1]) // tall * tall
    on.fblits([(what, (x, y)) for y in range(top, box.bottom, tall) for x in range(left, box.right, wide)])


def _print(on: pygame.Surface, slant: Slant, fill: Colour, scale: float, kind: str, accent: Colour) -> None:
    """What is on the sheet before anybody writes upon it."""
    wide, tall = slant.width / scale, slant.height / scale
    dark = mix(fill, (40, 40, 40), 0.62)

    def at(x: float, y: float) -> Place:
        return slant.at(x * scale, y * scale)

    if kind == "board":
        pygame.draw.polygon(on, mix(fill, (255, 255, 255), 0.16), slant.box(0.5), max(1, round(scale)))
        for x in (15.0, wide - 15):
            for y in (15.0, tall - 15):
                _screw(on, at, x, y, scale, accent)
        return
    _line(on, mix(fill, (255, 255, 255), 0.4), at(0, 0.5), at(wide, 0.5), scale)
    _line(on, mix(fill, (0, 0, 0), 0.14), at(0, tall - 0.5), at(wide, tall - 0.5), scale)
    if kind == "teletype":
        y = 16.0
        while y < tall - 10:
            for x in (12.0, wide - 12.0):
                _hole(on, at(x, y), 4 * scale, fill, dark)
            y += 20
        for x in (24.0, wide - 24.0):
            for step in range(0, int(tall), 6):
                _line(on, mix(fill, dark, 0.4), at(x, step), at(x, min(tall, step + 3)), scale)
    elif kind == "typed":
        for x in (wide / 2 - 36, wide / 2 + 36):
            _hole(on, at(x, 14), 5 * scale, fill, dark)
    elif kind == "telegram":
        pygame.draw.aalines(on, mix(fill, accent, 0.55), True, slant.box(6 * scale))
        if scale > 1.2:
            pygame.draw.aalines(on, mix(fill, accent, 0.55), True, slant.box(6 * scale + 1))


def _line(on: pygame.Surface, colour: Colour, start: Place, end: Place, width: float) -> None:
    pygame.draw.aaline(on, colour, start, end, max(1, round(width)))


def _hole(on: pygame.Surface, place: Place, radius: float, fill: Colour, dark: Colour) -> None:
    """A punched hole: the desk shows through, and the lower edge of the paper catches the light."""
    x, y = place
    pygame.draw.aacircle(on, mix(fill, (255, 255, 255), 0.45), (x, y + max(1.0, radius * 0.18)), radius)
    pygame.draw.aacircle(on, dark, (x, y), radius)


def _screw(
    on: pygame.Surface, at: Callable[[float, float], Place], x: float, y: float, scale: float, brass: Colour
) -> None:
    pygame.draw.aacircle(on, mix(brass, (0, 0, 0), 0.45), at(x, y), 5.5 * scale)
    pygame.draw.aacircle(on, brass, at(x, y), 4.5 * scale)
    _line(on, mix(brass, (0, 0, 0), 0.6), at(x - 3, y + 2), at(x + 3, y - 2), 1.4 * scale)


def _nine(on: pygame.Surface, soft: pygame.Surface, rect: pygame.Rect, blur: int) -> None:
    """Lay a soft square out about `rect`, its corners kept; its middle, which the sheet covers, is left out."""
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
    for column, (x, w, left, wide) in enumerate(xs):
        for row, (y, h, top, tall) in enumerate(ys):
            if wide <= 0 or tall <= 0 or column == row == 1:
                continue
            if w <= 0 or h <= 0:
                part = soft.subsurface((min(x, side - 1), min(y, side - 1), max(1, w), max(1, h)))
            else:
                part = soft.subsurface((x, y, w, h))
            if part.get_size() != (wide, tall):
                part = pygame.transform.scale(part, (wide, tall))
            on.blit(part, (left, top), special_flags=pygame.BLEND_RGBA_ADD)
