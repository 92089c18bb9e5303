"""Mixes whose answers are known."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.analysis.balance.mix import mixes


def test_rock_paper_and_scissors_are_mixed_evenly():
    wins = [[0, -1, 1], [1, 0, -1], [-1, 1, 0]]
    one, two = mixes(wins, [[-value for value in row] for row in wins])
    assert one == pytest.approx([1 / 3] * 3, abs=0.01)
    assert two == pytest.approx([1 / 3] * 3, abs=0.01)


def test_what_is_always_better_is_always_done():
    one, two = mixes([[3, 0], [5, 1]], [[3, 5], [0, 1]])
    assert one[1] > 0.999 and two[1] > 0.999


def test_a_game_with_a_mixed_value_comes_to_it():
    one, two = mixes([[2, -1], [-1, 1]], [[-2, 1], [1, -1]])
    assert one == pytest.approx([0.4, 0.6], abs=0.01)
    assert two == pytest.approx([0.4, 0.6], abs=0.01)


MATRIX = st.lists(st.lists(st.integers(0, 80), min_size=3, max_size=3), min_size=4, max_size=4)


@settings(max_examples=25)
@given(MATRIX)
def test_nobody_regrets_it_in_a_game_of_pure_conflict(matrix):
    """Against the other's mix no row beats the mix by more than a point."""
    one, two = mixes(matrix, [[-value for value in row] for row in matrix])
    assert sum(one) == pytest.approx(1.0) and sum(two) == pytest.approx(1.0)
    rows = [sum(value * share for value, share in zip(row, two, strict=True)) for row in matrix]
    brought = sum(share * row for share, row in zip(one, rows, strict=True))
    assert max(rows) - brought < 1.0
