"""A decision is a choice: three options or more, one of them what was really done."""

from __future__ import annotations

from game.scenario.lint.base import ANY, Ground, check
from game.scenario.source import Path

FEWEST = 3


@check(ANY)
def choices(ground: Ground) -> None:
    for number, decision in enumerate(ground.scenario.decisions):
        path: Path = ("decisions", number)
        if decision.extra:
            continue
        if len(decision.options) < FEWEST:
            ground.warn((*path, "options"), f"`{decision.id}` has fewer than {FEWEST} options", key=True)
        done = [option for option in decision.options if option.historical]
        if len(done) != 1:
            many = "no option" if not done else f"{len(done)} options"
            ground.warn(path, f"`{decision.id}` has {many} marked `historical: true`")
        for index, option in enumerate(decision.options):
            if option.historical and not option.in_fact:
                ground.warn(
                    (*path, "options", index), f"`{option.id}` was really done, but has no `in_fact` to say why"
                )
        if len(decision.entry) > 1:
            ground.warn(
                (*path, "entry"), f"`{decision.id}` is asked on {len(decision.entry)} entries; only extras should be"
            )
