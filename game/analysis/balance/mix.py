"""The no-regret mix: what two players come to who keep moving weight to what would have done better. Deterministic."""

from __future__ import annotations

from collections.abc import Sequence

ROUNDS = 1_000
Matrix = Sequence[Sequence[float]]


def mixes(one: Matrix, two: Matrix, rounds: int = ROUNDS) -> tuple[list[float], list[float]]:
    """Shares of rows and of columns after regret matching (the plus form, later rounds weighing more).

    `one[i][j]` and `two[i][j]` are what row i against column j is worth to the row's and to the column's player.
    """
    columns = [list(column) for column in zip(*two, strict=True)]
    rows = [list(row) for row in one]
    regrets = ([0.0] * len(rows), [0.0] * len(columns))
    totals = ([0.0] * len(rows), [0.0] * len(columns))
    for number in range(1, rounds + 1):
        x, y = _shares(regrets[0]), _shares(regrets[1])
        _regret(regrets[0], rows, x, y)
        x = _shares(regrets[0])  # in turn: the second already answers the first
        _regret(regrets[1], columns, y, x)
        for total, shares in ((totals[0], x), (totals[1], y)):
            for place, share in enumerate(shares):
                total[place] += number * share
    return _shares(totals[0]), _shares(totals[1])


def _regret(regrets: list[float], worths: Matrix, own: Sequence[float], other: Sequence[float]) -> None:
    """Add what each choice would have brought beyond what the mix brought; what falls below nought is forgotten."""
    each = [sum(worth * share for worth, share in zip(row, other, strict=True)) for row in worths]
    brought = sum(worth * share for worth, share in zip(each, own, strict=True))
    for place, worth in enumerate(each):
        regrets[place] = max(0.0, regrets[place] + worth - brought)


def _shares(weights: Sequence[float]) -> list[float]:
    total = sum(weights)
    return [weight / total if total else 1.0 / len(weights) for weight in weights]
