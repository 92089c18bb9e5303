"""What a seat can order, made ready to run: the effects, what they need, and where they are remembered."""

from __future__ import annotations

from typing import NamedTuple

from game.engine import compile as build
from game.engine.choice import Choice
from game.engine.tables import Delayed, Rider

MOVE, SET, SPECIAL = 0, 1, 2

Op = tuple[int, int, int, int, int, tuple[int, int] | None, str, str]
"""(kind, register, amount, low, high, share registers or None, special op, special target)."""

RIDER = "rider"


class Act(NamedTuple):
    """An option or rider made ready: what it needs, what it does, where it is remembered."""

    id: str
    seat: int
    hardness: int
    public: bool
    seen: bool
    ops: tuple[Op, ...]
    delayed: tuple[tuple[Delayed, tuple[Op, ...], build.Truth | None], ...]
    requires: build.Truth | None
    condition: str
    did: int
    now: int
    """Registers that remember it, -1 where no rule reads them."""
    historical: bool
    strike: str
    decision: str
    """Id of the decision (or `rider`) it stands in: texts are found by it."""
    source: str
    """The key of `Rulebook.sources`: `decision.id`, or `rider.seat.id`."""
    cause: str
    uses: tuple[str, ...]
    """Channels that it takes up."""
    relief: int
    """How far it raises the floor at home, thousandths."""


class Listed(NamedTuple):
    """A rider on an order sheet, with the register that brings it to light, or -1."""

    rider: Rider
    act: Act
    unlisted: int
    choice: Choice


def remember(v: list[int], act: Act) -> None:
    """Write into a vector that an act was taken, as far as any rule asks."""
    if act.did >= 0:
        v[act.did] = 1000
    if act.now >= 0:
        v[act.now] = 1000


class Dated(NamedTuple):
    """The options a seat has on one entry, and which is taken unasked."""

    decision: str
    acts: tuple[Act, ...]
    unasked: Act
