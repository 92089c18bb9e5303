"""The no-regret mix: what two players come to who keep shifting weight to what did better. Deterministic."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log, sqrt

ROUNDS = 4_000
Matrix = Sequence[Sequence[float]]


def mixes(one: Matrix, two: Matrix, rounds: int = ROUNDS) -> tuple[list[float], list[float]]:
    """Average shares after so many rounds of multiplicative weights, for rows and for columns.

    `one[i][j]` and `two[i][j]` are what row i against column j is worth to the row's and to the column's player.
    """
    rows, columns = len(one), len(one[0])
    one, two = _scaled(one), _scaled(two)
    steps = (sqrt(8 * log(max(2, rows)) / rounds), sqrt(8 * log(max(2, columns)) / rounds))
    totals = ([0.0] * rows, [0.0] * columns)
    summed = ([0.0] * rows, [0.0] * columns)
    for _ in range(rounds):
        x, y = _weights(totals[0], steps[0]), _weights(totals[1], steps[1])
        for i in range(rows):
            summed[0][i] += x[i]
            totals[0][i] += sum(one[i][j] * y[j] for j in range(columns))
        for j in range(columns):
            summed[1][j] += y[j]
            totals[1][j] += sum(two[i][j] * x[i] for i in range(rows))
    return [share / rounds for share in summed[0]], [share / rounds for share in summed[1]]


def _scaled(matrix: Matrix) -> list[list[float]]:
    """The matrix between 0 and 1."""
    low = min(min(row) for row in matrix)
    wide = max(max(row) for row in matrix) - low
    return [[(value - low) / wide if wide else 0.0 for value in row] for row in matrix]


def _weights(totals: Sequence[float], step: float) -> list[float]:
    best = max(totals)
    shares = [exp(step * (total - best)) for total in totals]
    whole = sum(shares)
    return [share / whole for share in shares]
