"""Every link of October bites because of one choice: take the choice back, and it does not."""

from __future__ import annotations

import json

import pytest

from game.engine.move import from_json
from tests.golden.links import PAIRS, bites
from tests.rulebooks import october

FOUND = {pair["link"]: pair for pair in json.loads(PAIRS.read_text(encoding="utf-8"))}


def test_every_link_has_its_pair() -> None:
    assert set(FOUND) == {trigger.link for trigger in october().tables.triggers if trigger.link}
    assert set(FOUND) == {f"L{number}" for number in range(1, 15)}


@pytest.mark.parametrize("link", sorted(FOUND, key=lambda name: int(name[1:])))
def test_a_link_bites_because_of_one_choice(link: str) -> None:
    pair = FOUND[link]
    moves = tuple(move for move in map(from_json, pair["moves"]) if move is not None)
    instead = from_json(pair["instead"])
    assert instead is not None
    assert instead != moves[pair["place"]]
    twin = (*moves[: pair["place"]], instead, *moves[pair["place"] + 1 :])
    assert link in bites(october(), pair["seed"], moves)[0]
    assert link not in bites(october(), pair["seed"], twin)[0]
