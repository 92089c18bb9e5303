"""Dials and facts: the registers of a crisis, how they drift, and how they are seen."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.tables.effects import Expr


@dataclass(frozen=True, slots=True)
class Register:
    """One number of the game: a dial, a flag, or a fact the engine keeps. Bounds and start in thousandths."""

    name: str
    kind: str
    """dial | flag | share | fact"""
    low: int
    high: int
    start: int
    sees: tuple[str, str, str]
    """How seat one, seat two and the public see it: exact | estimate | hidden."""
    late: int = 0
    """Turns by which a viewer other than its owner learns it late."""
    owner: int = -1
    """The seat it belongs to, or -1."""


@dataclass(frozen=True, slots=True)
class Drift:
    dial: str
    rate: Expr
    when: Expr


@dataclass(frozen=True, slots=True)
class Floor:
    dial: str
    floor: Expr


@dataclass(frozen=True, slots=True)
class Observation:
    seat: int
    dial: str
    error: Expr
    bias: Expr
    when: Expr


@dataclass(frozen=True, slots=True)
class Rung:
    band: int
    when: Expr


@dataclass(frozen=True, slots=True)
class Audience:
    id: str
    seat: int
    dial: str
    angry_low: bool
    feels: tuple[tuple[str, int], ...]
    """(dial, sign): what pleases (+) or angers (-) it, for previews."""
