"""Keyed chance: it depends on purpose and time alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.engine.chance import WHOLE, block, chance, key_of, sub_key, unit, weighted

KEY = key_of(1962)


def test_a_draw_is_the_same_for_the_same_purpose_and_another_for_another() -> None:
    assert chance(KEY, "weather", 3) == chance(KEY, "weather", 3)
    assert chance(KEY, "weather", 3) != chance(KEY, "weather", 4)
    assert chance(KEY, "weather", 3) != chance(key_of(1963), "weather", 3)


def test_purposes_cannot_run_together() -> None:
    assert chance(KEY, "ab", "c") != chance(KEY, "a", "bc")


def test_draws_are_even() -> None:
    draws = [unit(KEY, "even", number) for number in range(4000)]
    assert 0.48 < sum(1 for draw in draws if draw < 0.5) / len(draws) < 0.52
    assert all(0 <= draw < 1 for draw in draws)


def test_a_known_draw_never_changes() -> None:
    assert chance(KEY, "golden", 1) == 8986182244385172
    assert 0 <= chance(KEY, "golden", 1) < WHOLE


def test_a_block_is_eight_draws() -> None:
    assert len(block(KEY, "step")) == 8
    assert len(set(block(KEY, "step"))) == 8


def test_a_mind_s_key_tells_nothing_of_the_game_s_draws() -> None:
    assert chance(sub_key(KEY, 0, "monday"), "weather", 3) != chance(KEY, "weather", 3)


@given(st.floats(0, 0.999999), st.lists(st.integers(0, 50), min_size=1, max_size=6))
def test_weights_pick_only_what_has_weight(draw: float, weights: list[int]) -> None:
    place = weighted(draw, tuple(weights))
    assert 0 <= place < len(weights)
    if any(weights):
        assert weights[place] > 0
