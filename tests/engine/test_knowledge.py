"""The law of knowledge: whatever is true, a seat's view and all that is made of it depend on its own knowledge alone.

The check is shown to bite: a view that let one kind of knowledge through from the truth is caught, kind by kind.
"""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine.api import PUBLIC, Order, Rulebook, State, View, choices, preview, suppose, view
from game.engine.chance import key_of
from game.engine.knowledge import Estimate
from game.engine.observe import exactly
from game.engine.preview import strip
from tests.rulebooks import october, tiny
from tests.strategies import any_state, seeds, states_at

Look = Callable[[State, int], View]


def another_world(state: State, seat: int, pick: random.Random) -> State:
    """The same state to `seat`, with truth, chance key, the rival's knowledge, type and signed order replaced."""
    other = 1 - seat
    values = tuple(value + pick.randint(1, 9) for value in state.values)
    orders = list(state.orders)
    orders[other] = Order(other, "elsewhere", "anything", ("some",), (("thing", 1),))
    known = list(state.knowledge)
    known[other] = known[other]._replace(
        exact=values, belief=tuple(reversed(known[other].belief)), own_type=known[other].own_type + 1,
        orders=(Order(other, "before", "something"),), order=orders[other], cabinet="another",
    )  # fmt: skip
    letters = tuple(letter._replace(sent=letter.sent + 1, back=0) for letter in state.letters)
    return state._replace(
        key=key_of(pick.randint(0, 10**9)), values=values, before=values, orders=(orders[0], orders[1]),
        letters=letters,
        knowledge=(known[0], known[1], known[2]), survival=pick.randint(1, 10**9), fired=pick.randint(0, 255),
        stress_count=(5, 5), strike_worked=not state.strike_worked,
    )  # fmt: skip


def differs(look: Look, state: State, seat: int, pick: random.Random) -> bool:
    """Whether a way of looking shows a seat anything of what it cannot know."""
    return look(state, seat) != look(another_world(state, seat, pick), seat)


@given(any_state(tiny()), st.sampled_from([0, 1]), st.randoms(use_true_random=False))
def test_a_view_does_not_depend_on_the_truth(state: State, seat: int, pick: random.Random) -> None:
    assert not differs(view, state, seat, pick)


@given(seeds(), st.integers(0, 40), st.sampled_from([0, 1]), st.randoms(use_true_random=False))
def test_nor_does_anything_computed_from_it(seed: int, moves: int, seat: int, pick: random.Random) -> None:
    state = states_at(october(), seed, moves)
    world = another_world(state, seat, pick)
    mine, theirs = view(state, seat), view(world, seat)
    assert choices(october(), mine) == choices(october(), theirs)
    if mine.stage == "orders" and mine.owed[seat] and not mine.over:
        for option in choices(october(), mine).options:
            order = Order(seat, mine.phase, option.id)
            assert preview(october(), mine, order) == preview(october(), theirs, order)
        assert strip(october(), mine) == strip(october(), theirs)


def _leaks() -> dict[str, Look]:
    def leaky(change: Callable[[State, View, int], View]) -> Look:
        return lambda state, seat: change(state, view(state, seat), seat)

    def other(state: State, seat: int) -> View:
        return state.knowledge[1 - seat]

    return {
        "exact dials": leaky(lambda state, seen, seat: seen._replace(exact=state.values)),
        "estimates": leaky(
            lambda state, seen, seat: seen._replace(
                estimates=(Estimate(state.values[0], state.values[0], state.values[0], 0),)
            )
        ),
        "belief": leaky(lambda state, seen, seat: seen._replace(belief=other(state, seat).belief)),
        "type": leaky(lambda state, seen, seat: seen._replace(own_type=other(state, seat).own_type)),
        "letters": leaky(lambda state, seen, seat: seen._replace(inbox=state.letters)),
        "outbox": leaky(
            lambda state, seen, seat: seen._replace(outbox=tuple(one for one in state.letters if one.writer == seat))
        ),
        "orders": leaky(lambda state, seen, seat: seen._replace(orders=other(state, seat).orders)),
        "signed order": leaky(lambda state, seen, seat: seen._replace(order=state.orders[1 - seat])),
        "cabinet": leaky(lambda state, seen, seat: seen._replace(cabinet=other(state, seat).cabinet)),
        "chance": leaky(lambda state, seen, seat: seen._replace(strike=state.key.hex())),
    }


@pytest.mark.parametrize("kind", sorted(_leaks()))
def test_a_planted_leak_is_caught(kind: str) -> None:
    look = _leaks()[kind]
    pick = random.Random(1)
    caught = 0
    for seed in range(12):
        for moves in (4, 9, 14):
            state = states_at(tiny(), seed, moves)
            caught += differs(look, state, 0, pick) or differs(look, state, 1, pick)
    assert caught > 0, f"nothing noticed that {kind} came from the truth"


@given(any_state(tiny()))
def test_what_a_viewer_does_not_see_exactly_is_not_in_his_view(state: State) -> None:
    _nothing_unseen(tiny(), state)


@given(seeds(), st.integers(0, 50))
def test_nor_in_october(seed: int, moves: int) -> None:
    _nothing_unseen(october(), states_at(october(), seed, moves))


def _nothing_unseen(rulebook: Rulebook, state: State) -> None:
    for viewer in (0, 1, PUBLIC):
        seen = view(state, viewer)
        for number, register in enumerate(rulebook.tables.registers):
            if register.sees[viewer] != "exact":
                assert seen.exact[number] == 0
            elif not register.late and viewer != PUBLIC and not state.owed[0] and not state.owed[1]:
                assert seen.exact[number] == state.values[number]


@given(any_state(tiny()), st.sampled_from([0, 1]), st.binary(min_size=32, max_size=32))
def test_a_supposed_world_looks_the_same_from_the_seat_that_supposed_it(state: State, seat: int, draw: bytes) -> None:
    seen = view(state, seat)
    assert view(suppose(tiny(), seen, draw), seat) == seen


@given(seeds(), st.integers(0, 50), st.sampled_from([0, 1]), st.binary(min_size=32, max_size=32))
def test_in_october_too_and_the_dials_it_sees_are_the_world_s(seed: int, moves: int, seat: int, draw: bytes) -> None:
    rulebook = october()
    seen = view(states_at(rulebook, seed, moves), seat)
    world = suppose(rulebook, seen, draw)
    assert view(world, seat) == seen
    assert exactly(rulebook, seat, world.values, world.before) == seen.exact
    for place, number in enumerate(rulebook.estimated[seat]):
        assert seen.estimates[place].low <= world.values[number] <= seen.estimates[place].high


def test_supposed_types_are_as_frequent_as_they_are_believed() -> None:
    rulebook = october()
    seen = view(states_at(rulebook, 7, 12), 0)
    count = [0] * len(seen.belief)
    games = 3000
    for number in range(games):
        world = suppose(rulebook, seen, key_of(number))
        count[world.values[rulebook.type_at[1]] // 1000] += 1
    for place, belief in enumerate(seen.belief):
        expected = belief / 1_000_000
        assert abs(count[place] / games - expected) < 4 * (expected * (1 - expected) / games) ** 0.5 + 0.005
