"""Criteria weighed by several judges as one generated function: for many settings at once, for an end, for a deal.

A mind that weighs twenty agreements in one position knows the clauses of each; of a formula in which the clauses are
known only little is left, and what is left is shared between the agreements and between the judges.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from game.engine import compile as build
from game.engine.compile import Vector
from game.engine.expression import Tree
from game.engine.weave import Folder, Setting, Weave, parts_of

Verdicts = tuple[tuple[float, ...], ...]
"""What a setting is worth, by column and by judge."""

Judged = Callable[[Vector, Sequence[float]], tuple[Verdicts, ...]]
"""The vector, and points to add by setting and column, in that order; the verdicts by setting."""

Weighed = Callable[[Vector], tuple[float, ...]]
"""The vector; the worth by judge."""

Settled = Callable[[Sequence[int]], tuple[float, ...]]
"""What a deal makes of the registers that it sets; all that follows from those alone."""

Dealt = Callable[[Vector, Sequence[float], Sequence[float], float], tuple[float, ...]]
"""The vector, what is settled, what the deal adds to each criterion, points to add; the worth by judge."""


class Judge(NamedTuple):
    """Whoever weighs the criteria: a weight for each, and (condition, points) of his taste."""

    weights: tuple[float, ...]
    taste: tuple[tuple[str, float], ...]


class Column(NamedTuple):
    """Criteria that are read together, what each setting adds to them, and who judges them."""

    criteria: tuple[str, ...]
    added: tuple[tuple[float, ...], ...]
    judges: tuple[Judge, ...]


def judged(folder: Folder, settings: Sequence[Setting], columns: Sequence[Column], most: float) -> Judged:
    """For every setting and every judge of a column: criteria kept between 0 and `most`, weighed, tastes added."""
    texts = [[folder.read(one) for one in column.criteria] for column in columns]
    likes = [[[(folder.read(when), points) for when, points in judge.taste] for judge in one.judges] for one in columns]
    criteria = [[[folder.fold(tree, known) for tree in column] for column in texts] for known in settings]
    tastes = [
        [[[(folder.fold(tree, known), points) for tree, points in taste] for taste in column] for column in likes]
        for known in settings
    ]
    weave = Weave(
        folder.vocabulary,
        [
            *(tree for row in criteria for column in row for tree in column),
            *(tree for row in tastes for column in row for judge in column for tree, _ in judge),
        ],
    )
    bounded: dict[tuple[int, float], str] = {}
    lines: list[str] = []
    out = ""
    for number in range(len(settings)):
        verdicts = ""
        for place, column in enumerate(columns):
            names = []
            for tree, more in zip(criteria[number][place], column.added[number], strict=True):
                if (id(tree), more) not in bounded:
                    bounded[id(tree), more] = _bounded(weave, tree, more, most, f"x{len(bounded)}", lines)
                names.append(bounded[id(tree), more])
            found = ""
            for judge, taste in zip(column.judges, tastes[number][place], strict=True):
                parts = [f"{weight!r}*{name}" for weight, name in zip(judge.weights, names, strict=True)]
                parts += _taste(weave, taste, lines)
                found += f"{'+'.join(parts)}+m[{number * len(columns) + place}],"
            verdicts += f"({found}),"
        out += f"({verdicts}),"
    return build.function("judged", "v,m", [*lines, f"return ({out})"])  # type: ignore[no-any-return]


def weighed(folder: Folder, known: Setting, criteria: Sequence[str], judges: Sequence[Judge], most: float) -> Weighed:
    """One setting, judged without anything added."""
    trees, tastes = _trees(folder, known, criteria, judges)
    weave = Weave(folder.vocabulary, [*trees, *(tree for taste in tastes for tree, _ in taste)])
    lines, found = _judged(weave, trees, tastes, judges, most, added=False)
    return build.function("weighed", "v", [*lines, f"return ({found})"])  # type: ignore[no-any-return]


def dealt(
    folder: Folder, known: Setting, places: Sequence[int], criteria: Sequence[str], judges: Sequence[Judge], most: float
) -> tuple[Settled, Dealt]:
    """One deal, judged, in two halves: of what it makes of the registers `places`, and of the vector and the first."""
    trees, tastes = _trees(folder, known, criteria, judges)
    roots = [*trees, *(tree for taste in tastes for tree, _ in taste)]
    weave = Weave(folder.vocabulary, roots)
    at = frozenset(places)
    first: list[Tree] = []
    for root in roots:
        for tree in parts_of(folder.vocabulary, root, at):
            weave.rename(tree, f"c[{len(first)}]")
            first.append(tree)
    lines, found = _judged(weave, trees, tastes, judges, most, added=True)
    second = build.function("dealt", "v,c,a,m", [*lines, f"return ({found})"])
    place = {register: number for number, register in enumerate(places)}
    weave = Weave(folder.vocabulary, first)
    lines = []
    values = [weave.source(tree, lines) for tree in first]
    lines.append(f"return ({''.join(f'{value},' for value in values)})")
    lines = [re.sub(r"v\[(\d+)\]", lambda one: f"d[{place[int(one[1])]}]", line) for line in lines]
    return build.function("settled", "d", lines), second


def _trees(
    folder: Folder, known: Setting, criteria: Sequence[str], judges: Sequence[Judge]
) -> tuple[list[Tree], list[list[tuple[Tree, float]]]]:
    trees = [folder.fold(folder.read(one), known) for one in criteria]
    tastes = [[(folder.fold(folder.read(when), known), points) for when, points in judge.taste] for judge in judges]
    return trees, tastes


def _judged(
    weave: Weave, trees: Sequence[Tree], tastes: Sequence[Sequence[tuple[Tree, float]]], judges: Sequence[Judge],
    most: float, *, added: bool,
) -> tuple[list[str], str]:  # fmt: skip
    lines: list[str] = []
    names = []
    for number, tree in enumerate(trees):
        value = weave.source(tree, lines) + (f"+a[{number}]" if added else "")
        lines.append(f"x{number}=0.0 if (x:={value})<0.0 else {most!r} if x>{most!r} else x")
        names.append(f"x{number}")
    found = ""
    for judge, taste in zip(judges, tastes, strict=True):
        parts = [f"{weight!r}*{name}" for weight, name in zip(judge.weights, names, strict=True)]
        parts += _taste(weave, taste, lines)
        found += f"{'+'.join(parts)}{'+m' if added else ''},"
    return lines, found


def _bounded(weave: Weave, tree: Tree, more: float, most: float, name: str, lines: list[str]) -> str:
    """The name of a criterion once it is kept between its bounds; a number where it is known."""
    value = weave.source(tree, lines)
    if more:
        value = f"{value}+{more!r}"
    if tree.op == "number":
        return repr(min(max(tree.value + more, 0.0), most))
    lines.append(f"{name}=0.0 if (x:={value})<0.0 else {most!r} if x>{most!r} else x")
    return name


def _taste(weave: Weave, taste: Sequence[tuple[Tree, float]], lines: list[str]) -> list[str]:
    out = []
    for tree, points in taste:
        if tree.op != "number":
            out.append(f"({points!r} if {weave.source(tree, lines)} else 0.0)")
        elif tree.value:
            out.append(repr(points))
    return out
