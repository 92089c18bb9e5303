"""Whose doing the danger is: Shapley values of each seat's choices and of drift, against the start position.

Danger is a product of factors, so no order of blame is the right one; the mean over all orders is, and it sums exactly.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations
from typing import NamedTuple

from game.engine.rulebook import Rulebook

NOBODY = 2
MILLION = 1_000_000


class Shares(NamedTuple):
    """Millionths of danger: at the start, and added by seat one, seat two, and nobody; they sum to `now`."""

    start: int
    one: int
    two: int
    nobody: int
    now: int


def _with(rulebook: Rulebook, values: Sequence[int], owners: frozenset[int]) -> list[int]:
    """The vector as it would be had only these owners acted on the ledgered dials."""
    v = list(values)
    for at, (one, two) in rulebook.shares.items():
        start = rulebook.start[at]
        parts = (values[one], values[two], values[at] - values[one] - values[two] - start)
        total = start
        for owner in range(3):
            if owner in owners:
                total += parts[owner]
        v[at] = min(max(total, rulebook.lows[at]), rulebook.highs[at])
    return v


def attribute(rulebook: Rulebook, values: Sequence[int], half_days: int = 1) -> Shares:
    """The danger of the end over some half-days, shared among seat one, seat two and nobody."""
    found: dict[frozenset[int], int] = {}
    for size in range(8):
        owners = frozenset(owner for owner in range(3) if size >> owner & 1)
        danger = rulebook.hazards.danger(_with(rulebook, values, owners), half_days).end
        found[owners] = int(danger * MILLION)
    totals = [0, 0, 0]
    for order in permutations(range(3)):
        before: frozenset[int] = frozenset()
        for owner in order:
            after = before | {owner}
            totals[owner] += found[after] - found[before]
            before = after
    start, now = found[frozenset()], found[frozenset((0, 1, 2))]
    one, two = totals[0] // 6, totals[1] // 6
    return Shares(start, one, two, now - start - one - two, now)
