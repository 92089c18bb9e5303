"""Who they are: the types of leader, what is believed of them, and what an end is worth to them."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.tables.effects import Expr


@dataclass(frozen=True, slots=True)
class Type:
    """One way a leader may be made; drawn in `begin`, never shown to the other seat."""

    id: str
    seat: int
    weights: tuple[int, ...]
    """By criterion, thousandths."""
    liking: int
    fear: int
    prior: int
    acts: int
    """Mean hardness an observer expects, thousandths."""
    stress: tuple[int, ...]
    answers: int
    """Chance that he answers a test, thousandths."""
    gives_way: tuple[int, int]
    """Chance that he gives way to a hard act, to a soft one, thousandths."""
    war: tuple[tuple[str, int], ...]
    taste: tuple[tuple[Expr, int], ...]
    cabinet: tuple[int, int]
    optimism: int


@dataclass(frozen=True, slots=True)
class Beliefs:
    spread: int
    floor: int
    orders: int


@dataclass(frozen=True, slots=True)
class Ending:
    id: str
    group: str
    when: Expr
    aftermath: bool
    war: bool


@dataclass(frozen=True, slots=True)
class Worth:
    seat: int
    ending: str
    """An ending id, or `deal`."""
    criteria: tuple[Expr, ...]
