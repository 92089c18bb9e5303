"""One screen passes into the next in a moment, and then nothing moves."""

import pygame
import pytest

from game.desktop.motion import LONG
from game.desktop.settings import Settings
from tests.desktop.pilot import FRAME, Pilot
from tests.desktop.play import begin, whole


def picture(pilot: Pilot) -> bytes:
    return pygame.image.tobytes(pilot.app.screen, "RGB")


def rest(pilot: Pilot) -> bytes:
    """The window when nothing moves any more."""
    pilot.watch.time += LONG
    pilot.step()
    assert not pilot.app.motion.going
    return picture(pilot)


@pytest.mark.parametrize(("there", "back"), [("f10", "escape"), ("2", "escape")])
def test_a_screen_comes_by_and_by_and_ends_as_it_is_drawn(tiny, there, back):
    pilot = Pilot(tiny)
    rest(pilot)
    for key in (there, back):
        before = picture(pilot)
        pilot.press(key)
        between = picture(pilot)
        after = rest(pilot)
        pilot.app.draw()
        assert between not in (before, after)
        assert picture(pilot) == after


def test_it_takes_a_fifth_of_a_second_at_most_and_then_the_window_rests(tiny):
    assert LONG <= 0.2
    pilot = Pilot(tiny)
    rest(pilot)
    pilot.press("f10")
    pilot.step(round(LONG / FRAME) + 2)
    frames = pilot.app.frames
    pilot.step(100)
    assert pilot.app.frames == frames


def test_nothing_moves_where_motion_is_off(tiny):
    pilot = Pilot(tiny, settings=Settings(motion=False))
    pilot.press("f10")
    at_once = picture(pilot)
    pilot.app.draw()
    assert picture(pilot) == at_once


def test_what_is_pressed_on_the_way_is_heeded_at_once(tiny):
    pilot = Pilot(tiny)
    rest(pilot)
    pilot.press("f10", "plus")
    assert pilot.app.settings.text == 110
    rest(pilot)
    pilot.press("escape", "tab")
    moved = pilot.app.focus
    assert pilot.scene == "title" and moved is not None
    after = rest(pilot)
    pilot.app.draw()
    assert picture(pilot) == after


def test_a_window_that_changes_its_size_on_the_way_stands_there_at_once(tiny):
    pilot = Pilot(tiny)
    pilot.press("f10")
    pilot.app.resize((1024, 640))
    pilot.step()
    assert not pilot.app.motion.going


def test_no_still_screen_and_no_cover_comes_by_and_by(tiny):
    came = set()

    class Watching(Pilot):
        def step(self, turns=2):
            for _turn in range(turns):
                before = self.app.frames
                super().step(1)
                if self.app.motion.going and self.app.frames > before:
                    came.add(self.scene)

    pilot = Watching(tiny)
    begin(pilot, "Two at this desk")
    assert whole(pilot, 5, 0.2)[-1] == "ending"
    assert "desk" in came
    assert not came & {"ending", "last", "war", "hand over"}


def test_a_screen_drawn_on_its_way_is_drawn_whole(tiny):
    pilot = Pilot(tiny, settings=Settings(guided=False, at_once=True))
    begin(pilot, "Upland")
    rest(pilot)
    pilot.press("f10")
    assert pilot.app.motion.going
    pilot.app.draw()
    drawn = picture(pilot)
    pilot.app.canvas.forget()
    pilot.app.draw()
    assert drawn == picture(pilot)
