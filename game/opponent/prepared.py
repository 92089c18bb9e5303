"""What a mind works out once for a rulebook: nothing in it belongs to any one game."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from game.engine import compile as build
from game.engine.act import MOVE, SET, Act, Op
from game.engine.expression import parse
from game.engine.judged import Judge, Weighed, weighed
from game.engine.rulebook import Rulebook
from game.engine.tables import Pace, Rider, Trigger
from game.opponent.agreements import MOST, TICK, Agreements
from game.opponent.course import Course
from game.opponent.danger import Change, Danger
from game.opponent.measure import Measure, Simple

LATE_COUNTS = 1.0
"""Ours: how much of an effect that lands later a mind counts."""


class Deed(NamedTuple):
    """An option or rider as a mind weighs it."""

    act: Act
    source: str
    ops: Simple
    dangerous: bool
    """Whether it touches anything that the chance of an accident depends on."""
    danger: Change
    """Of an option: what it and the days after it make of that chance."""
    hardness: float
    goes_with: tuple[str, ...]
    excludes: tuple[str, ...]
    unlisted: int
    measure: Measure
    """Of a rider: what it brings."""
    course: Course
    """Of an option: where it leads."""


class Turn(NamedTuple):
    """A standing order taken one way: the effects of a step."""

    id: str
    number: int
    at: int
    levels: int
    since: int
    jump: bool
    unlisted: int
    up: Simple
    up_hardness: float
    down: Simple
    down_hardness: float
    slow: bool
    measures: dict[int, Measure]
    """By steps, up or (less than 0) down."""


class Brink(NamedTuple):
    """An end that comes of itself when some dials pass their limits: (dial, side, limit, closeness a thousandth)."""

    ending: str
    limits: tuple[tuple[int, int, int, float], ...]


class Day(NamedTuple):
    """A turn of a pace: its half-days, half-days and turns left before the aftermath, its last entry; by seat, the
    entry whose decision is asked, and that of the turn after."""

    half_days: int
    half_left: int
    turns: int
    last: int
    asks: tuple[int, ...]
    following: tuple[int, ...]


class Prepared:
    """Constants of a rulebook, for both seats."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        tables = rulebook.tables
        self.nothing = (0.0,) * len(tables.criteria)
        self.courses: dict[tuple[int, int, str], tuple[float, float, float, float]] = {}
        self.weights = tuple(
            tuple(tuple(weight * TICK for weight in kind.weights) for kind in side) for side in rulebook.types
        )
        self.tastes = tuple(
            tuple(tuple((truth, points * TICK) for truth, points in taste) for taste in side)
            for side in rulebook.tastes
        )
        self.agreements = Agreements(rulebook, self.weights)
        self.drifting = tuple(sorted(frozenset(rulebook.index[drift.dial] for drift in tables.drift)))
        self.falls = tuple(
            (truth, target)
            for rule in tables.triggers
            for op, target, _ in rule.effects
            if op == "end" and not rule.daily and not rule.chance
            for truth in (rulebook.truth(" and ".join(f"({part})" for part in (rule.armed, rule.when) if part)),)
            if truth is not None
        )
        self.brinks = tuple(
            self._brink(rule) for rule in tables.triggers if any(op == "end" for op, _, _ in rule.effects)
        )
        self.danger = Danger(rulebook)
        self.dials = frozenset(self.drifting)
        self._changes: dict[frozenset[int], Change] = {}
        self._ends: dict[tuple[str, int, int], Weighed] = {}
        self.deeds: dict[tuple[int, int], tuple[Deed, ...]] = {
            place: tuple(self._deed(act, None) for act in dated.acts) for place, dated in rulebook.dated.items()
        }
        self.riders: dict[tuple[int, int], tuple[Deed, ...]] = {}
        for rider, act in rulebook.riders.values():
            deed = self._deed(act, rider)
            for entry in rider.entries:
                place = (rider.seat, entry)
                self.riders[place] = (*self.riders.get(place, ()), deed)
        self.orders = tuple(tuple(self._turn(number) for number, _ in rulebook.orders_of(seat)) for seat in range(2))
        self.accepts_early = tuple(self.simple(rulebook.accept_early[seat], seat) for seat in range(2))
        self.feels_early, self.offers_early, self.left_lying = (
            tuple(Measure(self, seat, self.simple(ops[seat], seat)) for seat in range(2))
            for ops in (rulebook.feeler_early, rulebook.offer_early, rulebook.refused_ops)
        )
        self._linear()
        self.days = tuple(tuple(self._day(pace, turn) for turn in range(len(pace.turns))) for pace in tables.paces)
        """By pace and turn."""
        self.near = _near(self.brinks)
        self.glide = _glide(rulebook, self.drifting)
        judges = self.agreements.judges
        self.standoffs = tuple(self._end(tables.standoff, seat, judges[seat]) for seat in range(2))
        """By seat: what a stand-off is worth to each of its types."""

    def _brink(self, rule: Trigger) -> Brink:
        """The thresholds of a rule that ends the crisis of itself."""
        rulebook = self.rulebook
        tree = parse(rule.when or "0")
        limits = []
        for part in tree.parts if tree.op == "and" else (tree,):
            if part.op in ("<=", "<", ">=", ">") and part.parts[0].op == "name" and part.parts[1].op == "number":
                at = rulebook.index.get(part.parts[0].name, -1)
                if at >= 0 and self._dial(at):
                    sign = 1 if part.op in ("<=", "<") else -1
                    limit = int(part.parts[1].value * 1000.0)
                    limits.append((at, sign, limit, BRINK / max(1, rulebook.highs[at] - rulebook.lows[at])))
        ending = next(target for op, target, _ in rule.effects if op == "end")
        return Brink(ending, tuple(limits))

    # -- acts ---------------------------------------------------------------------------------------------------

    def simple(self, ops: Sequence[Op], seat: int) -> Simple:
        """The effects that move registers, deadlines among them."""
        out = []
        for kind, at, amount, low, high, _, op, target in ops:
            if kind in (MOVE, SET):
                out.append((kind == MOVE, at, amount, low, high))
            elif op == "deadline":
                at = self.rulebook.deadline_at[self.rulebook.seats.index(target)]
                out.append((False, at, amount * 1000, 0, 10_000_000))
        return tuple(out)

    def change(self, touched: frozenset[int]) -> Change:
        """What a change of these registers makes of the danger; equal ones are one."""
        reached = touched & self.rulebook.hazards.reads
        if reached not in self._changes:
            self._changes[reached] = Change(self.danger, reached)
        return self._changes[reached]

    def _deed(self, act: Act, rider: Rider | None) -> Deed:
        ops = list(self.simple(act.ops, act.seat))
        for late, effects, _, _ in act.delayed:
            if not late.condition:
                ops += self.simple(effects, act.seat)
        touched = frozenset(op[1] for op in ops) | {act.did, act.now}
        dangerous = bool(touched & self.rulebook.hazards.reads)
        ops += [(False, at, 1000, 0, 1000) for at in (act.did, act.now) if at >= 0]
        unlisted = self.rulebook.index[rider.unlisted] if rider and rider.unlisted else -1
        return Deed(
            act, f"{act.decision}.{act.id}", tuple(ops), dangerous, self.change(touched | self.dials),
            act.hardness * TICK,
            rider.goes_with if rider else (),
            rider.excludes if rider else (), unlisted, Measure(self, act.seat, tuple(ops)),
            Course(self, act.seat, tuple(ops)),
        )  # fmt: skip

    def _turn(self, number: int) -> Turn:
        rulebook = self.rulebook
        order, at = rulebook.tables.standing[number], rulebook.standing_at[number]
        up = self.simple(rulebook.standing_up[number], order.seat)
        down = self.simple(rulebook.standing_down[number], order.seat)
        return Turn(
            order.id, number, at, order.levels, order.since, order.jump,
            rulebook.index[order.unlisted] if order.unlisted else -1,
            up, order.up_hardness * TICK, down, order.down_hardness * TICK,
            rulebook.standing_recall[number] is not None,
            {
                steps: Measure(self, order.seat, up * steps if steps > 0 else down * -steps, at)
                for steps in range(-order.levels, order.levels + 1)
            },
        )  # fmt: skip

    # -- features -----------------------------------------------------------------------------------------------

    def _linear(self) -> None:
        """By seat: the registers whose value a mind's worth of a position is linear in."""
        rulebook = self.rulebook
        engine = frozenset(
            (
                *rulebook.deadline_at,
                *rulebook.test_at,
                *rulebook.accord_at,
                rulebook.incidents_at,
                *rulebook.unanswered_at,
            )
        )
        out = []
        for seat in range(2):
            found = []
            for number, register in enumerate(rulebook.tables.registers):
                if register.sees[seat] == "hidden":
                    continue
                if register.kind in ("dial", "flag"):
                    found.append((number, register.start, 1.0 / max(1, register.high - register.low)))
                elif number in engine:
                    found.append((number, register.start, 1.0 / 3000.0))
            out.append(tuple(found))
        self.linear = tuple(out)
        ends = [rule for rule in rulebook.tables.triggers if any(op == "end" for op, _, _ in rule.effects)]
        read = frozenset(at for rule in ends for at in rulebook.vocabulary.reads(parse(rule.when or "0")))
        self.bent = tuple(
            tuple(row for row in self.linear[seat] if self._dial(row[0]) and row[0] in read) for seat in range(2)
        )

    def _dial(self, number: int) -> bool:
        return self.rulebook.tables.registers[number].kind == "dial"

    def names(self, seat: int) -> tuple[str, ...]:
        """The features of a seat, in order: registers first, then what is worked out."""
        rulebook = self.rulebook
        registers = tuple(rulebook.names[number] for number, _, _ in self.linear[seat])
        rival = tuple(f"belief.{kind.id}" for kind in rulebook.types[1 - seat][1:])
        stress = tuple(f"stress.{name}" for name in rulebook.tables.negotiation.stresses[1 - seat])
        squares = tuple(f"square.{rulebook.names[number]}" for number, _, _ in self.bent[seat])
        return (
            "one", "danger", "standoff", "deal", "chance", "offered", "offer", "wrote",
            *squares, *rival, *stress, *registers,
        )  # fmt: skip

    # -- calendar -----------------------------------------------------------------------------------------------

    def _day(self, pace: Pace, number: int) -> Day:
        entries, turn = self.rulebook.tables.entries, pace.turns[number]
        half = left = turns = 0
        for later, other in enumerate(pace.turns[number:]):
            if entries[other.entries[-1]].kind != "turn":
                continue
            days = 0
            for entry in other.entries:
                days += entries[entry].half_days
            turns += 1
            left += days
            if later == 0:
                half = days
        after = pace.turns[min(number + 1, len(pace.turns) - 1)] if turns > 1 else turn
        return Day(half, left, turns, max(turn.entries), turn.asks, after.asks)

    # -- worth --------------------------------------------------------------------------------------------------

    def weigh(self, seat: int, kind: int, values: Sequence[float], added: Sequence[float]) -> float:
        """Criteria weighed by a type, in points; each criterion is kept between 0 and 20."""
        total = 0.0
        for weight, value, more in zip(self.weights[seat][kind], values, added, strict=True):
            value += more
            total += weight * (0.0 if value < 0.0 else 20.0 if value > 20.0 else value)
        return total

    def taste(self, seat: int, kind: int, values: Sequence[int]) -> float:
        """What a type likes or hates in an end beyond the criteria."""
        total = 0.0
        for truth, points in self.tastes[seat][kind]:
            if truth is None or truth(values):
                total += points
        return total

    def end_worth(self, values: Sequence[int], ending: str, seat: int, kind: int) -> float:
        """What an end without an agreement would be worth; 0 where the scenario gives no formula."""
        return self.end(ending, seat, kind)(values)[0]

    def end(self, ending: str, seat: int, kind: int) -> Weighed:
        """How a type of leader weighs an end without an agreement."""
        place = (ending, seat, kind)
        found = self._ends.get(place)
        if found is None:
            found = self._ends[place] = self._end(ending, seat, (self.agreements.judges[seat][kind],))
        return found

    def _end(self, ending: str, seat: int, judges: Sequence[Judge]) -> Weighed:
        for one in self.rulebook.tables.worth:
            if (one.seat, one.ending) == (seat, ending):
                known = {self.rulebook.index[f"ending.{ending}"]: 1000}
                return weighed(self.agreements.folder, known, one.criteria, judges, MOST)
        nothing = (0.0,) * len(judges)
        return lambda _: nothing


BRINK = 3.0
"""Ours: an end that comes of itself is felt from a third of a dial's range away."""


def _glide(rulebook: Rulebook, drifting: Sequence[int]) -> Callable[[list[int], int, Sequence[float]], float]:
    """Some half-days of drift, in place; by slopes, the points that it brings."""
    lines = [
        "if not n: return 0.0",
        *(f"b{at}=v[{at}]" for at in drifting),
        "for _ in range(n): drift(v)",
        f"return {'+'.join(f's[{at}]*(v[{at}]-b{at})' for at in drifting) or '0.0'}",
    ]
    return build.function("glide", "v,n,s", lines, {"drift": rulebook.drift})  # type: ignore[no-any-return]


def _near(brinks: Sequence[Brink]) -> Callable[[Sequence[int]], tuple[tuple[float, str], ...]]:
    """Ends that are near, each with how close it is: from 0 (a third of some dial's range away) to 1 (there)."""
    lines = ["out=()"]
    for brink in brinks:
        if brink.limits:
            away = [
                f"(a{place}:={sign}*(v[{at}]-{limit})*{scale!r})<1.0"
                for place, (at, sign, limit, scale) in enumerate(brink.limits)
            ]
            close = "*".join(f"(1.0-a{place} if a{place}>0.0 else 1.0)" for place in range(len(away)))
            lines.append(f"if {' and '.join(away)}: out+=(({close},{brink.ending!r}),)")
    return build.function("near", "v", [*lines, "return out"])  # type: ignore[no-any-return]


@lru_cache(maxsize=4)
def prepared(rulebook: Rulebook) -> Prepared:
    """The constants of a rulebook; a rulebook is compared by identity, and holds no state."""
    return Prepared(rulebook)
