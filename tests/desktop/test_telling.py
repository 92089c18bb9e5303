"""Long prose comes in steps, never in anybody's way: a key brings the next, and what was read once stands there."""

import pygame
import pytest

from game.desktop.motion import LONG
from game.desktop.screens.page import PaperScene
from game.desktop.seen import Seen
from game.desktop.settings import Settings
from game.papers.paper import Paper, Paragraph
from tests.desktop.pilot import Pilot
from tests.desktop.play import begin, whole

TEXTS = tuple(f"{word} paragraph says what nobody has read before." for word in ("First", "Second", "Third"))


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("OCTOBER_HOME", str(tmp_path))
    return tmp_path


def page(pilot: Pilot) -> None:
    paper = Paper("page", "A page", tuple(Paragraph(text) for text in TEXTS))
    pilot.app.push(PaperScene(pilot.app, lambda: paper, name="debrief page"))
    pilot.step()
    pilot.watch.time += LONG
    pilot.step()


def came(pilot: Pilot) -> int:
    """How many of its paragraphs can be seen."""
    return sum(1 for one in pilot.tree.walk() if one.label in TEXTS and not one.veiled)


def opened(tiny, **settings) -> Pilot:
    pilot = Pilot(tiny, settings=Settings(**settings))
    page(pilot)
    return pilot


def test_a_paragraph_comes_after_the_one_before_has_been_read(tiny):
    pilot = opened(tiny)
    assert came(pilot) == 1
    pilot.watch.time += 0.3
    pilot.step()
    assert came(pilot) == 1
    pilot.watch.time += 3
    pilot.step()
    assert came(pilot) == 2
    pilot.watch.time += 3
    pilot.step()
    assert came(pilot) == 3


@pytest.mark.parametrize("key", ["enter", "space"])
def test_a_key_brings_the_next_at_once_and_then_does_what_it_says(tiny, key):
    pilot = opened(tiny)
    pilot.press(key)
    assert came(pilot) == 2 and pilot.scene == "debrief page"
    pilot.press(key)
    assert came(pilot) == 3 and pilot.scene == "debrief page"
    pilot.press(key)
    assert pilot.scene == "title", "the key takes what has the focus again: Back"


def test_a_click_beside_every_control_brings_the_next(tiny):
    pilot = opened(tiny)
    pilot.click_at(640, 300)
    assert came(pilot) == 2


def test_escape_brings_everything_and_then_goes_back(tiny):
    pilot = opened(tiny)
    pilot.press("escape")
    assert came(pilot) == 3 and pilot.scene == "debrief page"
    pilot.press("escape")
    assert pilot.scene == "title"


def test_whoever_has_moved_the_focus_is_not_kept_waiting(tiny):
    pilot = opened(tiny)
    pilot.press("tab")
    pilot.do(pilot.labelled("Back"))
    assert pilot.scene == "title"


@pytest.mark.parametrize("settings", [{"motion": False}, {"at_once": True}])
def test_nothing_is_kept_back_where_that_is_wanted(tiny, settings):
    assert came(opened(tiny, **settings)) == 3


def test_a_screen_reader_is_told_everything_at_once(tiny):
    pytest.importorskip("accesskit")
    from game.desktop.access import Tree

    pilot = opened(tiny)
    tree = Tree("title")
    nodes = tree.made(pilot.tree, pilot.app.focus, 1.0).nodes
    assert set(TEXTS) <= {node.label for _number, node in nodes}, "even before it is seen"

    class Silent:
        def update_window_focus_state(self, focused: bool) -> None: ...

        def update_if_active(self, made: object) -> None: ...

    tree._adapter = Silent()
    tree._initial()
    pilot.app._reader_tree = tree
    pilot.step()
    assert came(pilot) == 3


def test_what_was_read_in_an_earlier_game_stands_there_at_once_until_it_is_forgotten(tiny, home):
    pilot = opened(tiny)
    pilot.press("enter")
    pilot.press("enter")
    pilot.step()
    assert came(opened(tiny)) == 3, "another window, another day"
    stored = (home / "read.json").read_text()
    assert not any(text in stored for text in TEXTS)

    pilot = opened(tiny)
    pilot.press("f10")
    pilot.take("Forget what I have read")
    assert came(opened(tiny)) == 1


def test_a_damaged_store_of_what_was_read_holds_nothing_and_stops_nothing(tiny, home):
    for damage in ("{", "[1, 2]", '{"read": 7}', '{"read": [1, null]}', ""):
        (home / "read.json").write_text(damage)
        assert TEXTS[0] not in Seen()
        assert came(opened(tiny)) == 1


def test_what_has_not_come_keeps_its_place_and_nothing_is_drawn_while_it_waits(tiny):
    pilot = opened(tiny)

    def places():
        return {one.label: (x, y) for one, x, y in pilot.tree.placed() if one.label in TEXTS}

    before, frames = places(), pilot.app.frames
    pilot.watch.time += 0.2
    pilot.step(6)
    assert pilot.app.frames == frames
    first = pygame.image.tobytes(pilot.app.screen, "RGB")
    pilot.press("escape")
    assert places() == before
    assert pygame.image.tobytes(pilot.app.screen, "RGB") != first


def test_a_paragraph_that_is_laid_out_twice_to_see_what_fits_still_comes_in_its_turn(tiny):
    from game.desktop.telling import Telling, told

    pilot = Pilot(tiny)
    ui, telling = pilot.app.layout(), Telling(pilot.app)
    ui.telling = telling
    telling.begin()
    seen = []
    for _trial in range(2):
        seen = [not told(ui, ui.text(text, 300)).veiled for text in TEXTS]
    assert seen == [True, False, False]
    telling.next()
    assert [not told(ui, ui.text(text, 300)).veiled for text in TEXTS] == [True, True, False]


def test_a_night_and_an_ending_come_in_steps_and_a_whole_game_passes_through_them(tiny):
    waited = set()

    class Watching(Pilot):
        def step(self, turns=2):
            super().step(turns)
            if self.app.scene.telling.pending:
                waited.add(self.scene)

    pilot = Watching(tiny)
    begin(pilot, "Upland")
    assert whole(pilot, 1)[-1] == "ending"
    assert {"night", "ending"} <= waited
