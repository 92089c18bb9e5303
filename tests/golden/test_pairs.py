"""Every link of October and every kind of rule bites because of one choice: take the choice back, and it does not."""

from __future__ import annotations

import json

import pytest

from game.engine.move import from_json
from tests.golden.pairs import PAIRS, bites, instead, kinds
from tests.rulebooks import october

FOUND = {pair["kind"]: pair for pair in json.loads(PAIRS.read_text(encoding="utf-8"))}


def test_every_link_and_every_kind_of_rule_has_its_pair() -> None:
    assert set(FOUND) == set(kinds(october()))
    assert {f"L{number}" for number in range(1, 15)} <= set(FOUND)


@pytest.mark.parametrize("kind", FOUND)
def test_a_rule_bites_because_of_one_choice(kind: str) -> None:
    pair = FOUND[kind]
    moves = tuple(move for move in map(from_json, pair["moves"]) if move is not None)
    other = from_json(pair["instead"])
    assert other != moves[pair["place"]]
    twin = instead(moves, pair["place"], other)
    assert (kind, pair["phase"]) in bites(october(), pair["seed"], moves)[0]
    assert (kind, pair["phase"]) not in bites(october(), pair["seed"], twin)[0]
