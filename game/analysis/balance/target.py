"""What was measured beside what the scenario asks for: holds, or off; and whether chance could say otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from game.analysis.balance.figure import Figure
from game.analysis.balance.measures import measure
from game.analysis.balance.study import Study

HOLDS, OFF, UNTOLD = "holds", "off", "not measured"


class Verdict(NamedTuple):
    """One target of the scenario, answered."""

    id: str
    text: str
    measure: str
    at_least: float | None
    at_most: float | None
    figure: Figure
    verdict: str
    sure: bool
    """The whole interval lies on the side of the verdict."""


def verdicts(study: Study) -> list[Verdict]:
    """Every target of the scenario, in its order."""
    return [_verdict(study, raw) for raw in study.content.get("targets") or ()]


def _verdict(study: Study, raw: Mapping[str, Any]) -> Verdict:
    low, high = (None if raw[end] is None else raw[end] / 1000 for end in ("at_least", "at_most"))
    figure = measure(study, raw["measure"])
    inside = [within(value, low, high) for value in (figure.low, figure.high)]
    if figure.value is None:
        verdict, sure = UNTOLD, False
    elif within(figure.value, low, high):
        verdict, sure = HOLDS, all(inside)
    else:
        apart = (low is not None and figure.high < low) or (high is not None and figure.low > high)
        verdict, sure = OFF, apart
    return Verdict(raw["id"], raw["text"], raw["measure"], low, high, figure, verdict, sure)


def within(value: float, low: float | None, high: float | None) -> bool:
    """Whether a value lies between two bounds, either of which may be missing."""
    return (low is None or value >= low) and (high is None or value <= high)
