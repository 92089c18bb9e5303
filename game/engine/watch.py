"""Many conditions watched at once: a bit set of those that hold, from one generated function.

Nearly all of a scenario's rules wait for something rare. So each condition is asked its rarest part first, and
conditions that wait for the same thing stand together behind one question.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from game.engine.code import Code
from game.engine.compile import ALWAYS, Vector, always, function
from game.engine.expression import Tree, Vocabulary, names, parse, renamed

Watch = Callable[[Vector], int]


def watch(vocabulary: Vocabulary, conditions: Sequence[str]) -> Watch:
    """A function of the vector that gives the bit set of the conditions that hold."""
    trees = _single_lets_inlined(vocabulary, [parse(condition or ALWAYS) for condition in conditions])
    code = Code(vocabulary)
    behind: dict[str, list[str]] = {}
    for number, tree in enumerate(trees):
        parts = [code.test(part) for part in sorted(_parts(tree), key=_how_common) if not always(part)]
        guard, *rest = list(dict.fromkeys(parts)) or ["1"]
        bit = f"m|={1 << number}"
        behind.setdefault(guard, []).append(f"if {' and '.join(rest)}: {bit}" if rest else bit)
    lines = []
    for guard, held in behind.items():
        lines += [f"if {guard}:", *(f"    {line}" for line in held)]
    return function("watch", "v", [*code.lines, "m=0", *lines, "return m"])  # type: ignore[no-any-return]


def _parts(tree: Tree) -> list[Tree]:
    """What must hold all together for `tree` to hold."""
    return [one for part in tree.parts for one in _parts(part)] if tree.op == "and" else [tree]


def _how_common(tree: Tree) -> int:
    """Lower for what holds more rarely: an act of this very phase, then any mark, then a comparison, then a denial."""
    if tree.op == "name":
        return 0 if tree.name.startswith("now.") else 1
    return 3 if tree.op in ("not", "or") else 2


def _single_lets_inlined(vocabulary: Vocabulary, trees: list[Tree]) -> list[Tree]:
    """The trees with each let that only one of them reads written out, so that it is asked for only when needed."""
    count = Counter(name for tree in trees for name, _ in names(tree))

    def written(leaf: Tree) -> Tree:
        found = vocabulary.lets.get(leaf.name)
        return found if found is not None and count[leaf.name] == 1 else leaf

    return [renamed(tree, written) for tree in trees]
