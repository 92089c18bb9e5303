"""How likely an act of some hardness is from each type of leader: a normal law by our own arithmetic.

`math.exp` differs in its last digit between machines; a series of correctly rounded operations does not.
"""

from __future__ import annotations

SOFTEST, HARDEST, GRAIN = -2000, 2000, 100


def exp(x: float) -> float:
    """e to the power x for -40 <= x <= 0, by halving and the series."""
    halvings = 0
    while x < -0.5:
        x *= 0.5
        halvings += 1
    term = total = 1.0
    for n in range(1, 14):
        term = term * x / n
        total += term
    for _ in range(halvings):
        total *= total
    return total


def likelihoods(means: tuple[int, ...], spread: int) -> tuple[tuple[int, ...], ...]:
    """[hardness step][type]: likelihood in millionths of the most likely; hardness from -2 to 2 in tenths."""
    rows = []
    for hardness in range(SOFTEST, HARDEST + 1, GRAIN):
        row = []
        for mean in means:
            z = (hardness - mean) / spread
            row.append(max(1, int(exp(-0.5 * z * z) * 1_000_000)))
        rows.append(tuple(row))
    return tuple(rows)


def row_of(hardness: int) -> int:
    """The row of `likelihoods` for a hardness in thousandths."""
    bounded = min(max(hardness, SOFTEST), HARDEST)
    return (bounded - SOFTEST + GRAIN // 2) // GRAIN
