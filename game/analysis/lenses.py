"""The same minds under several lenses, side by side, and how far each differs from the first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from game.analysis.many import Run
from game.analysis.table import as_json, groups_of, share
from game.analysis.tally import Moments, Tally
from game.engine.rulebook import Rulebook

Interval = tuple[float, float, float]
"""A value and the ends of its 95 % interval."""


class World(NamedTuple):
    """One lens, played."""

    lens: str
    run: Run
    tally: Tally


def apart(count: int, games: int, other: int, others: int) -> Interval:
    """A share less another, with Newcombe's interval made of Wilson's two."""
    one, low, high = share(count, games)
    two, least, most = share(other, others)
    gap = one - two
    under = ((one - low) ** 2 + (most - two) ** 2) ** 0.5
    over = ((high - one) ** 2 + (two - least) ** 2) ** 0.5
    return gap, max(-1.0, gap - under), min(1.0, gap + over)


def points_apart(one: Moments, other: Moments) -> Interval:
    """A mean worth less another, in points."""
    gap = (one.mean - other.mean) / 1000
    error = (one.error**2 + other.error**2) ** 0.5 / 1000
    return gap, gap - error, gap + error


def compared_as_json(rulebook: Rulebook, worlds: Sequence[World], digest: str = "") -> dict[str, Any]:
    """Every world's own table, and each later one's differences from the first."""
    first = worlds[0]
    return {
        "lenses": {world.lens: as_json(rulebook, world.run, world.tally, digest) for world in worlds},
        "against": first.lens,
        "differences": {world.lens: _differences(rulebook, world.tally, first.tally) for world in worlds[1:]},
    }


def _differences(rulebook: Rulebook, one: Tally, other: Tally) -> dict[str, Any]:
    return {
        "endings": {
            group: _rounded(apart(one.groups[group], one.games, other.groups[group], other.games))
            for group in groups_of(rulebook)
        },
        "kinds": {
            ending.id: _rounded(apart(one.kinds[ending.id], one.games, other.kinds[ending.id], other.games))
            for ending in rulebook.tables.endings
        },
        "worth": {
            seat: _rounded(points_apart(one.worth.get(seat, Moments()), other.worth.get(seat, Moments())))
            for seat in rulebook.seats
        },
    }


def _rounded(found: Interval) -> dict[str, float]:
    value, low, high = found
    return {"value": round(value, 4), "low": round(low, 4), "high": round(high, 4)}


def compared(rulebook: Rulebook, worlds: Sequence[World]) -> str:
    """A table to read: a column for each lens, and for each but the first how far it differs; `*` beyond chance."""
    first = worlds[0]
    sides = ", ".join(f"{seat} {first.run.minds[number].name}" for number, seat in enumerate(rulebook.seats))
    lines = [f"{first.tally.games} games under each lens of {rulebook.tables.id} (seed {first.run.seed}): {sides}", ""]
    groups = ((group, _groups(group)) for group in groups_of(rulebook))
    kinds = ((ending.id, _kinds(ending.id)) for ending in rulebook.tables.endings)
    lines += [*_shares("How they ended, %", groups, worlds), "", *_shares("Endings, %", kinds, worlds), ""]
    lines.append(_head("Worth to each seat", worlds))
    for seat in rulebook.seats:
        row = f"  {seat:<18}"
        for place, world in enumerate(worlds):
            worth = world.tally.worth.get(seat, Moments())
            row += f"{worth.mean / 1000:>9.1f}"
            if place:
                row += _gap(points_apart(worth, first.tally.worth.get(seat, Moments())))
        lines.append(row)
    lines.append("")
    lines.append(_head("Incidents a game", worlds))
    for incident in rulebook.tables.incidents:
        row = f"  {incident.id[:17]:<18}"
        for place, world in enumerate(worlds):
            row += f"{_rate(world, incident.id):>9.2f}"
            if place:
                row += _gap(_rates_apart(world, first, incident.id), 2)
        lines.append(row)
    return "\n".join(row.rstrip() for row in [*lines, "", "`*`: the two differ by more than chance would.", ""])


def _rate(world: World, incident: str) -> float:
    return world.tally.incidents[incident] / max(1, world.tally.games)


def _rates_apart(one: World, other: World, incident: str) -> Interval:
    """Incidents a game less another's, as of Poisson counts."""
    gap = _rate(one, incident) - _rate(other, incident)
    variance = sum(world.tally.incidents[incident] / max(1, world.tally.games) ** 2 for world in (one, other))
    return gap, gap - 1.96 * variance**0.5, gap + 1.96 * variance**0.5


def _groups(name: str) -> Callable[[Tally], int]:
    return lambda tally: tally.groups[name]


def _kinds(name: str) -> Callable[[Tally], int]:
    return lambda tally: tally.kinds[name]


def _head(title: str, worlds: Sequence[World]) -> str:
    names = "".join(
        f"{world.lens:>9}" + (f"{'less ' + worlds[0].lens:>27}" if place else "") for place, world in enumerate(worlds)
    )
    return f"{title:<20}{names}"


def _shares(title: str, rows: Iterable[tuple[str, Callable[[Tally], int]]], worlds: Sequence[World]) -> list[str]:
    first = worlds[0].tally
    out = [_head(title, worlds)]
    for name, count in rows:
        row = f"  {name:<18}"
        for place, world in enumerate(worlds):
            row += f"{100 * share(count(world.tally), world.tally.games)[0]:>9.1f}"
            if place:
                found = apart(count(world.tally), world.tally.games, count(first), first.games)
                row += _gap((100 * found[0], 100 * found[1], 100 * found[2]))
        out.append(row)
    return out


def _gap(found: Interval, places: int = 1) -> str:
    value, low, high = found
    mark = "*" if low > 0 or high < 0 else " "
    return f"{f'{value:+.{places}f} ({low:+.{places}f} to {high:+.{places}f}){mark}':>27}"
