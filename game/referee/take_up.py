"""A recorded game taken up again: what still holds of it, and in which file it goes on.

By the rules it was played under every state must be reached. Under other rules it is replayed as far as it comes out as
it was recorded; then, or where its file is damaged, it goes on from there in a file of its own. The old one stays.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from game.engine.rulebook import Rulebook
from game.journal import slots
from game.journal.fault import OTHER_RULES, Fault
from game.journal.file import Journal, Reading, branch
from game.journal.fold import belongs, fold
from game.referee.table import Table


class TakenUp(NamedTuple):
    """The table as it stands, and what a person should be told."""

    table: Table
    journal: Journal | None
    """Where the game goes on; None where no file could be had, and `unkept` says why."""
    troubles: tuple[Fault, ...]
    """Why it goes on in another file: other rules, damage, the first line that no longer comes out."""
    unkept: Fault | None


def take_up(
    rulebook: Rulebook,
    rules: str,
    reading: Reading,
    agreed: Callable[[tuple[Fault, ...]], bool] = lambda troubles: True,
) -> TakenUp | Fault | None:
    """Go on with a recorded game; a fault where nothing of it can be played.

    Where it must go on in another file, `agreed` is asked first, with what is wrong; None where it says no.
    """
    file = str(reading.path)
    other = belongs(reading.header, rulebook.tables.id, rules, file)
    if other is not None and other.kind != OTHER_RULES:
        return other
    held = fold(rulebook, reading.header, reading.records, file)
    if held.state is None:
        return held.fault
    troubles = tuple(fault for fault in (other, held.fault or reading.damage) if fault is not None)
    header, records = reading.header, reading.records
    if troubles:
        if not agreed(troubles):
            return None
        header, records = branch(reading, held.line, header._replace(rulebook=rules))
        journal = Journal.create(slots.new(reading.path.parent, header.scenario), header, records)
    else:
        journal = Journal.resume(reading)
    kept, unkept = (None, journal) if isinstance(journal, Fault) else (journal, None)
    table = Table.take_up(rulebook, header, records, kept)
    assert isinstance(table, Table), "what was folded once can be folded again"
    return TakenUp(table, kept, troubles, unkept)
