"""A figure lies in its interval, and intervals are those of the textbook."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.analysis.balance import figure
from game.analysis.tally import Moments


@given(st.integers(0, 300), st.integers(1, 300), st.integers(1, 300), st.integers(1, 300))
def test_a_ratio_lies_in_its_interval(count, games, other, others):
    count, other = min(count, games), min(other, others)
    found = figure.of_ratio(count, games, other, others)
    assert found.value is not None
    assert 0.0 <= found.low <= found.value <= found.high


def test_nothing_over_nothing_has_no_value():
    assert figure.of_ratio(3, 10, 0, 10).value is None
    assert figure.of_share(0, 0).value is None
    assert figure.of_mean([]).value is None
    assert figure.of_points(Moments()).value is None
    assert figure.of_gap(figure.NOTHING, figure.of_mean([1, 2])).value is None


def test_the_interval_of_a_mean_is_known():
    found = figure.of_mean([1.0, 2.0, 3.0, 4.0])
    assert found.value == pytest.approx(2.5)
    assert found.high - 2.5 == pytest.approx(1.96 * (5 / 3 / 4) ** 0.5)


def test_games_under_the_same_seeds_are_compared_game_by_game():
    """What all games share falls out: a constant gap has no interval at all."""
    one, other = [10_000, 50_000, 90_000], [9_000, 49_000, 89_000]
    assert figure.of_difference(one, other) == figure.Figure(1.0, 1.0, 1.0, 3)


def test_the_gap_of_two_means_is_wider_than_either():
    one, other = figure.of_mean([1.0, 5.0, 9.0]), figure.of_mean([2.0, 2.0, 5.0])
    gap = figure.of_gap(one, other)
    assert gap.value == pytest.approx(2.0)
    assert gap.high - gap.low > max(one.high - one.low, other.high - other.low)
