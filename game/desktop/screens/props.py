"""What stands on the desk of this capital: found by the seat's name, left out where nothing is drawn."""

from __future__ import annotations

import pygame

from game.desktop import lay
from game.desktop.art import drawing, file
from game.desktop.painter import Painter
from game.desktop.ui import Ui
from game.desktop.widget import Widget

DRAWN = {"cup": ("coffee", "tea"), "pen": ("pencil", "pen")}
PLACED = (("cup", 888, 618, 140, 140, 0), ("pen", 424, 404, 212, 24, 9))
NARROW = 1240


def props(ui: Ui, lower: float = 0.0) -> list[Widget]:
    """The pen lies that much `lower` (in units) than usual, where the chart's edge does."""
    across, down = ui.w / 1280, ui.h / 720
    out: list[Widget] = []
    for kind, x, y, w, h, turn in PLACED:
        name = next((one for one in (f"{part}-{ui.room.seat}" for part in DRAWN[kind]) if file("props", one)), "")
        if name and not (kind == "cup" and ui.w < NARROW):
            out.append(_prop(ui, name, w, h, turn).at(x * across, y * down + (lower if kind == "pen" else 0.0)))
    return out


def _prop(ui: Ui, name: str, w: float, h: float, turn: float) -> Widget:
    def both(size: tuple[int, int]) -> pygame.Surface:
        """The thing and its shadow, turned as it lies."""
        picture = drawing("props", name, *size)
        assert picture is not None
        turned = pygame.transform.rotozoom(picture, turn, 1) if turn else picture
        dark = turned.copy()
        dark.fill((0, 0, 0, 110), special_flags=pygame.BLEND_RGBA_MULT)
        out = pygame.Surface((turned.get_width() + round(w / 30) + 8, turned.get_height() + 12), pygame.SRCALPHA)
        out.blit(dark, (round(4 * ui.scale), round(6 * ui.scale)))
        out.blit(turned, (0, 0))
        return out.convert_alpha()

    def paint(p: Painter, x: float, y: float) -> None:
        size = (p.px(w), p.px(h))
        if drawing("props", name, *size) is not None:
            p.surface.blit(ui.surfaces.keep(("prop", name, size, turn), lambda: both(size)), (p.px(x), p.px(y)))

    return Widget(w=w, h=h, paint=paint, floats=True, far=lay.SHADOW)
