"""Criteria weighed by several judges, for many settings of some registers at once, as one generated function.

A mind that weighs twenty agreements in one position knows the clauses of each; of a formula in which the clauses are
known only little is left, and what is left is shared between the agreements and between the judges.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from game.engine import compile as build
from game.engine.code import Code
from game.engine.compile import Vector
from game.engine.expression import Tree, Vocabulary, parse

Setting = Mapping[int, int]
"""Registers that are known, in thousandths."""

Verdicts = tuple[tuple[float, ...], ...]
"""What a setting is worth, by column and by judge."""

Judged = Callable[[Vector, Sequence[float]], tuple[Verdicts, ...]]
"""The vector, and points to add by setting and column, in that order; the verdicts by setting."""

OFTEN = 2
"""A register read so often is turned into units once."""


class Judge(NamedTuple):
    """Whoever weighs the criteria: a weight for each, and (condition, points) of his taste."""

    weights: tuple[float, ...]
    taste: tuple[tuple[str, float], ...]


class Column(NamedTuple):
    """Criteria that are read together, what each setting adds to them, and who judges them."""

    criteria: tuple[str, ...]
    added: tuple[tuple[float, ...], ...]
    judges: tuple[Judge, ...]


def judged(vocabulary: Vocabulary, settings: Sequence[Setting], columns: Sequence[Column], most: float) -> Judged:
    """For every setting and every judge of a column: criteria kept between 0 and `most`, weighed, tastes added."""
    folder = Folder(vocabulary)
    criteria = [[[folder.fold(parse(one), known) for one in column.criteria] for column in columns] for known in settings]
    tastes = [
        [
            [[(folder.fold(parse(when), known), points) for when, points in judge.taste] for judge in column.judges]
            for column in columns
        ]
        for known in settings
    ]
    weave = Weave(
        vocabulary,
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


class Folder:
    """Trees with some registers known: what can be worked out is, lets are written out, equal trees are one object."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._one: dict[tuple[str, tuple[int, ...], float, str], Tree] = {}
        self._lets = {name: self.single(tree) for name, tree in vocabulary.lets.items()}
        self._reads: dict[int, tuple[int, ...]] = {}
        self._done: dict[tuple[int, tuple[int | None, ...]], Tree] = {}

    def single(self, tree: Tree) -> Tree:
        """The one object for this tree, wherever it stood."""
        return self._made(tree.op, tuple(self.single(part) for part in tree.parts), tree.value, tree.name)

    def _made(self, op: str, parts: tuple[Tree, ...], value: float = 0.0, name: str = "") -> Tree:
        place = (op, tuple(id(part) for part in parts), value, name)
        if place not in self._one:
            self._one[place] = Tree(op, parts, value, name)
        return self._one[place]

    def fold(self, tree: Tree, setting: Setting) -> Tree:
        """What is left of a tree where some registers are known."""
        return self._fold(self.single(tree), setting)

    def _fold(self, tree: Tree, setting: Setting) -> Tree:
        if tree.op == "number":
            return tree
        if id(tree) not in self._reads:
            self._reads[id(tree)] = tuple(sorted(self.vocabulary.reads(tree)))
        place = (id(tree), tuple(setting.get(at) for at in self._reads[id(tree)]))
        if place not in self._done:
            self._done[place] = self._folded(tree, setting)
        return self._done[place]

    def _folded(self, tree: Tree, setting: Setting) -> Tree:
        if tree.op == "name":
            if tree.name in self._lets:
                return self._fold(self._lets[tree.name], setting)
            at = self.vocabulary.index[tree.name]
            return self._number(setting[at] * 0.001) if at in setting else tree
        parts = tuple(self._fold(part, setting) for part in tree.parts)
        if all(part.op == "number" for part in parts):
            return self._number(_worked(tree.op, [part.value for part in parts]))
        if tree.op in ("and", "or"):
            return self._logic(tree.op, parts)
        one, two = parts[0], parts[-1]
        if tree.op == "pick" and one.op == "number":
            return parts[1 + min(max(int(one.value), 0), len(parts) - 2)]
        if tree.op == "*" and any(part.op == "number" and part.value == 0.0 for part in parts):
            return self._number(0.0)
        if two.op == "number" and (tree.op, two.value) in (("+", 0.0), ("-", 0.0), ("*", 1.0)):
            return one
        if one.op == "number" and (tree.op, one.value) in (("+", 0.0), ("*", 1.0)):
            return two
        return self._made(tree.op, parts)

    def _logic(self, op: str, parts: tuple[Tree, ...]) -> Tree:
        decides = op == "or"
        left = []
        for part in parts:
            if part.op != "number":
                left.append(part)
            elif bool(part.value) is decides:
                return self._number(float(decides))
        return left[0] if len(left) == 1 and left[0].op in _TRUTHS else self._made(op, tuple(left))

    def _number(self, value: float) -> Tree:
        return self._made("number", (), value)


_TRUTHS = frozenset({"and", "or", "not", "<", "<=", ">", ">=", "==", "!="})


class Weave(Code):
    """Code for folded trees: a part that stands in several places is worked out once."""

    def __init__(self, vocabulary: Vocabulary, roots: Sequence[Tree]) -> None:
        super().__init__(Vocabulary(vocabulary.index, {}))
        self._count: Counter[int] = Counter()
        self._names: dict[int, str] = {}
        self._roots = roots
        """Kept, so that no tree's identity is given to another."""
        for root in roots:
            self._seen(root)

    def _seen(self, tree: Tree) -> None:
        self._count[id(tree)] += 1
        if self._count[id(tree)] == 1:
            for part in tree.parts:
                self._seen(part)

    def source(self, tree: Tree, lines: list[str]) -> str:
        """Source of a root; `lines` gets whatever it needs worked out before."""
        found = self.value(tree)
        lines += self.lines
        self.lines.clear()
        return found

    def value(self, tree: Tree) -> str:
        shared = self._count[id(tree)] > (OFTEN if tree.op == "name" else 1)
        if tree.op == "number" or not shared:
            return super().value(tree)
        if id(tree) not in self._names:
            source = super().value(tree)
            self._names[id(tree)] = f"s{len(self._names)}"
            self.lines.append(f"{self._names[id(tree)]}={source}")
        return self._names[id(tree)]


def _worked(op: str, values: list[float]) -> float:
    """An operation on known values."""
    one, two = values[0], values[-1]
    match op:
        case "+":
            return one + two
        case "-":
            return one - two
        case "*":
            return one * two
        case "min":
            return min(values)
        case "max":
            return max(values)
        case "clamp":
            return min(max(one, values[1]), values[2])
        case "pick":
            return values[1 + min(max(int(one), 0), len(values) - 2)]
        case "not":
            return float(not one)
        case "and":
            return float(all(values))
        case "or":
            return float(any(values))
        case "<":
            return float(one < two)
        case "<=":
            return float(one <= two)
        case ">":
            return float(one > two)
        case ">=":
            return float(one >= two)
        case "==":
            return float(_near(one, two))
        case "!=":
            return float(not _near(one, two))
    raise ValueError(op)


def _near(one: float, two: float) -> bool:
    """Equal in thousandths, as registers are compared."""
    return int((one * 1000.0 + 0.5) // 1) == int((two * 1000.0 + 0.5) // 1)
