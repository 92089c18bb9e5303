"""About the chance that half a day ends in war beyond control, with a share of the lesser wars."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from game.engine import compile as build
from game.engine.compile import Vector
from game.engine.expression import Tree
from game.engine.rulebook import Rulebook
from game.engine.weave import Folder, Weave

RUN_AWAY = 0.35
"""Ours: share of lost controls short of general war that are reckoned as war."""
MOST = 0.9

Whole = Callable[[Vector], float]
Parts = Callable[[Vector], tuple[float, ...]]
"""What every incident adds, and last their sum."""
BOUNDED = f"(t*.5 if t*.5<{MOST!r} else {MOST!r}) if t>0.0 else 0.0"
"""The chance in half a day, from a day's sum `t`."""


class Danger:
    """The chance as a whole, in its parts, and again after a change: only the parts that the change reaches.

    Small chances are added where the game multiplies: it is much quicker.
    """

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        folder = Folder(rulebook.vocabulary)
        last = rulebook.tables.last
        self._holds = tuple(folder.fold(folder.read(text), {}) for text in last.hold)
        self._alerts = rulebook.hazards.alerts
        self._incidents = [
            (folder.fold(folder.read(one.chance), {}), folder.fold(folder.read(one.outruns), {}),
             folder.fold(folder.read(one.general or "0"), {}), None if one.direct else one.holder)
            for one in rulebook.tables.incidents
        ]  # fmt: skip
        self._every = range(len(self._incidents))
        self.reads = tuple(self._read(number) for number in self._every)
        """By incident: the registers that its part depends on."""
        terms = "+".join(f"p{number}" for number in self._every) or "0.0"
        lines = [*self._terms(self._every), f"t={terms}", f"return {BOUNDED}"]
        self.whole: Whole = build.function("danger", "v", lines)
        names = "".join(f"p{number}," for number in self._every)
        self.parts: Parts = build.function("parts", "v", [*self._terms(self._every), f"return ({names}{terms})"])

    def summed(self, parts: Sequence[float]) -> float:
        """The chance that belongs to the parts."""
        total = parts[-1] * 0.5
        return 0.0 if total <= 0.0 else total if total < MOST else MOST

    def again(self, touched: frozenset[int]) -> list[str]:
        """Lines that give `t`, the chance after a change of these registers, from the parts `b` before; None where it
        depends on none of them."""
        reached = [number for number in self._every if self.reads[number] & touched]
        if not reached:
            return ["t=None"]
        if len(reached) == len(self._every):
            total = "+".join(f"p{number}" for number in reached)
        else:
            total = f"b[{len(self._every)}]" + "".join(f"+(p{number}-b[{number}])" for number in reached)
        return [*self._terms(reached), f"t={total}", f"t={BOUNDED}"]

    def _read(self, number: int) -> frozenset[int]:
        reads = self.rulebook.vocabulary.reads
        chance, outruns, general, holder = self._incidents[number]
        found = reads(chance) | reads(outruns)
        if holder is not None:
            found |= reads(general)
            for seat in range(2) if holder < 0 else (holder,):
                found |= reads(self._holds[seat])
            found |= frozenset(self._alerts) if holder < 0 else frozenset()
        return found

    def _terms(self, numbers: Iterable[int]) -> list[str]:
        """Lines that give `p0`, `p1`...: what these incidents add."""
        wanted = list(numbers)
        roots: list[Tree] = [tree for number in wanted for tree in self._incidents[number][:3]]
        holders = [self._incidents[number][3] for number in wanted]
        asked = [seat for seat in range(2) if seat in holders or -1 in holders]
        weave = Weave(self.rulebook.vocabulary, [*roots, *(self._holds[seat] for seat in asked)])
        lines: list[str] = []
        for seat in asked:
            lines.append(f"f{seat}=1.0-{weave.source(self._holds[seat], lines)}")
        if -1 in holders:
            one, two = self._alerts
            lines.append(f"fh=f1 if v[{two}]>v[{one}] else f0")
        war = self.rulebook.hazards.war
        ends: dict[str, str] = {}
        for number in wanted:
            chance, outruns, general, holder = self._incidents[number]
            end = repr(war)
            if holder is not None:
                hand = "fh" if holder < 0 else f"f{holder}"
                end = f"{hand}*({war!r}+{1.0 - war!r}*{weave.source(general, lines)})"
            if end not in ends:
                ends[end] = f"e{len(ends)}"
                lines.append(f"{ends[end]}={RUN_AWAY!r}+{1.0 - RUN_AWAY!r}*{end}")
            first = weave.source(chance, lines)
            second = weave.source(outruns, lines)
            lines.append(f"p{number}={first}*{second}*{ends[end]}")
        return lines
