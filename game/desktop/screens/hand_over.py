"""Two at this desk: the page that covers one side while the other sits down, and the open page that both may read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.desktop import lay
from game.desktop.blocks import on_paper
from game.desktop.course import proceed
from game.desktop.newspaper import front
from game.desktop.scene import Scene
from game.desktop.screens.frame import Section, foot, page, plain_strip
from game.desktop.titles import title
from game.desktop.ui import Ui
from game.desktop.widget import Widget
from game.papers.paper import Clipping
from game.wording.catalogue import _
from game.wording.dates import day
from game.wording.happened import line
from game.wording.press import front_page

if TYPE_CHECKING:
    from game.desktop.app import App


class HandOverScene(Scene):
    """Nothing of either side stands on it."""

    name = "hand over"
    eases = False

    def __init__(self, app: App, to: int) -> None:
        super().__init__(app)
        self.to = to

    @property
    def seat(self) -> int:
        return self.to

    def backdrop(self, ui: Ui, size: tuple[int, int]) -> pygame.Surface:
        return ui.surfaces.glow(size, ui.colour("strip"), ui.colour("room"), (640, 360), (640, 420))

    def lamp(self, ui: Ui, size: tuple[int, int]) -> None:
        return None

    def build(self, ui: Ui) -> Widget:
        session = self.app.session
        assert session is not None
        name = session.book.seat(self.to)
        width = min(680.0, ui.w - 64)
        go = lay.button(ui, _("{seat} is alone with the screen", seat=name), self._go, "enter", "main", id="go")
        inner = lay.column(
            [
                ui.text(_("The desk changes hands"), width, "screen_heading", "brass", "centre", kind="heading"),
                24.0,
                ui.text(
                    _("{seat} sits down now. Nobody else looks.", seat=name),
                    width,
                    "last_sentence" if ui.w > 900 else "letter",
                    "text",
                    "centre",
                ),
                16.0,
                ui.text(day(session.book, session.table.phase), width, "interface", "second_text", "centre"),
                40.0,
                lay.row([Widget(w=(width - min(width, go.w)) / 2), go], 0),
            ],
            width,
        )
        root = Widget("window", title(self.name), w=ui.w, h=ui.h)
        root.children = [
            Widget(id="above cover", w=ui.w, h=ui.h, children=[inner.at((ui.w - width) / 2, max(24.0, ui.h * 0.28))])
        ]
        return root

    def first(self) -> str:
        return "go"

    def _go(self) -> None:
        self.app.uncovered = self.to
        self.app.seat = self.to
        proceed(self.app)

    def back(self) -> None:
        """There is no way behind it."""


class OpenScene(Scene):
    """The night as everyone may know it: both front pages, and what happened in public."""

    name = "open night"

    def build(self, ui: Ui) -> Widget:
        session = self.app.session
        assert session is not None
        book, public = session.book, session.view(2)
        phase = public.reports[-1].phase if public.reports else public.phase
        told = [line(book, report, 2) for report in public.reports if report.phase == phase]
        tone = on_paper(ui)

        def news(seat: int) -> Section:
            def made(width: float, height: float | None) -> Widget:
                stories = [
                    Clipping(one.masthead, one.headline, one.line) for one in front_page(book, public, seat, phase)
                ]
                if stories:
                    return front(ui, stories, "", day(book, phase), width, height)
                inner = width - 56
                parts: list[Widget | float] = [
                    lay.heading(ui, book.seat(seat), inner, "sheet_heading"),
                    lay.rule(ui, inner, "ink", 2, 4, 10),
                    ui.text(_("Nothing that the papers print."), inner, "letter", tone.second),
                ]
                return lay.sheet(ui, lay.column(parts, inner), width, height, "plain", -0.5 + seat, id=f"news {seat}")

            return Section(made, 440 + seat * 408, 88, 384, 528, seat)

        def happened(width: float, height: float | None) -> Widget:
            parts: list[Widget | float] = [
                lay.heading(ui, _("What all can know"), width, "screen_heading", "text"),
                8.0,
            ]
            kept = [text for number, text in enumerate(told) if text and text not in told[:number]][:6]
            for text in kept or [_("A quiet night. Nothing was made public.")]:
                parts += [ui.text(text, width, "letter", "text"), 10.0]
            inner = lay.column(parts, width)
            return inner if height is None else lay.viewport(inner, width, height, "told", ui, "text")

        bottom = foot(ui, [], [lay.button(ui, _("Go on"), self._on, "enter", "main", 216, id="on")])
        title = _("The night after. {day}", day=day(book, phase))
        return page(
            ui, plain_strip(ui, title), [Section(happened, 32, 88, 376, 528), news(0), news(1)], bottom, self.name
        )

    def first(self) -> str:
        return "on"

    def _on(self) -> None:
        proceed(self.app)

    def back(self) -> None:
        """It is left by going on."""
