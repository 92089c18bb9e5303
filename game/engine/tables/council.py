"""What is argued before a seat, and what may be laid on its table."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.tables.effects import Expr, Ops


@dataclass(frozen=True, slots=True)
class Claim:
    id: str
    seat: int
    entry: int
    about: tuple[str, ...]
    bias: int
    when: Expr


@dataclass(frozen=True, slots=True)
class Variant:
    when: Expr
    bears: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Card:
    id: str
    seat: int
    entry: int
    record: bool
    bears: tuple[str, ...]
    when: Expr
    unlocks: str
    variants: tuple[Variant, ...]


@dataclass(frozen=True, slots=True)
class Council:
    claims: tuple[Claim, ...]
    cards: tuple[Card, ...]
    shown_claims: int
    shown_cards: int
    right: tuple[Ops, Ops]
    wrong: tuple[Ops, Ops]
