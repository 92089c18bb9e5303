"""What a seat was told of the danger of its turn, and what came: bins of stated chances beside what happened."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from game.analysis.balance.figure import NOTHING, Figure, of_share
from game.engine.knowledge import Knowledge
from game.engine.move import Move, Order
from game.engine.preview import Range, preview, strip
from game.engine.report import Event
from game.engine.rulebook import Rulebook
from game.engine.state import ORDERS, State

KINDS = ("shots", "outruns", "end")
STRIP, SIGNED = "strip", "signed"
HOW = (STRIP, SIGNED)
"""The strip as the turn begins; the same with what the signed order is said to add: what its seal was set under."""
EDGES = (0.0, 0.005, 0.01, 0.02, 0.04, 0.08, 0.12, 0.20, 0.35, 0.60, 1.0)
TENTH = EDGES.index(0.08)
"""The bin around one in ten."""


class Bin(NamedTuple):
    """Where something was said: whose seat, how, of what, and between which edges."""

    seat: int
    how: str
    kind: str
    place: int


class Heard(Counter[tuple[Bin, str]]):
    """Counts by bin: `said` statements, `came` true, and `stated` the sum of what was stated, in millionths."""

    def __add__(self, other: Counter[tuple[Bin, str]]) -> Heard:  # type: ignore[override]
        out = Heard(self)
        out.update(other)
        return out


def place_of(chance: float) -> int:
    """The bin of a stated chance."""
    return max(place for place, edge in enumerate(EDGES[:-1]) if chance >= edge or place == 0)


class Statements:
    """Listens to one game. A turn on which peace was signed, or force ordered, tests nothing that was said."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self.heard = Heard()
        self._said: list[tuple[int, str, tuple[float, float, float]]] = []
        self._came = [False, False, False]
        self._void = False

    def watch(self, before: State, move: Move, after: State, events: tuple[Event, ...]) -> None:
        """See one move and what came of it."""
        if before.stage == ORDERS and before.ended is None and isinstance(move, Order):
            self._listen(before.knowledge[move.seat], move)
        for event in events:
            if event.kind == "incident":
                self._came[0] = True
                self._came[1] = self._came[1] or ("outran", 1) in event.values
            elif event.kind == "settled" or (event.kind == "strike" and not self._came[1]):
                self._void = True
        if after.turn != before.turn or after.ended is not None:
            self._close(after)

    def _listen(self, view: Knowledge, order: Order) -> None:
        stated = strip(self.rulebook, view)[:3]
        more = preview(self.rulebook, view, order)
        self._said.append((view.viewer, STRIP, _middles(stated)))
        added = _middles((more.shots, more.outruns, more.danger))
        signed = [min(1.0, max(0.0, one + extra)) for one, extra in zip(_middles(stated), added, strict=True)]
        self._said.append((view.viewer, SIGNED, (signed[0], signed[1], signed[2])))

    def _close(self, state: State) -> None:
        if state.ended is not None and state.ended.ending == self.rulebook.tables.war.endings[3]:
            self._came[2] = True
        if not self._void:
            for seat, how, chances in self._said:
                for number, chance in enumerate(chances):
                    found = Bin(seat, how, KINDS[number], place_of(chance))
                    self.heard[found, "said"] += 1
                    self.heard[found, "came"] += self._came[number]
                    self.heard[found, "stated"] += int(chance * 1_000_000 + 0.5)
        self._said, self._came, self._void = [], [False, False, False], False

    def ended(self, state: State) -> Heard:
        """Everything that was heard in the game that ended so."""
        if self._said:
            self._close(state)
        return self.heard


def _middles(ranges: tuple[Range, ...]) -> tuple[float, float, float]:
    one, two, three = (0.5 * (found.low + found.high) for found in ranges)
    return one, two, three


class Row(NamedTuple):
    """One bin: what was stated on average, and how often it came."""

    low: float
    high: float
    stated: float
    came: Figure


def rows(heard: Heard, seat: int, how: str, kinds: tuple[str, ...] = KINDS) -> list[Row]:
    """The bins that anything fell into, least first."""
    out = []
    for place in range(len(EDGES) - 1):
        said, came, stated = (
            sum(heard[Bin(seat, how, kind, place), what] for kind in kinds) for what in ("said", "came", "stated")
        )
        if said:
            out.append(Row(EDGES[place], EDGES[place + 1], stated / said / 1_000_000, of_share(came, said)))
    return out


def tenth(heard: Heard, seat: int, how: str = STRIP, kinds: tuple[str, ...] = KINDS) -> Figure:
    """How often what was said to be about a tenth came, over all that was said so."""
    for row in rows(heard, seat, how, kinds):
        if row.low == EDGES[TENTH]:
            return row.came
    return NOTHING
