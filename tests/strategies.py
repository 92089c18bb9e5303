"""Legal play for tests: whole games of random moves, and any state that stands in one.

`random_move(rulebook, view, pick)` is a mind without a thought: any legal Ask or Order. `pick` is a `random.Random`, so
hypothesis (`st.randoms`) and a plain seed drive the same code.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

from hypothesis import strategies as st

from game.engine.api import Move, Options, Refusal, Rulebook, State, View, Withdraw, begin, outcome, play, view
from tests.random_play import random_move

Mover = Callable[[Rulebook, View, random.Random], Move]

PLAIN = Options()
LONGEST = 2_000
"""More moves than any game can take: a game that is not over by then never ends."""


def to_move(state: State) -> list[int]:
    """The seats that a move is owed by."""
    return [seat for seat in range(2) if state.owed[seat] and state.orders[seat] is None]


def random_moves(
    rulebook: Rulebook, seed: int, options: Options = PLAIN, mover: Mover = random_move
) -> Iterator[tuple[State, Move, State]]:
    """A whole random game by (before, move, after). Now and then an order is withdrawn, and signed anew."""
    pick = random.Random(seed)
    state = begin(rulebook, seed, options)
    for _ in range(LONGEST):
        if outcome(state) is not None:
            return
        seat = pick.choice(to_move(state))
        signed = state.orders[1 - seat]
        move: Move
        if signed is not None and pick.random() < 0.05:
            move = Withdraw(1 - seat, state.knowledge[seat].phase)
        else:
            move = mover(rulebook, view(state, seat), pick)
        step = play(rulebook, state, move)
        assert not isinstance(step, Refusal), f"seed {seed}: {move} refused: {step}"
        yield state, move, step.state
        state = step.state
    raise AssertionError(f"seed {seed}: a random game does not end")


def last_state(rulebook: Rulebook, seed: int, options: Options = PLAIN) -> State:
    """How a random game ends."""
    state = begin(rulebook, seed, options)
    for _, _, after in random_moves(rulebook, seed, options):
        state = after
    return state


def states_at(rulebook: Rulebook, seed: int, moves: int, options: Options = PLAIN) -> State:
    """The state of a random game after so many moves, or its end where it is over sooner."""
    state = begin(rulebook, seed, options)
    for number, (_, _, after) in enumerate(random_moves(rulebook, seed, options)):
        if number >= moves:
            break
        state = after
    return state


def seeds() -> st.SearchStrategy[int]:
    return st.integers(0, 2**31 - 1)


def paces(rulebook: Rulebook) -> st.SearchStrategy[str]:
    return st.sampled_from(["", *(pace.id for pace in rulebook.tables.paces)])


def all_options(rulebook: Rulebook) -> st.SearchStrategy[Options]:
    """Any way to begin a game of this rulebook."""
    lenses = ["", *(lens.id for lens in rulebook.tables.lenses)]
    types = [st.sampled_from(["", *(kind.id for kind in side)]) for side in rulebook.types]
    return st.builds(
        Options, paces(rulebook), st.sampled_from(lenses), st.tuples(types[0], types[1]), st.booleans(), st.just(False),
        st.tuples(st.booleans(), st.booleans()),
    )  # fmt: skip


def any_state(rulebook: Rulebook) -> st.SearchStrategy[State]:
    """A state somewhere in a random game, its beginning and its end among them."""
    return st.builds(
        lambda seed, moves, options: states_at(rulebook, seed, moves, options),
        seeds(), st.integers(0, 60), all_options(rulebook),
    )  # fmt: skip


__all__ = [
    "LONGEST", "PLAIN", "Mover", "all_options", "any_state", "last_state", "paces", "random_move", "random_moves",
    "seeds", "states_at", "to_move",
]  # fmt: skip
