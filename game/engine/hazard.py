"""What half a day may bring: the chance of each incident, of losing control of it, and of the end.

All three are read from the scenario's expressions; nothing here knows what an incident is about.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from game.engine import compile as build
from game.engine.expression import Vocabulary, parse
from game.engine.halfday import Days, Row
from game.engine.tables import Tables

NO_ONE = -2
"""Holder of an incident that asks nobody: it goes straight to war."""


class Danger(NamedTuple):
    """Chances in [0, 1] over some half-days: something happens, it outruns control, it ends in general war."""

    shots: float
    outruns: float
    end: float


class Hazards:
    """The incidents of a rulebook as one function of the vector."""

    def __init__(self, vocabulary: Vocabulary, tables: Tables) -> None:
        self.incidents = tables.incidents
        self.count = len(tables.incidents)
        self.general = tuple(
            build.number(vocabulary, incident.general) if incident.general else None for incident in tables.incidents
        )
        self.alerts = (vocabulary.index[tables.last.alerts[0]], vocabulary.index[tables.last.alerts[1]])
        self.war = _war(vocabulary, tables)
        rows = [
            Row(one.chance, one.outruns, one.general, NO_ONE if one.direct else one.holder) for one in tables.incidents
        ]
        days = Days(vocabulary, rows, tables.last.hold, self.war, self.alerts)
        self.half_day = days.odds()
        self.chances = days.chances()
        self.passing = days.passing()
        read: set[int] = set()
        for text in (*tables.last.hold, *(text for row in rows for text in row[:3])):
            read |= vocabulary.reads(parse(text or "0"))
        self.reads = frozenset(read)

    def holder(self, number: int, v: Sequence[int]) -> int:
        """The seat that holds the trigger of an incident: the one named, else the one at the higher alert."""
        named = self.incidents[number].holder
        if named >= 0:
            return named
        return 1 if v[self.alerts[1]] > v[self.alerts[0]] else 0

    def danger(self, v: Sequence[int], half_days: int) -> Danger:
        """The three chances over a number of half-days while nothing else changes."""
        quiet, kept, alive = self.chances(v)
        shots = outruns = end = 1.0
        for _ in range(half_days):
            shots *= quiet
            outruns *= kept
            end *= alive
        return Danger(1.0 - shots, 1.0 - outruns, 1.0 - end)


def _war(vocabulary: Vocabulary, tables: Tables) -> float:
    """Chance that the war phase, once open, becomes general war: the table's mean row, turn after turn."""
    rows = tables.war.table
    if not rows:
        return 0.5
    start = tuple(register.start for register in tables.registers)
    spread = build.number(vocabulary, tables.war.nuclear_general or "0")(start)
    chances = [build.numbers(vocabulary, row.chances)(start) for row in rows]
    on = end = 0.0
    for row in chances:
        on += row[0] / len(chances)
        end += (row[4] + row[3] * spread) / len(chances)
    total, alive = 0.0, 1.0
    for _ in range(max(1, tables.war.turns)):
        total += alive * end
        alive *= on
    return min(1.0, total)
