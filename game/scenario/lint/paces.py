"""Decisions that some pace asks, and extras that stand beside one."""

from __future__ import annotations

from game.scenario.lint.base import WHOLE, Ground, check


@check(WHOLE)
def unreachable(ground: Ground) -> None:
    """A decision that no pace asks is never read."""
    tables = ground.compilation.draft
    if tables is None:
        return
    asked = {(seat, turn.asks[seat]) for pace in tables.paces for turn in pace.turns for seat in range(2)}
    ordinary = {
        (decision.seat, entry) for decision in tables.decisions if not decision.extra for entry in decision.entries
    }
    for number, decision in enumerate(tables.decisions):
        path = ("decisions", number)
        if not decision.extra:
            if not any((decision.seat, entry) in asked for entry in decision.entries):
                ground.warn((*path, "entry"), f"no pace asks `{decision.id}`")
            continue
        for entry in decision.entries:
            if (decision.seat, entry) not in ordinary:
                where = tables.entries[entry].id
                ground.error(
                    (*path, "entry"), f"`{decision.id}` adds options on `{where}`, where its seat is asked nothing"
                )


@check(WHOLE)
def undecided(ground: Ground) -> None:
    """On each turn of the calendar each seat has something to decide."""
    tables = ground.compilation.draft
    if tables is None:
        return
    ordinary = {
        (decision.seat, entry) for decision in tables.decisions if not decision.extra for entry in decision.entries
    }
    for entry, shaped in enumerate(tables.entries):
        for seat, name in enumerate(tables.seats):
            if shaped.kind == "turn" and (seat, entry) not in ordinary:
                ground.warn(("calendar", entry), f"{name} has no decision on `{shaped.id}`")
