"""Options nobody can take, rules that can never come true."""

from __future__ import annotations

from game.engine.expression import Tree
from game.scenario.lint.base import SOUND, Ground, check
from game.scenario.source import Path


def _impossible(ground: Ground, tree: Tree, entries: list[str]) -> bool:
    """Whether a condition is false over all bounds, on the days it is asked."""
    days = [ground.names.entries[entry] for entry in entries if entry in ground.names.entries]
    between = {"date": (min(days) * 1000, max(days) * 1000)} if days else None
    low, high = ground.range(tree, between)
    return low == 0 and high == 0


@check(SOUND)
def options(ground: Ground) -> None:
    """An option whose `requires` cannot hold is never on the table."""
    scenario = ground.scenario
    for reading in ground.trees("requires", "variant"):
        path: Path = reading.path
        place = path[1]
        entries: list[str] = []
        if isinstance(place, int):
            if path[0] == "decisions":
                entries = scenario.decisions[place].entry
            elif path[0] == "riders":
                entries = scenario.riders[place].entries
        if reading.tree.op == "number" and reading.role == "requires":
            continue  # closed for good, and meant to be seen closed
        if _impossible(ground, reading.tree, entries):
            what = (
                "this variant is never shown"
                if reading.role == "variant"
                else f"nobody can ever take `{reading.owner}`"
            )
            meant = "" if reading.role == "variant" else "; write `never: true` if it is meant to stay closed"
            ground.warn(path, f"{what}: this cannot come true on its days{meant}")


@check(SOUND)
def triggers(ground: Ground) -> None:
    """A trigger or headline that cannot come true is dead."""
    for reading in ground.trees("when", "public"):
        if reading.path[0] in ("triggers", "circumstances", "headlines", "drift") and _impossible(
            ground, reading.tree, []
        ):
            ground.warn(reading.path, f"this cannot come true, so `{reading.owner or 'it'}` never happens")
