"""Legal play for tests: what a seat might do, drawn from `choices`, and whole games made of it.

`random_move(rulebook, view, pick)` is a mind without a thought: any legal Ask or Order. `pick` is a `random.Random`, so
hypothesis (`st.randoms`) and a plain seed drive the same code.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import Any

from hypothesis import strategies as st

from game.engine.api import (
    Answer,
    Ask,
    Choices,
    Draft,
    Move,
    Options,
    Order,
    Refusal,
    Rulebook,
    State,
    Term,
    View,
    Withdraw,
    begin,
    choices,
    outcome,
    play,
    refusal,
    view,
)
from game.engine.move import AMEND, ENQUIRE
from game.negotiation.letter import STRENGTHS

Mover = Callable[[Rulebook, View, random.Random], Move]

PLAIN = Options()
LONGEST = 2_000
"""More moves than any game can take: a game that is not over by then never ends."""


def random_move(rulebook: Rulebook, seen: View, pick: random.Random) -> Move:
    """A legal move of the seat that looks through `seen`; it must be owed one and not have signed."""
    space = choices(rulebook, seen)
    if space.questions and space.claims and space.cards and pick.random() < 0.5:
        ask = Ask(seen.viewer, seen.phase, pick.choice(space.claims), pick.choice(space.cards))
        if refusal(rulebook, seen, ask) is None:
            return ask
    return random_order(rulebook, seen, space, pick)


def random_order(rulebook: Rulebook, seen: View, space: Choices, pick: random.Random) -> Order:
    """A legal order: parts are added one by one, and one that the rules refuse is left out."""
    options = [choice.id for choice in space.options if choice.refusal is None]
    order = Order(seen.viewer, seen.phase, pick.choice(options))
    for extra in _extras(rulebook, seen, space, order, pick):
        if refusal(rulebook, seen, extra(order)) is None:
            order = extra(order)
    return order


def _extras(
    rulebook: Rulebook, seen: View, space: Choices, order: Order, pick: random.Random
) -> Iterator[Callable[[Order], Order]]:
    for rider in _some(space.riders, space.most_riders, pick):
        yield lambda order, rider=rider: order._replace(riders=(*order.riders, rider.id))  # type: ignore[misc]
    for change in _some(space.changes, space.most_changes, pick):
        yield lambda order, change=change: order._replace(  # type: ignore[misc]
            changes=(*order.changes, (change.id, change.level))
        )
    for number, kinds in space.answers:
        if kinds and pick.random() < 0.6:
            answer = random_answer(rulebook, number, kinds, pick)
            yield lambda order, answer=answer: order._replace(answers=(*order.answers, answer))  # type: ignore[misc]
    for channel in space.channels:
        if channel.refusal is None and pick.random() < 0.3:
            draft = random_draft(rulebook, seen, channel.id, pick)
            yield lambda order, draft=draft: order._replace(letters=(*order.letters, draft))  # type: ignore[misc]
    for probe in _some(space.probes, 1, pick):
        yield lambda order, probe=probe: order._replace(probe=probe.id)  # type: ignore[misc]
    for accord in _some(space.accords, 1, pick):
        yield lambda order, accord=accord: order._replace(accord=accord.id)  # type: ignore[misc]


def _some(found: tuple[Any, ...], most: int, pick: random.Random) -> list[Any]:
    able = [choice for choice in found if choice.refusal is None]
    return pick.sample(able, min(len(able), pick.randint(0, most)))


def random_term(rulebook: Rulebook, pick: random.Random) -> Term:
    issue = pick.choice(rulebook.tables.negotiation.issues)
    if pick.random() < 0.1:
        return Term(issue.id, "")
    level = pick.randrange(len(issue.levels))
    always = issue.always[level]
    secret = always == "secret" if always else pick.random() < 0.25
    return Term(issue.id, issue.levels[level], secret)


def random_answer(rulebook: Rulebook, number: int, kinds: tuple[str, ...], pick: random.Random) -> Answer:
    kind = pick.choice(kinds)
    return Answer(number, kind, random_term(rulebook, pick) if kind in (AMEND, ENQUIRE) else None)


def random_draft(rulebook: Rulebook, seen: View, channel: str, pick: random.Random) -> Draft:
    terms = {term.issue: term for term in (random_term(rulebook, pick) for _ in range(pick.randint(0, 3)))}
    stresses = ("", *rulebook.tables.negotiation.stresses[seen.viewer])
    accords = ("", *(accord.id for accord in rulebook.tables.accords))
    accord = pick.choice(accords) if pick.random() < 0.3 else ""
    return Draft(channel, pick.choice(STRENGTHS), tuple(terms.values()), pick.choice(stresses), "", accord)


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
        Options, paces(rulebook), st.sampled_from(lenses), st.tuples(types[0], types[1]), st.booleans(), st.just(False)
    )


def any_state(rulebook: Rulebook) -> st.SearchStrategy[State]:
    """A state somewhere in a random game, its beginning and its end among them."""
    return st.builds(
        lambda seed, moves, options: states_at(rulebook, seed, moves, options),
        seeds(), st.integers(0, 60), all_options(rulebook),
    )  # fmt: skip
