"""Expressions in two halves: what does not depend on some registers, worked out once, and what does, worked out often.

A mind that weighs thirty agreements in one position needs the position's part of each formula only once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.engine import compile as build
from game.engine.compile import Numbers, Vector
from game.engine.expression import Code, Tree, Vocabulary, parse, text

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
    """(steady, rest) with `rest(v, steady(v))` equal to the expressions' values, and equal while only `varying` changes."""
    code = _Halves(vocabulary, varying)
    values = [code.value(parse(one)) for one in texts]
    rest = build.function("rest", "v,c", [*code.lines, f"return ({''.join(f'1.0*{value},' for value in values)})"])
    first = Code(vocabulary)
    parts = [first.value(tree) for tree in code.steady.values()]
    steady = build.function("steady", "v", [*first.lines, f"return ({''.join(f'1.0*{part},' for part in parts)})"])
    return steady, rest
