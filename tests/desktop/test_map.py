"""The chart glides to where it is sent, and stands there sharply; at once where motion is off."""

import pygame
import pytest

from game.desktop.settings import Settings
from tests.desktop.pilot import Pilot
from tests.desktop.play import begin


@pytest.fixture
def chart(october, request):
    def opened(motion: bool) -> Pilot:
        pilot = Pilot(october, settings=Settings(guided=False, motion=motion, at_once=True))
        begin(pilot, october.texts.content["seats"][0]["name"])
        while pilot.scene != "desk":
            options = pilot.offered("option ")
            pilot.do(options[0]) if options else pilot.press("enter")
        pilot.press("v")
        pilot.step(30)
        return pilot

    return opened


def test_it_comes_to_the_same_picture_with_motion_and_without(chart):
    pictures = []
    for motion in (True, False):
        pilot = chart(motion)
        pilot.press("z")
        pilot.step(60)
        pictures.append(pygame.image.tobytes(pilot.app.screen, "RGB"))
    assert pictures[0] == pictures[1]


def test_it_is_on_its_way_for_some_frames_and_then_rests(chart):
    pilot = chart(True)
    pilot.press("z")
    drawn = pilot.app.frames
    pilot.step(8)
    assert pilot.app.frames - drawn >= 6
    pilot.step(60)
    drawn = pilot.app.frames
    pilot.step(30)
    assert pilot.app.frames == drawn
