"""Whose danger is it? The dials whose shares are kept, because danger or dread reads them."""

from __future__ import annotations

from collections.abc import Iterable

from game.engine.expression import Tree, names
from game.scenario.names import Names
from game.scenario.resolve.expressions import Reading

DANGER = ("incidents", "last_decision")
DREAD = "dread"


def ledgered(found: Names, readings: Iterable[Reading]) -> tuple[str, ...]:
    """Non-negative dials that incidents' chances, the last decision or a let called dread depend on."""
    read = set(found.shared)
    for reading in readings:
        danger = reading.path[0] in DANGER and reading.role == "chance"
        if danger or (reading.role == "let" and reading.owner.startswith(DREAD)):
            read |= _through(found, reading.tree)
    out = []
    for name, register in found.registers.items():
        if name in read and register.kind == "dial" and register.low >= 0:
            out.append(name)
    return tuple(out)


def _through(found: Names, tree: Tree) -> set[str]:
    """Every register that a tree depends on, through lets."""
    out: set[str] = set()
    open_lets = [tree]
    seen: set[str] = set()
    while open_lets:
        for name, _ in names(open_lets.pop()):
            if name in found.trees:
                if name not in seen:
                    seen.add(name)
                    open_lets.append(found.trees[name])
            elif name.startswith("share."):
                out.add(name.split(".", 2)[2])
            else:
                out.add(name)
    return out
