"""What a `requires:` still lacks, read from its own tree."""

from __future__ import annotations

from collections.abc import Sequence

from game.engine.amount import milli
from game.engine.expression import Tree
from game.engine.refusal import Shortfall
from game.engine.rulebook import Rulebook

_OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!=", "!=": "=="}


def shortfalls(rulebook: Rulebook, condition: str, exact: Sequence[int]) -> tuple[Shortfall, ...]:
    """The comparisons of `condition` that do not hold for a viewer, in its own order."""
    out: list[Shortfall] = []
    _walk(rulebook, rulebook.needs[condition], exact, out, wanted=True)
    return tuple(out)


def _walk(rulebook: Rulebook, tree: Tree, exact: Sequence[int], out: list[Shortfall], *, wanted: bool) -> None:
    if tree.op in ("and", "or"):
        for part in tree.parts:
            _walk(rulebook, part, exact, out, wanted=wanted)
    elif tree.op == "not":
        _walk(rulebook, tree.parts[0], exact, out, wanted=not wanted)
    elif tree.op == "name" and tree.name in rulebook.index:
        have = exact[rulebook.index[tree.name]]
        if bool(have) != wanted:
            out.append(Shortfall(tree.name, "==", 1000 if wanted else 0, have))
    elif tree.op in _OPPOSITE:
        left, right = tree.parts
        if left.op == "name" and left.name in rulebook.index and right.op == "number":
            have, needed = exact[rulebook.index[left.name]], milli(right.value)
            relation = tree.op if wanted else _OPPOSITE[tree.op]
            if not _compare(have, relation, needed):
                out.append(Shortfall(left.name, relation, needed, have))


def _compare(have: int, relation: str, needed: int) -> bool:
    match relation:
        case "<":
            return have < needed
        case "<=":
            return have <= needed
        case ">":
            return have > needed
        case ">=":
            return have >= needed
        case "==":
            return have == needed
    return have != needed
