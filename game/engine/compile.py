"""From expression text to running Python: one generated function for what is read together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import floor
from typing import Any

from game.engine.code import Code
from game.engine.expression import Tree, Vocabulary, parse

Vector = Sequence[int]
Number = Callable[[Vector], float]
Truth = Callable[[Vector], bool]
Numbers = Callable[[Vector], tuple[float, ...]]
Listing = Callable[[Vector], list[int]]

ALWAYS = "1"


def function(name: str, arguments: str, lines: Sequence[str], space: Mapping[str, Any] | None = None) -> Any:
    """A function of generated lines; `space` holds the names that it may use beside its arguments and `floor`."""
    source = f"def {name}({arguments}):\n" + "\n".join(f"    {line}" for line in lines)
    names: dict[str, Any] = {"floor": floor, **(space or {})}
    exec(compile(source, f"<scenario {name}>", "exec"), names)
    return names[name]


def number(vocabulary: Vocabulary, text: str) -> Number:
    """The float value of an expression."""
    code = Code(vocabulary)
    value = code.value(parse(text))
    return function("number", "v", [*code.lines, f"return 1.0*{value}"])  # type: ignore[no-any-return]


def truth(vocabulary: Vocabulary, text: str) -> Truth | None:
    """Whether an expression holds; None for '' (it always does)."""
    if not text:
        return None
    code = Code(vocabulary)
    value = code.truth(parse(text))
    return function("truth", "v", [*code.lines, f"return {value}"])  # type: ignore[no-any-return]


def always(tree: Tree) -> bool:
    """Whether a condition reads nothing and holds."""
    return tree.op == "number" and tree.value != 0


def numbers(vocabulary: Vocabulary, texts: Sequence[str]) -> Numbers:
    """The values of several expressions at once, sharing their lets."""
    code = Code(vocabulary)
    values = [code.value(parse(text)) for text in texts]
    lines = [*code.lines, f"return ({''.join(f'1.0*{value},' for value in values)})"]
    return function("numbers", "v", lines)  # type: ignore[no-any-return]


def listing(vocabulary: Vocabulary, items: Sequence[tuple[int, str]]) -> Listing:
    """The numbers whose condition holds, in their order."""
    code = Code(vocabulary)
    lines = []
    for number_, text in items:
        tree = parse(text or ALWAYS)
        add = f"found.append({number_})"
        lines.append(add if always(tree) else f"if {code.test(tree)}: {add}")
    return function("listing", "v", ["found=[]", *code.lines, *lines, "return found"])  # type: ignore[no-any-return]
