"""Granted but never used, used but never granted, counted but never read."""

from __future__ import annotations

from game.scenario.lint.base import WHOLE, Ground, check


@check(WHOLE)
def lets(ground: Ground) -> None:
    """A let that no expression reads is a rule somebody forgot."""
    read = ground.directly_read
    for name in ground.scenario.let:
        if f"let.{name}" not in read:
            ground.warn(("let", name), f"the let `{name}` is never read", key=True)
    for name in ground.scenario.let_each:
        if not any(f"let.{seat}.{name}" in read for seat in ground.names.seats):
            ground.warn(("let_each", name), f"the let `{name}` is never read", key=True)


def _full(ground: Ground, name: str, each: bool) -> list[str]:
    return [f"{seat}.{name}" for seat in ground.names.seats] if each else [name]


@check(WHOLE)
def dials(ground: Ground) -> None:
    """A dial that nothing reads is a number that does nothing."""
    read = set(ground.directly_read) | {
        name.split(".", 2)[2] for name in ground.directly_read if name.startswith("share.")
    }
    tables = ground.compilation.draft
    if tables is not None:
        read |= {audience.dial for audience in tables.audiences} | set(tables.last.alerts) | set(tables.relief.dials)
    for name, dial in ground.scenario.dials.items():
        if not any(full in read for full in _full(ground, name, dial.each)):
            ground.warn(("dials", name), f"no rule reads the dial `{name}`", key=True)


@check(WHOLE)
def flags(ground: Ground) -> None:
    """A flag is granted somewhere and used somewhere."""
    scenario = ground.scenario
    granted = {
        target
        for effect in ground.resolver.effects_made
        for op, target, amount in effect.ops
        if op == "set" and amount > 0
    }
    granted |= {card.unlocks for card in scenario.cards}
    used = set(ground.directly_read)
    used |= {rider.unlisted for rider in scenario.riders} | {order.unlisted for order in scenario.standing}
    for name, flag in scenario.flags.items():
        full = _full(ground, name, flag.each)
        is_granted = flag.start or any(one in granted for one in full)
        is_used = any(one in used for one in full)
        if is_used and not is_granted:
            ground.warn(("flags", name), f"the flag `{name}` is used but never granted", key=True)
        elif is_granted and not is_used:
            ground.warn(("flags", name), f"the flag `{name}` is granted but never used", key=True)
        elif not is_granted:
            ground.warn(("flags", name), f"the flag `{name}` is neither granted nor used", key=True)
