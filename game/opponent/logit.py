"""Choice by logit, from a table: the better an alternative, the likelier; equal on every machine."""

from __future__ import annotations

from collections.abc import Sequence

from game.engine.gauss import exp

GRAIN = 32
FURTHEST = 24
LAST = FURTHEST * GRAIN
_TABLE = tuple(exp(-step / GRAIN) for step in range(LAST + 1))
HIS_SHARPNESS = 0.8
"""Ours: logit a point with which the other leader is thought to take an agreement."""
FAR = LAST + 0.5
STEPS_A_POINT = HIS_SHARPNESS * GRAIN
TAKES = (*(1.0 / (1.0 + one) for one in _TABLE), *(one / (1.0 + one) for one in reversed(_TABLE[1:])))
"""By steps above a threshold, from the end backward by steps below it."""


def falling(x: float) -> float:
    """e to the power -x for x >= 0, to the nearest step of the table; 0 far out."""
    step = int(x * GRAIN + 0.5)
    return _TABLE[step] if step <= LAST else 0.0


def sigmoid(x: float) -> float:
    """The chance, in [0, 1], that an alternative better by `x` (in units of the temperature) is taken."""
    if x >= 0.0:
        return 1.0 / (1.0 + falling(x))
    small = falling(-x)
    return small / (1.0 + small)


def accepted(shares: Sequence[float], worths: Sequence[float], thresholds: Sequence[float]) -> float:
    """The chance that an agreement is taken: by its worth above a threshold, by type, over what is believed."""
    total = 0.0
    for share, worth, threshold in zip(shares, worths, thresholds, strict=True):
        steps = STEPS_A_POINT * (worth - threshold)
        if steps >= 0.0:
            total += share * TAKES[int(steps + 0.5)] if steps < FAR else share
        elif steps > -FAR:
            total += share * TAKES[int(steps - 0.5)]
    return total


def chances(values: Sequence[float], sharpness: float) -> list[float]:
    """The chance of each alternative; they sum to 1 but for rounding."""
    best = max(values)
    total = 0.0
    shares = []
    for value in values:
        step = int(sharpness * (best - value) * GRAIN + 0.5)
        share = _TABLE[step] if step <= LAST else 0.0
        total += share
        shares.append(share)
    return [share / total for share in shares]


def pick(shares: Sequence[float], draw: float) -> int:
    """The place that a draw in [0, 1) falls on."""
    for place, share in enumerate(shares):
        draw -= share
        if draw < 0.0:
            return place
    return max(range(len(shares)), key=lambda place: shares[place])


def by_worth(values: Sequence[float], sharpness: float, draw: float) -> tuple[int, float]:
    """The place chosen by logit, and the chance that it had."""
    shares = chances(values, sharpness)
    place = pick(shares, draw)
    return place, shares[place]
