"""What is counted over many games. Whole numbers only, so the order in which games are added never matters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

from game.engine.move import Ask, Move, Order
from game.engine.report import Event
from game.engine.rulebook import Rulebook
from game.engine.rulebook.triggers import LINK
from game.engine.state import LAST, ORDERS, State
from game.engine.worth import worth

Counts = Counter[str]


class Moments(NamedTuple):
    """Number, sum and sum of squares of whole numbers."""

    number: int = 0
    total: int = 0
    squares: int = 0

    def plus(self, other: Moments) -> Moments:
        return Moments(self.number + other.number, self.total + other.total, self.squares + other.squares)

    @classmethod
    def of(cls, value: int) -> Moments:
        return cls(1, value, value * value)

    @property
    def mean(self) -> float:
        return self.total / self.number if self.number else 0.0

    @property
    def error(self) -> float:
        """Half of the 95 % interval of the mean."""
        if self.number < 2:
            return 0.0
        variance = (self.squares - self.total * self.total / self.number) / (self.number - 1)
        return float(1.96 * (max(0.0, variance) / self.number) ** 0.5)


class Tally(NamedTuple):
    """Everything counted; each name says what one unit of its counts is."""

    games: int
    kinds: Counts
    """Games by ending."""
    groups: Counts
    causes: Counts
    worth: dict[str, Moments]
    """By seat, and by `seat.type`; thousandths of a point."""
    types: Counts
    """Games by `seat.type.group`, and by `seat.type`."""
    incidents: Counts
    """Incidents by id."""
    links: Counts
    """Games in which a link bit, by trigger."""
    bites: Counts
    """The same by link, whichever of its triggers it was."""
    triggers: Counts
    """The same for every other trigger."""
    options: Counts
    """Orders by `seat.decision.option`."""
    events: Counts
    """Tests, accords, settlements, strikes... by kind of event."""
    turns: int
    phases: int
    asks: int
    wars: int

    def plus(self, other: Tally) -> Tally:
        moments = dict(self.worth)
        for name, more in other.worth.items():
            moments[name] = moments.get(name, Moments()).plus(more)
        return Tally(
            self.games + other.games, self.kinds + other.kinds, self.groups + other.groups, self.causes + other.causes,
            moments, self.types + other.types, self.incidents + other.incidents,
            self.links + other.links, self.bites + other.bites,
            self.triggers + other.triggers, self.options + other.options, self.events + other.events,
            self.turns + other.turns, self.phases + other.phases, self.asks + other.asks, self.wars + other.wars,
        )  # fmt: skip


def nothing() -> Tally:
    new: Callable[[], Counts] = Counter
    return Tally(0, new(), new(), new(), {}, new(), new(), new(), new(), new(), new(), new(), 0, 0, 0, 0)


COUNTED = frozenset({
    "test", "test_answered", "test_unanswered", "accord", "accord_kept", "accord_broken", "last_decision", "held",
    "gave_way", "stood_firm", "strike", "settled", "reopened", "leaked",
    "one_text", "slipped", "deadline_passed", "recall_failed", "offer_held",
})  # fmt: skip


class Watcher:
    """Watches one game and makes a tally of it."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self.tally = nothing()
        self._fired: set[str] = set()
        self._asks = self._phases = 0

    def watch(self, before: State, move: Move, after: State, events: tuple[Event, ...]) -> None:
        """See one move and what came of it."""
        if isinstance(move, Ask):
            self._asks += 1
        elif isinstance(move, Order):
            self.tally.options[self._named(before, move)] += 1
        if after.knowledge[2].phase != before.knowledge[2].phase:
            self._phases += 1
        for event in events:
            if event.kind == "trigger":
                self._fired.add(event.subject)
            elif event.kind in COUNTED:
                self.tally.events[event.kind] += 1

    def _named(self, before: State, order: Order) -> str:
        seat = self.rulebook.seats[order.seat]
        if before.stage != ORDERS:
            return f"{seat}.{'last' if before.stage == LAST else 'war'}.{order.option}"
        entry = self.rulebook.tables.paces[before.pace].turns[before.turn].asks[order.seat]
        dated = self.rulebook.dated[order.seat, entry]
        decision = next((act.decision for act in dated.acts if act.id == order.option), dated.decision)
        return f"{seat}.{decision}.{order.option}"

    def ended(self, state: State) -> Tally:
        """The tally of the game that ended so."""
        rulebook, tally, ended = self.rulebook, self.tally, state.ended
        if ended is None:
            raise ValueError("the game is not over")
        values = state.values
        for seat, name in enumerate(rulebook.seats):
            kind = f"{name}.{rulebook.types[seat][values[rulebook.type_at[seat]] // 1000].id}"
            tally.worth[name] = tally.worth[kind] = Moments.of(worth(rulebook, values, seat, ended.ending))
            tally.types[kind] += 1
            tally.types[f"{kind}.{ended.group}"] += 1
        tally.kinds[ended.ending] += 1
        tally.groups[ended.group] += 1
        tally.causes[ended.cause] += 1
        for number, incident in enumerate(rulebook.tables.incidents):
            tally.incidents[incident.id] += values[rulebook.incident_at[number]] // 1000
        bitten = set()
        for name in sorted(self._fired):
            rule = rulebook.trigger(rulebook.trigger_of[name])
            (tally.links if rule.kind == LINK else tally.triggers)[name] += 1
            if rule.kind == LINK:
                bitten.add(rule.link)
        tally.bites.update(sorted(bitten))
        return tally._replace(
            games=1, turns=state.turn + 1, phases=self._phases, asks=self._asks,
            wars=int(any(values[at] for at in rulebook.strike_at.values())),
        )  # fmt: skip
