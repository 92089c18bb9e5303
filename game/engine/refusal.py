"""Why a move is not taken: a value with a reason, never prose."""

from __future__ import annotations

from typing import NamedTuple

INVALID = "invalid"
ILLEGAL = "illegal"
STALE = "stale"


class Shortfall(NamedTuple):
    """One comparison that does not hold: `dial` `relation` `needed`, but it is `have` (thousandths)."""

    dial: str
    relation: str
    needed: int
    have: int


class Refusal(NamedTuple):
    """`kind` is invalid (not understood), illegal (not now) or stale (another phase); `part` is a part of the move."""

    kind: str
    part: str
    reason: str
    subject: str = ""
    shortfalls: tuple[Shortfall, ...] = ()
