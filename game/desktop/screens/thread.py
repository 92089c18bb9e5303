"""One red thread from the chosen card to the chosen claim, in the gutters and never over words."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from game.desktop.painter import Painter
from game.desktop.theme import mix
from game.desktop.ui import Ui
from game.desktop.widget import Widget

if TYPE_CHECKING:
    from game.desktop.screens.council import CouncilScene


def thread(scene: CouncilScene, ui: Ui, root: Widget) -> None:
    """One red thread from the chosen card to the chosen claim, in the gutters."""
    session = scene.app.session
    assert session is not None
    place = session.places[scene.seat]
    card = claim = None
    rows: list[tuple[float, float]] = []
    for one, x, y in root.placed():
        if one.id.startswith("card ") and x >= 300:
            rows.append((y, y + one.h))
        if one.id.startswith("card ") and one.chosen:
            card = (x, y, one)
        if one.id.startswith("claim ") and one.chosen:
            claim = (x, y, one)
    if card is None or claim is None or not place.card or ui.theme.contrast:
        return
    sheet_left = 864 * ui.w / 1280
    x0, y0 = card[0] + card[2].w - 2, card[1] + card[2].h / 2
    x1, y1 = sheet_left + 2, claim[1] + 12
    gutter = sheet_left - 18
    left = card[0] < 300
    mid = _gutter(rows, y0) if left else y0
    points = _round(
        [(x0, y0), (x0 + 16, y0), (x0 + 16, mid), (gutter, mid), (gutter, y1), (x1, y1)]
        if left
        else [(x0, y0), (gutter, y0), (gutter, y1), (x1, y1)],
        16,
    )
    red = ui.colour("pencil") if ui.colour("pencil") != ui.colour("accent") else (178, 58, 48)
    red = mix(red, (214, 84, 70), 0.4)

    left_most, top_most = min(px for px, _y in points), min(py for _x, py in points)
    wide, tall = max(px for px, _y in points) - left_most, max(py for _x, py in points) - top_most

    def paint(p: Painter, x: float, y: float) -> None:
        p.stroke((0, 0, 0), [(px + 2, py + 4) for px, py in points], 3, 0.35)
        p.stroke(red, points, 3)
        for px, py in (points[0], points[-1]):
            p.dot(mix(red, (0, 0, 0), 0.35), px, py + 1, 7)
            p.dot(red, px, py, 7)
            p.dot(mix(red, (255, 255, 255), 0.55), px - 2, py - 2, 2)

    string = Widget(id="above thread", x=left_most, y=top_most, w=wide, h=tall, paint=paint, floats=True)
    root.children.insert(len(root.children) - 3, string)


def _gutter(rows: list[tuple[float, float]], height: float) -> float:
    """The nearest gap between two rows of the cards at the right; below them where there is one row, or none."""
    gaps = [(end + start) / 2 for (_top, end), (start, _end) in pairwise(rows)]
    return min(gaps, key=lambda gap: abs(gap - height), default=rows[-1][1] + 8 if rows else height)


def _round(points: list[tuple[float, float]], radius: float) -> list[tuple[float, float]]:
    """A path with its corners rounded off."""
    out = [points[0]]
    for before, here, after in zip(points, points[1:], points[2:], strict=False):
        first = _toward(here, before, radius)
        last = _toward(here, after, radius)
        for step in range(7):
            t = step / 6
            a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
            out.append((a * first[0] + b * here[0] + c * last[0], a * first[1] + b * here[1] + c * last[1]))
    return [*out, points[-1]]


def _toward(start: tuple[float, float], end: tuple[float, float], far: float) -> tuple[float, float]:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = max(0.01, (dx * dx + dy * dy) ** 0.5)
    part = min(0.5, far / length)
    return start[0] + dx * part, start[1] + dy * part
