"""What a viewer sees, as generated code: the dials he sees exactly, and looks with a drawn error at the others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from game.engine.amount import milli
from game.engine.code import Code
from game.engine.compile import Vector, always, function
from game.engine.expression import Tree, Vocabulary, parse
from game.engine.knowledge import Estimate, Estimates
from game.engine.tables import Observation, Register

REACH = 1.39
"""Ours: stretches the triangular error so that about 92 in 100 looks hold the truth between low and high."""
AGEING = 8
"""Ours: an old look widens by one part in AGEING of the dial's range each turn."""
HALF_RANGE = float(1 << 32)
RUN = 3
"""Ours: from so many hidden registers in a row one slice is quicker than a store for each."""

Exact = Callable[[list[int], Vector], tuple[int, ...]]
Look = Callable[[Vector, Estimates, Sequence[int], int], tuple[Estimate, ...]]
"""The vector, the old looks or none, two draws of 32 bits a place, the turn."""


class Looks(NamedTuple):
    """How one viewer estimates: which registers, and the function that looks at all of them."""

    places: tuple[int, ...]
    look: Look


def exact(registers: Sequence[Register], viewer: int) -> Exact:
    """A function of the vector (which it uses up) and the one before it: zero where the viewer does not see."""
    hidden = [number for number, register in enumerate(registers) if register.sees[viewer] != "exact"]
    late = [
        number for number, register in enumerate(registers)
        if register.sees[viewer] == "exact" and register.late and viewer != register.owner
    ]  # fmt: skip
    lines, singles = [], []
    for first, stop in _runs(hidden):
        if stop - first >= RUN:
            lines.append(f"v[{first}:{stop}]=({'0,' * (stop - first)})")
        else:
            singles += [f"v[{number}]=" for number in range(first, stop)]
    if singles:
        lines.append(f"{''.join(singles)}0")
    lines += [f"v[{number}]=before[{number}]" for number in late]
    return function("exact", "v,before", [*lines, "return tuple(v)"])  # type: ignore[no-any-return]


def _runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Numbers in order as (first, one past the last) of each unbroken run."""
    out: list[tuple[int, int]] = []
    for number in numbers:
        if out and out[-1][1] == number:
            out[-1] = (out[-1][0], number + 1)
        else:
            out.append((number, number + 1))
    return out


def looks(
    vocabulary: Vocabulary, registers: Sequence[Register], rules: Sequence[tuple[int, Observation | None]]
) -> Looks:
    """A fresh look at each estimated register where the rules allow one; an older look ages."""
    code = Code(vocabulary)
    lines: list[str] = []
    for place, (at, rule) in enumerate(rules):
        error, bias = (rule.error or "1", rule.bias or "0") if rule else ("1", "0")
        when = parse(rule.when) if rule and rule.when else None
        register = registers[at]
        fresh = _fresh(code, place, at, register, parse(error), parse(bias))
        if when is None or always(when):
            lines += fresh
            continue
        widen = (register.high - register.low) // AGEING
        lines += [
            f"if not {code.test(when)} and old:",
            f"    s=old[{place}]",
            f"    a=s[0]-{widen}",
            f"    b=s[2]+{widen}",
            f"    e{place}=new(Estimate,({_within(register)},s[1],{_under(register)},s[3]))",
            "else:",
            *(f"    {line}" for line in fresh),
        ]
    found = "".join(f"e{place}," for place in range(len(rules)))
    space = {"new": tuple.__new__, "Estimate": Estimate}
    look = function("look", "v,old,d,turn", [*code.lines, *lines, f"return ({found})"], space)
    return Looks(tuple(at for at, _ in rules), look)


def _fresh(code: Code, place: int, at: int, register: Register, error: Tree, bias: Tree) -> list[str]:
    """Lines that look at one register: a triangular error from the sum of two draws, and the rule's bias."""
    low, high = register.low, register.high
    if error.op == "number":
        width = [f"w={max(0, milli(error.value))}"]
    else:
        width = [f"w=floor({code.value(error)}*1000.0+.5)", "if w<0: w=0"]
    if bias.op == "number":
        more = f"+{milli(bias.value)}" if milli(bias.value) else ""
    else:
        more = f"+floor({code.value(bias)}*1000.0+.5)"
    return [
        *width,
        f"x=v[{at}]+floor(((d[{2 * place}]+d[{2 * place + 1}])/{HALF_RANGE!r}-1.0)*{REACH!r}*w+.5){more}",
        f"x={low} if x<{low} else {high} if x>{high} else x",
        "a=x-w",
        "b=x+w",
        f"e{place}=new(Estimate,({_within(register)},x,{_under(register)},turn))",
    ]


def _within(register: Register) -> str:
    return f"a if a>{register.low} else {register.low}"


def _under(register: Register) -> str:
    return f"b if b<{register.high} else {register.high}"
