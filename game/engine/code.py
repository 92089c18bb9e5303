"""Python source for the expressions of a scenario, written once at load and run ten thousand times a game."""

from __future__ import annotations

from game.engine.expression import ExpressionError, Tree, Vocabulary

_LOGIC = frozenset({"and", "or", "not", "<", "<=", ">", ">=", "==", "!="})
LONGEST_LADDER = 4
"""Ours: a table of up to so many values is told apart by comparisons, which is quicker than an index kept in bounds."""


class Code:
    """Python source for expressions over the vector `v`: lets become locals, written once each, in order of use.

    `min`, `max`, `clamp` and `pick` become comparisons with a named part (`w0`, `w1`): a call costs more than the rest.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.lines: list[str] = []
        self._locals: dict[str, str] = {}
        self._parts = 0

    def forget(self) -> None:
        """Lets computed so far no longer hold: the vector has changed."""
        self._locals.clear()

    def value(self, tree: Tree) -> str:
        """Source of the float (or bool) value of `tree`."""
        match tree.op:
            case "number":
                return repr(tree.value)
            case "name":
                if tree.name in self.vocabulary.lets:
                    return self._let(tree.name)
                return f"(v[{self._index(tree)}]*.001)"
            case "not":
                return f"(not {self.truth(tree.parts[0])})"
            case "and" | "or":
                return "(" + f" {tree.op} ".join(self.truth(part) for part in tree.parts) + ")"
            case "*" if "number" in (tree.parts[0].op, tree.parts[1].op):
                return self._times(*tree.parts)
            case "+" | "-" | "*":
                return f"({self.value(tree.parts[0])}{tree.op}{self.value(tree.parts[1])})"
            case "min" | "max":
                found = self.value(tree.parts[0])
                for part in tree.parts[1:]:
                    found = self._better(found, "<=" if tree.op == "min" else ">=", self.value(part))
                return found
            case "clamp":
                return self._clamp(*(self.value(part) for part in tree.parts))
            case "pick":
                return self._pick(tree)
        return self._compare(tree)

    def truth(self, tree: Tree) -> str:
        """Source that is true where `tree` is not zero."""
        if tree.op == "name" and tree.name not in self.vocabulary.lets:
            return f"(v[{self._index(tree)}]!=0)"
        if tree.op in _LOGIC:
            return self.value(tree)
        return f"({self.value(tree)}!=0)"

    def test(self, tree: Tree) -> str:
        """Source for an `if`: true or false where `tree` is, but not always a bool."""
        match tree.op:
            case "name" if tree.name not in self.vocabulary.lets:
                return f"v[{self._index(tree)}]"
            case "not":
                return f"(not {self.test(tree.parts[0])})"
            case "and" | "or":
                return "(" + f" {tree.op} ".join(self.test(part) for part in tree.parts) + ")"
        return self.value(tree)

    def _index(self, tree: Tree) -> int:
        try:
            return self.vocabulary.index[tree.name]
        except KeyError:
            raise ExpressionError(f"nothing is called `{tree.name}`", tree.column, tree.name) from None

    def _times(self, one: Tree, two: Tree) -> str:
        """A product with a number; where the other part is true or false, one of two numbers: multiplying is slower."""
        number, other = (one, two) if one.op == "number" else (two, one)
        if other.op in _LOGIC:
            return f"({number.value!r} if {self.test(other)} else {number.value * 0.0!r})"
        return f"({self.value(one)}*{self.value(two)})"

    def _let(self, name: str) -> str:
        if self.vocabulary.lets[name].op == "number":
            return self.value(self.vocabulary.lets[name])
        if name not in self._locals:
            source = self.value(self.vocabulary.lets[name])
            local = f"L{len(self._locals)}"
            self.lines.append(f"{local}={source}")
            self._locals[name] = local
        return self._locals[name]

    def _register(self, tree: Tree) -> str | None:
        if tree.op == "name" and tree.name not in self.vocabulary.lets:
            return f"v[{self._index(tree)}]"
        return None

    def _named(self, source: str) -> tuple[str, str]:
        """(first use, later use) of a part that is read more than once."""
        if source.isidentifier() or _is_number(source):
            return source, source
        self._parts += 1
        return f"(w{self._parts}:={source})", f"w{self._parts}"

    def _better(self, one: str, relation: str, two: str) -> str:
        (first, again), (second, later) = self._named(one), self._named(two)
        return f"({again} if {first}{relation}{second} else {later})"

    def _clamp(self, inner: str, low: str, high: str) -> str:
        if not (_is_number(low) and _is_number(high) and float(low) <= float(high)):
            return self._better(self._better(inner, ">=", low), "<=", high)
        first, again = self._named(inner)
        return f"({low} if {first}<{low} else {high} if {again}>{high} else {again})"

    def _compare(self, tree: Tree) -> str:
        left, right = tree.parts
        for one, two, flip in ((left, right, False), (right, left, True)):
            register = self._register(one)
            if register is None:
                continue
            milli = two.value * 1000
            if two.op == "number" and milli == int(milli):
                pair = (str(int(milli)), register) if flip else (register, str(int(milli)))
                return f"({pair[0]}{tree.op}{pair[1]})"
            other = self._register(two)
            if other is not None and not flip:
                return f"({register}{tree.op}{other})"
        return f"({self.value(left)}{tree.op}{self.value(right)})"

    def _pick(self, tree: Tree) -> str:
        """The entry of a table that the whole part of its first value names, the ends for anything beyond."""
        table = tree.parts[1:]
        items = [self.value(part) for part in table]
        last = len(items) - 1
        if tree.parts[0].op in _LOGIC:
            return f"({items[1]} if {self.truth(tree.parts[0])} else {items[0]})"
        register = self._register(tree.parts[0])
        if register and len(items) <= LONGEST_LADDER:
            first, again = self._named(register) if last > 1 else (register, register)
            steps = [f"{items[at]} if {again if at else first}<{1000 * (at + 1)} else " for at in range(last)]
            return f"({''.join(steps)}{items[last]})"
        first, again = self._named(f"{register}//1000" if register else f"int({self.value(tree.parts[0])})")
        return f"({','.join(items)},)[0 if {first}<0 else {again} if {again}<{last} else {last}]"


def _is_number(source: str) -> bool:
    try:
        float(source)
    except ValueError:
        return False
    return True
