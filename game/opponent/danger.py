"""About the chance that half a day ends in war beyond control, with a share of the lesser wars."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.engine import compile as build
from game.engine.compile import Vector
from game.engine.expression import Tree
from game.engine.rulebook import Rulebook
from game.engine.weave import Folder, Weave
from game.opponent.once import once

RUN_AWAY = 0.35
"""Ours: share of lost controls short of general war that are reckoned as war."""
MOST = 0.9
BOUNDED = f"(t*.5 if t*.5<{MOST!r} else {MOST!r}) if t>0.0 else 0.0"
"""The chance in half a day, from a day's sum `t`."""

Whole = Callable[[Vector], float]
Parts = Callable[[Vector], tuple[float, ...]]
"""Every factor, then what every incident adds, last the chance."""


class Danger:
    """The chance as a whole, in its parts, and again after a change: only the factors that the change reaches.

    Every incident adds a product: it happens, it outruns control, it ends in war. Small chances are added where the
    game multiplies, which is much quicker.
    """

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self._folder = Folder(rulebook.vocabulary)
        self._rows = [self._product(number) for number in range(len(rulebook.tables.incidents))]
        """By incident: a constant, and the factors beside it."""
        self._factors = list(dict.fromkeys(factor for _, factors in self._rows for factor in factors))
        self._place = {id(factor): place for place, factor in enumerate(self._factors)}
        weave = Weave(rulebook.vocabulary, self._factors)
        lines: list[str] = []
        total = "+".join(self._source(number, weave, lines) for number in range(len(self._rows))) or "0.0"
        self.whole: Whole = build.function("danger", "v", [*lines, f"t={total}", f"return {BOUNDED}"])
        self.parts: Parts = self._parts()

    def again(self, touched: frozenset[int]) -> list[str]:
        """Lines that give `t`, the chance after a change of these registers, from the parts `b` before; None where it
        depends on none of them."""
        changed = [factor for factor in self._factors if self.rulebook.vocabulary.reads(factor) & touched]
        if not changed:
            return ["t=None"]
        weave = Weave(self.rulebook.vocabulary, changed)
        for place, factor in enumerate(self._factors):
            if factor not in changed:
                weave.rename(factor, f"b[{place}]")
        lines: list[str] = []
        terms = [
            self._source(number, weave, lines)
            if any(factor in changed for factor in factors)
            else f"b[{len(self._factors) + number}]"
            for number, (_, factors) in enumerate(self._rows)
        ]
        return [*lines, f"t={'+'.join(terms)}", f"t={BOUNDED}"]

    def _parts(self) -> Parts:
        weave = Weave(self.rulebook.vocabulary, self._factors)
        lines: list[str] = []
        for place, factor in enumerate(self._factors):
            lines.append(f"b{place}={weave.source(factor, lines)}")
            weave.rename(factor, f"b{place}")
        rows = [self._source(number, weave, lines) for number in range(len(self._rows))]
        lines += [f"p{number}={row}" for number, row in enumerate(rows)]
        lines.append(f"t={'+'.join(f'p{number}' for number in range(len(rows))) or '0.0'}")
        names = [*(f"b{place}" for place in range(len(self._factors))), *(f"p{number}" for number in range(len(rows)))]
        return build.function("parts", "v", [*lines, f"return ({''.join(f'{name},' for name in names)}{BOUNDED},)"])  # type: ignore[no-any-return]

    def _source(self, number: int, weave: Weave, lines: list[str]) -> str:
        """Source of what an incident adds."""
        constant, factors = self._rows[number]
        return "*".join([repr(constant), *(weave.source(factor, lines) for factor in factors)])

    def _product(self, number: int) -> tuple[float, tuple[Tree, ...]]:
        one, read = self.rulebook.tables.incidents[number], self._folder.read
        constant, factors = 1.0, []
        left = [read(one.chance), read(one.outruns), self._end(number)]
        while left:
            tree = self._folder.fold(left.pop(0), {})
            if tree.op == "*":
                left = [*tree.parts, *left]
            elif tree.op == "number":
                constant *= tree.value
            else:
                factors.append(tree)
        return constant, tuple(factors)

    def _end(self, number: int) -> Tree:
        """How far losing control of an incident counts as war."""
        one, last, make = self.rulebook.tables.incidents[number], self.rulebook.tables.last, self._folder.make
        war = make("number", value=self.rulebook.hazards.war)
        if not one.direct:
            holds = [self._folder.read(text) for text in last.hold]
            hold = holds[one.holder]
            if one.holder < 0:
                first, second = (make("name", name=name) for name in last.alerts)
                hold = make("pick", make(">", second, first), *holds)
            fails = make("-", make("number", value=1.0), hold)
            rest = make("number", value=1.0 - self.rulebook.hazards.war)
            general = self._folder.read(one.general or "0")
            war = make("*", fails, make("+", war, make("*", rest, general)))
        lesser, more = make("number", value=RUN_AWAY), make("number", value=1.0 - RUN_AWAY)
        return make("+", lesser, make("*", more, war))


class Change:
    """A change of some registers; its code is written when it is first asked for."""

    def __init__(self, danger: Danger, touched: frozenset[int]) -> None:
        self._danger, self._touched = danger, touched

    @once
    def after(self) -> Callable[[Vector, Sequence[float]], float]:
        """The danger after the change: the vector then, the parts before."""
        lines = self._danger.again(self._touched)
        return build.function("after", "v,b", [*lines, "return t"])  # type: ignore[no-any-return]
