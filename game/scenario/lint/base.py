"""What a check is, and what it may look at."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product
from math import prod
from typing import TYPE_CHECKING

from game.engine.expression import Interval, Tree, Vocabulary, interval, names
from game.scenario.content import factual
from game.scenario.names import Names
from game.scenario.problems import Problem, nearest
from game.scenario.resolve import Resolver
from game.scenario.resolve.expressions import Reading
from game.scenario.shape.whole import Scenario
from game.scenario.source import Path

if TYPE_CHECKING:
    from game.scenario.load import Compilation

MOST_TRIED = 200
ANY, WHOLE, SOUND = 0, 1, 2
"""What a check needs: any parts that fit; nothing left out as malformed; every name resolved as well."""


@dataclass
class Ground:
    """A compiled scenario as the checks see it."""

    compilation: Compilation
    scenario: Scenario
    resolver: Resolver
    problems: list[Problem] = field(default_factory=list)

    @property
    def names(self) -> Names:
        return self.resolver.names

    @property
    def readings(self) -> list[Reading]:
        return self.resolver.readings

    def say(self, severity: str, path: Path, sentence: str, close: str = "", key: bool = False) -> None:
        self.problems.append(Problem(*self.resolver.document.spot(path, key), severity, sentence, close))

    def error(self, path: Path, sentence: str, close: str = "", key: bool = False) -> None:
        self.say("error", path, sentence, close, key)

    def warn(self, path: Path, sentence: str, close: str = "", key: bool = False) -> None:
        self.say("warning", path, sentence, close, key)

    def note(self, path: Path, sentence: str, close: str = "", key: bool = False) -> None:
        self.say("note", path, sentence, close, key)

    def cited(self, key: str, known: Collection[str], sentence: str) -> None:
        """Every name that a factual thing cites under `key` is known; `sentence` says that it is not."""
        for _, path, item in factual(self.scenario):
            for place, name in enumerate(getattr(item, key)):
                if name not in known and name not in self.names.dropped:
                    self.error((*path, key, place), f"{sentence} `{name}`", nearest(name, known))

    # -- what expressions read ----------------------------------------------------------------------------------

    @cached_property
    def vocabulary(self) -> Vocabulary:
        index = {name: number for number, name in enumerate(self.names.registers)}
        return Vocabulary(index, self.names.trees)

    @cached_property
    def lows(self) -> tuple[int, ...]:
        return tuple(self.names.limits(name)[0] for name in self.names.registers)

    @cached_property
    def highs(self) -> tuple[int, ...]:
        return tuple(self.names.limits(name)[1] for name in self.names.registers)

    @cached_property
    def _registers(self) -> tuple[str, ...]:
        return tuple(self.names.registers)

    def reads(self, tree: Tree) -> list[str]:
        """Registers that a tree depends on, through lets too, in a fixed order."""
        return [self._registers[number] for number in sorted(self.vocabulary.reads(tree))]

    def range(self, tree: Tree, between: dict[str, tuple[int, int]] | None = None) -> Interval:
        """The values a tree can take over all bounds, some of them narrowed."""
        lows, highs = self.lows, self.highs
        if between:
            low_list, high_list = list(lows), list(highs)
            for name, (low, high) in between.items():
                at = self.vocabulary.index[name]
                low_list[at], high_list[at] = low, high
            lows, highs = tuple(low_list), tuple(high_list)
        return interval(tree, self.vocabulary)(lows, highs)

    def values(self, tree: Tree) -> Interval:
        """The range of a tree, tried number by number where it reads only a few whole numbers."""
        if tree.op in ("name", "number"):
            return self.range(tree)
        read = self.reads(tree)
        spans = [range(self.names.limits(name)[0], self.names.limits(name)[1] + 1, 1000) for name in read]
        if prod(len(span) for span in spans) > MOST_TRIED:
            return self.range(tree)
        found = [
            self.range(tree, {name: (value, value) for name, value in zip(read, values, strict=True)})
            for values in product(*spans)
        ]
        return min(low for low, _ in found), max(high for _, high in found)

    @cached_property
    def directly_read(self) -> frozenset[str]:
        """Every register and let that stands in some expression."""
        return frozenset(name for reading in self.readings for name, _ in names(reading.tree))

    def trees(self, *roles: str) -> Iterator[Reading]:
        """Expressions with one of these roles."""
        return (reading for reading in self.readings if reading.role in roles)


Check = Callable[[Ground], None]
CHECKS: list[tuple[str, int, Check]] = []


def check(needs: int) -> Callable[[Check], Check]:
    """Enter a check in the registry, with what it needs."""

    def enter(function: Check) -> Check:
        CHECKS.append((function.__module__.rpartition(".")[2], needs, function))
        return function

    return enter


def plain(amount: float) -> str:
    """A number for a sentence: as many places as say something."""
    return f"{amount:.3f}".rstrip("0").rstrip(".") or "0"
