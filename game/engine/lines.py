"""What stands on a seat's order sheet every turn, made ready: standing orders, channels, probes, accords.

Most lines are open, or closed for a reason that never changes; both are written once here and handed out again.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from game.engine.choice import Choice
from game.engine.compile import Truth
from game.engine.refusal import ILLEGAL, Refusal
from game.engine.tables import Standing, Tables


class StandingLine(NamedTuple):
    """A standing order: where it is kept, and why a level of it may be closed."""

    number: int
    at: int
    levels: int
    since: int
    """The date from which it may be changed."""
    jump: bool
    unlisted: int
    """The register that brings it to light, or -1."""
    needs: Truth | None
    requires: str
    choices: tuple[Choice, ...]
    """By level, open."""
    far: tuple[Choice, ...]
    """By level, more than a step away."""
    not_yet: Refusal
    already_so: Refusal
    one_step: Refusal


class Line(NamedTuple):
    """A channel, probe or accord: the date from which it is open."""

    since: int
    choice: Choice
    shut: Choice
    closed: Refusal
    public: bool


class Lines(NamedTuple):
    """The lines of one seat, by id, in the order of the scenario."""

    standing: dict[str, StandingLine]
    channels: dict[str, Line]
    probes: dict[str, Line]
    accords: dict[str, Line]


NO_LINES = Lines({}, {}, {}, {})
"""The public has none."""


def lines(tables: Tables, seat: int, index: Mapping[str, int], needs: tuple[Truth | None, ...]) -> Lines:
    """What a seat may name every turn; `needs` are what its standing orders ask for, by number."""
    negotiation = tables.negotiation
    standing = {
        order.id: _standing(number, order, index, needs[number])
        for number, order in enumerate(tables.standing) if order.seat == seat
    }  # fmt: skip
    channels = {
        one.id: _line(one.id, max(one.since, negotiation.since), "letter", "channel_not_open", public=one.public)
        for one in negotiation.channels
        if one.seats[seat]
    }
    probes = {
        one.id: _line(one.id, negotiation.since, "probe", "not_yet") for one in negotiation.probes if one.seat == seat
    }
    accords = {one.id: _line(one.id, one.since, "accord", "not_yet") for one in tables.accords}
    return Lines(standing, channels, probes, accords)


def _standing(number: int, order: Standing, index: Mapping[str, int], needs: Truth | None) -> StandingLine:
    not_yet, already_so, one_step = (
        Refusal(ILLEGAL, "change", reason, order.id) for reason in ("not_yet", "already_so", "one_step")
    )
    choices = tuple(Choice(order.id, order.id, None, level) for level in range(order.levels))
    return StandingLine(
        number, index[order.dial], order.levels, 1000 * order.since, order.jump,
        index[order.unlisted] if order.unlisted else -1, needs, order.requires,
        choices, tuple(choice.shut(one_step) for choice in choices), not_yet, already_so, one_step,
    )  # fmt: skip


def _line(id: str, since: int, part: str, reason: str, *, public: bool = False) -> Line:
    closed = Refusal(ILLEGAL, part, reason, id)
    choice = Choice(id, id, None)
    return Line(1000 * since, choice, choice.shut(closed), closed, public)
