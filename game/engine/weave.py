"""Trees of which some registers are known, and code in which whatever stands in several places is worked out once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from game.engine.code import LONGEST_LADDER, Code
from game.engine.expression import Tree, Vocabulary, parse

Setting = Mapping[int, int]
"""Registers that are known, in thousandths."""

OFTEN = 2
"""A register read more often is turned into units once."""


class Folder:
    """Trees with some registers known: what can be worked out is, lets are written out, equal trees are one object."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._one: dict[tuple[str, tuple[int, ...], float, str], Tree] = {}
        self._texts: dict[str, Tree] = {}
        self._lets = {name: self._single(tree) for name, tree in vocabulary.lets.items()}
        self._reads: dict[int, tuple[int, ...]] = {}
        self._done: dict[tuple[int, tuple[int | None, ...]], Tree] = {}

    def read(self, text: str) -> Tree:
        """The tree of a text, with nothing known."""
        if text not in self._texts:
            self._texts[text] = self._single(parse(text))
        return self._texts[text]

    def _single(self, tree: Tree) -> Tree:
        """The one object for this tree, wherever it stood."""
        return self._made(tree.op, tuple(self._single(part) for part in tree.parts), tree.value, tree.name)

    def make(self, op: str, *parts: Tree, value: float = 0.0, name: str = "") -> Tree:
        """A tree of parts that were read or made here."""
        return self._made(op, parts, value, name)

    def _made(self, op: str, parts: tuple[Tree, ...], value: float = 0.0, name: str = "") -> Tree:
        place = (op, tuple(id(part) for part in parts), value, name)
        if place not in self._one:
            self._one[place] = Tree(op, parts, value, name)
        return self._one[place]

    def fold(self, tree: Tree, setting: Setting) -> Tree:
        """What is left of a tree that was read here where some registers are known."""
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
                return self.fold(self._lets[tree.name], setting)
            at = self.vocabulary.index[tree.name]
            return self._number(setting[at] * 0.001) if at in setting else tree
        parts = tuple(self.fold(part, setting) for part in tree.parts)
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
        return left[0] if len(left) == 1 and left[0].op in TRUTHS else self._made(op, tuple(left))

    def _number(self, value: float) -> Tree:
        return self._made("number", (), value)


TRUTHS = frozenset({"and", "or", "not", "<", "<=", ">", ">=", "==", "!="})


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

    def rename(self, tree: Tree, name: str) -> None:
        """The source of a tree is this name, wherever it stands."""
        self._count[id(tree)] = OFTEN + 1
        self._names[id(tree)] = name

    def truth(self, tree: Tree) -> str:
        return f"({self._names[id(tree)]}!=0)" if id(tree) in self._names else super().truth(tree)

    def value(self, tree: Tree) -> str:
        shared = self._count[id(tree)] > (OFTEN if tree.op == "name" else 1)
        if tree.op == "number" or not shared:
            return super().value(tree)
        if id(tree) not in self._names:
            source = super().value(tree)
            self._names[id(tree)] = f"s{len(self._names)}"
            self.lines.append(f"{self._names[id(tree)]}={source}")
        return self._names[id(tree)]

    def _pick(self, tree: Tree) -> str:
        """As in any code, but a short table is told apart by comparisons whatever it is read by."""
        first, *table = tree.parts
        if not 2 < len(table) <= LONGEST_LADDER or self._register(first) or first.op in TRUTHS:
            return super()._pick(tree)
        *entries, last = (self.value(entry) for entry in table)
        start, again = self._named(self.value(first))
        steps = [f"{entry} if {again if at else start}<{at + 1} else " for at, entry in enumerate(entries)]
        return f"({''.join(steps)}{last})"


def parts_of(vocabulary: Vocabulary, tree: Tree, registers: frozenset[int]) -> Iterator[Tree]:
    """The largest parts of a tree that read some of these registers and no other."""
    reads = vocabulary.reads(tree)
    if reads and reads <= registers:
        yield tree
    elif reads & registers:
        for part in tree.parts:
            yield from parts_of(vocabulary, part, registers)


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
