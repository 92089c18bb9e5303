"""What a mind knows before any game: learned weights by turn, and what small change is worth by them."""

from __future__ import annotations

from typing import NamedTuple

from game.engine.judged import Judged
from game.opponent.agreements import Outcome
from game.opponent.measure import Simple
from game.opponent.prepared import Prepared
from game.opponent.skill import Values


def slopes(made: Prepared, seat: int, weights: tuple[float, ...]) -> list[float]:
    """Learned points a thousandth of each register."""
    out = [0.0] * len(made.rulebook.names)
    if weights:
        first = len(weights) - len(made.linear[seat])
        for weight, (at, _, scale) in zip(weights[first:], made.linear[seat], strict=True):
            out[at] = weight * scale
    return out


def gradient(made: Prepared, seat: int, kind: int) -> list[float]:
    """Points a thousandth of each dial, half in a stand-off and half in a middling agreement: for small orders."""
    rulebook = made.rulebook
    out = [0.0] * len(rulebook.names)
    ending = rulebook.tables.standoff
    agreements = made.agreements
    _, hot = agreements.worlds
    deals = agreements.between[(kind, 0) if seat == 0 else (0, kind)]
    deal = deals[len(deals) // 2]
    for number, register in enumerate(rulebook.tables.registers):
        if register.kind != "dial" or (register.sees[seat] == "hidden" and register.owner != seat):
            continue
        values = list(hot)
        step = (register.high - register.low) // 8
        total = 0.0
        for sign in (1, -1):
            values[number] = hot[number] + sign * step
            alone = made.end_worth(values, ending, seat, kind)
            total += sign * 0.5 * (alone + agreements.worth(values, deal, seat, kind, seat))
        out[number] = total / (2.0 * step) if step else 0.0
    return out


class Small(NamedTuple):
    """Small change of a type of leader on an entry: slopes, and what tests and accords are worth by them."""

    slope: list[float]
    tests: tuple[float, float]
    """A test of one's own answered, unanswered."""
    broken: tuple[float, ...]
    accords: tuple[float, ...]
    received: tuple[tuple[float, float], tuple[float, float]]
    """A point of a hard headline, of a soft one: where he stands firm, where he gives way."""
    roads: tuple[float, ...]
    """What writing by a channel brings or costs in itself."""


def small_change(made: Prepared, seat: int, slope: list[float]) -> Small:
    """Points that the rules' own effects bring, by slopes."""
    rulebook = made.rulebook

    def points(ops: Simple) -> float:
        total = 0.0
        for moves, at, amount, _, _ in ops:
            if moves:
                total += slope[at] * amount
        return total

    yes = points(made.simple(rulebook.answered_ops[seat], seat))
    no = points(made.simple(rulebook.unanswered_ops[seat], seat))
    broken = tuple(points(made.simple(ops[seat], seat)) for ops in rulebook.accord_broken)
    gained = tuple(
        points(made.simple(enter, seat)) + points(made.simple(kept, seat))
        for enter, kept in zip(rulebook.accord_enter, rulebook.accord_kept, strict=True)
    )
    hard, soft = (
        (points(made.simple(firm, seat)), points(made.simple(gave, seat)))
        for firm, gave in (ops[seat] for ops in rulebook.received_ops)
    )
    roads = tuple(points(made.simple(ops[seat], seat)) for ops in rulebook.channel_ops)
    return Small(slope, (yes, no), broken, gained, (hard, soft), roads)


class Table(NamedTuple):
    """The agreements between two types: all judged at once, `more` added."""

    deals: tuple[Outcome, ...]
    judge: Judged
    more: list[float]


class Lore:
    """What a mind knows of one seat and type before any game: learned weights by entry, and slopes for small orders."""

    def __init__(self, made: Prepared, seat: int, kind: int, values: Values | None) -> None:
        self.made, self.seat, self.kind, self.values = made, seat, kind, values
        self._rivals: dict[int, Lore] = {}
        self.weights = weights = weights_of(made, values, seat, kind)
        self.acts: dict[str, float] = {}
        self.deals: tuple[dict[str, float], dict[str, float]] = ({}, {})
        if values is not None:
            self.acts = {name: points for who, which, name, points in values.acts if (who, which) == (seat, kind)}
            for who, ending, points in values.deals:
                self.deals[who][ending] = points
        self.gradient = gradient(made, seat, kind)
        self._tables: dict[int, Table] = {}
        self._slopes: dict[int, list[float]] = {}
        self._lines: dict[int, tuple[tuple[int, int, float], ...]] = {}
        self._smalls: dict[int, Small] = {}
        for entry in range(len(made.rulebook.tables.entries)):
            slope = slopes(made, seat, weights.get(entry, ()))
            self._slopes[entry] = slope
            self._lines[entry] = tuple(
                (at, start, points)
                for (at, start, _), points in ((one, slope[one[0]]) for one in made.linear[seat])
                if points
            )
            both = [one + other for one, other in zip(slope, self.gradient, strict=True)]
            self._smalls[entry] = small_change(made, seat, both)

    def slope(self, entry: int) -> list[float]:
        return self._slopes[entry]

    def lines(self, entry: int) -> tuple[tuple[int, int, float], ...]:
        """Registers that have learned points on an entry: where they start, points a thousandth away from there."""
        return self._lines[entry]

    def table(self, rival: int) -> Table:
        """The agreements with a type of the other leader, and what experience adds to each, for both seats."""
        if rival not in self._tables:
            pair = (self.kind, rival) if self.seat == 0 else (rival, self.kind)
            deals = self.made.agreements.between[pair]
            judge = self.made.agreements.table(self.seat, self.kind, rival)
            more = [self.deals[who].get(deal.ending, 0.0) for deal in deals for who in (self.seat, 1 - self.seat)]
            self._tables[rival] = Table(deals, judge, more)
        return self._tables[rival]

    def rival(self, kind: int) -> Lore:
        """The same learning in the other chair."""
        if kind not in self._rivals:
            self._rivals[kind] = Lore(self.made, 1 - self.seat, kind, self.values)
        return self._rivals[kind]

    def small(self, entry: int) -> Small:
        return self._smalls[entry]


def weights_of(made: Prepared, values: Values | None, seat: int, kind: int) -> dict[int, tuple[float, ...]]:
    """Learned weights by entry, in the order of this rulebook's features; a feature not learned weighs nothing."""
    if values is None:
        return {}
    place = {name: number for number, name in enumerate(values.features[seat])}
    order = [place.get(name, -1) for name in made.names(seat)]
    return {
        entry: tuple(weights[at] if at >= 0 else 0.0 for at in order)
        for (who, which, entry), weights in values.rows
        if (who, which) == (seat, kind)
    }
