"""The chart: coasts, the line in pencil, ships on their tracks, sites, boats; what is not known is drawn as not
known.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any

import pygame

from game.desktop.art import drawing
from game.desktop.marks import broken_ring
from game.desktop.painter import Painter, Point
from game.desktop.theme import Colour, mix
from game.desktop.ui import Ui
from game.desktop.widget import Widget
from game.desktop.world import Inks, Sheet, dashed, inks, land, plan
from game.papers.paper import Mark
from game.wording.catalogue import _


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
    moving: Callable[[], Sheet | None] | None = None,
    later: Callable[[Iterator[None]], None] | None = None,
) -> Widget | None:
    """The chart as a widget; each mark is a part of it that can be found by its label. None where there is no map.

    While it is `moving`, which says where to, it is cut from the picture of the whole view; `later` is handed the steps
    that draw it sharply, where it comes to stand.
    """
    found = plan(scenario)
    if found is None:
        return None
    view = view or next(iter(found["views"]))
    named = found["views"][view]
    sheet = Sheet.fitted(named["view"], width, height, zoom, centre)
    ink = inks(ui, night)
    out = Widget("image", ui.theme.word("views", view) or str(named["name"]), w=width, h=height)
    own = seats[ui.seat]

    def ground(p: Painter) -> Iterator[None]:
        x = y = 0.0
        yield from land(p.surface, ui, sheet, named["box"], found["island"], ink)
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

    def drawn(picture: pygame.Surface) -> Iterator[None]:
        p = ui.painter(picture)
        yield from ground(p)
        for part in parts:
            if part.paint is not None:
                part.paint(p, part.x, part.y)
                yield

    def empty() -> pygame.Surface:
        return pygame.Surface((round(width * ui.scale), round(height * ui.scale))).convert()

    def all_of_it() -> pygame.Surface:
        picture = empty()
        for _step in drawn(picture):
            pass
        return picture

    def by_and_by() -> Iterator[None]:
        picture = empty()
        yield from drawn(picture)
        ui.surfaces.once(key(sheet), lambda: picture)

    def key(of: Sheet) -> tuple[object, ...]:
        return ("chart", scenario, own, tuple(marks), of, ink, labels, round(ui.scale, 3))

    whole = Sheet.fitted(named["view"], width, height)

    def paint(p: Painter, x: float, y: float) -> None:
        now = moving() if moving is not None else None
        rough = ui.surfaces.known(key(whole)) if now is not None else None
        if rough is not None and now is not None:
            _cut(p, rough, whole, now, ink.sea, x, y)
        else:
            p.blit(ui.surfaces.once(key(sheet), all_of_it), x, y)

    if later is not None and ui.surfaces.known(key(sheet)) is None:
        later(by_and_by())
    out.paint, out.opaque, out.far = paint, True, 2.0
    out.children = [
        Widget(part.role, part.label, x=part.x, y=part.y, w=part.w, h=part.h, id=part.id, floats=True) for part in parts
    ]
    return out


def _cut(p: Painter, picture: pygame.Surface, whole: Sheet, sheet: Sheet, sea: Colour, x: float, y: float) -> None:
    """A part of the picture of the whole view, stretched to the sheet's size; open sea beyond its edge."""
    left, top = whole.at(sheet.west, sheet.north)
    right, low = whole.at(sheet.east, sheet.south)
    box = pygame.Rect(p.px(left), p.px(top), max(1, p.px(right) - p.px(left)), max(1, p.px(low) - p.px(top)))
    inside = box.clip(picture.get_rect())
    place = p.rect(x, y, sheet.w, sheet.h)
    if inside.size != box.size:
        p.surface.fill(sea, place)
    if inside.w and inside.h:
        across, down = place.w / box.w, place.h / box.h
        size = (max(1, round(inside.w * across)), max(1, round(inside.h * down)))
        at = pygame.Rect(
            (place.x + round((inside.x - box.x) * across), place.y + round((inside.y - box.y) * down)), size
        )
        clip = p.surface.get_clip()
        if clip.contains(at) and picture.get_bytesize() == p.surface.get_bytesize():
            pygame.transform.scale(picture.subsurface(inside), size, p.surface.subsurface(at))
        else:
            p.surface.blit(pygame.transform.scale(picture.subsurface(inside), size), at)


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


@cache
def _line(clip: tuple[float, ...], centres: tuple[Point, ...], nautical: float) -> list[Point]:
    """The outline of circles about several centres, from its western end to its southern one."""
    west, south, east, north = clip
    out: list[Point] = []
    for centre in reversed(centres):
        others = [other for other in centres if other is not centre]
        for point in _ring_points(centre, nautical):
            outside = all(_apart(point, other) >= nautical - 1 for other in others)
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
    line = _line(tuple(spec["clip"]), tuple((lon, lat) for lon, lat in spec["centres"]), spec["nautical"])
    points = [
        (x + px, y + py)
        for px, py in (sheet.at(*point) for point in line)
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
            dashed(p.surface, [(px, py + shift) for px, py in pixels], colour, 9 * p.scale, 6 * p.scale)


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
