"""The chart by night: it lies under everything from edge to edge, and the because-marks stand on it where they bite."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.desktop.chart import chart
from game.desktop.marks import mark
from game.desktop.painter import Painter
from game.desktop.ui import Ui
from game.desktop.widget import Widget
from game.engine.view import View
from game.papers import chart as charts
from game.papers.paper import Line, Mark
from game.wording.book import Book

LONG = 5
"""Two words that begin with the same so many letters tie a cause to a thing on the chart."""


def owner(one: Line) -> str:
    """Whose cause it is: yours, his, nobody; what was not seen counts as his."""
    return one.mark if one.mark in ("yours", "his") else "his" if one.mark == "unknown" else "nobody"


def night_map(ui: Ui, book: Book, view: View, because: Sequence[Line], page: bool = True) -> Widget | None:
    """Fading to the left and below, where it is written upon. None where the scenario has no map.

    Where no front page lies on its right, the words are given more room and the chart stands further over.
    """
    marks = [one for one in charts.chart(book, view).blocks if isinstance(one, Mark)]
    x, y = (372 if page else 496) * ui.w / 1280, 56.0
    w, h = ui.w - x, 540 * ui.h / 720
    scenario = str(book.content("id", ""))
    centre = (-63.4 if page else -73.0, 25.0)
    drawn = chart(ui, scenario, book.rulebook.seats, marks, w, h, True, labels=True, zoom=0.74, centre=centre)
    if drawn is None:
        return None
    drawn.opaque = False
    kept: list[pygame.Surface] = []

    def before(p: Painter, left: float, top: float) -> None:
        kept[:] = [p.surface.subsurface(p.rect(x, y, w, h).clip(p.surface.get_rect())).copy()]

    def after(p: Painter, left: float, top: float) -> None:
        behind = kept.pop().convert_alpha()
        behind.blit(_fade(ui, *behind.get_size()), (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
        p.surface.blit(behind, (p.px(x), p.px(y)))

    out = Widget(x=x, y=y, w=w, h=h, children=[drawn], paint=before, over=after, floats=True)
    drawn.children += _bite(ui, drawn, because)
    return out


def _bite(ui: Ui, drawn: Widget, because: Sequence[Line]) -> list[Widget]:
    """A because-mark beside the thing on the chart that it speaks of, if there is one; never two at one place."""
    things = [one for one in drawn.children if one.id.startswith("mark ") and one.w > 0]
    taken: set[str] = set()
    out: list[Widget] = []
    for one in because:
        whose = owner(one)
        words = {word.strip(".,;:“”").lower()[:LONG] for word in one.value.split() if len(word) >= LONG}
        thing = next((thing for thing in things if _words(thing) & words and thing.id not in taken), None)
        if thing is None:
            continue
        taken.add(thing.id)
        glyph = mark(ui, whose, ui.colour("text"), 16)
        glyph.floats = True
        left = min(max(thing.x + thing.w / 2 - 8, 90.0), drawn.w - 440)
        top = min(max(thing.y - 14, 12.0), drawn.h - 120)
        out.append(glyph.at(left, top))
    return out


def _words(thing: Widget) -> set[str]:
    return {word.lower()[:LONG] for word in thing.label.partition(":")[0].split() if len(word) >= LONG}


def _fade(ui: Ui, w: int, h: int) -> pygame.Surface:
    """How much of what lies behind the chart shows: all at the left and below, nothing where it is read."""

    def made() -> pygame.Surface:
        small = pygame.Surface((64, 36), pygame.SRCALPHA)
        for y in range(36):
            for x in range(64):
                left = max(0.0, 1 - x / 10)
                low = max(0.0, (y - 25) / 10)
                small.set_at((x, y), (255, 255, 255, int(255 * min(1.0, max(left**1.2, low)))))
        return pygame.transform.smoothscale(small, (w, h)).convert_alpha()

    return ui.surfaces.once(("fade", w, h), made)
