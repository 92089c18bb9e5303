"""What was really done beside what was done here; said after the end only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from game.debrief.timeline import Step
from game.engine.state import ORDERS


class Beside(NamedTuple):
    """One decision: the option ordered here, and those that were taken then."""

    phase: str
    seat: int
    decision: str
    taken: str
    historical: tuple[str, ...]
    void: bool = False
    """Whether an agreement came first, so that it was not carried out."""

    @property
    def same(self) -> bool:
        return self.taken in self.historical


def beside(steps: Sequence[Step], content: Mapping[str, Any]) -> tuple[Beside, ...]:
    """Every decision for which the scenario says what was really done."""
    marked: Mapping[str, Sequence[str]] = content.get("historical", {})
    out = []
    for step in steps:
        if step.stage != ORDERS:
            continue
        for seat, side in enumerate(step.sides):
            decision, _dot, option = side.source.partition(".")
            found = tuple(marked.get(decision, ()))
            if option and found:
                out.append(Beside(step.phase, seat, decision, option, found, step.settled))
    return tuple(out)
