"""The window as such: it rests, it is never stopped by a bad moment, and it covers one side while the other plays."""

import os
import subprocess
import sys
import time

import pygame
import pytest

import game.desktop
from game.desktop.session import Session
from game.desktop.settings import Settings
from tests.desktop.pilot import Pilot
from tests.desktop.play import begin, turn, whole


def session(pilot: Pilot) -> Session:
    assert pilot.app.session is not None
    return pilot.app.session


def to(pilot, scene, seed=3):
    import random

    pick = random.Random(seed)
    for _turn in range(200):
        if pilot.scene == scene:
            return
        turn(pilot, pilot.scene, pick, 0.0)
    raise AssertionError(f"{scene} never comes")


def test_nothing_is_drawn_when_nothing_changes(tiny):
    pilot = Pilot(tiny)
    begin(pilot, "Upland")
    to(pilot, "desk")
    pilot.step(20)
    before = pilot.app.frames
    pilot.step(100)
    assert pilot.app.frames == before


def test_the_focus_is_always_somewhere_and_moves_by_every_arrow(tiny):
    pilot = Pilot(tiny)
    begin(pilot, "Upland")
    to(pilot, "desk")
    ids = set()
    for name in ("right", "right", "down", "left", "up", "down", "right"):
        pilot.press(name)
        assert pilot.app.focus is not None
        ids.add(pilot.app.focus.id)
    assert len(ids) > 3


KEYS = {
    "c": "council", "o": "order", "l": "letters", "m": "man", "d": "drawer", "v": "map",
    "f1": "library", "f2": "history", "f3": "saves", "f10": "settings",
}  # fmt: skip


@pytest.mark.parametrize(("key", "scene"), KEYS.items())
def test_each_key_that_is_shown_does_what_it_says_and_escape_leads_back(tiny, key, scene):
    pilot = Pilot(tiny)
    begin(pilot, "Upland")
    to(pilot, "desk")
    pilot.press(key)
    assert pilot.scene == scene
    pilot.press("escape")
    assert pilot.scene == "desk"


def test_enter_takes_what_has_the_focus(tiny):
    pilot = Pilot(tiny)
    pilot.press("tab")
    assert pilot.app.focus is not None
    label = pilot.app.focus.label
    pilot.press("enter")
    assert pilot.scene in ("setup", "saves", "settings"), label


def test_plus_and_minus_change_the_size_of_all_text(tiny):
    pilot = Pilot(tiny)
    before = pilot.app.ui.scale
    pilot.press("plus")
    assert pilot.app.ui.scale > before
    pilot.press("minus", "minus")
    assert pilot.app.ui.scale < before


def test_a_question_in_council_is_put_by_keys_alone(tiny):
    pilot = Pilot(tiny)
    begin(pilot, "Upland")
    to(pilot, "desk")
    pilot.press("c")
    before = session(pilot).view(0).dossier.questions
    if not before or not pilot.offered("card "):
        pytest.skip("no question today")
    pilot.press("a")
    pilot.take("Put it to him")
    assert session(pilot).view(0).dossier.questions == before - 1


def test_while_the_desk_changes_hands_nothing_of_either_side_shows(tiny):
    pilot = Pilot(tiny)
    begin(pilot, "Two at this desk")
    to(pilot, "order")
    covered = {one.label for one in pilot.tree.walk() if one.label and one.role in ("choice", "switch", "text")}
    first = pilot.app.seat
    to(pilot, "hand over")
    shown = {one.label for one in pilot.tree.walk() if one.label}
    assert not shown & covered, "something of the covered side is still said"
    page = pygame.image.tobytes(pilot.app.screen, "RGB")
    session(pilot).places[first].order = None
    pilot.app.draw()
    assert pygame.image.tobytes(pilot.app.screen, "RGB") == page, "the page depends on what lies covered"
    pilot.press("f1", "f2", "escape")
    assert pilot.scene == "hand over", "there is a way round the cover"


def test_a_game_is_taken_up_where_it_was_left(tiny):
    pilot = Pilot(tiny)
    begin(pilot, "Upland")
    to(pilot, "desk")
    phase, path = session(pilot).table.phase, session(pilot).path
    assert path is not None and path.is_file()
    strips = list(session(pilot).places[0].strips)
    session(pilot).close()
    again = Pilot(tiny)
    again.take("Continue")
    assert session(again).table.phase == phase
    assert len(strips) == session(pilot).view(0).turn + 1
    assert strips[:-1] == session(again).places[0].strips[: len(strips) - 1]
    assert again.scene in ("desk", "night")


def test_a_folder_that_cannot_be_written_to_does_not_stop_the_game(tiny, tmp_path, monkeypatch):
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", encoding="utf-8")
    monkeypatch.setenv("OCTOBER_HOME", str(blocked))
    pilot = Pilot(tiny)
    begin(pilot, "Upland")
    assert pilot.scene == "prologue"
    assert "not being kept" in pilot.app.caption
    assert whole(pilot, 2, 0.0)[-1] == "ending"


def test_damaged_settings_are_no_reason_not_to_start(tmp_path, monkeypatch):
    from game.desktop import settings

    place = tmp_path / "window.json"
    place.write_text('{"text": "large", "effects": 900, "contrast": true', encoding="utf-8")
    assert settings.load(place) == Settings()
    place.write_text('{"text": "large", "effects": 900, "contrast": true}', encoding="utf-8")
    found = settings.load(place)
    assert found.text == 100 and found.effects == 100 and found.contrast


def test_a_mind_that_dies_does_not_stop_the_game(tiny):
    pilot = Pilot(tiny)
    begin(pilot, "Upland")

    def dies(*_what):
        raise RuntimeError("out of ideas")

    session(pilot).decide = dies
    session(pilot)._mind = None
    assert whole(pilot, 2, 0.0)[-1] == "ending"


def test_the_window_goes_on_while_a_mind_thinks_in_a_process_of_its_own(tiny):
    pilot = Pilot(tiny, inline=False)
    begin(pilot, "Upland")
    while pilot.scene == "prologue":
        pilot.do(pilot.offered("option ")[0])
    longest, steps, since = 0.0, 0, time.monotonic()
    while pilot.scene == "wait" and time.monotonic() - since < 30:
        began = time.perf_counter()
        pilot.step(1)
        longest, steps = max(longest, time.perf_counter() - began), steps + 1
        time.sleep(0.005)
    assert pilot.scene != "wait"
    session(pilot).close()
    assert steps == 0 or longest < 0.5


def test_the_window_may_be_made_larger_and_smaller_in_the_middle_of_a_turn(tiny):
    pilot = Pilot(tiny)
    begin(pilot, "Upland")
    to(pilot, "order")
    pilot.press("1")
    chosen = session(pilot).places[0].order
    for size in ((1920, 1080), (1024, 640), (1280, 720)):
        pilot.app.resize(size)
        pilot.step()
        assert session(pilot).places[0].order == chosen
        assert pilot.scene == "order"


def test_the_wheel_scrolls_on_though_the_focus_goes_out_of_sight(tiny):
    from game.desktop import focus

    pilot = Pilot(tiny, size=(1024, 640), settings=Settings(text=200, captions=False))
    pilot.press("f10")
    view = next(one for one in pilot.tree.walk() if one.view and one.inner > one.h)
    for _turn in range(40):
        pilot.wheel(-1)
    view = next(one for one in pilot.tree.walk() if one.id == view.id)
    assert view.scroll == view.inner - view.h
    pilot.press("tab")
    assert pilot.app.focus is not None
    assert focus.show(pilot.tree, pilot.app.focus) is False, "the focus that moves is brought back into sight"


def test_closing_the_window_ends_the_loop(tiny):
    pilot = Pilot(tiny)
    pilot.hands.waiting.append(pygame.Event(pygame.QUIT))
    pilot.app.run()
    assert not pilot.app.running


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        ({"pygame/__init__.py": ""}, "older `pygame`"),
        ({"pygame/__init__.py": "", "pygame/geometry.so": "", "pygame-2.6.1.dist-info/METADATA": ""}, "Both editions"),
    ],
)
def test_the_wrong_edition_of_pygame_is_said_in_one_sentence(tmp_path, files, sentence):
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    script = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); from game.desktop import trouble; print(trouble())"
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert sentence in found.stdout and len(found.stdout.splitlines()) == 1


def test_no_display_is_said_in_one_sentence(monkeypatch):
    for name in ("SDL_VIDEODRIVER", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    if sys.platform.startswith("linux"):
        assert game.desktop.trouble() == game.desktop.NO_DISPLAY
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    assert game.desktop.trouble() == ""


def test_starting_brings_in_neither_pydantic_nor_yaml():
    script = (
        "import sys, game.desktop.app, game.desktop.screens.title, game.desktop.screens.setup; "
        "import game.desktop.screens.desk; "
        "print(sorted({'pydantic', 'yaml', 'accesskit', 'starlette'} & set(sys.modules)))"
    )
    environment = os.environ | {"SDL_VIDEODRIVER": "dummy"}
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, env=environment)
    assert found.stdout.strip().splitlines()[-1] == "[]"
