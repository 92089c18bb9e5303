"""Golden games: whole games of October as readable text, move by move, with both seats' views.

Written by `python -m tests.golden.write`; read them when they change.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.engine.api import Options
from game.engine.move import from_json
from tests.golden.transcript import Game, told
from tests.rulebooks import OCTOBER, compiled, october

FOLDER = Path(__file__).parent / "games"
NAMES = sorted(path.stem for path in FOLDER.glob("*.json"))


def read(name: str) -> Game:
    """A recorded golden game."""
    raw = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    pace, lens, types, as_it_was, quiet, answers = raw["options"]
    moves = [move for move in map(from_json, raw["moves"]) if move is not None]
    assert len(moves) == len(raw["moves"])
    options = Options(pace, lens, tuple(types), as_it_was, quiet, tuple(answers))
    return Game(raw["name"], raw["about"], raw["seed"], options, moves)


@pytest.mark.parametrize("name", NAMES)
def test_a_golden_game_is_told_as_it_was(name: str) -> None:
    assert told(october(), compiled(OCTOBER)[1], read(name)) == (FOLDER / f"{name}.txt").read_text(encoding="utf-8")


def test_there_is_one_for_history_for_each_ending_class_and_for_letters_that_meet() -> None:
    ended = {
        (FOLDER / f"{name}.txt").read_text(encoding="utf-8").split("== the end: ")[1].split(" ")[0] for name in NAMES
    }
    groups = {october().endings[ending].group for ending in ended}
    assert groups == {ending.group for ending in october().tables.endings}
    assert {"history", "two_letters_the_older", "two_letters_the_newer", "acceptances_cross"} <= set(NAMES)
