"""What a seat saw whenever it signed an order of a recorded game."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.engine.api import Order, Rulebook, View, view
from game.journal.fault import Fault
from game.journal.fold import opening, passages
from game.journal.line import Header, Moved, Record


def signings(rulebook: Rulebook, header: Header, records: Sequence[Record], seat: int) -> Iterator[View]:
    """The view before each order of `seat`, in order, as far as the game comes out as it was recorded."""
    start = opening(rulebook, header, "")
    if isinstance(start, Fault):
        return
    for one in passages(rulebook, start, records):
        if isinstance(one, Fault):
            return
        if isinstance(one.record, Moved) and isinstance(one.record.move, Order) and one.record.move.seat == seat:
            yield view(one.before, seat)
