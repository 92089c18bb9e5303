"""From expression text to running Python: one generated function for what is read together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from game.engine.expression import Code, Tree, Vocabulary, parse
from game.engine.tables import Drift, Floor, Register

Vector = Sequence[int]
Number = Callable[[Vector], float]
Truth = Callable[[Vector], bool]
Numbers = Callable[[Vector], tuple[float, ...]]

ALWAYS = "1"


def _build(name: str, arguments: str, lines: list[str]) -> Any:
    source = f"def {name}({arguments}):\n" + "\n".join(f"    {line}" for line in lines)
    space: dict[str, Any] = {}
    exec(compile(source, f"<scenario {name}>", "exec"), space)
    return space[name]


def function(name: str, arguments: str, lines: list[str]) -> Any:
    """A function of generated lines, for the engine's own use."""
    return _build(name, arguments, lines)


def number(vocabulary: Vocabulary, text: str) -> Number:
    """The float value of an expression."""
    code = Code(vocabulary)
    value = code.value(parse(text))
    return _build("number", "v", [*code.lines, f"return 1.0*{value}"])  # type: ignore[no-any-return]


def truth(vocabulary: Vocabulary, text: str) -> Truth | None:
    """Whether an expression holds; None for '' (it always does)."""
    if not text:
        return None
    code = Code(vocabulary)
    value = code.truth(parse(text))
    return _build("truth", "v", [*code.lines, f"return {value}"])  # type: ignore[no-any-return]


def numbers(vocabulary: Vocabulary, texts: Sequence[str]) -> Numbers:
    """The values of several expressions at once, sharing their lets."""
    code = Code(vocabulary)
    values = [code.value(parse(text)) for text in texts]
    return _build("numbers", "v", [*code.lines, f"return ({''.join(f'1.0*{value},' for value in values)})"])  # type: ignore[no-any-return]


def watch(vocabulary: Vocabulary, conditions: Sequence[str]) -> Callable[[Vector], int]:
    """A bit set of the conditions that hold."""
    code = Code(vocabulary)
    tests = [code.truth(parse(condition or ALWAYS)) for condition in conditions]
    lines = [*code.lines, "m=0", *(f"if {test}: m|={1 << index}" for index, test in enumerate(tests)), "return m"]
    return _build("watch", "v", lines)  # type: ignore[no-any-return]


def step(
    vocabulary: Vocabulary,
    registers: Sequence[Register],
    drifts: Sequence[Drift],
    floors: Sequence[Floor],
    shares: dict[int, tuple[int, int]],
) -> Callable[[list[int]], None]:
    """Half a day of drift, in place: all rates are read first, then applied, then floors hold."""
    code = Code(vocabulary)
    rates = []
    for drift in drifts:
        rate = code.value(parse(drift.rate))
        when = code.truth(parse(drift.when)) if drift.when else ""
        rates.append((vocabulary.index[drift.dial], f"({rate}) if {when} else 0.0" if when else rate))
    lines = [*code.lines]
    lines += [f"r{number}={rate}" for number, (_, rate) in enumerate(rates)]
    for number_, (at, _) in enumerate(rates):
        low, high = registers[at].low, registers[at].high
        lines += [
            f"x=v[{at}]",
            f"n=x+int((r{number_}*500.0+.5)//1)",
            f"n={low} if n<{low} else {high} if n>{high} else n",
            "if n!=x:",
            f"    v[{at}]=n",
        ]
        if at in shares:
            one, two = shares[at]
            lines += ["    if n<x:", f"        v[{one}]=v[{one}]*n//x", f"        v[{two}]=v[{two}]*n//x"]
    code.lines.clear()
    code.forget()
    for number_, floor in enumerate(floors):
        value = code.value(parse(floor.floor))
        at = vocabulary.index[floor.dial]
        lines += [*(line.replace("L", f"F{number_}_") for line in code.lines)] if code.lines else []
        lines += [f"f=int(({value.replace('L', f'F{number_}_')})*1000.0+.5)", f"if v[{at}]<f: v[{at}]=f"]
        code.lines.clear()
        code.forget()
    lines.append("return None")
    return _build("step", "v", lines)  # type: ignore[no-any-return]


def days(
    vocabulary: Vocabulary, incidents: Sequence[tuple[str, str, str, int]], holds: Sequence[str], war: float,
    alerts: tuple[int, int],
) -> Callable[[Vector], tuple[float, ...]]:  # fmt: skip
    """Half a day: (happens, runs) for each incident, then the chances of quiet, of control kept, of no general war.

    `incidents` are (chance a day, outruns, general, holder): holder 0 or 1, -1 for the higher alert, -2 for none asked.
    """
    code = Code(vocabulary)
    values = [
        (code.value(parse(chance)), code.value(parse(outruns)), code.value(parse(general or "0")), holder)
        for chance, outruns, general, holder in incidents
    ]
    hold = [code.value(parse(text)) for text in holds]
    lines = [*code.lines, f"f0=1.0-min(1.0,max(0.0,{hold[0]}))", f"f1=1.0-min(1.0,max(0.0,{hold[1]}))"]
    lines += [f"fh=f1 if v[{alerts[1]}]>v[{alerts[0]}] else f0", "quiet=kept=alive=1.0"]
    for number, (chance, outruns, general, holder) in enumerate(values):
        fails = {0: "f0", 1: "f1", -1: "fh"}.get(holder)
        lines += [
            f"h{number}=min(1.0,max(0.0,{chance}*.5))",
            f"o{number}=min(1.0,max(0.0,1.0*{outruns}))",
            f"r=h{number}*o{number}",
            f"quiet*=1.0-h{number}",
            "kept*=1.0-r",
        ]
        if fails is None:
            lines.append(f"alive*=1.0-r*{war!r}")
        else:
            lines += [f"g=min(1.0,max(0.0,1.0*{general}))", f"alive*=1.0-r*{fails}*(g+(1.0-g)*{war!r})"]
    pairs = "".join(f"h{number},o{number}," for number in range(len(values)))
    lines.append(f"return ({pairs}quiet,kept,alive)")
    return _build("days", "v", lines)  # type: ignore[no-any-return]


def parsed(texts: dict[str, str]) -> dict[str, Tree]:
    """The trees of named expressions."""
    return {name: parse(text) for name, text in texts.items()}
