"""Where a user's games lie, and what is said when they cannot lie there."""

import os
from datetime import datetime

import pytest

from game.journal import slots
from tests.journal.games import written
from tests.needs import needs

NOON = datetime(2026, 10, 27, 12, 0)


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("OCTOBER_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def test_the_named_folder_is_home(home):
    assert slots.home() == home
    assert slots.folder() == home / "games"
    assert not home.exists(), "looking makes nothing"


def test_without_a_name_it_is_the_platforms_own(monkeypatch):
    monkeypatch.delenv("OCTOBER_HOME")
    assert "october" in str(slots.home()).lower()
    monkeypatch.setenv("OCTOBER_HOME", "~/here")
    assert "~" not in str(slots.home())


def test_a_new_name_is_one_that_no_file_has():
    place = slots.folder()
    assert slots.ready(place) is None
    first = slots.new(place, "tiny", NOON)
    assert first.name == "tiny-2026-10-27-1200.october"
    first.touch()
    second = slots.new(place, "tiny", NOON)
    assert second.name == "tiny-2026-10-27-1200-2.october"


def test_the_game_last_played_comes_first():
    place = slots.folder()
    slots.ready(place)
    for number, name in enumerate(("a", "b", "c")):
        path = place / f"{name}.october"
        written(path, seed=number, most=1)
        os.utime(path, (1000 + (5 - number), 1000 + (5 - number)))
    (place / "broken.october").write_bytes(b"\xff\x00")
    (place / "folder.october").mkdir()
    (place / "notes.txt").write_text("not a game")
    found = slots.games(place)
    readable = [slot for slot in found if slot.header is not None]
    assert [slot.path.stem for slot in readable] == ["a", "b", "c"]
    assert {slot.path.stem for slot in found if slot.header is None} == {"broken", "folder"}
    assert slots.latest(place) == place / "a.october"


def test_no_games_yet():
    assert slots.games(slots.folder()) == ()
    assert slots.latest(slots.folder()) is None


def test_a_file_in_the_way_is_named(home):
    home.write_text("I am a file")
    fault = slots.ready(slots.folder())
    assert fault is not None and "is a file, not a folder" in fault.sentence


@needs("posix")
def test_a_folder_nobody_may_make_is_named(monkeypatch):
    monkeypatch.setenv("OCTOBER_HOME", "/proc/nowhere")
    fault = slots.ready(slots.folder())
    assert fault is not None
    assert fault.sentence.startswith("/proc/nowhere/games cannot be written")
