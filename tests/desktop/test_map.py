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


def test_the_pointer_on_a_mark_finds_its_card(chart):
    pilot = chart(False)
    found = [(one, x, y) for one, x, y in pilot.tree.placed() if one.leads == "card missiles_ready"]
    assert found
    one, x, y = found[0]
    scale = pilot.app.ui.scale
    pos = (round((x + one.w / 2) * scale), round((y + one.h / 2) * scale))
    pilot.hands.waiting.append(pygame.Event(pygame.MOUSEMOTION, pos=pos, rel=(0, 0), buttons=(0, 0, 0)))
    pilot.step()
    assert pilot.app.focus is not None and pilot.app.focus.id == "card missiles_ready"


def test_nearer_comes_to_the_first_mark_of_the_list_and_farther_back_to_the_whole(chart):
    pilot = chart(False)
    whole = [one.leads for one, _x, _y in pilot.tree.placed() if one.leads]
    pilot.press("z", "z")
    assert "card missiles_ready" in [one.leads for one, _x, _y in pilot.tree.placed() if one.leads]
    pilot.press("x", "x")
    assert [one.leads for one, _x, _y in pilot.tree.placed() if one.leads] == whole
