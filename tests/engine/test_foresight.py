"""What a seat foresees of a turn: the rival's unasked order, time passing, and hidden orders as the record had them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from game.engine.api import Rulebook, State, view
from game.engine.foresight import foreseen, unasked_of_rival
from game.engine.guess import likely_values
from game.engine.preview import half_days_of, strip
from game.engine.sheet import entries_of
from game.engine.state import ORDERS
from tests.rulebooks import october, tiny
from tests.strategies import random_moves


def openings(rulebook: Rulebook, games: int) -> Iterator[State]:
    """Every state in which orders of the crisis are written."""
    for seed in range(games):
        for before, _, _ in random_moves(rulebook, seed):
            if before.stage == ORDERS and before.ended is None:
                yield before


@pytest.mark.parametrize("rulebook", [tiny(), october()], ids=["tiny", "october"])
def test_chances_grow_with_days_and_none_is_past_certainty(rulebook: Rulebook) -> None:
    for state in openings(rulebook, 4):
        last = (0.0, 0.0, 0.0)
        for half_days in range(4):
            found = foreseen(rulebook, state.values, half_days)
            assert all(0.0 <= one <= later <= 1.0 for one, later in zip(last, found, strict=True))
            last = found


def test_what_drifts_is_counted() -> None:
    """Tired men make more mistakes: the same two half-days are worse than two of the first."""
    rulebook, worse = october(), 0
    for state in openings(rulebook, 6):
        once = foreseen(rulebook, state.values, 1).shots
        twice = foreseen(rulebook, state.values, 2).shots
        worse += twice > 1.0 - (1.0 - once) ** 2 + 1e-9
    assert worse > 20


def test_the_strip_counts_with_what_the_rival_does_unasked() -> None:
    """On the day of the speech Moscow is warned of days in which the missiles are public, before they are."""
    rulebook, seen_before = october(), 0
    public = rulebook.index["public_knows"]
    for state in openings(rulebook, 12):
        known = view(state, 1)
        if known.phase == "oct20" and not state.values[public]:
            half_days = half_days_of(rulebook, known)
            as_it_is = foreseen(rulebook, likely_values(rulebook, known), half_days).shots
            assert unasked_of_rival(rulebook, known, state.values)[public] == 1000
            assert strip(rulebook, known)[0].low > as_it_is
            seen_before += 1
    assert seen_before


def test_a_hidden_order_is_taken_to_stand_as_the_record_had_it() -> None:
    rulebook = october()
    hunt = rulebook.index["submarine_hunt"]
    entries = [entry.id for entry in rulebook.tables.entries]
    levels: dict[int, int] = {}
    for state in openings(rulebook, 12):
        known = view(state, 1)
        assert hunt in rulebook.unseen[1]
        today = entries_of(rulebook, known)[-1]
        levels[today] = rulebook.guesses[1][today][hunt]
        assert likely_values(rulebook, known)[hunt] == levels[today]
    since = entries.index("oct23")
    assert {level for entry, level in levels.items() if entry < since} == {rulebook.start[hunt]}
    assert {level for entry, level in levels.items() if entry >= since} == {1000}
