"""Expressions of a scenario: one tree, from which come a value, an interval, the names it reads, and its own account.

The language: numbers, names (`anger`, `own.trust`, `deal.repairs`), `+ - *`, comparison, `and or not`,
`min max clamp pick`. No division, power, text or call of anything else. Values are floats made of correctly
rounded operations, so they are equal on every machine; registers are thousandths and are compared as integers.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

MOST_CHARACTERS = 900
MOST_DEPTH = 30

FUNCTIONS = {"min": (2, 99), "max": (2, 99), "clamp": (3, 3), "pick": (2, 99)}
_OPERATORS: dict[type[ast.operator], str] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*"}
_COMPARES: dict[type[ast.cmpop], str] = {
    ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!=",
}  # fmt: skip


class ExpressionError(Exception):
    """An expression says something the language has no meaning for; `column` counts from 1."""

    def __init__(self, message: str, column: int = 1, name: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.column = column
        self.name = name


@dataclass(frozen=True, slots=True)
class Tree:
    """One node: `op` with its parts. Leaves are `number` (value) and `name` (the register or let)."""

    op: str
    parts: tuple[Tree, ...] = ()
    value: float = 0.0
    name: str = ""
    column: int = 1


def parse(text: str) -> Tree:
    """The tree of `text`; raises ExpressionError with a column for anything outside the language."""
    if len(text) > MOST_CHARACTERS:
        raise ExpressionError(
            f"the expression is longer than {MOST_CHARACTERS} characters; give parts of it a `let:` name"
        )
    stripped = text.strip()
    if not stripped:
        raise ExpressionError("the expression is empty")
    try:
        node = ast.parse(stripped.replace("\n", " "), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        column = getattr(error, "offset", 1) or 1
        raise ExpressionError("this is not a complete expression", int(column)) from None
    return _tree(node, 0)


def _column(node: ast.AST) -> int:
    return int(getattr(node, "col_offset", 0)) + 1


def _tree(node: ast.AST, depth: int) -> Tree:
    if depth > MOST_DEPTH:
        raise ExpressionError(f"the expression is nested deeper than {MOST_DEPTH}", _column(node))
    column = _column(node)
    match node:
        case ast.Constant(value=bool() as truth):
            return Tree("number", value=1.0 if truth else 0.0, column=column)
        case ast.Constant(value=int() | float() as number):
            return Tree("number", value=float(number), column=column)
        case ast.Name(id=name) if name in ("true", "false"):
            return Tree("number", value=1.0 if name == "true" else 0.0, column=column)
        case ast.Name() | ast.Attribute():
            return Tree("name", name=_dotted(node), column=column)
        case ast.UnaryOp(op=ast.USub(), operand=inner):
            part = _tree(inner, depth + 1)
            if part.op == "number":
                return Tree("number", value=-part.value, column=column)
            return Tree("-", (Tree("number", value=0.0, column=column), part), column=column)
        case ast.UnaryOp(op=ast.UAdd(), operand=inner):
            return _tree(inner, depth + 1)
        case ast.UnaryOp(op=ast.Not(), operand=inner):
            return Tree("not", (_tree(inner, depth + 1),), column=column)
        case ast.BinOp(op=operator) if type(operator) in _OPERATORS:
            parts = (_tree(node.left, depth + 1), _tree(node.right, depth + 1))
            return Tree(_OPERATORS[type(operator)], parts, column=column)
        case ast.BoolOp(op=operator, values=values):
            word = "and" if isinstance(operator, ast.And) else "or"
            return Tree(word, tuple(_tree(value, depth + 1) for value in values), column=column)
        case ast.Compare():
            return _comparison(node, depth)
        case ast.Call():
            return _call(node, depth)
    raise ExpressionError(
        "only numbers, names, + - *, comparisons, and/or/not, min, max, clamp and pick are allowed", column
    )


def _comparison(node: ast.Compare, depth: int) -> Tree:
    sides = [_tree(side, depth + 1) for side in (node.left, *node.comparators)]
    links = []
    for index, operator in enumerate(node.ops):
        if type(operator) not in _COMPARES:
            raise ExpressionError("`is` and `in` have no meaning here", _column(node))
        pair = (sides[index], sides[index + 1])
        links.append(Tree(_COMPARES[type(operator)], pair, column=_column(node)))
    return links[0] if len(links) == 1 else Tree("and", tuple(links), column=_column(node))


def _call(node: ast.Call, depth: int) -> Tree:
    if not isinstance(node.func, ast.Name) or node.func.id not in FUNCTIONS:
        name = _dotted(node.func) if isinstance(node.func, ast.Name | ast.Attribute) else "?"
        raise ExpressionError(f"there is no function `{name}`; there are min, max, clamp and pick", _column(node), name)
    least, most = FUNCTIONS[node.func.id]
    if node.keywords or not least <= len(node.args) <= most:
        wanted = f"{least}" if least == most else f"at least {least}"
        raise ExpressionError(f"`{node.func.id}` takes {wanted} values", _column(node), node.func.id)
    return Tree(node.func.id, tuple(_tree(part, depth + 1) for part in node.args), column=_column(node))


def _dotted(node: ast.AST) -> str:
    names: list[str] = []
    while isinstance(node, ast.Attribute):
        names.append(node.attr)
        node = node.value
    if not isinstance(node, ast.Name):
        raise ExpressionError("a name is written with letters, digits, _ and dots", _column(node))
    names.append(node.id)
    return ".".join(reversed(names))


def names(tree: Tree) -> Iterator[tuple[str, int]]:
    """Every name read, with its column, in order of reading."""
    if tree.op == "name":
        yield tree.name, tree.column
    for part in tree.parts:
        yield from names(part)


def renamed(tree: Tree, rename: Callable[[Tree], Tree]) -> Tree:
    """The tree with every name replaced by what `rename` makes of it (a name, a number, or a whole tree)."""
    if tree.op == "name":
        return rename(tree)
    if not tree.parts:
        return tree
    return Tree(tree.op, tuple(renamed(part, rename) for part in tree.parts), tree.value, tree.name, tree.column)


def text(tree: Tree) -> str:
    """Canonical text: fully bracketed, parses to an equal tree."""
    match tree.op:
        case "number":
            value = tree.value
            return str(int(value)) if value == int(value) else repr(value)
        case "name":
            return tree.name
        case "not":
            return f"(not {text(tree.parts[0])})"
        case "min" | "max" | "clamp" | "pick":
            return f"{tree.op}({', '.join(text(part) for part in tree.parts)})"
        case word:
            return "(" + f" {word} ".join(text(part) for part in tree.parts) + ")"


class Vocabulary:
    """What names mean when an expression becomes code: registers by index, lets by tree."""

    def __init__(self, index: Mapping[str, int], lets: Mapping[str, Tree]) -> None:
        self.index = index
        self.lets = lets
        self._reads: dict[str, frozenset[int]] = {}

    def reads(self, tree: Tree) -> frozenset[int]:
        """Indices of every register that the value of `tree` depends on, through lets too."""
        found: set[int] = set()
        for name, _ in names(tree):
            if name in self.lets:
                if name not in self._reads:
                    self._reads[name] = self.reads(self.lets[name])
                found |= self._reads[name]
            elif name in self.index:
                found.add(self.index[name])
            else:
                raise ExpressionError(f"nothing is called `{name}`", name=name)
        return frozenset(found)


Interval = tuple[float, float]


def interval(tree: Tree, vocabulary: Vocabulary) -> Callable[[tuple[int, ...], tuple[int, ...]], Interval]:
    """The range of `tree` while each register lies between two vectors; exact for each operation alone."""
    lets: dict[str, Callable[[tuple[int, ...], tuple[int, ...]], Interval]] = {}

    def build(node: Tree) -> Callable[[tuple[int, ...], tuple[int, ...]], Interval]:
        match node.op:
            case "number":
                pair = (node.value, node.value)
                return lambda lo, hi: pair
            case "name" if node.name in vocabulary.lets:
                if node.name not in lets:
                    lets[node.name] = build(vocabulary.lets[node.name])
                return lets[node.name]
            case "name":
                at = vocabulary.index[node.name]
                return lambda lo, hi: (lo[at] * 0.001, hi[at] * 0.001)
        parts = tuple(build(part) for part in node.parts)
        return _interval_of(node.op, parts)

    return build(tree)


def _interval_of(
    op: str, parts: tuple[Callable[[tuple[int, ...], tuple[int, ...]], Interval], ...]
) -> Callable[[tuple[int, ...], tuple[int, ...]], Interval]:
    first = parts[0]
    second = parts[1] if len(parts) > 1 else parts[0]

    def both(lo: tuple[int, ...], hi: tuple[int, ...]) -> tuple[float, float, float, float]:
        a, b = first(lo, hi)
        c, d = second(lo, hi)
        return a, b, c, d

    def plus(lo: tuple[int, ...], hi: tuple[int, ...]) -> Interval:
        a, b, c, d = both(lo, hi)
        return a + c, b + d

    def minus(lo: tuple[int, ...], hi: tuple[int, ...]) -> Interval:
        a, b, c, d = both(lo, hi)
        return a - d, b - c

    def times(lo: tuple[int, ...], hi: tuple[int, ...]) -> Interval:
        a, b, c, d = both(lo, hi)
        if a >= 0.0 and c >= 0.0:
            return a * c, b * d
        products = (a * c, a * d, b * c, b * d)
        return min(products), max(products)

    def least(lo: tuple[int, ...], hi: tuple[int, ...]) -> Interval:
        ranges = [part(lo, hi) for part in parts]
        return min(low for low, _ in ranges), min(high for _, high in ranges)

    def most(lo: tuple[int, ...], hi: tuple[int, ...]) -> Interval:
        ranges = [part(lo, hi) for part in parts]
        return max(low for low, _ in ranges), max(high for _, high in ranges)

    def clamp(lo: tuple[int, ...], hi: tuple[int, ...]) -> Interval:
        (a, b), (c, d), (e, f) = (part(lo, hi) for part in parts)
        return min(max(a, c), e), min(max(b, d), f)

    def pick(lo: tuple[int, ...], hi: tuple[int, ...]) -> Interval:
        a, b = first(lo, hi)
        last = len(parts) - 2
        start, stop = min(max(int(a), 0), last), min(max(int(b), 0), last)
        ranges = [parts[1 + index](lo, hi) for index in range(start, stop + 1)]
        return min(low for low, _ in ranges), max(high for _, high in ranges)

    def no(lo: tuple[int, ...], hi: tuple[int, ...]) -> Interval:
        low, high = _truth(first(lo, hi))
        return 1.0 - high, 1.0 - low

    def every(lo: tuple[int, ...], hi: tuple[int, ...]) -> Interval:
        ranges = [_truth(part(lo, hi)) for part in parts]
        return min(low for low, _ in ranges), min(high for _, high in ranges)

    def some(lo: tuple[int, ...], hi: tuple[int, ...]) -> Interval:
        ranges = [_truth(part(lo, hi)) for part in parts]
        return max(low for low, _ in ranges), max(high for _, high in ranges)

    def below(lo: tuple[int, ...], hi: tuple[int, ...]) -> Interval:
        a, b, c, d = both(lo, hi)
        return float(b < c), float(a < d)

    def at_most(lo: tuple[int, ...], hi: tuple[int, ...]) -> Interval:
        a, b, c, d = both(lo, hi)
        return float(b <= c), float(a <= d)

    def above(lo: tuple[int, ...], hi: tuple[int, ...]) -> Interval:
        a, b, c, d = both(lo, hi)
        return float(a > d), float(b > c)

    def at_least(lo: tuple[int, ...], hi: tuple[int, ...]) -> Interval:
        a, b, c, d = both(lo, hi)
        return float(a >= d), float(b >= c)

    def equal(lo: tuple[int, ...], hi: tuple[int, ...]) -> Interval:
        a, b, c, d = both(lo, hi)
        return float(a == b == c == d), float(a <= d and c <= b)

    def unequal(lo: tuple[int, ...], hi: tuple[int, ...]) -> Interval:
        low, high = equal(lo, hi)
        return 1.0 - high, 1.0 - low

    table = {
        "+": plus, "-": minus, "*": times, "min": least, "max": most, "clamp": clamp, "pick": pick,
        "not": no, "and": every, "or": some, "<": below, "<=": at_most, ">": above, ">=": at_least,
        "==": equal, "!=": unequal,
    }  # fmt: skip
    return table[op]


def _truth(pair: Interval) -> Interval:
    low, high = pair
    return (1.0 if low > 0 or high < 0 else 0.0), (0.0 if low == 0 == high else 1.0)


def explain(tree: Tree, vocabulary: Vocabulary, values: tuple[int, ...]) -> tuple[tuple[str, float], ...]:
    """The registers that `tree` read, with their values in units: an expression's own account of itself."""
    wanted = vocabulary.reads(tree)
    return tuple((name, values[index] * 0.001) for name, index in vocabulary.index.items() if index in wanted)
