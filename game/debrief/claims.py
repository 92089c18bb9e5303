"""Which claims of the text that began the game were at stake in it: those of everything that was chosen or came up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from game.debrief.timeline import Step


class Touched(NamedTuple):
    """A claim, and the stem of the first text that touched it."""

    claim: str
    stem: str


def touched(steps: Sequence[Step], ending: str, content: Mapping[str, Any]) -> tuple[Touched, ...]:
    """Claims in the order in which the game came upon them, each once."""
    cited: Mapping[str, Mapping[str, Any]] = content.get("cited", {})
    out: dict[str, str] = {}
    for stem in [*_stems(steps), f"ending.{ending}"]:
        for claim in cited.get(stem, {}).get("claims", ()):
            out.setdefault(str(claim), stem)
    return tuple(Touched(claim, stem) for claim, stem in out.items())


def _stems(steps: Sequence[Step]) -> list[str]:
    out = []
    for step in steps:
        for side in step.sides:
            decision = side.source.partition(".")[0]
            out += [f"decision.{decision}", f"option.{side.source}"]
            if side.order is not None:
                out += [f"rider.{rider}" for rider in side.order.riders]
                out += [f"standing.{name}" for name, _level in side.order.changes]
        out += [f"{hidden.kind}.{hidden.subject}" for hidden in step.hidden]
    return out
