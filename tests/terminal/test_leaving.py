"""Leaving, and coming back: nothing that was signed is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.referee.wanted import Wanted
from tests.terminal.typist import Typist, sit

START = Wanted(seat="upland", pace="full", lens="record", seed=4)


def only(home: Path) -> Path:
    (path,) = (home / "games").glob("*.october")
    return path


@pytest.mark.parametrize("until", range(11))
def test_wherever_the_input_ends_one_sentence_says_so_and_the_game_goes_on_later(until: int, a_home: Path) -> None:
    typist = Typist(until=until)
    assert sit(typist, START) == 0
    said = " ".join(typist.text.split())
    assert said.count("The input has ended.") == 1 or said.endswith("No game was begun.")
    later = Typist()
    assert sit(later, Wanted(resume=only(a_home))) == 0
    assert "What lay behind it" in later.text


def test_a_game_resumed_ends_as_one_played_through(a_home: Path) -> None:
    through = Typist()
    sit(through, START)
    first = only(a_home)
    whole = [line for line in first.read_bytes().splitlines() if b'"kind":"move"' in line]
    first.unlink()
    sit(Typist(until=9), START)
    sit(Typist(), Wanted(resume=only(a_home)))
    halves = [line for line in only(a_home).read_bytes().splitlines() if b'"kind":"move"' in line]
    assert [line.rpartition(b',"')[0] for line in halves] == [line.rpartition(b',"')[0] for line in whole]


def test_quit_says_where_the_game_is(a_home: Path) -> None:
    typist = Typist(plan={2: ["quit"]})
    assert sit(typist, START) == 0
    assert only(a_home).name in "".join(typist.text.split())


def test_the_first_screen_offers_the_last_game(a_home: Path) -> None:
    sit(Typist(plan={2: ["quit"]}), START)
    typist = Typist(says=[("Where do you sit?", "resume")])
    assert sit(typist, Wanted()) == 0
    assert "You go on with" in typist.text and "What lay behind it" in typist.text


def test_a_damaged_game_is_played_on_from_what_is_left_in_a_file_of_its_own(a_home: Path) -> None:
    sit(Typist(plan={4: ["quit"]}), START)
    path = only(a_home)
    lines = path.read_bytes().splitlines(keepends=True)
    damaged = b"".join([*lines[:6], b"nonsense\n", *lines[6:]])
    path.write_bytes(damaged)
    typist = Typist()
    assert sit(typist, Wanted(resume=path)) == 0
    assert path.read_bytes() == damaged
    assert "is damaged in line 7" in " ".join(typist.text.split())
    assert len(list((a_home / "games").glob("*.october"))) == 2


def test_one_who_does_not_want_what_is_left_of_a_game_leaves_it(a_home: Path) -> None:
    sit(Typist(plan={4: ["quit"]}), START)
    path = only(a_home)
    path.write_bytes(path.read_bytes() + b"nonsense\n")
    typist = Typist(says=[("`leave` leaves it", "leave")])
    assert sit(typist, Wanted(resume=path)) == 0
    assert "No game was begun." in typist.text
    assert only(a_home) == path, "and no other file was made"


def test_a_file_that_is_no_game_is_refused_in_one_sentence(a_home: Path) -> None:
    path = a_home / "letter.txt"
    path.write_text("Dear colleague,\n", encoding="utf-8")
    typist = Typist()
    assert sit(typist, Wanted(resume=path)) == 2
    assert "is not a recorded game" in " ".join(typist.text.split())


def test_where_nothing_can_be_kept_the_game_is_played_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    monkeypatch.setenv("OCTOBER_HOME", str(blocked))
    typist = Typist()
    assert sit(typist, START) == 0
    assert "The game is not being kept." in " ".join(typist.text.split())
    assert "What lay behind it" in typist.text
