"""`pick` tables reach as far as what picks from them."""

from __future__ import annotations

from collections.abc import Iterator

from game.engine.expression import Tree
from game.scenario.lint.base import SOUND, Ground, check, plain


def _picks(tree: Tree) -> Iterator[Tree]:
    if tree.op == "pick":
        yield tree
    for part in tree.parts:
        yield from _picks(part)


@check(SOUND)
def short_tables(ground: Ground) -> None:
    """A table shorter than its dial's range repeats its last number, which nobody meant."""
    told = set()
    for reading in ground.readings:
        for tree in _picks(reading.tree):
            entries = len(tree.parts) - 1
            low, high = ground.values(tree.parts[0])
            plainly = tree.parts[0].op == "name" and not tree.parts[0].name.startswith("let.")
            if int(high) > entries - 1 and (reading.path, entries) not in told:
                told.add((reading.path, entries))
                what = f"`{tree.parts[0].name}`" if plainly else "what it picks by"
                sentence = f"this table has {entries} entries, but {what} goes up to {plain(high)}"
                ground.say("error" if plainly else "warning", reading.path, sentence)
            if low < -1 and plainly:
                ground.warn(reading.path, f"`{tree.parts[0].name}` goes down to {plain(low)}; a table begins at 0")
