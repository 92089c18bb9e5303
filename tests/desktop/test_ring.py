"""The focus ring touches nothing but the edges that are put back when it goes."""

import math

import pygame
import pytest

from game.desktop.app import App
from game.desktop.ring import ring
from game.desktop.settings import Settings
from game.desktop.widget import Widget


@pytest.mark.parametrize("tilt", [0.0, 0.6, -2.0])
@pytest.mark.parametrize("box", [(300, 200, 400, 260), (2, 2, 500, 20), (100, 100, 6, 4), (900, 500, 400, 300)])
@pytest.mark.parametrize("rule", [False, True])
def test_all_that_it_paints_lies_in_its_parts(tiny, tilt, box, rule):
    pygame.display.init()
    pygame.font.init()
    app = App(tiny, settings=Settings())
    x, y, w, h = box
    what = Widget("button", x=x, y=y, w=w, h=h, tilt=tilt, act=lambda: None, rule=rule)
    root = Widget("window", w=1280, h=720, children=[what])
    canvas = pygame.Surface((1280, 720)).convert()
    painter = app.ui.painter(canvas)
    parts = ring(painter, app.ui, root, what, draw=False)
    assert ring(painter, app.ui, root, what) == parts
    assert pygame.mask.from_threshold(canvas, app.ui.colour("brass"), (1, 1, 1, 255)).count()
    for part in parts:
        canvas.fill((0, 0, 0), part)
    assert pygame.image.tobytes(canvas, "RGB") == bytes(1280 * 720 * 3)
    if min(w, h) > 100 and not rule:
        assert sum(part.w * part.h for part in parts) < w * h * (0.5 + abs(math.sin(math.radians(tilt))) * 4)
