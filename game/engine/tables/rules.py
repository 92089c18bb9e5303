"""What follows from what: triggers, tests, accords, and what an act costs or spares at home."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.tables.effects import Expr, Ops


@dataclass(frozen=True, slots=True)
class Trigger:
    """Effects that follow when a condition comes true: threshold, link, rule, secret, dispute, circumstance."""

    id: str
    kind: str
    link: str
    seat: int
    armed: Expr
    when: Expr
    daily: Expr
    chance: Expr
    once: bool
    effects: Ops
    knows: tuple[bool, bool, bool]
    """Whether seat one, seat two, the public get a report."""


@dataclass(frozen=True, slots=True)
class Tests:
    opens_at: int
    answers_at: int
    turns: int
    answered: tuple[Ops, Ops]
    """Effects by the seat that opened the test."""
    unanswered: tuple[Ops, Ops]
    most_unanswered: int


@dataclass(frozen=True, slots=True)
class Reception:
    """How a hard headline, or a soft one, is received across the water: he gives way to it or stands firm."""

    since: int
    """Points of hardness (softness) from which an act is received at all; 0 where the rule is not in use."""
    gave_way: tuple[Ops, Ops]
    """Effects by the seat that acted, once for each point."""
    stood_firm: tuple[Ops, Ops]


@dataclass(frozen=True, slots=True)
class Relief:
    since: int
    """Hardness (thousandths) from which a headline raises the floor."""
    dials: tuple[str, str]
    each_point: int
    most: int


@dataclass(frozen=True, slots=True)
class Accord:
    id: str
    since: int
    turns: int
    keeps: tuple[Expr, Expr]
    enter: Ops
    kept: Ops
    broken: tuple[Ops, Ops]
    """Effects by the seat that broke it."""
