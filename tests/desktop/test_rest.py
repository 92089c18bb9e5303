"""While nobody moves, the screens that may come next are laid out a little at a time; whoever moves waits for none."""

import pygame

from game.desktop.settings import Settings
from tests.desktop.pilot import Pilot
from tests.desktop.play import begin, turn


def at_desk(tiny) -> Pilot:
    import random

    pilot = Pilot(tiny, settings=Settings(guided=False, motion=False))
    begin(pilot, "Upland")
    for _turn in range(20):
        if pilot.scene == "desk":
            return pilot
        turn(pilot, pilot.scene, random.Random(1), 0.0)
    raise AssertionError(pilot.scene)


def test_what_may_come_next_is_laid_out_while_nobody_moves(tiny):
    pilot = at_desk(tiny)
    app = pilot.app
    assert app.rest.busy
    before = pygame.image.tobytes(app.screen, "RGB")
    drawn = app.frames
    pilot.watch.time += 2
    pilot.step(400)
    assert not app.rest.busy
    assert app.frames == drawn
    assert pygame.image.tobytes(app.screen, "RGB") == before


def test_another_screen_puts_an_end_to_it(tiny):
    pilot = at_desk(tiny)
    pilot.press("d")
    assert pilot.scene == "drawer"
    assert not pilot.app.rest.busy
