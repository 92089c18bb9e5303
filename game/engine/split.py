"""Expressions worked out ahead: in two halves, or for many settings of some registers at once.

A mind that weighs twenty agreements in one position needs the position's part of each formula only once, and of a
formula in which the clauses are known only little is left.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from game.engine import compile as build
from game.engine.code import Code
from game.engine.compile import Numbers, Vector
from game.engine.expression import Tree, Vocabulary, parse, text

Rest = Callable[[Vector, tuple[float, ...]], tuple[float, ...]]
"""The dependent half: the vector, and what the first half gave."""


class _Halves(Code):
    """Code in which every part that reads none of `varying` is a constant `c[n]`."""

    def __init__(self, vocabulary: Vocabulary, varying: frozenset[int]) -> None:
        super().__init__(vocabulary)
        self.varying = varying
        self.steady: dict[str, Tree] = {}

    def _constant(self, tree: Tree) -> str | None:
        if tree.op == "number" or self.vocabulary.reads(tree) & self.varying:
            return None
        name = text(tree)
        self.steady.setdefault(name, tree)
        return f"c[{list(self.steady).index(name)}]"

    def value(self, tree: Tree) -> str:
        return self._constant(tree) or super().value(tree)

    def truth(self, tree: Tree) -> str:
        constant = self._constant(tree)
        return f"({constant}!=0)" if constant else super().truth(tree)


def halves(vocabulary: Vocabulary, texts: Sequence[str], varying: frozenset[int]) -> tuple[Numbers, Rest]:
    """(steady, rest): `rest(v, steady(v))` is the expressions' values; `steady` holds while only `varying` changes."""
    code = _Halves(vocabulary, varying)
    values = [code.value(parse(one)) for one in texts]
    rest = build.function("rest", "v,c", [*code.lines, f"return ({''.join(f'1.0*{value},' for value in values)})"])
    first = Code(vocabulary)
    parts = [first.value(tree) for tree in code.steady.values()]
    steady = build.function("steady", "v", [*first.lines, f"return ({''.join(f'1.0*{part},' for part in parts)})"])
    return steady, rest


class Judge(NamedTuple):
    """Whoever weighs the criteria: a weight for each, and (condition, points) of his taste."""

    weights: tuple[float, ...]
    taste: tuple[tuple[str, float], ...]


class Column(NamedTuple):
    """Criteria that are read together, what each setting adds to them, and who judges them."""

    criteria: tuple[str, ...]
    added: tuple[tuple[float, ...], ...]
    judges: tuple[Judge, ...]


def judged(
    vocabulary: Vocabulary, settings: Sequence[Mapping[int, int]], columns: Sequence[Column], most: float
) -> Numbers:
    """For every setting of some registers (thousandths) and every judge of a column: criteria bounded and weighed."""
    folder = _Folder(vocabulary, settings)
    formulas = [[parse(text) for text in column.criteria] for column in columns]
    tastes = [[[(parse(when), points) for when, points in judge.taste] for judge in one.judges] for one in columns]
    lines: list[str] = []
    out: list[str] = []
    for number, setting in enumerate(settings):
        folder.know(setting)
        for place, column in enumerate(columns):
            names = []
            for criterion, formula in enumerate(formulas[place]):
                name = f"x{place}_{criterion}"
                value = folder.code(folder.fold(formula), lines)
                lines.append(f"{name}={value}+{column.added[number][criterion]!r}")
                lines.append(f"{name}=0.0 if {name}<0.0 else {most!r} if {name}>{most!r} else {name}")
                names.append(name)
            for judge, taste in zip(column.judges, tastes[place], strict=True):
                parts = [f"{weight!r}*{name}" for weight, name in zip(judge.weights, names, strict=True)]
                for condition, points in taste:
                    tree = folder.fold(condition)
                    if tree.op != "number":
                        parts.append(f"({points!r} if {folder.code(tree, lines)} else 0.0)")
                    elif tree.value:
                        parts.append(repr(points))
                name = f"y{len(out)}"
                lines.append(f"{name}={'+'.join(parts)}")
                out.append(name)
    return build.function("judged", "v", [*lines, f"return ({''.join(f'{name},' for name in out)})"])  # type: ignore[no-any-return]


class _Folder:
    """Trees with some registers known: what can be worked out now is, the rest is written once and shared.

    Equal folded trees are one and the same tree, so what has been seen is found by identity.
    """

    def __init__(self, vocabulary: Vocabulary, settings: Sequence[Mapping[int, int]]) -> None:
        self.vocabulary = vocabulary
        self.known = frozenset(at for setting in settings for at in setting)
        self.plain = Code(vocabulary)
        self.setting: Mapping[int, int] = {}
        self.locals: dict[int, str] = {}
        self._nodes: dict[tuple[str, str, str, tuple[int, ...]], Tree] = {}
        self._steady: dict[int, Tree | None] = {}
        """By tree as written: the one tree equal to it where it reads nothing that is known, else None."""
        self._folded: dict[int, Tree] = {}
        """By tree as written, for this setting."""

    def know(self, setting: Mapping[int, int]) -> None:
        """From here on the registers have these values."""
        self.setting = setting
        self._folded = {}

    def fold(self, tree: Tree) -> Tree:
        """The tree with what is known worked out; `tree` must outlive the folder."""
        found = self._folded.get(id(tree))
        if found is None:
            found = self._folded[id(tree)] = self._one(tree)
        return found

    def _node(self, op: str, parts: tuple[Tree, ...] = (), value: float = 0.0, name: str = "") -> Tree:
        key = (op, repr(value), name, tuple([id(part) for part in parts]))  # (-0.0 equals 0.0, but is another number)
        if key not in self._nodes:
            self._nodes[key] = Tree(op, parts, value, name)
        return self._nodes[key]

    def _untouched(self, tree: Tree) -> Tree | None:
        if id(tree) not in self._steady:
            self._steady[id(tree)] = self._as_written(tree)
        return self._steady[id(tree)]

    def _as_written(self, tree: Tree) -> Tree | None:
        if tree.op == "name" and self.vocabulary.reads(tree) & self.known:
            return None
        parts = []
        for part in tree.parts:
            found = self._untouched(part)
            if found is None:
                return None
            parts.append(found)
        return self._node(tree.op, tuple(parts), tree.value, tree.name)

    def _one(self, tree: Tree) -> Tree:
        steady = self._untouched(tree)
        if steady is not None:
            return steady
        if tree.op == "name":
            if tree.name in self.vocabulary.lets:
                return self.fold(self.vocabulary.lets[tree.name])
            at = self.vocabulary.index[tree.name]
            return self._number(self.setting[at] * 0.001) if at in self.setting else self._node("name", name=tree.name)
        parts = tuple([self.fold(part) for part in tree.parts])
        if tree.op == "pick" and parts[0].op == "number":
            return parts[1 + min(max(int(parts[0].value), 0), len(parts) - 2)]
        if tree.op == "*" and any(part.op == "number" and part.value == 0.0 for part in parts):
            return self._number(0.0)
        if tree.op in ("+", "-") and parts[1].op == "number" and parts[1].value == 0.0:
            return parts[0]
        if tree.op == "*" and parts[1].op == "number" and parts[1].value == 1.0:
            return parts[0]
        if all(part.op == "number" for part in parts):
            return self._number(_worked(tree.op, [part.value for part in parts]))
        return self._node(tree.op, parts)

    def _number(self, value: float) -> Tree:
        return self._node("number", value=value)

    def code(self, tree: Tree, lines: list[str]) -> str:
        """Source of a folded tree; a part that reads the vector alone is worked out once."""
        if tree.op == "number":
            return repr(tree.value)
        name = self.locals.get(id(tree))
        if name is None:
            before = len(self.plain.lines)
            value = self._plain(tree, lines)
            lines += self.plain.lines[before:]
            name = self.locals[id(tree)] = f"s{len(self.locals)}"
            lines.append(f"{name}={value}")
        return name

    def _plain(self, tree: Tree, lines: list[str]) -> str:
        if tree.op in ("+", "-", "*"):
            return f"({self.code(tree.parts[0], lines)}{tree.op}{self.code(tree.parts[1], lines)})"
        return self.plain.value(tree)


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


def hazard(
    vocabulary: Vocabulary, incidents: Sequence[tuple[str, str, str, int]], holds: Sequence[str], war: float,
    alerts: tuple[int, int], lesser: float,
) -> Callable[[Vector], float]:  # fmt: skip
    """About the chance that half a day ends in general war, with a share `lesser` of whatever else outruns control.

    The rows are those of `compile.days`. Small chances are added where the game multiplies; it is much quicker.
    """
    code = Code(vocabulary)
    rows = [
        (code.value(parse(chance)), code.value(parse(outruns)), code.value(parse(general or "0")), holder)
        for chance, outruns, general, holder in incidents
    ]
    hold = [code.value(parse(one)) for one in holds]
    lines = [
        *code.lines,
        f"f0=1.0-{hold[0]}",
        f"f1=1.0-{hold[1]}",
        f"fh=f1 if v[{alerts[1]}]>v[{alerts[0]}] else f0",
        "t=0.0",
    ]
    for chance, outruns, general, holder in rows:
        fails = {0: "f0", 1: "f1", -1: "fh"}.get(holder)
        end = repr(war) if fails is None else f"{fails}*({war!r}+{1.0 - war!r}*{general})"
        lines.append(f"t+={chance}*{outruns}*({lesser!r}+{1.0 - lesser!r}*{end})")
    lines.append("return t*.5 if t>0.0 else 0.0")
    return build.function("hazard", "v", lines)  # type: ignore[no-any-return]
