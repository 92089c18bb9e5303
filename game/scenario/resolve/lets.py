"""The named parts of expressions (`let:`, `let_each:`), each resolved once; none may need itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from game.engine.expression import Tree, text
from game.scenario.resolve.expressions import Expressions


def lets(found: Expressions, let: Mapping[str, str], each: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Every let, resolved; one for each seat of `let_each`. Circles are faults."""
    for name, source in let.items():
        if name in found.names.registers:
            found.error(("let", name), f"`{name}` is a dial already; a let needs a name of its own", key=True)
        tree = found.tree(source, ("let", name), "let", None, name)
        if tree is not None:
            found.names.trees[f"let.{name}"] = tree
    for name, source in each.items():
        if name in let or name in found.names.each:
            found.error(("let_each", name), f"`{name}` is already the name of something else", key=True)
        for number, seat in enumerate(found.names.seats):
            tree = found.tree(source, ("let_each", name), "let", number, name)
            if tree is not None:
                found.names.trees[f"let.{seat}.{name}"] = tree
    _circles(found)
    return tuple((name, text(tree)) for name, tree in found.names.trees.items())


def _circles(within: Expressions) -> None:
    """Refuse lets that need themselves, directly or round a corner."""
    done: dict[str, int] = {}
    found: set[str] = set()

    def visit(name: str) -> None:
        done[name] = 1
        for inner in _let_names(within.names.trees[name]):
            if inner not in within.names.trees:
                continue
            if done.get(inner) == 1:
                found.add(name)
            elif inner not in done:
                visit(inner)
        done[name] = 2

    for name in tuple(within.names.trees):
        if name not in done:
            visit(name)
    shown: set[str] = set()
    for name in sorted(found):
        short = name.rpartition(".")[2]
        if short not in shown:
            shown.add(short)
            top = "let" if name.count(".") == 1 else "let_each"
            within.error((top, short), f"`{short}` is made from itself, round a circle of lets", key=True)
    if found:
        within.names.trees = {}


def _let_names(tree: Tree) -> Iterable[str]:
    """The lets that a resolved tree reads directly."""
    if tree.op == "name":
        if tree.name.startswith("let."):
            yield tree.name
        return
    for part in tree.parts:
        yield from _let_names(part)
