"""What a mind works out once for a rulebook: nothing in it belongs to any one game."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from game.engine.expression import parse
from game.engine.hazard import NO_ONE
from game.engine.rulebook import DEAL, MOVE, SET, Act, Op, Rulebook
from game.engine.judged import Column, Judge, Judged, judged
from game.engine.split import Rest, halves, hazard
from game.engine.tables import Rider, Trigger
from game.negotiation.clause import UNSAID, Clause, Clauses, in_order

Simple = tuple[tuple[bool, int, int, int, int], ...]
"""Effects as (moves, register, amount, low, high): what a mind reckons with; the rest is left to the game."""

TICK = 0.001
MOST = 20.0
"""What a criterion may be worth at most."""
LATE_COUNTS = 1.0
"""Ours: how much of an effect that lands later a mind counts."""


class Deed(NamedTuple):
    """An option or rider as a mind weighs it."""

    act: Act
    source: str
    ops: Simple
    dangerous: bool
    """Whether it touches anything that the chance of an accident depends on."""
    hardness: float
    goes_with: tuple[str, ...]
    excludes: tuple[str, ...]
    unlisted: int


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


class Outcome(NamedTuple):
    """One agreement that might be proposed."""

    clauses: Clauses
    sets: tuple[tuple[int, int], ...]
    """Registers and what the agreement makes of them."""
    added: tuple[tuple[float, ...], tuple[float, ...]]
    """By seat and criterion: what the issues outside the scenario's formula add."""
    secret: bool
    ending: str
    """The settlement that it comes to."""


class Brink(NamedTuple):
    """An end that comes of itself when some dials pass their limits: (dial, side, limit, closeness a thousandth)."""

    ending: str
    limits: tuple[tuple[int, int, int, float], ...]

    def near(self, values: Sequence[int]) -> float:
        """How close it is, from 0 (a third of some dial's range away or more) to 1 (there)."""
        close = 1.0 if self.limits else 0.0
        for at, sign, limit, scale in self.limits:
            away = sign * (values[at] - limit) * scale
            if away >= 1.0:
                return 0.0
            if away > 0.0:
                close *= 1.0 - away
        return close


class Prepared:
    """Constants of a rulebook, for both seats."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        tables = rulebook.tables
        self.criteria = len(tables.criteria)
        self.nothing = (0.0,) * self.criteria
        self.courses: dict[tuple[int, int, str], tuple[float, float, float, float]] = {}
        self.weights = tuple(
            tuple(tuple(weight * TICK for weight in kind.weights) for kind in side) for side in rulebook.types
        )
        self.tastes = tuple(
            tuple(tuple((truth, points * TICK) for truth, points in taste) for taste in side)
            for side in rulebook.tastes
        )
        self.hidden = tuple(
            tuple((number, rulebook.start[number]) for number in rulebook.unseen[seat] if rulebook.start[number])
            for seat in range(2)
        )
        self.deeds: dict[tuple[int, int], tuple[Deed, ...]] = {
            place: tuple(self._deed(act, None) for act in dated.acts) for place, dated in rulebook.dated.items()
        }
        self.riders: dict[tuple[int, int], tuple[Deed, ...]] = {}
        for rider, act in rulebook.riders.values():
            for entry in rider.entries:
                place = (rider.seat, entry)
                self.riders[place] = (*self.riders.get(place, ()), self._deed(act, rider))
        self.orders = tuple(tuple(self._turn(number) for number, _ in rulebook.orders_of(seat)) for seat in range(2))
        rows = [
            (one.chance, one.outruns, one.general, NO_ONE if one.direct else one.holder) for one in tables.incidents
        ]
        hazards = rulebook.hazards
        self.hazard = hazard(rulebook.vocabulary, rows, tables.last.hold, hazards.war, hazards.alerts, RUN_AWAY)
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
        self.feels_early = tuple(self.simple(rulebook.feeler_early[seat], seat) for seat in range(2))
        self.offers_early = tuple(self.simple(rulebook.offer_early[seat], seat) for seat in range(2))
        self.accepts_early = tuple(self.simple(rulebook.accept_early[seat], seat) for seat in range(2))
        self.left_lying = tuple(self.simple(rulebook.refused_ops[seat], seat) for seat in range(2))
        self._formulas()
        self._linear()
        self._calendar()
        self._agreements()

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

    def _deed(self, act: Act, rider: Rider | None) -> Deed:
        ops = list(self.simple(act.ops, act.seat))
        for late, effects, _ in act.delayed:
            if not late.condition:
                ops += self.simple(effects, act.seat)
        touched = frozenset(op[1] for op in ops) | {act.did, act.now}
        dangerous = bool(touched & self.rulebook.hazards.reads)
        ops += [(False, act.did, 1000, 0, 1000), (False, act.now, 1000, 0, 1000)]
        unlisted = self.rulebook.index[rider.unlisted] if rider and rider.unlisted else -1
        return Deed(
            act, f"{act.decision}.{act.id}", tuple(ops), dangerous, act.hardness * TICK,
            rider.goes_with if rider else (),
            rider.excludes if rider else (), unlisted,
        )  # fmt: skip

    def _turn(self, number: int) -> Turn:
        rulebook = self.rulebook
        order = rulebook.tables.standing[number]
        return Turn(
            order.id, number, rulebook.standing_at[number], order.levels, order.since, order.jump,
            rulebook.index[order.unlisted] if order.unlisted else -1,
            self.simple(rulebook.standing_up[number], order.seat), order.up_hardness * TICK,
            self.simple(rulebook.standing_down[number], order.seat), order.down_hardness * TICK,
            rulebook.standing_recall[number] is not None,
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

    def _calendar(self) -> None:
        """By pace and turn: half-days of the turn, half-days and turns left before the aftermath."""
        entries = self.rulebook.tables.entries
        self.clock: list[list[tuple[int, int, int]]] = []
        for pace in self.rulebook.tables.paces:
            rows = []
            for number in range(len(pace.turns)):
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
                rows.append((half, left, turns))
            self.clock.append(rows)

    # -- agreements ---------------------------------------------------------------------------------------------

    def _agreements(self) -> None:
        n = self.rulebook.tables.negotiation
        self.core = tuple(number for number, issue in enumerate(n.issues) if issue.core)
        self.side = tuple(number for number, issue in enumerate(n.issues) if not issue.core)
        self.worlds = self._worlds()
        texts: list[tuple[Clause, ...]] = [()]
        for number in self.core:
            issue = n.issues[number]
            levels = [Clause(number, level, issue.always[level] == "secret") for level in range(len(issue.levels))]
            texts = [(*text, clause) for text in texts for clause in levels]
            if len(texts) > 400:
                break
        self.outcomes: dict[tuple[int, int], tuple[Outcome, ...]] = {}
        for one in range(len(self.rulebook.types[0])):
            for two in range(len(self.rulebook.types[1])):
                cheap = self._cheap(one, two)
                every = tuple(self.outcome(in_order((*text, *cheap))) for text in texts)
                self.outcomes[one, two] = self._worthwhile(every, one, two)

    def _side_worth(self, issue: int, level: int, seat: int, kind: int) -> float:
        total = 0.0
        found = self.rulebook.tables.negotiation.issues[issue].worth[seat]
        for criterion, table in enumerate(found):
            if table:
                total += self.weights[seat][kind][criterion] * self._added(table, level)
        return total

    def _added(self, table: tuple[int, ...], level: int) -> float:
        if level != UNSAID:
            return table[level] * TICK
        total = 0
        for value in table:
            total += value
        return total * self.rulebook.tables.negotiation.unmentioned // (1000 * len(table)) * TICK

    def _cheap(self, one: int, two: int) -> tuple[Clause, ...]:
        """Side issues at the level that leaves the two leaders most between them, where that beats silence."""
        out = []
        for number in self.side:
            issue = self.rulebook.tables.negotiation.issues[number]
            best, found = 0.1, UNSAID
            silent = self._side_worth(number, UNSAID, 0, one) + self._side_worth(number, UNSAID, 1, two)
            for level in range(len(issue.levels)):
                joint = self._side_worth(number, level, 0, one) + self._side_worth(number, level, 1, two) - silent
                if joint > best:
                    best, found = joint, level
            if found != UNSAID:
                out.append(Clause(number, found, issue.always[found] == "secret"))
        return tuple(out)

    def outcome(self, clauses: Clauses) -> Outcome:
        """An agreement made ready to be valued."""
        rulebook = self.rulebook
        levels = [UNSAID] * len(rulebook.deal_issue)
        secrets = [False] * len(levels)
        public = False
        for clause in clauses:
            levels[clause.issue] = clause.level
            secrets[clause.issue] = clause.secret
            public = public or not clause.secret
        sets = [(at, 1000 * level) for at, level in zip(rulebook.deal_issue, levels, strict=True)]
        sets += [(at, 1000 if secret else 0) for at, secret in zip(rulebook.deal_secret, secrets, strict=True)]
        sets.append((rulebook.deal_public, 1000 if public else 0))
        added = (self._sides(levels, 0), self._sides(levels, 1))
        values = list(rulebook.start)
        values[rulebook.deal_at] = 1000
        for at, level in sets:
            values[at] = level
        ending = next((name for name, when in rulebook.settlements if when is not None and when(values)), "")
        return Outcome(clauses, tuple(sets), added, any(secrets), ending)

    def _sides(self, levels: list[int], seat: int) -> tuple[float, ...]:
        out = [0.0] * self.criteria
        for number in self.rulebook.open_questions[seat]:
            for criterion, table in enumerate(self.rulebook.tables.negotiation.issues[number].worth[seat]):
                if table:
                    out[criterion] += self._added(table, levels[number])
        return tuple(out)

    def _worthwhile(self, every: tuple[Outcome, ...], one: int, two: int) -> tuple[Outcome, ...]:
        """The agreements that, in a calm or a frightened world, nothing else beats for both leaders at once."""
        keep: list[Outcome] = []
        for values in self.worlds:
            points = [
                (self.deal_worth(values, deal, 0, one, 0), self.deal_worth(values, deal, 1, two, 0)) for deal in every
            ]
            for place, (mine, his) in enumerate(points):
                beaten = False
                for other, (more, better) in enumerate(points):
                    if other != place and more >= mine + BEATEN and better >= his + BEATEN:
                        beaten = True
                if not beaten and every[place] not in keep:
                    keep.append(every[place])
        return tuple(keep[:MOST_OUTCOMES])

    def _worlds(self) -> tuple[list[int], list[int]]:
        """The start, and the start with every shared dial well up its range."""
        calm = list(self.rulebook.start)
        hot = list(calm)
        for number, register in enumerate(self.rulebook.tables.registers):
            if register.kind == "dial":
                hot[number] = (register.start + register.high) // 2
        return calm, hot

    # -- worth --------------------------------------------------------------------------------------------------

    def _formulas(self) -> None:
        """The worth of an agreement by seat: the position's half, and the half that the clauses change."""
        rulebook = self.rulebook
        varying = frozenset(
            (*rulebook.deal_issue, *rulebook.deal_secret, rulebook.deal_at, rulebook.deal_by, rulebook.deal_public)
        )
        texts = {(worth.seat, worth.ending): worth.criteria for worth in rulebook.tables.worth}
        pairs = tuple(halves(rulebook.vocabulary, texts[seat, DEAL], varying) for seat in range(2))
        self._tables: dict[tuple[int, int, int], tuple[tuple[Outcome, ...], Judged]] = {}
        self.steady = (pairs[0][0], pairs[1][0])
        self.rest: tuple[Rest, Rest] = (pairs[0][1], pairs[1][1])

    def judges(self, seat: int) -> tuple[Judge, ...]:
        """How each type of a seat weighs an end."""
        return tuple(
            Judge(weights, tuple((text, points * TICK) for text, points in type_.taste))
            for weights, type_ in zip(self.weights[seat], self.rulebook.types[seat], strict=True)
        )

    def table(self, seat: int, kind: int, rival: int) -> tuple[tuple[Outcome, ...], Judged]:
        """The agreements between two types, and one function that values all: to this seat, then to each rival type."""
        place = (seat, kind, rival)
        if place not in self._tables:
            rulebook, other = self.rulebook, 1 - seat
            deals = self.outcomes[(kind, rival) if seat == 0 else (rival, kind)]
            settings = [{**dict(deal.sets), rulebook.deal_at: 1000, rulebook.deal_by: seat * 1000} for deal in deals]
            texts = {worth.seat: worth.criteria for worth in rulebook.tables.worth if worth.ending == DEAL}
            columns = [
                Column(texts[seat], tuple(deal.added[seat] for deal in deals), (self.judges(seat)[kind],)),
                Column(texts[other], tuple(deal.added[other] for deal in deals), self.judges(other)),
            ]
            self._tables[place] = (deals, judged(rulebook.vocabulary, settings, columns, MOST))
        return self._tables[place]

    def bounded(self, values: Sequence[float], added: Sequence[float]) -> list[float]:
        """Criteria with what is added to them, each kept between 0 and 20."""
        out = []
        for value, more in zip(values, added, strict=True):
            value += more
            out.append(0.0 if value < 0.0 else 20.0 if value > 20.0 else value)
        return out

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

    def deal_worth(self, values: list[int], deal: Outcome, seat: int, kind: int, by: int) -> float:
        """What an agreement would be worth to a type of leader; `values` keeps no trace of it."""
        rulebook = self.rulebook
        saved = [(at, values[at]) for at, _ in deal.sets]
        old, author = values[rulebook.deal_at], values[rulebook.deal_by]
        for at, level in deal.sets:
            values[at] = level
        values[rulebook.deal_at] = 1000
        values[rulebook.deal_by] = by * 1000
        found = self.weigh(seat, kind, rulebook.worth[seat, "deal"](values), deal.added[seat]) + self.taste(
            seat, kind, values
        )
        for at, level in saved:
            values[at] = level
        values[rulebook.deal_at], values[rulebook.deal_by] = old, author
        return found

    def end_worth(self, values: list[int], ending: str, seat: int, kind: int) -> float:
        """What an end without an agreement would be worth; 0 where the scenario gives no formula."""
        rulebook = self.rulebook
        formula = rulebook.worth.get((seat, ending))
        if formula is None:
            return 0.0
        at = rulebook.index[f"ending.{ending}"]
        old = values[at]
        values[at] = 1000
        found = self.weigh(seat, kind, formula(values), self.nothing) + self.taste(seat, kind, values)
        values[at] = old
        return found


BRINK = 3.0
"""Ours: an end that comes of itself is felt from a third of a dial's range away."""
RUN_AWAY = 0.35
"""Ours: share of lost controls short of general war that are reckoned as war."""
BEATEN = 0.5
"""Ours: an agreement is left out where another is this much better for both."""
MOST_OUTCOMES = 18


@lru_cache(maxsize=4)
def prepared(rulebook: Rulebook) -> Prepared:
    """The constants of a rulebook; a rulebook is compared by identity, and holds no state."""
    return Prepared(rulebook)
