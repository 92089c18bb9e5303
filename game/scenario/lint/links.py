"""Links go from something ordered to something that follows."""

from __future__ import annotations

from game.scenario.lint.base import WHOLE, Ground, check


@check(WHOLE)
def loose(ground: Ground) -> None:
    scenario = ground.scenario
    follows = {rule.link for rule in scenario.triggers if rule.link}
    for number, rule in enumerate(scenario.triggers):
        if rule.kind == "link" and not rule.link:
            ground.warn(("triggers", number), f"`{rule.id}` is a link, but `link:` does not say which")
    for number, rider in enumerate(scenario.riders):
        if rider.link and rider.link not in follows:
            close = ground.resolver.near(rider.link, follows)
            ground.note(("riders", number, "link"), f"no trigger belongs to the link `{rider.link}`", close)


@check(WHOLE)
def accords(ground: Ground) -> None:
    """An accord that no rule reads only costs."""
    for number, accord in enumerate(ground.scenario.accords):
        if f"accord.{accord.id}" not in ground.directly_read:
            ground.warn(("accords", number), f"no rule reads `accord.{accord.id}`: while it holds nothing is different")
