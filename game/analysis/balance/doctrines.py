"""Doctrines against doctrines: what each pair is worth to both seats, and how a seat would mix its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from game.analysis.balance.figure import NOTHING, Figure, of_mean
from game.analysis.balance.match import Games, Match
from game.analysis.balance.mix import mixes
from game.engine.chance import chance, key_of

RESAMPLES = 40
"""Ours: how often the games are drawn again to see how far the mix could differ by chance."""
TRIMMED = 1
"""Of forty, the outermost on each side is left out: 95 in 100."""


class Doctrines(NamedTuple):
    """Names by seat; worth to each seat by row and column; each seat's mix."""

    names: tuple[tuple[str, ...], tuple[str, ...]]
    cells: tuple[tuple[tuple[Figure, ...], ...], tuple[tuple[Figure, ...], ...]]
    """By seat, row (a doctrine of seat 0), column (one of seat 1)."""
    mix: tuple[tuple[Figure, ...], tuple[Figure, ...]]
    against: tuple[tuple[Figure, ...], tuple[Figure, ...]]
    """Worth of each doctrine against the other seat's mix."""
    games: tuple[tuple[Games, ...], ...]

    def gap(self, one: str, other: str) -> Figure:
        """Points by which a doctrine is better than another of its seat, against the other seat's mix."""
        for seat, names in enumerate(self.names):
            if one in names and other in names:
                a, b = (self._rows(seat, names.index(name)) for name in (one, other))
                return of_mean([x - y for x, y in zip(a, b, strict=True)])
        return NOTHING

    def _rows(self, seat: int, place: int) -> list[float]:
        """A doctrine's worth in points, game by game, each the average over the other seat's mix."""
        shares = [share.value or 0.0 for share in self.mix[1 - seat]]
        cells = [self.games[place][j] if seat == 0 else self.games[j][place] for j in range(len(shares))]
        count = min(len(cell.games) for cell in cells)
        return [
            sum(
                share * cell.games[number].worths[seat] / 1000
                for share, cell in zip(shares, cells, strict=True)
            )
            for number in range(count)
        ]  # fmt: skip


def matches(names: tuple[tuple[str, ...], tuple[str, ...]]) -> list[Match]:
    """Every doctrine against every other."""
    return [Match(one, two) for one in names[0] for two in names[1]]


def doctrines(
    names: tuple[tuple[str, ...], tuple[str, ...]], played: Mapping[Match, Games], seed: int
) -> Doctrines | None:
    """The matrix and the mixes; None where a seat has no doctrines."""
    if not names[0] or not names[1]:
        return None
    games = tuple(tuple(played[Match(one, two)] for two in names[1]) for one in names[0])
    worths = [[[[value / 1000 for value in cell.worths(seat)] for cell in row] for row in games] for seat in range(2)]
    means = [[[sum(cell) / len(cell) for cell in row] for row in seat] for seat in worths]
    shares = mixes(means[0], means[1])
    drawn = _resampled(worths, seed)
    count = len(games[0][0].games)
    mix = tuple(
        tuple(
            _share(shares[seat][place], [one[seat][place] for one in drawn], count) for place in range(len(names[seat]))
        )
        for seat in range(2)
    )
    cells = tuple(tuple(tuple(of_mean(cell) for cell in row) for row in seat) for seat in worths)
    out = Doctrines(names, (cells[0], cells[1]), (mix[0], mix[1]), ((), ()), games)
    against = tuple(tuple(of_mean(out._rows(seat, place)) for place in range(len(names[seat]))) for seat in range(2))
    return out._replace(against=(against[0], against[1]))


def _share(value: float, drawn: list[float], games: int) -> Figure:
    found = sorted(drawn)
    return Figure(value, min(value, found[TRIMMED]), max(value, found[-1 - TRIMMED]), games)


def _resampled(worths: list[list[list[list[float]]]], seed: int) -> list[tuple[list[float], list[float]]]:
    """The mixes had other games been drawn: the same numbers are drawn again for every cell and both seats."""
    count = min(len(cell) for row in worths[0] for cell in row)
    key = key_of(seed)
    out = []
    for again in range(RESAMPLES):
        numbers = [chance(key, "resample", again, place) % count for place in range(count)]
        one, two = (
            [[sum(cell[number] for number in numbers) / count for cell in row] for row in seat] for seat in worths
        )
        out.append(mixes(one, two))
    return out
