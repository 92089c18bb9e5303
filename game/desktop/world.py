"""The ground of the chart: a piece of the world on paper, its coasts and borders, by day and by night."""

from __future__ import annotations

import json
import math
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

import pygame

from game.desktop.painter import Point
from game.desktop.places import assets
from game.desktop.theme import Colour, mix
from game.desktop.ui import Ui


@cache
def coasts() -> dict[str, Any]:
    """By the box that they lie in; a line is longitude, latitude, and so on, in numbers that lie close together."""
    found: dict[str, Any] = json.loads((assets() / "map" / "map.json").read_text(encoding="utf-8"))
    for box in found.values():
        for country in box["land"]:
            country["rings"] = [array("d", ring) for ring in country["rings"]]
        box["borders"] = [array("d", line) for line in box["borders"]]
    return found


@cache
def plan(scenario: str) -> dict[str, Any] | None:
    """Where a scenario's marks stand, or None where it has no map."""
    path = assets() / "map" / f"{scenario}.json"
    if not path.is_file():
        return None
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


@dataclass(frozen=True, slots=True)
class Sheet:
    """A piece of the world on a piece of paper, in units."""

    west: float
    south: float
    east: float
    north: float
    w: float
    h: float

    @classmethod
    def fitted(cls, view: Sequence[float], w: float, h: float, zoom: float = 1.0, centre: Point | None = None) -> Sheet:
        """The view widened to the paper's shape, then zoomed about a centre."""
        west, south, east, north = view
        cx, cy = centre or ((west + east) / 2, (south + north) / 2)
        squeeze = math.cos(math.radians((south + north) / 2))
        wide, tall = (east - west) * squeeze, north - south
        if wide / tall < w / h:
            wide = tall * w / h
        else:
            tall = wide * h / w
        wide, tall = wide / zoom / squeeze, tall / zoom
        return cls(cx - wide / 2, cy - tall / 2, cx + wide / 2, cy + tall / 2, w, h)

    def at(self, lon: float, lat: float) -> Point:
        return (lon - self.west) / (self.east - self.west) * self.w, (self.north - lat) / (
            self.north - self.south
        ) * self.h


@dataclass(frozen=True, slots=True)
class Inks:
    """The colours of a chart, by day on paper or by night on the dark."""

    sea: Colour
    land: Colour
    island: Colour
    coast: Colour
    ours: Colour
    theirs: Colour
    words: Colour
    night: bool


def inks(ui: Ui, night: bool) -> Inks:
    c = ui.colour
    if night:
        return Inks(
            c("night_map.sea"),
            c("night_map.land"),
            mix(c("night_map.land"), c("brass"), 0.24),
            c("night_map.coast"),
            c("night_map.ours"),
            c("night_map.theirs"),
            c("text"),
            True,
        )
    theirs = c("pencil") if c("accent") != c("pencil") else (62, 74, 84)
    return Inks(
        c("map.sea"), c("map.land"), c("map.island"), c("map.coast"), c("accent"), theirs, c("second_ink"), False
    )


def land(out: pygame.Surface, ui: Ui, sheet: Sheet, box: str, islands: Sequence[str], ink: Inks) -> Iterator[None]:
    """Sea, graticule, land, coasts and borders upon a picture, a little at a time."""
    size = out.get_size()
    out.fill(ink.sea)
    scale = ui.scale
    lines = pygame.Surface(size, pygame.SRCALPHA)
    step = 5 if sheet.east - sheet.west > 8 else 1
    faint = (*ink.coast, 46 if not ink.night else 30)
    for lon in range(math.floor(sheet.west / step) * step, math.ceil(sheet.east) + 1, step):
        x = round(sheet.at(lon, 0)[0] * scale)
        pygame.draw.line(lines, faint, (x, 0), (x, size[1]))
    for lat in range(math.floor(sheet.south / step) * step, math.ceil(sheet.north) + 1, step):
        y = round(sheet.at(0, lat)[1] * scale)
        pygame.draw.line(lines, faint, (0, y), (size[0], y))
    out.blit(lines, (0, 0))
    shapes: list[tuple[bool, list[Point]]] = []
    for country in coasts()[box]["land"]:
        for ring in country["rings"]:
            points = [sheet.at(ring[k], ring[k + 1]) for k in range(0, len(ring), 2)]
            if any(-sheet.w < x < 2 * sheet.w and -sheet.h < y < 2 * sheet.h for x, y in points):
                shapes.append((country["name"] in islands, [(x * scale, y * scale) for x, y in points]))
        yield
    halo = pygame.Surface(size, pygame.SRCALPHA)
    pale = mix(ink.sea, (255, 255, 255), 0.6) if not ink.night else mix(ink.sea, ink.coast, 0.5)
    for number, (_island, points) in enumerate(shapes):
        if number % 24 == 23:
            yield
        if len(points) > 2:
            pygame.draw.lines(halo, (*pale, 255), True, points, max(2, round(5 * scale)))
    halo.set_alpha(150 if not ink.night else 60)
    yield
    out.blit(halo, (0, 0))
    yield
    for number, (island, points) in enumerate(shapes):
        if number % 24 == 23:
            yield
        if len(points) > 2:
            pygame.draw.polygon(out, ink.island if island else ink.land, points)
            pygame.draw.aalines(out, ink.coast, True, points)
    for line in coasts()[box]["borders"]:
        points = [(x * scale, y * scale) for x, y in (sheet.at(line[k], line[k + 1]) for k in range(0, len(line), 2))]
        dashed(out, points, mix(ink.coast, ink.land, 0.35), 3 * scale, 2 * scale)
        yield


def dashed(on: pygame.Surface, points: Sequence[Point], colour: Colour, full: float, empty: float) -> None:
    drawing_now, left = True, full
    for (x1, y1), (x2, y2) in pairwise(points):
        length = math.hypot(x2 - x1, y2 - y1)
        gone = 0.0
        while gone < length - 0.01:
            take = min(left, length - gone)
            a, b = gone / length, (gone + take) / length
            if drawing_now:
                pygame.draw.aaline(
                    on, colour, (x1 + (x2 - x1) * a, y1 + (y2 - y1) * a), (x1 + (x2 - x1) * b, y1 + (y2 - y1) * b)
                )
            gone += take
            left -= take
            if left <= 0.01:
                drawing_now = not drawing_now
                left = full if drawing_now else empty
