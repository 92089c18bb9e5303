"""A small order: its effects, and what follows from them by slopes, drift and danger, as one generated function.

Most small orders touch one or two registers. Half a day's drift and the danger are worked out again only where they
read those, so that a dozen such orders cost no more than one headline.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from game.engine import compile as build
from game.engine.code import Code
from game.engine.compile import Vector
from game.engine.expression import Tree, parse
from game.opponent.once import once

if TYPE_CHECKING:
    from game.opponent.prepared import Prepared

Simple = tuple[tuple[bool, int, int, int, int], ...]
"""Effects as (moves, register, amount, low, high): what a mind reckons with; the rest is left to the game."""

Quick = Callable[
    [Vector, int, Sequence[float], Sequence[float], int, Sequence[int], Sequence[float]],
    "tuple[float, float | None] | None",
]
"""The vector, the level that is set, slopes, weights of squares, half-days for which the order stands, half a day's
drift of every drifting dial without it, the parts of the danger. Gives the points it brings and the danger after it,
or None for a danger that stays what it was; nothing but None where an end that comes of itself draws near, so that
all must be reckoned."""


class Measure:
    """Effects of a small order of one seat, and the register that it sets to a level, or -1."""

    def __init__(self, made: Prepared, seat: int, ops: Simple, level: int = -1) -> None:
        self.made, self.seat, self.ops, self.level = made, seat, ops, level
        self.touched = frozenset((*(at for _, at, _, _, _ in ops), *((level,) if level >= 0 else ())))

        self.danger = made.change(self.touched)

    @once
    def quick(self) -> Quick:
        """What the order brings, as one function."""
        touched = sorted(self.touched)
        after = [*self._lasting(), *self.made.danger.again(self.touched)]
        lines = [
            *(f"n{at}=v[{at}]" for at in touched),
            *self._effects(),
            f"c={_total(f's[{at}]*(n{at}-v[{at}])' for at in touched)}",
            *self._squares(),
            *(re.sub(r"v\[(\d+)\]", self._changed, line) for line in after),
            "return c,t",
        ]
        return build.function("quick", "v,l,s,q,k,d,b", lines)  # type: ignore[no-any-return]

    def _changed(self, register: re.Match[str]) -> str:
        return f"n{register[1]}" if int(register[1]) in self.touched else register[0]

    def _effects(self) -> list[str]:
        lines = []
        for moves, at, amount, low, high in self.ops:
            if moves:
                lines += [f"n=n{at}+{amount}", f"n{at}={low} if n<{low} else {high} if n>{high} else n"]
            else:
                lines.append(f"n{at}={min(max(amount, low), high)}")
        return [*lines, f"n{self.level}=l"] if self.level >= 0 else lines

    def _squares(self) -> list[str]:
        """Where worth is not linear, near the ends that come of themselves."""
        lines = []
        for place, (at, start, scale) in enumerate(self.made.bent[self.seat]):
            if at in self.touched:
                lines += [
                    f"x=2.0*(n{at}-{start})*{scale!r}",
                    f"y=2.0*(v[{at}]-{start})*{scale!r}",
                    f"c+=q[{place}]*(x*x-y*y)",
                ]
        return lines

    def _lasting(self) -> list[str]:
        """The change in half a day's drift, over the half-days for which the order stands."""
        made, reads = self.made, self.made.rulebook.vocabulary.reads
        rulebook, touched = made.rulebook, self.touched
        index = rulebook.vocabulary.index
        drifts = [(index[one.dial], parse(one.rate), parse(one.when or "1")) for one in rulebook.tables.drift]
        floors = [(index[one.dial], parse(one.floor)) for one in rulebook.tables.floors]
        moved = [
            at
            for at in made.drifting
            if at in touched
            or any((reads(rate) | reads(when)) & touched for dial, rate, when in drifts if dial == at)
            or any(reads(tree) & (touched | made.dials) for dial, tree in floors if dial == at)
        ]
        code = Code(rulebook.vocabulary)
        lines: list[str] = []
        for at in moved:
            lines.append(f"m{at}=v[{at}]")
            for dial, rate, when in drifts:
                if dial == at:
                    lines += self._drift(code, at, rate, when)
        for at, tree in floors:
            if at in moved:
                value = re.sub(r"v\[(\d+)\]", lambda one: self._later(int(one[1]), moved), code.value(tree))
                lines += [f"f=int({value}*1000.0+.5)", f"if m{at}<f: m{at}=f"]
        for brink in made.brinks:
            if any(at in moved or at in touched for at, _, _, _ in brink.limits):
                far = [
                    f"{sign}*({self._later(at, moved)}-{limit})*{scale!r}>=1.0"
                    for at, sign, limit, scale in brink.limits
                ]
                lines.append(f"if not ({' or '.join(far)}): return None")
        if moved:
            change = _total(f"s[{at}]*(m{at}-v[{at}]-d[{made.drifting.index(at)}])" for at in moved)
            lines.append(f"c+=k*({change})")
        return ["if k:", *(f"    {line}" for line in (*code.lines, *lines))] if lines else []

    def _later(self, at: int, moved: Sequence[int]) -> str:
        """Source of a register half a day later."""
        if at in moved:
            return f"m{at}"
        return f"(v[{at}]+d[{self.made.drifting.index(at)}])" if at in self.made.drifting else f"v[{at}]"

    def _drift(self, code: Code, at: int, rate: Tree, when: Tree) -> list[str]:
        """Lines that let a dial drift, as the game does it."""
        low, high = self.made.rulebook.lows[at], self.made.rulebook.highs[at]
        moves = [
            f"n=m{at}+int(({code.value(rate)}*500.0+.5)//1)",
            f"m{at}={low} if n<{low} else {high} if n>{high} else n",
        ]
        if when.op == "number" and when.value:
            return moves
        return [f"if {code.test(when)}:", *(f"    {line}" for line in moves)]


def _total(terms: Iterable[str]) -> str:
    return "+".join(terms) or "0.0"
