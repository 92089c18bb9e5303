"""The war table's rows are chances of everything that six hours can bring."""

from __future__ import annotations

from game.engine.expression import parse
from game.scenario.lint.base import SOUND, Ground, check, plain

HAIR = 1e-6


@check(SOUND)
def rows(ground: Ground) -> None:
    tables = ground.compilation.draft
    if tables is None:
        return
    for number, row in enumerate(tables.war.table):
        ranges = [ground.range(parse(chance)) for chance in row.chances]
        low, high = sum(low for low, _ in ranges), sum(high for _, high in ranges)
        if high < 1 - HAIR or low > 1 + HAIR:
            amount = plain(low) if abs(high - low) < HAIR else f"between {plain(low)} and {plain(high)}"
            ground.error(("table", number), f"the chances of this row sum to {amount}, not to 1")
