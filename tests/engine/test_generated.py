"""Generated code says what the plain expressions say."""

from __future__ import annotations

import json
import random

from hypothesis import given
from hypothesis import strategies as st

from game.engine import compile as build
from game.engine.chance import WHOLE
from game.engine.expression import Tree, text
from game.engine.gauss import bayes
from game.engine.state import State, digest
from game.engine.watch import watch
from tests.engine.test_expression import VOCABULARY, trees, vectors
from tests.rulebooks import october, tiny
from tests.strategies import any_state, random_moves


@given(st.lists(trees, max_size=6), vectors)
def test_a_watch_sees_exactly_the_conditions_that_hold(conditions: list[Tree], vector: tuple[int, ...]) -> None:
    texts = [text(tree) for tree in conditions]
    seen = watch(VOCABULARY, texts)(vector)
    for number, one in enumerate(texts):
        assert bool(seen >> number & 1) == (build.number(VOCABULARY, one)(vector) != 0)


@given(st.lists(trees, max_size=6), vectors)
def test_a_listing_names_them_in_order(conditions: list[Tree], vector: tuple[int, ...]) -> None:
    items = [(number, text(tree)) for number, tree in enumerate(conditions)]
    held = [number for number, one in items if build.number(VOCABULARY, one)(vector) != 0]
    assert build.listing(VOCABULARY, items)(vector) == held


def test_all_ways_to_read_the_hazards_agree() -> None:
    rulebook = october()
    hazards = rulebook.hazards
    pick = random.Random(1)
    happened = 0
    for seed in range(8):
        for state, _, _ in random_moves(rulebook, seed):
            odds = hazards.half_day(state.values)
            draws = [pick.getrandbits(64) >> pick.randrange(8) for _ in range(hazards.count)]
            alive, hits = hazards.passing(state.values, draws)
            assert hazards.chances(state.values) == odds[-3:]
            assert alive == odds[-1]
            wanted = []
            for number, draw in enumerate(draws):
                happens, runs = odds[2 * number : 2 * number + 2]
                if (draw >> 11) / WHOLE < happens:
                    wanted.append((number, (draw >> 11) / WHOLE < happens * runs))
            assert hits == wanted
            happened += len(hits)
    assert happened > 20


@given(
    st.lists(st.tuples(st.integers(0, 10**6), st.integers(1, 10**6)), min_size=2, max_size=6), st.integers(0, 50_000)
)
def test_a_belief_after_evidence_sums_to_about_one_and_keeps_its_floor(
    pairs: list[tuple[int, int]], floor: int
) -> None:
    belief, weights = zip(*pairs, strict=True)
    found = bayes(len(pairs), floor)(belief, weights)
    assert 10**6 - len(pairs) <= sum(found) <= 10**6
    assert min(found) >= floor * 10**6 // (10**6 + floor * len(pairs)) - 1


@given(any_state(tiny()))
def test_a_digest_is_of_every_part_of_a_state(state: State) -> None:
    assert digest(state._replace(survival=state.survival - 1)) != digest(state)
    assert json.loads(json.dumps(state, default=bytes.hex))[0] == state.key.hex()
