"""What a seat can order: options, riders, standing orders."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.tables.effects import Expr, Ops


@dataclass(frozen=True, slots=True)
class Delayed:
    turns: int
    effects: Ops
    because: str
    """Text id of the because-line, or ''."""
    condition: Expr = ""


@dataclass(frozen=True, slots=True)
class Option:
    """Something a seat can order as its headline (or a rider)."""

    id: str
    hardness: int
    """-2000 soft to +2000 hard, thousandths."""
    public: bool
    seen: bool
    effects: Ops
    delayed: tuple[Delayed, ...]
    requires: Expr
    historical: bool


@dataclass(frozen=True, slots=True)
class Decision:
    id: str
    seat: int
    entries: tuple[int, ...]
    extra: bool
    unasked: int
    """Index of the option taken when a pace does not ask; -1 for extras."""
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Rider:
    option: Option
    seat: int
    entries: tuple[int, ...]
    link: str
    unlisted: str
    """Flag register that brings it to light, or ''."""
    goes_with: tuple[str, ...]
    excludes: tuple[str, ...] = ()
    """Riders that cannot be signed beside it."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A dial that others carry out; a change names its target level."""

    id: str
    seat: int
    dial: str
    levels: int
    up_hardness: int
    up: Ops
    down_hardness: int
    down: Ops
    recall: Expr
    """Chance that taking it back arrives, each turn; '' when it is instant."""
    jump: bool
    unlisted: str
    requires: Expr
    since: int
    """First entry on which it may be changed, or -1."""
    usual: tuple[tuple[int, int], ...]
    """(entry, level) of the record, in the order of its days: what a rival who never sees it takes it for."""
