"""The leather that lies on the desk of a room that has one, with its gilt line."""

from __future__ import annotations

from game.desktop.painter import Painter
from game.desktop.screens.frame import roomy
from game.desktop.ui import Ui
from game.desktop.widget import Widget

Box = tuple[float, float, float, float]


def blotter(ui: Ui, box: Box) -> Widget | None:
    """Under everything else; `box` as at 1280 by 720. None in a room without one, and where sections go in columns."""
    if not ui.room.blotter or ui.theme.contrast or not roomy(ui):
        return None
    across, down = ui.w / 1280, ui.h / 720
    x, y, w, h = box[0] * across, box[1] * down, box[2] * across, box[3] * down
    edge = ui.colour("blotter_line")

    def paint(p: Painter, left: float, top: float) -> None:
        p.blit(ui.surfaces.leather(ui.room, (p.px(w), p.px(h))), left, top)
        p.frame(edge, left + 5, top + 5, w - 10, h - 10, 1)

    return Widget(x=x, y=y, w=w, h=h, paint=paint, floats=True)
