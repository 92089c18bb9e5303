"""The chart on its own: zoom, pan, insets; each mark has its card."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from game.desktop import lay
from game.desktop.blocks import line, on_paper
from game.desktop.chart import chart
from game.desktop.neatline import neatline
from game.desktop.rest import SLICE
from game.desktop.scene import Scene
from game.desktop.screens.danger_sheet import fitting
from game.desktop.screens.frame import Section, foot, page, strip, way_back
from game.desktop.screens.headed import headed
from game.desktop.ui import Ui
from game.desktop.widget import Box, Widget
from game.desktop.world import Sheet, inks, plan
from game.papers import chart as charts
from game.papers.paper import Line, Mark
from game.wording.catalogue import _

if TYPE_CHECKING:
    from game.desktop.app import App

ZOOMS = (1.0, 1.6, 2.5, 4.0)
LONG = 0.22
"""Seconds in which the chart comes to where it was sent."""


@dataclass(frozen=True, slots=True)
class Glide:
    """From one zoom and middle to another."""

    start: tuple[float, float, float]
    end: tuple[float, float, float]
    began: float

    def over(self, now: float) -> bool:
        return now - self.began >= LONG

    def at(self, now: float) -> tuple[float, float, float]:
        rest = 1 - min(1.0, max(0.0, (now - self.began) / LONG))
        part = 1 - rest * rest * rest
        zoom, x, y = (one + (other - one) * part for one, other in zip(self.start, self.end, strict=True))
        return zoom, x, y


class MapScene(Scene):
    name = "map"

    def __init__(self, app: App) -> None:
        super().__init__(app)
        self.view = ""
        self.zoom = 0
        self.centre: tuple[float, float] | None = None
        self._glide: Glide | None = None
        self._sharp: Iterator[None] | None = None
        """What is left to do until the chart is sharp where it comes to."""
        self._came = self._ready = False
        """It has been shown where it comes to; it is sharp there, and yet to be shown so."""
        self._size = (1.0, 1.0)

    def build(self, ui: Ui) -> Widget:
        session = self.app.session
        assert session is not None
        book, view = session.book, session.view(self.seat)
        found = plan(str(book.content("id", "")))
        marks = [one for one in charts.chart(book, view).blocks if isinstance(one, Mark)]
        tone = on_paper(ui)
        views = list(found["views"]) if found else []
        self.view = self.view or (views[0] if views else "")

        zoom, *middle = self._wanted()

        def sheet(width: float, height: float | None) -> Widget:
            tall = height or min(420.0, width * 0.7)
            drawn = chart(
                ui,
                str(book.content("id", "")),
                book.rulebook.seats,
                marks,
                width,
                tall,
                False,
                self.view,
                zoom,
                (middle[0], middle[1]),
                moving=self._passing,
                later=self._sharpen if self._glide is not None else None,
            )
            if drawn is None:
                return lay.sheet(
                    ui,
                    ui.text(
                        _("There is no chart for this crisis; the list beside it is all there is."),
                        width - 56,
                        "letter",
                        "ink",
                    ),
                    width,
                    tall,
                    id="no chart",
                )
            self._size, drawn.id = (width, tall), "chart-sheet"
            drawn.children.append(neatline(ui, self._sheet, width, tall, inks(ui, False)))
            for one in marks:
                spec = (found or {})["marks"].get(one.kind)
                if spec is not None and spec["on"] == self.view:
                    drawn.children += _leading(f"card {one.kind}", places(spec), self._target(), width, tall)
            return drawn

        def below(inner: float) -> list[Widget | float]:
            parts: list[Widget | float] = []
            for one in marks:
                spec = (found or {}).get("marks", {}).get(one.kind)
                room = inner - 36 - 26 * (one.state != "known") - ui.wide(ui.style("small"), one.label)
                words = fitting(ui, one.words, room)
                row = line(ui, Line(one.label, words, mark="" if one.state == "known" else "unknown"), inner - 16, tone)
                row.x = 8
                row.silenced()
                act = partial(self._to, spec) if spec else None
                button = Widget(
                    "button" if act else "text",
                    one.label,
                    one.words,
                    w=inner,
                    h=row.h,
                    act=act,
                    id=f"card {one.kind}",
                    inside=True,
                    children=[row],
                )
                parts.append(button)
            return parts

        def cards(width: float, height: float | None) -> Widget:
            title = _("As far as you know")
            return headed(ui, title, below, width, height, "cards", "typed", padding=(20, 28), role="sheet_heading")

        feet = [
            way_back(ui, self.back),
            lay.button(ui, _("Nearer"), lambda: self._zoom(1), "z", "bare", id="in"),
            lay.button(ui, _("Farther"), lambda: self._zoom(-1), "x", "bare", id="out"),
        ]
        right = (
            [
                lay.button(
                    ui,
                    ui.theme.word("views", name) or str(found["views"][name]["name"]),
                    partial(self._view, name),
                    str(number),
                    "second" if name != self.view else "main",
                    id=f"view {name}",
                )
                for number, name in enumerate(views, 1)
            ]
            if found
            else []
        )
        return page(
            ui,
            strip(ui, book, view),
            [Section(sheet, 32, 76, 848, 564), Section(cards, 904, 76, 344, 564, 1)],
            foot(ui, feet, right),
            self.name,
        )

    def _wanted(self) -> tuple[float, float, float]:
        """The zoom and the middle that were asked for."""
        found = plan(str(self.app.texts.content.get("id", "")))
        west, south, east, north = found["views"][self.view]["view"] if found else (0.0, 0.0, 1.0, 1.0)
        x, y = self.centre or ((west + east) / 2, (south + north) / 2)
        return ZOOMS[self.zoom], x, y

    def _at(self) -> tuple[float, float, float]:
        """Where the chart stands now, on its way or there."""
        return self._glide.at(self.app.clock.now()) if self._glide is not None else self._wanted()

    def _go(self, before: tuple[float, float, float]) -> None:
        """On the way from where it stood."""
        if self.app.settings.motion and before != self._wanted():
            self._glide, self._sharp = Glide(before, self._wanted(), self.app.clock.now()), None
            self._came = self._ready = False

    def _sharpen(self, steps: Iterator[None]) -> None:
        self._sharp = steps

    def _first(self) -> tuple[float, float] | None:
        """Where the first mark of this view stands, as the list beside the chart goes."""
        session, found = self.app.session, plan(str(self.app.texts.content.get("id", "")))
        if session is None or found is None:
            return None
        for one in charts.chart(session.book, session.view(self.seat)).blocks:
            spec = found["marks"].get(one.kind) if isinstance(one, Mark) else None
            if spec is not None and spec["on"] == self.view and places(spec):
                return middle_of(spec)
        return None

    def _sheet(self) -> Sheet:
        """What the chart shows now."""
        return self._showing(self._at())

    def _target(self) -> Sheet:
        """What it shows when it has come to where it was sent."""
        return self._showing(self._wanted())

    def _showing(self, at: tuple[float, float, float]) -> Sheet:
        found = plan(str(self.app.texts.content.get("id", "")))
        assert found is not None
        zoom, x, y = at
        return Sheet.fitted(found["views"][self.view]["view"], *self._size, zoom, (x, y))

    def _passing(self) -> Sheet | None:
        """The same on its way, and while the sharp picture is not yet drawn."""
        return self._sheet() if self._glide is not None else None

    def tick(self, now: float) -> bool:
        """Once it is there, a little of the sharp picture at a time, until it can take its place."""
        if self._glide is None or not self._came:
            return False
        if self._sharp is None:
            self._glide, self._ready = None, True
            return False
        until = time.perf_counter() + SLICE
        while self._sharp is not None and time.perf_counter() < until:
            if next(self._sharp, self) is self:
                self._sharp = None
        return False

    def moving(self, now: float) -> Box | None:
        if self._ready:
            self._ready = False
        elif self._glide is None or self._came:
            return None
        else:
            self._came = self._glide.over(now)
        placed = self.app.root.placed()
        return next(((x + 1, y + 1, one.w - 2, one.h - 2) for one, x, y in placed if one.id == "chart-sheet"), None)

    def _zoom(self, by: int) -> None:
        before = self._at()
        self.zoom = min(max(self.zoom + by, 0), len(ZOOMS) - 1)
        if self.zoom == 0:
            self.centre = None
        elif self.centre is None:  # the middle of the view may be open sea
            self.centre = self._first()
        self._go(before)

    def _view(self, name: str) -> None:
        self.view, self.zoom, self.centre, self._glide, self._sharp = name, 0, None, None, None

    def _to(self, spec: dict[str, Any]) -> None:
        """Look at where a mark stands."""
        before, same = self._at(), self.view == spec["on"]
        self.view, self.centre = str(spec["on"]), middle_of(spec)
        self.zoom = max(self.zoom, 1)
        self._glide = None
        if same:
            self._go(before)

    def key(self, name: str) -> bool:
        """With the hand off the list, arrows move the chart."""
        if (
            self.zoom == 0
            or name not in ("left", "right", "up", "down")
            or (self.app.focus is not None and self.app.focus.id.startswith("card"))
        ):
            return False
        found = plan(str(self.app.texts.content.get("id", "")))
        if found is None:
            return False
        box = found["views"][self.view]["view"]
        sheet = Sheet.fitted(box, 848, 564, ZOOMS[self.zoom], self.centre)
        dx, dy = (sheet.east - sheet.west) / 6, (sheet.north - sheet.south) / 6
        x, y = (sheet.east + sheet.west) / 2, (sheet.north + sheet.south) / 2
        across, down = {"left": (-1, 0), "right": (1, 0), "up": (0, 1), "down": (0, -1)}[name]
        before = self._at()
        self.centre = (x + dx * across, y + dy * down)
        self._go(before)
        self.app.changed()
        return True


def places(spec: dict[str, Any]) -> list[Sequence[float]]:
    """Where a mark stands, in degrees."""
    return list(spec.get("at") or spec.get("fleet") or spec.get("centres") or ())


def middle_of(spec: dict[str, Any]) -> tuple[float, float]:
    found = places(spec)
    return sum(one[0] for one in found) / len(found), sum(one[1] for one in found) / len(found)


REACH = 14.0
"""Units around a mark in which the pointer finds its card."""


def _leading(card: str, at: Sequence[Sequence[float]], sheet: Sheet, width: float, tall: float) -> list[Widget]:
    """Under the pointer, each place of a mark leads to its card."""
    out = []
    for one in at:
        x, y = sheet.at(one[0], one[1])
        if REACH <= x <= width - REACH and REACH <= y <= tall - REACH:
            out.append(Widget(x=x - REACH, y=y - REACH, w=2 * REACH, h=2 * REACH, floats=True, leads=card))
    return out
