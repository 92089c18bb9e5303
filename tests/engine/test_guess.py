"""A seat's guess at the vector: exact where it sees, its estimates, and the record or the start for the rest."""

from __future__ import annotations

import pytest

from game.engine.guess import as_seen, likely_values
from game.engine.sheet import entries_of
from tests.rulebooks import october
from tests.strategies import states_at


@pytest.mark.parametrize("seed", range(4))
def test_each_register_is_seen_estimated_or_guessed(seed: int) -> None:
    rulebook, seat = october(), seed % 2
    for moves in (0, 9, 22):
        view = states_at(rulebook, seed, moves).knowledge[seat]
        guessed, seen = likely_values(rulebook, view), as_seen(rulebook, view)
        likely = dict(zip(rulebook.estimated[seat], (one.likely for one in view.estimates), strict=True))
        for number, register in enumerate(rulebook.tables.registers):
            match register.sees[seat]:
                case "exact":
                    assert guessed[number] == seen[number] == view.exact[number]
                case "estimate":
                    assert guessed[number] == seen[number] == likely[number]
                case _:
                    today = entries_of(rulebook, view)[-1]
                    assert (guessed[number], seen[number]) == (rulebook.guesses[seat][today][number], 0)
                    if number not in rulebook.standing_at:
                        assert guessed[number] == register.start
