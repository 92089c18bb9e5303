"""Half a day as generated code: drift in place, and the chances of what nobody ordered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from game.engine.code import Code
from game.engine.compile import Vector, always, function
from game.engine.expression import Vocabulary, parse
from game.engine.tables import Drift, Floor, Register

Drifting = Callable[[list[int]], None]
Passing = Callable[[Vector, Sequence[int]], tuple[float, list[tuple[int, bool]]]]
"""The vector and a draw of 64 bits an incident; the chance of no general war, and what happened: (incident, outran)."""

ROOM = float(1 << 53)
"""Draws are the upper 53 of 64 bits."""


def step(
    vocabulary: Vocabulary,
    registers: Sequence[Register],
    drifts: Sequence[Drift],
    floors: Sequence[Floor],
    shares: dict[int, tuple[int, int]],
) -> Drifting:
    """Half a day of drift, in place: all rates are read first, then applied, then floors hold."""
    code = Code(vocabulary)
    rates, moves = [], []
    for number, drift in enumerate(drifts):
        rate, at = parse(drift.rate), vocabulary.index[drift.dial]
        when = parse(drift.when) if drift.when else None
        if when is not None and always(when):
            when = None
        if rate.op == "number" and when is None:
            moves += _moved(registers[at], at, f"{int((rate.value * 500.0 + 0.5) // 1)}", "", shares.get(at))
            continue
        value = code.value(rate)
        rates.append(f"r{number}={value}" + (f" if {code.test(when)} else 0.0" if when else ""))
        moves += _moved(registers[at], at, f"floor(r{number}*500.0+.5)", f"r{number}", shares.get(at))
    lines = [*code.lines, *rates, *moves]
    for floor in floors:
        lines += _floor(Code(vocabulary), vocabulary.index[floor.dial], floor.floor, registers)
    return function("step", "v", [*lines, "return None"])  # type: ignore[no-any-return]


def _moved(register: Register, at: int, by: str, where: str, shares: tuple[int, int] | None) -> list[str]:
    """Lines that move a dial by some thousandths, `where` its rate is not nothing; a fall is taken from every share."""
    low, high = register.low, register.high
    lines = [f"x=v[{at}]", f"n=x+{by}", f"v[{at}]=n={low} if n<{low} else {high} if n>{high} else n"]
    if shares:
        one, two = shares
        lines += ["if n<x:", f"    v[{one}]=v[{one}]*n//x", f"    v[{two}]=v[{two}]*n//x"]
    return [f"if {where}:", *(f"    {line}" for line in lines)] if where else lines


def _floor(code: Code, at: int, text: str, registers: Sequence[Register]) -> list[str]:
    tree = parse(text)
    value = code.value(tree)
    whole = f"int({value}*1000.0+.5)"
    if tree.op == "name" and tree.name in code.vocabulary.index:
        register = code.vocabulary.index[tree.name]
        if registers[register].low >= 0:
            whole = f"v[{register}]"
    return [*code.lines, f"f={whole}", f"if v[{at}]<f: v[{at}]=f"]


class Row(NamedTuple):
    """One incident as expressions; its holder is a seat, -1 for the higher alert, -2 where nobody is asked."""

    chance: str
    outruns: str
    general: str
    holder: int


class Days:
    """The source that all hazard functions share: chances in order, each written once, zero chances passed over."""

    def __init__(
        self, vocabulary: Vocabulary, rows: Sequence[Row], holds: Sequence[str], war: float, alerts: tuple[int, int]
    ) -> None:
        code = Code(vocabulary)
        self.war = war
        self.rows = [
            (
                code.value(parse(row.chance)),
                code.value(parse(row.outruns)),
                code.value(parse(row.general or "0")),
                row.holder,
            )
            for row in rows
        ]
        hold = [code.value(parse(text)) for text in holds]
        self.head = [*code.lines]
        for seat in range(2):
            self.head += [f"f{seat}={hold[seat]}", f"f{seat}=1.0-{_bounded(f'f{seat}')}"]
        self.head.append(f"fh=f1 if v[{alerts[1]}]>v[{alerts[0]}] else f0")
        self.general: dict[str, str] = {}
        often = Counter(general for _, _, general, holder in self.rows if holder != -2)
        for general, count in often.items():
            if count > 1:
                name = self.general[general] = f"g{len(self.general)}"
                self.head += [f"{name}=1.0*{general}", f"{name}={_bounded(name)}", f"e{name}={self._end(name)}"]

    def odds(self) -> Callable[[Vector], tuple[float, ...]]:
        """(happens, runs) for each incident, then the chances of quiet, of control kept, of no general war."""
        lines = [*self.head, "quiet=kept=alive=1.0"]
        for number in range(len(self.rows)):
            kept = f"h{number}=h;o{number}=o"
            lines += self._incident(number, ["quiet*=1.0-h", "kept*=1.0-r"], kept, f"h{number}=o{number}=0.0")
        pairs = "".join(f"h{number},o{number}," for number in range(len(self.rows)))
        return function("odds", "v", [*lines, f"return ({pairs}quiet,kept,alive)"])  # type: ignore[no-any-return]

    def chances(self) -> Callable[[Vector], tuple[float, float, float]]:
        """The chances of quiet, of control kept, of no general war."""
        lines = [*self.head, "quiet=kept=alive=1.0"]
        for number in range(len(self.rows)):
            lines += self._incident(number, ["quiet*=1.0-h", "kept*=1.0-r"], "", "")
        return function("chances", "v", [*lines, "return (quiet,kept,alive)"])  # type: ignore[no-any-return]

    def passing(self) -> Passing:
        """What half a day brings, given its draws."""
        lines = [*self.head, "alive=1.0", "hits=[]"]
        for number in range(len(self.rows)):
            happened = f"if (d:=draws[{number}]>>11)<h*{ROOM!r}: hits.append(({number},d<r*{ROOM!r}))"
            lines += self._incident(number, [happened], "", "")
        return function("passing", "v,draws", [*lines, "return alive,hits"])  # type: ignore[no-any-return]

    def _incident(self, number: int, body: list[str], after: str, otherwise: str) -> list[str]:
        """Lines for one incident; a chance of nothing changes no product, so it is passed over."""
        chance, outruns, general, holder = self.rows[number]
        inner = ["if h>1.0: h=1.0", f"o=1.0*{outruns}", f"o={_bounded('o')}", "r=h*o", *body]
        fails = {0: "f0", 1: "f1", -1: "fh"}.get(holder)
        if fails is None:
            inner.append(f"alive*=1.0-r*{self.war!r}")
        else:
            name = self.general.get(general)
            if name is None:
                inner += [f"g=1.0*{general}", f"g={_bounded('g')}"]
            inner.append(f"alive*=1.0-r*{fails}*{f'e{name}' if name else self._end('g')}")
        if after:
            inner.append(after)
        lines = [f"h={chance}*.5", "if h>0.0:", *(f"    {line}" for line in inner)]
        return [*lines, "else:", f"    {otherwise}"] if otherwise else lines

    def _end(self, general: str) -> str:
        """The chance that a failed last decision ends in general war, at once or by way of the war phase."""
        return f"({general}+(1.0-{general})*{self.war!r})"


def _bounded(name: str) -> str:
    """A chance brought between 0 and 1."""
    return f"(0.0 if {name}<0.0 else 1.0 if {name}>1.0 else {name})"
