"""The rules of one crisis as compiled tables: plain values, every name resolved, every amount in thousandths.

A scenario's YAML becomes one `Tables`; `engine.rulebook` turns it into running code. Expressions are canonical text:
full register names, no `own.` or `other.`. The digest of these tables, not of the YAML, names a rulebook.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from game.engine.tables.calendar import Circumstance, Entry, Lens, Pace, Turn
from game.engine.tables.council import Card, Claim, Council, Variant
from game.engine.tables.dials import Audience, Drift, Floor, Observation, Register, Rung
from game.engine.tables.effects import Expr, Ops
from game.engine.tables.force import Incident, LastDecision, Strike, War, WarChoice, WarRow
from game.engine.tables.letters import Channel, Issue, Negotiation, Probe, Strengths
from game.engine.tables.orders import Decision, Delayed, Option, Rider, Standing
from game.engine.tables.people import Beliefs, Ending, Type, Worth
from game.engine.tables.rules import Accord, Reception, Relief, Tests, Trigger

__all__ = [
    "Accord",
    "Audience",
    "Beliefs",
    "Card",
    "Channel",
    "Circumstance",
    "Claim",
    "Council",
    "Decision",
    "Delayed",
    "Drift",
    "Ending",
    "Entry",
    "Expr",
    "Floor",
    "Incident",
    "Issue",
    "LastDecision",
    "Lens",
    "Negotiation",
    "Observation",
    "Ops",
    "Option",
    "Pace",
    "Probe",
    "Reception",
    "Register",
    "Relief",
    "Rider",
    "Rung",
    "Standing",
    "Strengths",
    "Strike",
    "Tables",
    "Tests",
    "Trigger",
    "Turn",
    "Type",
    "Variant",
    "War",
    "WarChoice",
    "WarRow",
    "Worth",
]


@dataclass(frozen=True, slots=True)
class Tables:
    """Everything the engine knows of one crisis."""

    format: int
    id: str
    version: int
    seats: tuple[str, str]
    criteria: tuple[str, ...]
    registers: tuple[Register, ...]
    ledgered: tuple[str, ...]
    """Dials whose shares by owner are kept, because danger reads them."""
    entries: tuple[Entry, ...]
    paces: tuple[Pace, ...]
    lenses: tuple[Lens, ...]
    lets: tuple[tuple[str, Expr], ...]
    """(`let.NAME` or `let.SEAT.NAME`, expression), any order, no cycles."""
    ladder: tuple[Rung, ...]
    drift: tuple[Drift, ...]
    floors: tuple[Floor, ...]
    observation: tuple[Observation, ...]
    tests: Tests
    reception: tuple[Reception, Reception]
    """Of hard acts, of soft ones."""
    relief: Relief
    accords: tuple[Accord, ...]
    deadline_passed: tuple[Ops, Ops]
    audiences: tuple[Audience, ...]
    triggers: tuple[Trigger, ...]
    decisions: tuple[Decision, ...]
    riders: tuple[Rider, ...]
    standing: tuple[Standing, ...]
    negotiation: Negotiation
    incidents: tuple[Incident, ...]
    last: LastDecision
    war: War
    types: tuple[Type, ...]
    beliefs: Beliefs
    endings: tuple[Ending, ...]
    standoff: str
    """The ending of a crisis that runs out its calendar."""
    council: Council
    circumstances: tuple[Circumstance, ...]
    circumstances_drawn: int
    worth: tuple[Worth, ...]
    preview_width: int
    """How far a shown range keeps of the interval that arithmetic gives, thousandths."""
    reopen_entry: int
    """The entry at which a broken peace takes up the crisis again, or -1."""
    epoch: str = ""
    strip_width: int = 1000
    """The same for the danger strip."""
    extras: tuple[tuple[str, str], ...] = field(default=())
