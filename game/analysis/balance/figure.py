"""A measured number with its 95 % interval, from whole numbers counted over games."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log
from typing import Any, NamedTuple

from game.analysis.table import share
from game.analysis.tally import Moments

Z = 1.96


class Figure(NamedTuple):
    """`value` is None where there was nothing to count; `games` is how many games it rests on."""

    value: float | None
    low: float
    high: float
    games: int

    def as_json(self) -> dict[str, Any]:
        if self.value is None:
            return {"value": None, "games": self.games}
        return {
            "value": round(self.value, 4), "low": round(self.low, 4), "high": round(self.high, 4), "games": self.games,
        }  # fmt: skip


NOTHING = Figure(None, 0.0, 0.0, 0)


def of_share(count: int, games: int) -> Figure:
    """A share with its Wilson interval."""
    return Figure(*share(count, games), games) if games else NOTHING


def of_points(moments: Moments) -> Figure:
    """A mean of thousandths, in points."""
    if not moments.number:
        return NOTHING
    mean, error = moments.mean / 1000, moments.error / 1000
    return Figure(mean, mean - error, mean + error, moments.number)


def of_mean(values: Sequence[int | float]) -> Figure:
    """A mean of plain numbers."""
    count = len(values)
    if not count:
        return NOTHING
    mean = sum(values) / count
    variance = sum((value - mean) ** 2 for value in values) / (count - 1) if count > 1 else 0.0
    error = Z * (variance / count) ** 0.5
    return Figure(mean, mean - error, mean + error, count)


def of_difference(one: Sequence[int], other: Sequence[int]) -> Figure:
    """The mean difference of two rows of thousandths, game by game under the same seeds, in points."""
    return of_mean([(a - b) / 1000 for a, b in zip(one, other, strict=False)])


def of_ratio(count: int, games: int, other: int, others: int) -> Figure:
    """One share over another (Katz's interval, half a game added where a count is nought)."""
    if not games or not others or not other:
        return Figure(None, 0.0, 0.0, min(games, others))
    value = (count / games) / (other / others)
    a, b = max(count, 0.5), max(other, 0.5)
    middle, error = (a / games) / (b / others), Z * max(0.0, 1 / a - 1 / games + 1 / b - 1 / others) ** 0.5
    return Figure(value, min(value, exp(log(middle) - error)), max(value, exp(log(middle) + error)), min(games, others))


def of_gap(one: Figure, other: Figure) -> Figure:
    """The difference of two means from games that have nothing to do with each other."""
    if one.value is None or other.value is None:
        return NOTHING
    gap = one.value - other.value
    error = ((one.high - one.value) ** 2 + (other.high - other.value) ** 2) ** 0.5
    return Figure(gap, gap - error, gap + error, min(one.games, other.games))
