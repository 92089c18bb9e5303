"""Small figures with a meaning:

dots, strokes, the ladder, seals, because-marks, boxes of certainty, a clock. Words stand beside each.
"""

from __future__ import annotations

import math

from game.desktop import lay
from game.desktop.art import drawing
from game.desktop.painter import Painter
from game.desktop.theme import Colour, mix
from game.desktop.ui import Ui
from game.desktop.widget import Widget
from game.wording.catalogue import _

DARK = (27, 35, 41)


def dots(ui: Ui, full: int, perhaps: int, ink: Colour, faint: Colour, pitch: float = 8.0) -> Widget:
    """A hundred dots, 25 by 4: full at least, ringed perhaps, a speck for not."""
    speck = mix(faint, ui.colour("paper"), 0.35)

    def paint(p: Painter, x: float, y: float) -> None:
        for number in range(100):
            cx, cy = x + (number % 25 + 0.5) * pitch, y + (number // 25 + 0.5) * pitch
            if number < full:
                p.dot(ink, cx, cy, pitch * 0.36)
            elif number < full + perhaps:
                p.dot(ink, cx, cy, pitch * 0.34, 1.3)
            else:
                p.dot(speck, cx, cy, pitch * 0.13)

    return Widget("image", f"{full} to {full + perhaps} of 100", w=25 * pitch, h=4 * pitch, paint=paint)


def strokes(ui: Ui, count: int, of: int, ink: Colour) -> Widget:
    """Slanted strokes, filled as far as it has come."""

    def paint(p: Painter, x: float, y: float) -> None:
        for number in range(of):
            left = x + number * 10
            shape = [(left + 4, y), (left + 9, y), (left + 5, y + 14), (left, y + 14)]
            if number < count:
                p.shape(ink, shape)
            else:
                p.shape(ink, shape, 1.0)

    return Widget("image", _("{count} of {of}", count=count, of=of), w=of * 10.0, h=14, paint=paint)


def ladder_bars(ui: Ui, rung: int, of: int, pending: int, full: Colour, hollow: Colour) -> Widget:
    """Bars rising by one: filled up to now, hollow above; a pending order's rung is dashed."""

    def paint(p: Painter, x: float, y: float) -> None:
        for number in range(of):
            tall = 7 + 15 * number / max(1, of - 1)
            left, top = x + number * 7.4, y + 22 - tall
            if number <= rung:
                p.fill(full, left, top, 5, tall)
            elif number == pending:
                p.fill(full, left, top, 5, 3)
                p.fill(full, left, top + tall - 3, 5, 3)
            else:
                p.frame(mix(hollow, ui.colour("strip"), 0.35), left, top, 5, tall, 1)

    return Widget("image", "", w=of * 7.4, h=22, paint=paint)


def seal(ui: Ui, public: bool, ink: Colour, size: float = 22.0) -> Widget:
    """A horn for what the world hears, a lock for what it does not."""
    return lay.icon(ui, "icons", "seal-public" if public else "seal-secret", size)


def mark(ui: Ui, owner: str, ink: Colour, size: float = 15.0) -> Widget:
    """Square yours, diamond his, broken ring nobody's; a question for the unknown."""
    ours, theirs = ui.colour("accent"), ui.colour("warning")
    if ink == ui.colour("text"):
        ours, theirs = ui.colour("night_map.ours"), ui.colour("night_map.theirs")

    def paint(p: Painter, x: float, y: float) -> None:
        if owner == "yours":
            p.fill(ours, x + 1, y + 1, size - 2, size - 2)
        elif owner == "his":
            half = size / 2
            p.shape(theirs, [(x + half, y), (x + size, y + half), (x + half, y + size), (x, y + half)])
        else:
            broken_ring(p, ink, x + size / 2, y + size / 2, size / 2 - 1, 2)

    return Widget(w=size, h=size, paint=paint)


def broken_ring(p: Painter, colour: Colour, x: float, y: float, radius: float, width: float = 2.0) -> None:
    steps = max(7, int(radius * 0.9))
    for number in range(steps):
        start = 2 * math.pi * number / steps
        points = [
            (
                x + radius * math.cos(start + k * 0.28 * 6.283 / steps),
                y + radius * math.sin(start + k * 0.28 * 6.283 / steps),
            )
            for k in range(3)
        ]
        p.stroke(colour, points, width)


def boxes(ui: Ui, sure: int, ink: Colour, of: int = 4) -> Widget:
    """How sure somebody says he is."""

    def paint(p: Painter, x: float, y: float) -> None:
        for number in range(of):
            if number < sure:
                p.fill(ink, x + number * 19, y, 16, 8)
            else:
                p.frame(ink, x + number * 19, y, 16, 8, 1.2)

    return Widget(w=of * 19.0, h=8, paint=paint)


def face(ui: Ui, hour: str, size: float, colour: Colour, ground: Colour | None = None) -> Widget:
    """A clock without a second hand, at `07:40`."""
    hours, _colon, minutes = hour.partition(":")
    try:
        h, m = int(hours), int(minutes[:2] or 0)
    except ValueError:
        h, m = 0, 0

    def paint(p: Painter, x: float, y: float) -> None:
        cx, cy, r = x + size / 2, y + size / 2, size / 2
        if ground:
            p.dot(ground, cx, cy, r)
        p.dot(colour, cx, cy, r, max(1.4, size / 70))
        for tick in range(12):
            angle = tick * math.pi / 6
            inner = r * (0.84 if tick % 3 == 0 else 0.88)
            p.stroke(
                colour,
                [
                    (cx + inner * math.sin(angle), cy - inner * math.cos(angle)),
                    (cx + r * 0.97 * math.sin(angle), cy - r * 0.97 * math.cos(angle)),
                ],
                size / 70,
            )
        for turn, length, width in (((h % 12 + m / 60) * math.pi / 6, 0.52, 0.05), (m * math.pi / 30, 0.76, 0.036)):
            p.stroke(
                colour,
                [(cx, cy), (cx + r * length * math.sin(turn), cy - r * length * math.cos(turn))],
                max(1.6, size * width * 0.7),
            )
        p.dot(colour, cx, cy, max(1.5, size * 0.028))

    return Widget(w=size, h=size, paint=paint)


def portrait(ui: Ui, person: str, width: float, lit: bool = True, fallback: str = "unknown_one") -> Widget:
    """A silhouette by the id of the person; whoever has none is a man in a coat."""
    tall = width * 280 / 240

    def paint(p: Painter, x: float, y: float) -> None:
        size = (p.px(width), p.px(tall))
        light = 1.0 if lit else 0.62
        picture = drawing("people", person, *size, light=light) or drawing("people", fallback, *size, light=light)
        if picture is not None:
            p.blit(picture, x, y)

    return Widget(w=width, h=tall, paint=paint)
