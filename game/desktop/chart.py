"""The chart: coasts, the line in pencil, ships on their tracks, sites, boats; what is not known is drawn as not
known.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

import pygame

from game.desktop.art import drawing
from game.desktop.marks import broken_ring
from game.desktop.painter import Painter, Point, thick
from game.desktop.places import assets
from game.desktop.theme import Colour, mix
from game.desktop.ui import Ui
from game.desktop.widget import Widget
from game.papers.paper import Mark
from game.wording.catalogue import _


@cache
def coasts() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((assets() / "map" / "map.json").read_text(encoding="utf-8"))
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


def land(ui: Ui, sheet: Sheet, box: str, islands: Sequence[str], ink: Inks) -> pygame.Surface:
    """Sea, graticule, land, coasts and borders: drawn once."""
    size = (round(sheet.w * ui.scale), round(sheet.h * ui.scale))
    key = ("land", box, size, sheet, ink)
    return ui.surfaces.once(key, lambda: _land(ui, sheet, box, tuple(islands), ink, size))


def _land(ui: Ui, sheet: Sheet, box: str, islands: tuple[str, ...], ink: Inks, size: tuple[int, int]) -> pygame.Surface:
    out = pygame.Surface(size)
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
    halo = pygame.Surface(size, pygame.SRCALPHA)
    pale = mix(ink.sea, (255, 255, 255), 0.6) if not ink.night else mix(ink.sea, ink.coast, 0.5)
    for _island, points in shapes:
        if len(points) > 2:
            thick([*points, points[0]], halo, (*pale, 255), 5 * scale)
    halo.set_alpha(90 if not ink.night else 46)
    out.blit(halo, (0, 0))
    for island, points in shapes:
        if len(points) > 2:
            pygame.draw.polygon(out, ink.island if island else ink.land, points)
            pygame.draw.aalines(out, ink.coast, True, points)
    for line in coasts()[box]["borders"]:
        points = [(x * scale, y * scale) for x, y in (sheet.at(line[k], line[k + 1]) for k in range(0, len(line), 2))]
        _dashed(out, points, mix(ink.coast, ink.land, 0.35), 3 * scale, 2 * scale)
    return out.convert()


def _dashed(on: pygame.Surface, points: Sequence[Point], colour: Colour, full: float, empty: float) -> None:
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


def chart(
    ui: Ui,
    scenario: str,
    seats: tuple[str, str],
    marks: Sequence[Mark],
    width: float,
    height: float,
    night: bool = False,
    view: str = "",
    zoom: float = 1.0,
    centre: Point | None = None,
    labels: bool = True,
) -> Widget | None:
    """The chart as a widget; each mark is a part of it that can be found by its label. None where there is no map."""
    found = plan(scenario)
    if found is None:
        return None
    view = view or next(iter(found["views"]))
    named = found["views"][view]
    sheet = Sheet.fitted(named["view"], width, height, zoom, centre)
    ink = inks(ui, night)
    out = Widget("image", str(named["name"]), w=width, h=height)
    own = seats[ui.seat]

    def ground(p: Painter, x: float, y: float) -> None:
        p.blit(land(ui, sheet, named["box"], found["island"], ink), x, y)
        if labels:
            _labels(p, ui, sheet, found["labels"].get(view, {}).get(own, ()), ink, x, y)
        unseen = found.get("unseen", {}).get(own)
        if unseen and unseen["on"] == view and any(mark.state == "unknown" for mark in marks):
            _hatch(p, sheet, unseen["box"], ink, x, y)
        for fixed in found.get("fixed", {}).get(view, ()):
            _sites(
                p, sheet, fixed["at"], len(fixed["at"]), "known", ink.ours if fixed["side"] == own else ink.theirs, x, y
            )

    for mark in marks:
        spec = found["marks"].get(mark.kind)
        if spec is None or spec["on"] != view:
            continue
        out.children.append(_mark(ui, sheet, mark, spec, ink, spec["side"] == own, labels))
    unseen = found.get("unseen", {}).get(own)
    if labels and not night and unseen and unseen["on"] == view and any(mark.state == "unknown" for mark in marks):
        style = ui.style("small", aside=True)
        x, y = sheet.at(*unseen["at"])
        text = _("not known")
        x = min(x, width - ui.wide(style, text) - 10)

        def said(p: Painter, left: float, top: float) -> None:
            p.text(style, text, ink.words, left + x, top + y)

        out.children.append(
            Widget(
                "image",
                text,
                paint=said,
                floats=True,
            )
        )
    parts = list(out.children)

    def all_of_it(p: Painter) -> pygame.Surface:
        picture = pygame.Surface((p.px(width), p.px(height)))
        inner = Painter(picture, p.scale, p.faces)
        ground(inner, 0.0, 0.0)
        for part in parts:
            if part.paint is not None:
                part.paint(inner, part.x, part.y)
        return picture.convert()

    key = ("chart", scenario, own, tuple(marks), sheet, ink, labels, round(ui.scale, 3))

    def paint(p: Painter, x: float, y: float) -> None:
        p.blit(ui.surfaces.once(key, lambda: all_of_it(p)), x, y)

    out.paint = paint
    out.children = [
        Widget(part.role, part.label, x=part.x, y=part.y, w=part.w, h=part.h, id=part.id, floats=True) for part in parts
    ]
    return out


def _labels(p: Painter, ui: Ui, sheet: Sheet, labels: Sequence[Sequence[Any]], ink: Inks, x: float, y: float) -> None:
    style = ui.style("place")
    for text, lon, lat, strong in labels:
        left, top = sheet.at(lon, lat)
        colour = ink.words
        if strong and not ink.night:
            colour = mix(ink.coast, (0, 0, 0), 0.45)
        for number, line in enumerate(str(text).split("\n")):
            p.text(style, line, colour, x + left, y + top + number * 20)


def _hatch(p: Painter, sheet: Sheet, box: Sequence[float], ink: Inks, x: float, y: float) -> None:
    """What was not searched."""
    left, top = sheet.at(box[0], box[3])
    right, low = sheet.at(box[2], box[1])
    left, top, right, low = max(0.0, left), max(0.0, top), min(sheet.w, right), min(sheet.h, low)
    if right - left < 4 or low - top < 4:
        return
    w, h = p.px(right - left), p.px(low - top)
    veil = pygame.Surface((w, h), pygame.SRCALPHA)
    step, lean = 7 * p.scale, math.tan(math.radians(52))
    at = -h / lean
    while at < w + h:
        pygame.draw.aaline(veil, (*ink.words, 90), (at, h), (at + h / lean, 0))
        at += step
    p.surface.blit(veil, (p.px(x + left), p.px(y + top)))


def _mark(ui: Ui, sheet: Sheet, mark: Mark, spec: dict[str, Any], ink: Inks, own: bool, labels: bool) -> Widget:
    colour = ink.ours if own else ink.theirs
    count, most = round(mark.count / 1000), max(1, round(mark.of / 1000))
    kind = spec["kind"]
    out = Widget("image", f"{mark.label}: {mark.words}", id=f"mark {mark.kind}", floats=True)
    points = [sheet.at(one[0], one[1]) for one in spec.get("at", spec.get("fleet", ()))]
    inside = [(px, py) for px, py in points if 0 <= px <= sheet.w and 0 <= py <= sheet.h]
    if inside:
        out.x, out.y = min(px for px, _ in inside) - 14, min(py for _, py in inside) - 14
        out.w, out.h = max(px for px, _ in inside) - out.x + 14, max(py for _, py in inside) - out.y + 14
    ox, oy = out.x, out.y

    def paint(p: Painter, x: float, y: float) -> None:
        x, y = x - ox, y - oy
        match kind:
            case "sites":
                _sites(p, sheet, spec["at"], count if mark.state != "unknown" else 0, mark.state, colour, x, y, most)
            case "arc" if count > 0:
                _arc(p, ui, sheet, spec, colour, mark.state, x, y, labels)
                if own:
                    for px, py in inside:
                        _icon(p, "destroyer", px, py, 22, colour, x, y)
            case "ships":
                _ships(p, sheet, spec, count, most, mark.state, colour, x, y)
            case "boats":
                for px, py in inside[: 2 if mark.state == "unknown" else 3]:
                    broken_ring(p, colour, x + px, y + py, 12, 1.4)
                    if mark.state == "unknown":
                        style = ui.style("small", strong=True)
                        p.text(style, "?", colour, x + px - ui.wide(style, "?") / 2, y + py - 12)
                    else:
                        _icon(p, "submarine", px, py, 17, colour, x, y)
            case "planes":
                for px, py in inside[:count]:
                    _icon(p, "plane", px, py, 18, colour, x, y)
            case "block" if count > 0:
                for px, py in inside:
                    for number in range(count):
                        p.fill(colour, x + px - 12 + number * 7, y + py - 4, 5, 8)
            case "guns" if count > 0:
                for px, py in inside:
                    p.stroke(colour, [(x + px - 8, y + py + 4), (x + px, y + py - 6), (x + px + 8, y + py + 4)], 2)

    out.paint = paint
    return out


def _icon(p: Painter, name: str, px: float, py: float, size: float, colour: Colour, x: float, y: float) -> None:
    picture = drawing("icons", name, p.px(size), p.px(size), colour)
    if picture is not None:
        p.surface.blit(picture, (p.px(x + px) - picture.get_width() // 2, p.px(y + py) - picture.get_height() // 2))


def _sites(
    p: Painter,
    sheet: Sheet,
    at: Sequence[Sequence[float]],
    count: int,
    state: str,
    colour: Colour,
    x: float,
    y: float,
    most: int = 0,
) -> None:
    """Filled could fire, hollow not yet, broken guessed."""
    for number, (lon, lat) in enumerate(at):
        px, py = sheet.at(lon, lat)
        if not (0 <= px <= sheet.w and 0 <= py <= sheet.h):
            continue
        shape = [(x + px, y + py - 8), (x + px + 8, y + py + 6), (x + px - 8, y + py + 6)]
        if state == "known" and number < count:
            p.shape(colour, shape)
        elif state == "guessed" and number < count:
            p.shape(colour, shape)
            p.shape((250, 246, 236), [(x + px, y + py - 3), (x + px + 3.4, y + py + 3.4), (x + px - 3.4, y + py + 3.4)])
        elif state != "unknown":
            p.shape(colour, shape, 1.6)


def _ring_points(centre: Sequence[float], nautical: float) -> list[Point]:
    lon, lat = centre
    radius = nautical / 60.0
    out = []
    for step in range(241):
        angle = 2 * math.pi * step / 240
        far = lat + radius * math.cos(angle)
        out.append((lon + radius * math.sin(angle) / math.cos(math.radians((lat + far) / 2)), far))
    return out


def _apart(one: Point, other: Sequence[float]) -> float:
    squeeze = math.cos(math.radians((one[1] + other[1]) / 2))
    return 60.0 * math.hypot((one[0] - other[0]) * squeeze, one[1] - other[1])


def line_of(spec: dict[str, Any]) -> list[Point]:
    """The outline of circles about several centres, from its western end to its southern one."""
    west, south, east, north = spec["clip"]
    out: list[Point] = []
    for centre in reversed(spec["centres"]):
        others = [other for other in spec["centres"] if other is not centre]
        for point in _ring_points(centre, spec["nautical"]):
            outside = all(_apart(point, other) >= spec["nautical"] - 1 for other in others)
            if outside and west <= point[0] <= east and south <= point[1] <= north:
                out.append(point)
    return _chained(out)[::4]


def _chained(points: list[Point]) -> list[Point]:
    """Points put in order, each next to the nearest left, from the westernmost."""
    if not points:
        return []
    rest = list(points)
    here = min(rest)
    out = [here]
    rest.remove(here)
    while rest:
        here = min(rest, key=lambda point: (point[0] - here[0]) ** 2 + (point[1] - here[1]) ** 2)
        if math.hypot(here[0] - out[-1][0], here[1] - out[-1][1]) > 3:
            break
        out.append(here)
        rest.remove(here)
    return out


def _arc(
    p: Painter, ui: Ui, sheet: Sheet, spec: dict[str, Any], colour: Colour, state: str, x: float, y: float, labels: bool
) -> None:
    """The line: pencil in two passes, or dashes where it is only guessed."""
    points = [
        (x + px, y + py)
        for px, py in (sheet.at(*point) for point in line_of(spec))
        if -20 <= px <= sheet.w + 20 and -20 <= py <= sheet.h + 20
    ]
    if len(points) < 2:
        return
    if state == "known":
        p.stroke(colour, points, 2.6, 0.8)
        p.stroke(colour, [(px + 1, py - 1) for px, py in points], 1.0, 0.55)
    else:
        pixels = [(px * p.scale, py * p.scale) for px, py in points]
        for shift in (0, 1):
            _dashed(p.surface, [(px, py + shift) for px, py in pixels], colour, 9 * p.scale, 6 * p.scale)


def _ships(
    p: Painter,
    sheet: Sheet,
    spec: dict[str, Any],
    count: int,
    most: int,
    state: str,
    colour: Colour,
    x: float,
    y: float,
) -> None:
    """Ships on their tracks: those that come on, and those that have turned."""
    east, north = spec["from"]
    for number, (lon, lat) in enumerate(spec["at"][: most + 1]):
        px, py = sheet.at(lon, lat)
        fx, fy = sheet.at(lon + east, lat + north * (1 if number % 2 == 0 else 0.3))
        if not (0 <= px <= sheet.w and 0 <= py <= sheet.h):
            continue
        if number < count or (number == 0 and count > 0):
            steps = max(3, int(math.hypot(fx - px, fy - py) / 6))
            for step in range(2, steps):
                part = step / steps
                if 0 <= px + (fx - px) * part <= sheet.w:
                    p.dot(colour, x + px + (fx - px) * part, y + py + (fy - py) * part, 1.2)
            _icon(p, "ship", px, py, 22, colour, x, y)
        else:
            for step in range(10):
                angle = math.pi * (0.5 + step / 9)
                p.dot(colour, x + px + 14 + 16 * math.cos(angle) - 10, y + py + 14 - 12 * math.sin(angle), 1.2)
            _icon(p, "ship", px + 18, py, 20, colour, x, y)
