"""A seat's guess at the vector: exact where it sees, its estimates, and the start of what it never sees."""

from __future__ import annotations

import pytest

from game.engine.guess import as_seen, likely_values
from tests.rulebooks import october
from tests.strategies import states_at


@pytest.mark.parametrize("seed", range(4))
def test_each_register_is_seen_estimated_or_thought_to_stand_where_it_began(seed: int) -> None:
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
                    assert (guessed[number], seen[number]) == (register.start, 0)
