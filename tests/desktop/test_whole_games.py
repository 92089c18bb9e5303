"""The whole game goes through the window, by the keyboard alone and by the mouse alone."""

import pytest

from tests.desktop.pilot import Pilot
from tests.desktop.play import begin, whole


@pytest.mark.parametrize("seed", [1, 2])
def test_a_game_is_played_by_the_keyboard_alone(tiny, seed):
    pilot = Pilot(tiny)
    begin(pilot, "Upland")
    passed = whole(pilot, seed)
    assert {"prologue", "desk", "order", "night", "ending"} <= set(passed)


def test_a_game_is_played_by_the_mouse_alone(tiny):
    pilot = Pilot(tiny, mouse=True)
    begin(pilot, "Delta")
    assert whole(pilot, 4)[-1] == "ending"


def test_two_play_at_one_desk(tiny):
    pilot = Pilot(tiny)
    begin(pilot, "Two at this desk")
    passed = whole(pilot, 5, 0.2)
    assert {"hand over", "open night", "desk", "ending"} <= set(passed)


def test_the_long_game_is_played_through_the_same_window(october):
    pilot = Pilot(october, mouse=True)
    begin(pilot, october.texts.content["seats"][1]["name"])
    assert whole(pilot, 6, 0.1)[-1] == "ending"


def test_the_end_leads_to_what_lay_behind_it_and_back(tiny):
    pilot = Pilot(tiny)
    begin(pilot, "Upland")
    whole(pilot, 1, 0.0)
    pilot.take("What lay behind it")
    for number in range(1, 7):
        pilot.press(str(number))
        assert pilot.scene.startswith("debrief "), number
        pilot.press("escape")
    pilot.press("escape")
    pilot.take("Close")
    assert pilot.scene == "title"
