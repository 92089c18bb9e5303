"""Putting a tree of widgets on the screen, and the program's own remark above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.desktop.painter import Painter
from game.desktop.ui import Ui
from game.desktop.widget import Widget

if TYPE_CHECKING:
    from game.desktop.app import App


def paint(p: Painter, one: Widget, x: float, y: float) -> None:
    x, y = x + one.x, y + one.y
    if one.veiled:
        if one.over is not None:
            one.over(p, x, y)
        return
    if one.paint is not None:
        one.paint(p, x, y)
    if one.view:
        clip = p.surface.get_clip()
        p.surface.set_clip(clip.clip(p.rect(x - 6, y, one.w + 12, one.h)))
        for child in one.children:
            paint(p, child, x, y - one.scroll)
        p.surface.set_clip(clip)
    else:
        for child in one.children:
            paint(p, child, x, y)
    if one.over is not None:
        one.over(p, x, y)


def caption(ui: Ui, text: str, p: Painter) -> None:
    words = ui.text(text, min(720.0, ui.w - 96), "small", ui.colour("text"))
    wide, tall = words.inner + 24, words.h + 12
    x, y = (ui.w - wide) / 2, 62.0
    p.fill(ui.colour("room"), x, y, wide, tall, 0.94, 3)
    p.frame(ui.colour("second_text"), x, y, wide, tall, 1, 3)
    if words.paint is not None:
        words.paint(p, x + 12, y + 6)


def look_ahead(app: App) -> None:
    """While nobody moves: lay out one of the screens that may come next, so that its papers are ready."""
    made = app.ahead.pop(0)
    if app.session is None or app.uncovered >= 0:
        return
    scene = made()
    ui = app.layout()
    ui.seat = scene.seat
    root = scene.build(ui)
    size = app.screen.get_size()
    scene.backdrop(ui, size)
    painter = ui.painter(pygame.Surface(size))
    for child in root.children:
        paint(painter, child, 0, 0)
