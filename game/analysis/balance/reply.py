"""Which options are best against whom: best replies, spreads, and what the type of the rival changes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from game.analysis.balance.figure import Figure, of_difference, of_mean, of_share
from game.analysis.balance.forced import Forked, Forks, Pair, Point
from game.engine.rulebook import Rulebook

LEAST = 8
"""Ours: a pair of types with fewer games than this says nothing of which option is best."""


class Cell(NamedTuple):
    """An option against one pair of types."""

    worth: Figure
    gap: Figure
    """Points by which the best option there is better, game by game; the best has 0."""
    best_reply: bool
    """No worse than the best beyond its 95 % interval."""

    @property
    def told(self) -> bool:
        """Whether there were games enough to say so."""
        return self.worth.games >= LEAST


class Choice(NamedTuple):
    """An option at one decision point."""

    id: str
    decision: str
    headline: bool
    """Whether it is one of the decision's own, and no order to strike."""
    open: Figure
    cells: Mapping[Pair, Cell]
    """Pairs against which it was ever open."""

    @property
    def told(self) -> tuple[Pair, ...]:
        """Pairs with games enough."""
        return tuple(pair for pair, cell in self.cells.items() if cell.told)

    @property
    def replies(self) -> tuple[Pair, ...]:
        """Pairs against which it is a best reply."""
        return tuple(pair for pair in self.told if self.cells[pair].best_reply)

    @property
    def least_gap(self) -> Figure | None:
        """Points that it lacks where it lacks least."""
        gaps = [self.cells[pair].gap for pair in self.told]
        return min(gaps, key=lambda gap: gap.value or 0.0, default=None)


class Table(NamedTuple):
    """One decision point, forced through."""

    point: Point
    decision: str
    games: int
    """Games that came to it."""
    choices: tuple[Choice, ...]
    best: Mapping[Pair, str]
    spread: Mapping[Pair, Figure]
    """Best less worst of the headlines, strikes apart."""
    depends: bool
    """Somebody's best option against one rival is no best reply against another."""
    depends_by_mean: bool
    """The same without asking whether chance could have done it."""


def tables(rulebook: Rulebook, forks: Forks) -> list[Table]:
    """Every decision point that was met, by seat and day."""
    return [_table(rulebook, point, rows) for point, rows in forks.points()]


def _table(rulebook: Rulebook, point: Point, rows: Mapping[Pair, list[Forked]]) -> Table:
    dated = rulebook.dated[point]
    pairs = sorted(rows)
    cells: list[dict[Pair, Cell]] = [{} for _ in dated.acts]
    best: dict[Pair, str] = {}
    spread: dict[Pair, Figure] = {}
    headlines = [act.decision == dated.decision and not act.strike for act in dated.acts]
    for pair in pairs:
        games = rows[pair]
        columns = [[game.worths[place] for game in games] for place in range(len(dated.acts))]
        tried = [place for place in range(len(dated.acts)) if any(game.open[place] for game in games)]
        means = {place: sum(columns[place]) for place in tried}
        first = max(tried, key=lambda place: means[place])
        best[pair] = dated.acts[first].id
        for place in tried:
            gap = of_difference(columns[first], columns[place])
            cells[place][pair] = Cell(
                of_mean([value / 1000 for value in columns[place]]), gap, place == first or gap.low <= 0.0
            )
        own = [place for place in tried if headlines[place]]
        if own:
            top, bottom = max(own, key=lambda place: means[place]), min(own, key=lambda place: means[place])
            spread[pair] = of_difference(columns[top], columns[bottom])
    met = sum(len(games) for games in rows.values())
    choices = []
    for place, act in enumerate(dated.acts):
        opened = sum(game.open[place] for games in rows.values() for game in games)
        choices.append(Choice(act.id, act.decision, headlines[place], of_share(opened, met), cells[place]))
    sure, mean = _depends(point[0], choices, best)
    return Table(point, dated.decision, met, tuple(choices), best, spread, sure, mean)


def _depends(seat: int, choices: list[Choice], best: Mapping[Pair, str]) -> tuple[bool, bool]:
    sure = mean = False
    by_id = {choice.id: choice for choice in choices}
    for pair, name in best.items():
        for other in best:
            if other[seat] != pair[seat] or other == pair or not by_id[name].cells[pair].told:
                continue
            cell = by_id[name].cells.get(other)
            if not by_id[best[other]].cells[other].told:
                continue
            mean = mean or best[other] != name
            sure = sure or cell is None or not cell.best_reply
    return sure, mean


class Lacking(NamedTuple):
    """An option that is a best reply for no pair of types on any day."""

    name: str
    """`decision.option`."""
    lacks: Figure
    """Points, where it lacks least."""
    told: int
    """Pairs of types, over its days, that had games enough to say so."""
    of: int


def dominated(found: list[Table], seat: int) -> list[Lacking]:
    """Every option of a seat that is a best reply for nobody, those told by most pairs first."""
    rows: dict[str, list[Choice]] = {}
    pairs = 0
    for table in found:
        if table.point[0] == seat:
            pairs = max(pairs, len(table.best))
            for choice in table.choices:
                rows.setdefault(f"{choice.decision}.{choice.id}", []).append(choice)
    out = []
    for name, choices in rows.items():
        gaps = [choice.least_gap for choice in choices if choice.least_gap is not None]
        if gaps and not any(choice.replies for choice in choices):
            told = sum(len(choice.told) for choice in choices)
            out.append(Lacking(name, min(gaps, key=lambda gap: gap.value or 0.0), told, pairs * len(choices)))
    return sorted(out, key=lambda row: (-row.told, row.name))


class Spread(NamedTuple):
    """How far apart the headlines of a decision are, against the pair for whom they are furthest apart."""

    decision: str
    pair: Pair
    points: Figure


def spreads(found: list[Table], seat: int) -> list[Spread]:
    """A row for each decision of a seat, widest first."""
    out = []
    for table in found:
        told = {pair: gap for pair, gap in table.spread.items() if gap.games >= LEAST}
        if table.point[0] == seat and told:
            pair = max(told, key=lambda one: told[one].value or 0.0)
            out.append(Spread(table.decision, pair, told[pair]))
    return sorted(out, key=lambda row: (-(row.points.value or 0.0), row.decision))


def depending(found: list[Table], seat: int) -> tuple[list[Table], list[Table]]:
    """Decisions of a seat that two rivals could tell apart at all, and those of them that depend on the rival."""
    told = [
        table for table in found
        if table.point[0] == seat and _rivals(table, seat) >= 2
    ]  # fmt: skip
    return told, [table for table in told if table.depends]


def _rivals(table: Table, seat: int) -> int:
    """The most rivals that one type of the seat met often enough at a decision."""
    met: dict[int, int] = {}
    for pair, gap in table.spread.items():
        if gap.games >= LEAST:
            met[pair[seat]] = met.get(pair[seat], 0) + 1
    return max(met.values(), default=0)
