"""Chances in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.wording import odds

chances = st.floats(0, 1, allow_nan=False)


@pytest.mark.parametrize(
    ("chance", "words"),
    [
        (0.0, "next to no chance"), (0.0002, "next to no chance"), (0.004, "about 1 in 250"), (0.011, "about 1 in 100"),
        (0.025, "about 1 in 40"), (0.08, "about 1 in 12"), (0.4, "about 2 in 5"), (0.5, "about 1 in 2"),
        (0.62, "about 3 in 5"), (0.9, "about 9 in 10"), (0.99, "almost certain"),
    ],
)  # fmt: skip
def test_a_chance_reads_as_odds(chance: float, words: str) -> None:
    assert odds.about(chance) == words


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (0.011, 0.025, "between 1 in 100 and 1 in 40"), (0.0, 0.02, "at most 1 in 50"), (0.025, 0.026, "about 1 in 40"),
        (-0.1, 0.0, "next to no chance"),
    ],
)  # fmt: skip
def test_a_range_reads_as_one(low: float, high: float, words: str) -> None:
    assert odds.between(low, high) == words


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (0.0, 0.0, "changes nothing that can be counted"), (0.01, 0.02, "adds between 1 in 100 and 1 in 50"),
        (-0.02, -0.01, "takes away between 1 in 100 and 1 in 50"),
        (-0.01, 0.02, "may take away 1 in 100 or add 1 in 50"),
    ],
)  # fmt: skip
def test_what_an_order_adds_may_be_less_than_nothing(low: float, high: float, words: str) -> None:
    assert odds.added(low, high) == words


def test_a_range_in_fewer_words_keeps_both_of_its_fractions() -> None:
    assert odds.shorter(0.01, 1 / 12) == ("1 in 100 to 1 in 12",)
    assert odds.less(0.01, 1 / 12) == ("adds 1 in 100 to 1 in 12",)


@given(chances, chances)
def test_a_larger_chance_never_reads_as_a_smaller_one(one: float, other: float) -> None:
    low, high = sorted((one, other))
    top, bottom = odds.fraction(low)
    more, of = odds.fraction(high)
    assert top / bottom <= more / of


@given(chances, chances)
def test_dots_hold_at_least_what_is_sure_and_never_more_than_a_hundred(one: float, other: float) -> None:
    low, high = sorted((one, other))
    full, perhaps = odds.dots(low, high)
    assert 0 <= full <= 100 * low and full + perhaps <= 100 and full + perhaps >= 100 * high - 0.002
