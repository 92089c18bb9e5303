"""A game put on the table, a new one or a recorded one, with the file it is written to.

By the rules it was played under, every state of a recorded game must be reached. Under other rules it is replayed as
far as it comes out as it was recorded; from there, or from where its file is damaged, it goes on in a file of its own.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Collection
from typing import NamedTuple

import game
from game.engine.begin import Options
from game.engine.fingerprint import rulebook_digest
from game.engine.rulebook import Rulebook
from game.journal import slots
from game.journal.fault import OTHER_RULES, Fault
from game.journal.file import Journal, Reading, branch
from game.journal.fold import belongs, fold
from game.referee.seats import ONE_PERSON, mind, skill_for
from game.referee.table import Table, header_of


class Opened(NamedTuple):
    """The table as it stands, and what a person should be told."""

    table: Table
    journal: Journal | None
    """Where the game goes on; None where no file could be had, and `unkept` says why."""
    troubles: tuple[Fault, ...] = ()
    """Why it goes on in another file: other rules, damage, the first line that no longer comes out."""
    unkept: Fault | None = None


def new_game(
    rulebook: Rulebook,
    people: Collection[int],
    against: str = "",
    pace: str = "",
    lens: str = "",
    seed: int | None = None,
) -> Opened | Fault:
    """A new game for the people at this desk, among the user's own; `against` is a kind of leader, or history."""
    types, sitters = ["", ""], [ONE_PERSON, ONE_PERSON]
    for seat in range(2):
        if seat not in people:
            if against in rulebook.type_of[seat]:
                types[seat] = against
            sitters[seat] = mind(skill_for(against))
    drawn = seed if seed is not None else secrets.randbelow(2**31)
    options = Options(pace, lens, (types[0], types[1]), answers=(0 in people, 1 in people))
    rules = rulebook_digest(rulebook.tables)
    header = header_of(rulebook, rules, drawn, options, (sitters[0], sitters[1]), game.__version__)
    place = slots.folder()
    journal = slots.ready(place) or Journal.create(slots.new(place, rulebook.tables.id), header)
    kept, unkept = (None, journal) if isinstance(journal, Fault) else (journal, None)
    table = Table.begin(rulebook, header, kept)
    return table if isinstance(table, Fault) else Opened(table, kept, (), unkept)


def take_up(
    rulebook: Rulebook,
    reading: Reading,
    agreed: Callable[[tuple[Fault, ...]], bool] = lambda troubles: True,
) -> Opened | Fault | None:
    """Go on with a recorded game; a fault where nothing of it can be played.

    Where it must go on in another file, `agreed` is asked first, with what is wrong; None where it says no.
    """
    file, rules = str(reading.path), rulebook_digest(rulebook.tables)
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
    return Opened(table, kept, troubles, unkept)
