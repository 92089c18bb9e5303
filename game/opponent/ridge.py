"""Ridge regression in plain Python: normal equations gathered sample by sample, solved by elimination."""

from __future__ import annotations

from collections.abc import Sequence

Moments = tuple[list[list[float]], list[float], int]
"""Upper triangle of the sums of products, sums with the target, how many samples."""


def nothing(width: int) -> Moments:
    """No samples yet."""
    return [[0.0] * (width - row) for row in range(width)], [0.0] * width, 0


def add(moments: Moments, sample: Sequence[float], target: float) -> Moments:
    """The moments with one more sample; the sums are changed in place."""
    products, targets, count = moments
    width = len(sample)
    filled = [place for place in range(width) if sample[place] != 0.0]
    for at, row in enumerate(filled):
        value = sample[row]
        line = products[row]
        for column in filled[at:]:
            line[column - row] += value * sample[column]
        targets[row] += value * target
    return products, targets, count + 1


def merged(one: Moments, other: Moments) -> Moments:
    """The moments of two heaps of samples together."""
    products = [[a + b for a, b in zip(row, more, strict=True)] for row, more in zip(one[0], other[0], strict=True)]
    return products, [a + b for a, b in zip(one[1], other[1], strict=True)], one[2] + other[2]


def fit(moments: Moments, ridge: float, toward: Sequence[float] | None = None) -> list[float]:
    """Weights that explain the target best, held toward given ones (zero where none) by `ridge`; the first is free."""
    products, targets, _ = moments
    width = len(targets)
    rows = []
    for row in range(width):
        line = [
            products[column][row - column] if column < row else products[row][column - row] for column in range(width)
        ]
        hold = 0.01 if row == 0 else ridge
        line[row] += hold
        goal = targets[row] + (hold * toward[row] if toward is not None else 0.0)
        rows.append([*line, goal])
    return solved(rows)


def solved(rows: list[list[float]]) -> list[float]:
    """The solution of linear equations, by elimination with the largest pivot; a column that says nothing gets 0."""
    width = len(rows)
    for column in range(width):
        pivot = max(range(column, width), key=lambda row: abs(rows[row][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        head = rows[column]
        if abs(head[column]) < 1e-9:
            continue
        for row in range(column + 1, width):
            factor = rows[row][column] / head[column]
            if factor != 0.0:
                line = rows[row]
                for place in range(column, width + 1):
                    line[place] -= factor * head[place]
    out = [0.0] * width
    for row in range(width - 1, -1, -1):
        total = rows[row][width]
        for column in range(row + 1, width):
            total -= rows[row][column] * out[column]
        out[row] = total / rows[row][row] if abs(rows[row][row]) >= 1e-9 else 0.0
    return out
