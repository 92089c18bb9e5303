"""Facts that nothing reads are not kept: every game carries its whole vector through every move."""

from __future__ import annotations

from dataclasses import replace

from game.engine.expression import names
from game.engine.tables import Tables
from game.scenario.resolve import Resolver


def kept(resolver: Resolver, tables: Tables) -> Tables:
    """The same rules without the acts that no expression names and the shares that no danger needs.

    Asked for last: what only a newspaper or an audience's verdict reads is read too.
    """
    read = {name for reading in resolver.readings for name, _ in names(reading.tree)}
    ledgered = set(tables.ledgered)
    seats = set(tables.seats)
    out = []
    for register in tables.registers:
        first, _, rest = register.name.partition(".")
        act = first in ("did", "now") and rest.partition(".")[0] in seats
        if act and register.name not in read:
            continue
        if register.kind == "share" and rest.partition(".")[2] not in ledgered:
            continue
        out.append(register)
    return replace(tables, registers=tuple(out))
