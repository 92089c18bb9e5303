"""Could each sell it? Every audience's verdict on the end; and what the end is worth by each criterion."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from game.engine.rulebook import Rulebook
from game.engine.worth import criteria

CARRIED, SWALLOWED, REFUSED = "carried", "swallowed", "refused"


class Verdict(NamedTuple):
    line: str
    seat: int
    verdict: str


def verdicts(rulebook: Rulebook, values: Sequence[int], content: Mapping[str, Any]) -> tuple[Verdict, ...]:
    """The audience lines of both sides: a score of 1 carries it, 0 swallows it, less refuses it."""
    out = []
    for line in content.get("audience_lines", ()):
        score = rulebook.number(line["score"])(values)
        verdict = CARRIED if score >= 1 else SWALLOWED if score >= 0 else REFUSED
        out.append(Verdict(line["id"], rulebook.seats.index(line["seat"]), verdict))
    return tuple(out)


def worths(rulebook: Rulebook, values: Sequence[int], ending: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """By seat: the five criteria in thousandths, 0 to 20 each. Never shown as numbers."""
    return criteria(rulebook, values, 0, ending), criteria(rulebook, values, 1, ending)
