"""Why a mind did what it did, as values that a debrief can quote. Never prose, and never read by the game."""

from __future__ import annotations

from typing import Any, NamedTuple

from game.engine.move import Move

Numbers = tuple[tuple[str, int], ...]


class Reason(NamedTuple):
    """`kind` is what was decided (headline, accept, letter...), `subject` its id, `numbers` thousandths by name."""

    kind: str
    subject: str
    numbers: Numbers = ()


class Decision(NamedTuple):
    """A legal move of the seat that was asked, and the reasons in order of weight."""

    move: Move
    reasons: tuple[Reason, ...] = ()


def milli(value: float) -> int:
    """A float in thousandths, for a reason's numbers."""
    return int((value * 1000.0 + 0.5) // 1)


def reason(kind: str, subject: str, **numbers: float) -> Reason:
    """A reason with its figures in thousandths."""
    return Reason(kind, subject, tuple([(name, int((value * 1000.0 + 0.5) // 1)) for name, value in numbers.items()]))


def to_json(reasons: tuple[Reason, ...]) -> list[dict[str, Any]]:
    """Reasons as a journal's note holds them."""
    return [{"kind": one.kind, "subject": one.subject, "numbers": dict(one.numbers)} for one in reasons]
