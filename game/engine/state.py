"""The whole truth of a game in play, and each viewer's knowledge beside it. Immutable."""

from __future__ import annotations

import json
from hashlib import blake2b
from typing import NamedTuple

from game.engine.knowledge import Knowledge, Last, marked
from game.engine.move import Order
from game.engine.outcome import Outcome
from game.engine.unlooked import Unlooked
from game.negotiation.letter import Letter

ORDERS = "orders"
LAST = "last"
WAR = "war"
OVER = "over"


class Pending(NamedTuple):
    """A delayed effect on its way: due on `turn`, the `place`th of `source` by `seat`."""

    turn: int
    seat: int
    source: str
    place: int


class Test(NamedTuple):
    """A soft act that waits to be answered in kind until `due`."""

    seat: int
    due: int


class State(NamedTuple):
    key: bytes
    values: tuple[int, ...]
    before: tuple[int, ...]
    """Values at the start of the turn before: what a viewer who learns late sees."""
    pace: int
    lens: int
    turn: int
    stage: str
    number: int
    """Last decisions and war turns so far in this turn; names the phase."""
    owed: tuple[bool, bool]
    orders: tuple[Order | None, Order | None]
    asks: tuple[int, int]
    grants: tuple[int, int]
    steps_left: int
    last: Last | None
    strike: str
    strike_worked: bool
    pending: tuple[Pending, ...]
    recalls: tuple[tuple[int, int], ...]
    letters: tuple[Letter, ...]
    tests: tuple[Test, ...]
    closed: tuple[tuple[int, int, int, int], ...]
    """(seat, issue, level, until turn)."""
    fired: int
    """Bit set of triggers that will not fire again."""
    holding: int
    """Bit set of triggers whose condition held when last looked at."""
    stress_count: tuple[int, int]
    survival: int
    """Chance that no step so far became general war, in thousand-millionths."""
    quiet: bool
    """Simulated play keeps no reports, and its public learns nothing before the end."""
    ended: Outcome | None
    knowledge: tuple[Knowledge, Knowledge, Knowledge]
    answers: tuple[bool, bool] = (False, False)
    """Seats that answer the other's questions themselves."""
    questions: tuple[str, str] = ("", "")
    """The probe that each seat has been asked and has not answered yet, or ''."""


_VALUES, _ORDERS, _ASKS, _KNOWLEDGE = (
    State._fields.index(name) for name in ("values", "orders", "asks", "knowledge")
)  # fmt: skip
_OWN_ORDER, _OWN_ORDERS = Knowledge._fields.index("order"), Knowledge._fields.index("orders")


def with_order(state: State, seat: int, order: Order | None) -> State:
    """The state once a seat has signed `order`, or taken its order back.

    A first signature tells nobody anything but that it was given. (A list is quicker here than `_replace`.)
    """
    parts: list[object] = list(state)
    parts[_ORDERS] = (order, state.orders[1]) if seat == 0 else (state.orders[0], order)
    one, two, public = state.knowledge
    parts[_KNOWLEDGE] = (
        marked(one, seat, order), marked(two, seat, order), public if state.quiet else marked(public, seat, order),
    )  # fmt: skip
    return State._make(parts)


def with_question(state: State, seat: int, values: tuple[int, ...], knowledge: Knowledge) -> State:
    """The state once a seat has put a question to its council."""
    one, two = state.asks
    parts: list[object] = list(state)
    parts[_VALUES] = values
    parts[_ASKS] = (one + 1, two) if seat == 0 else (one, two + 1)
    known = list(state.knowledge)
    known[seat] = knowledge
    parts[_KNOWLEDGE] = tuple(known)
    return State._make(parts)


def digest(state: State) -> str:
    """The name of exactly this state: equal on every machine and Python version."""
    text = json.dumps(_named(state), ensure_ascii=True, separators=(",", ":"), default=_plain)
    return blake2b(text.encode(), digest_size=16).hexdigest()


def _named(state: State) -> tuple[object, ...]:
    """A state as it is named: what came later is left out where it is empty, so that older games keep their names.

    That is an order's `reply`, a viewer's `question`, and the last two parts of the state itself.
    """
    answers, questions = state.answers, state.questions
    asked = (answers, questions) if True in answers or any(questions) else ()
    orders = (_order(state.orders[0]), _order(state.orders[1]))
    known = tuple([_known(one) for one in state.knowledge])
    return (*state[:_ORDERS], orders, *state[_ORDERS + 1 : _KNOWLEDGE], known, *asked)


def _known(known: Knowledge) -> tuple[object, ...]:
    parts: list[object] = list(known)
    parts[_OWN_ORDER] = _order(known.order)
    parts[_OWN_ORDERS] = [_order(one) for one in known.orders]
    return tuple(parts) if known.question else tuple(parts[:-1])


def _order(order: Order | None) -> tuple[object, ...] | None:
    return order if order is None or order.reply else order[:-1]


def _plain(value: bytes | Unlooked[object]) -> str | tuple[object, ...]:
    return value.look() if isinstance(value, Unlooked) else value.hex()
