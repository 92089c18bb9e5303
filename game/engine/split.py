"""Expressions worked out ahead, in two halves: a mind that weighs several agreements needs the position's half once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

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
