"""Every ending can occur, every deal has an ending, every ending is worth something."""

from __future__ import annotations

from game.scenario.lint.base import SOUND, WHOLE, Ground, check
from game.scenario.source import Path

SETTLEMENT = "settlement"


@check(WHOLE)
def named(ground: Ground) -> None:
    """An ending that no rule names cannot come."""
    scenario = ground.scenario
    war = scenario.war_endings
    reached = {war.ceasefire, war.limited, war.nuclear, war.general, scenario.runs_out}
    for strike in scenario.strikes:
        reached |= {strike.ending, strike.fails, strike.halted}
    reached |= {incident.direct for incident in scenario.incidents}
    reached |= {target for effect in ground.resolver.effects_made for op, target, _ in effect.ops if op == "end"}
    if ground.compilation.draft is not None:
        reached.add(ground.compilation.draft.standoff)
    for number, ending in enumerate(scenario.endings):
        path: Path = ("endings", number)
        if ending.group == SETTLEMENT and not ending.when:
            ground.error(path, f"the settlement `{ending.id}` does not say of which deal: `when` is missing")
        elif ending.group != SETTLEMENT and ending.when:
            ground.error((*path, "when"), f"only settlements have `when`; let a trigger `end: {ending.id}`")
        elif not ending.when and ending.id not in reached:
            ground.warn(path, f"no rule brings the ending `{ending.id}` about")


@check(SOUND)
def deals(ground: Ground) -> None:
    """The first settlement whose `when` holds is the ending, so the last one takes whatever is left."""
    settled = [
        reading for reading in ground.trees("when") if reading.path[0] == "endings" and reading.path[2:] == ("when",)
    ]
    for place, reading in enumerate(settled):
        low, high = ground.range(reading.tree)
        last = place == len(settled) - 1
        if low > 0 and not last:
            ground.warn(reading.path, f"every deal is `{reading.owner}`, so the settlements after it cannot occur")
            break
        if last and low <= 0:
            ground.warn(reading.path, f"a deal that is not even `{reading.owner}` has no ending; end with `when: true`")
        if high <= 0:
            ground.warn(reading.path, f"no deal can be `{reading.owner}`")


@check(WHOLE)
def worthless(ground: Ground) -> None:
    """Only endings in war may go without a worth: they are worth nothing."""
    tables = ground.compilation.draft
    if tables is None:
        return
    for seat in tables.seats:
        given = ground.scenario.worth.get(seat, {})
        for number, ending in enumerate(tables.endings):
            if ending.group != SETTLEMENT and not ending.war and ending.id not in given:
                ground.warn(("endings", number), f"what `{ending.id}` is worth to {seat} is missing")
