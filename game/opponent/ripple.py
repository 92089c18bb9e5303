"""How far a small change reaches: half a day's drift and the danger, worked out again only where they read it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from game.engine import compile as build
from game.engine.code import Code
from game.engine.compile import Vector
from game.engine.expression import Tree, parse

if TYPE_CHECKING:
    from game.opponent.prepared import Prepared

Lasting = Callable[[Vector, Sequence[int], Sequence[float]], "float | None"]
"""The changed vector, half a day's drift of every drifting dial without the change, slopes: points the change makes to
that drift; None where an end that comes of itself draws near, so that all must be reckoned."""


class Ripple:
    """What follows from a change of the registers `touched`; the code is written when it is first asked for."""

    def __init__(self, made: Prepared, touched: frozenset[int]) -> None:
        self.made, self.touched = made, touched
        self.danger = made.danger.changed(touched)
        """The danger after the change, or None where it stays what it was."""
        self._lasting: Lasting | None = None

    @property
    def lasting(self) -> Lasting:
        if self._lasting is None:
            self._lasting = _lasting(self.made, self.touched)
        return self._lasting


def _lasting(made: Prepared, touched: frozenset[int]) -> Lasting:
    rulebook = made.rulebook
    vocabulary, tables = rulebook.vocabulary, rulebook.tables
    drifts = [(vocabulary.index[one.dial], parse(one.rate), parse(one.when) if one.when else None) for one in tables.drift]
    floors = [(vocabulary.index[one.dial], parse(one.floor)) for one in tables.floors]
    drifting = frozenset(at for at, _, _ in drifts)
    if any(vocabulary.reads(tree) & drifting or at not in drifting for at, tree in floors):
        return lambda v, plain, s: None
    moved = [
        at for at in made.drifting
        if at in touched
        or any(_reads(made, *trees) & touched for dial, *trees in drifts if dial == at)
        or any(vocabulary.reads(tree) & touched for dial, tree in floors if dial == at)
    ]  # fmt: skip
    code = Code(vocabulary)
    lines: list[str] = []
    for at in moved:
        lines += [f"n{at}=v[{at}]"]
        for number, (dial, rate, when) in enumerate(drifts):
            if dial == at:
                lines += _moved(code, number, at, rate, when, rulebook.lows[at], rulebook.highs[at])
        for dial, tree in floors:
            if dial == at:
                lines += [f"f=int({code.value(tree)}*1000.0+.5)", f"if n{at}<f: n{at}=f"]
    for brink in made.brinks:
        dials = [at for at, _, _, _ in brink.limits]
        if any(at in moved or at in touched for at in dials):
            far = [
                f"{sign}*({_later(made, at, moved)}-{limit})*{scale!r}>=1.0" for at, sign, limit, scale in brink.limits
            ]
            lines.append(f"if not ({' or '.join(far)}): return None")
    change = "+".join(f"s[{at}]*(n{at}-v[{at}]-d[{made.drifting.index(at)}])" for at in moved) or "0.0"
    return build.function("lasting", "v,d,s", [*code.lines, *lines, f"return {change}"])  # type: ignore[no-any-return]


def _reads(made: Prepared, rate: Tree, when: Tree | None) -> frozenset[int]:
    reads = made.rulebook.vocabulary.reads
    return reads(rate) | (reads(when) if when is not None else frozenset())


def _later(made: Prepared, at: int, moved: Sequence[int]) -> str:
    """Source of a dial's value half a day later."""
    if at in moved:
        return f"n{at}"
    return f"(v[{at}]+d[{made.drifting.index(at)}])" if at in made.drifting else f"v[{at}]"


def _moved(code: Code, number: int, at: int, rate: Tree, when: Tree | None, low: int, high: int) -> list[str]:
    """Lines that let a dial drift, as the game does it."""
    held = f"n{at}={low} if n{at}<{low} else {high} if n{at}>{high} else n{at}"
    value = code.value(rate)
    moves = [f"r={value}", f"n{at}+=int((r*500.0+.5)//1)", held]
    if when is None:
        return moves
    return [f"if {code.test(when)}:", *(f"    {line}" for line in moves)]
