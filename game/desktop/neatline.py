"""The margin of a large chart: a double line, degrees along its edges, and a scale of nautical miles."""

from __future__ import annotations

import math
from collections.abc import Callable

from game.desktop.painter import Painter
from game.desktop.theme import mix
from game.desktop.ui import Ui
from game.desktop.widget import Widget
from game.desktop.world import Inks, Sheet
from game.wording.catalogue import _

BAND = 9.0
LENGTHS = (500, 200, 100, 50, 20)


def neatline(ui: Ui, shown: Callable[[], Sheet], w: float, h: float, ink: Inks) -> Widget:
    """Laid over the chart from edge to edge, whatever it shows when it is painted."""
    dark, pale = ink.coast, mix(ink.sea, (255, 255, 255), 0.35)
    style = ui.style("key")

    def paint(p: Painter, x: float, y: float) -> None:
        sheet = shown()
        step = 5 if sheet.east - sheet.west > 8 else 1
        for left, top, wide, tall in ((0, 0, w, BAND), (0, h - BAND, w, BAND), (0, 0, BAND, h), (w - BAND, 0, BAND, h)):
            p.fill(pale, x + left, y + top, wide, tall)
        for number, (start, end) in enumerate(_cells(sheet.west, sheet.east, step)):
            a, b = max(BAND, sheet.at(start, 0)[0]), min(w - BAND, sheet.at(end, 0)[0])
            if number % 2 and b > a:
                p.fill(dark, x + a, y + 3, b - a, 3)
                p.fill(dark, x + a, y + h - 6, b - a, 3)
        for number, (start, end) in enumerate(_cells(sheet.south, sheet.north, step)):
            a, b = max(BAND, sheet.at(0, end)[1]), min(h - BAND, sheet.at(0, start)[1])
            if number % 2 and b > a:
                p.fill(dark, x + 3, y + a, 3, b - a)
                p.fill(dark, x + w - 6, y + a, 3, b - a)
        p.frame(dark, x, y, w, h, 1)
        p.frame(dark, x + BAND, y + BAND, w - 2 * BAND, h - 2 * BAND, 1)
        for lon in range(math.ceil(sheet.west / step) * step, math.floor(sheet.east) + 1, step):
            left = sheet.at(lon, 0)[0]
            if 40 < left < w - 60:
                _degrees(p, ui, ink, _lon(lon), x + left - ui.wide(style, _lon(lon)) / 2, y + h - BAND - style.line)
        for lat in range(math.ceil(sheet.south / step) * step, math.floor(sheet.north) + 1, step):
            top = sheet.at(0, lat)[1]
            if 40 < top < h - 50:
                _degrees(p, ui, ink, _lat(lat), x + BAND + 1, y + top - style.line / 2)
        _scale(p, ui, sheet, ink, x, y)

    return Widget(w=w, h=h, paint=paint, floats=True, far=2.0)


def _degrees(p: Painter, ui: Ui, ink: Inks, text: str, x: float, y: float) -> None:
    """Degrees on a plate of their own, so that no coast runs through them."""
    style = ui.style("key")
    p.fill(mix(ink.sea, (255, 255, 255), 0.25), x, y + 1, ui.wide(style, text) + 8, style.line - 2, 0.82)
    p.text(style, text, ink.coast, x + 4, y)


def _cells(low: float, high: float, step: int) -> list[tuple[float, float]]:
    first = math.floor(low / step) * step
    return [(first + step * k, first + step * (k + 1)) for k in range(math.ceil((high - first) / step))]


def _lon(degree: int) -> str:
    return _("{degree}° W", degree=-degree) if degree < 0 else _("{degree}° E", degree=degree)


def _lat(degree: int) -> str:
    return _("{degree}° N", degree=degree) if degree >= 0 else _("{degree}° S", degree=-degree)


def _scale(p: Painter, ui: Ui, sheet: Sheet, ink: Inks, x: float, y: float) -> None:
    """A bar as long as so many nautical miles are at the middle of the sheet, in four parts."""
    mile = sheet.h / (sheet.north - sheet.south) / 60
    miles = next((one for one in LENGTHS if one * mile <= 190), LENGTHS[-1])
    wide, style = miles * mile, ui.style("key")
    left, top = x + BAND + 16, y + sheet.h - BAND - 42
    p.fill(
        mix(ink.sea, (255, 255, 255), 0.25), left - 8, top - style.line - 6, max(wide, 130) + 16, style.line + 20, 0.82
    )
    for part in range(4):
        if part % 2:
            p.frame(ink.coast, left + wide * part / 4, top, wide / 4, 6, 1)
        else:
            p.fill(ink.coast, left + wide * part / 4, top, wide / 4, 6)
    p.text(style, _("{miles} nautical miles", miles=miles), ink.coast, left, top - style.line - 2)
