"""A recorded game tells what a seat saw whenever it signed, and so what was counted `so far` before it was put away."""

from __future__ import annotations

from game.engine.api import Options, Order, view
from game.journal.line import Moved
from game.journal.signings import signings
from tests.strategies import random_moves
from tests.tiny import header, rulebook


def test_each_order_of_a_seat_gives_the_view_that_it_was_signed_in() -> None:
    options = Options(types=("worried", "proud"))
    moves = list(random_moves(rulebook(), 3, options))
    records = [Moved(move, "person") for _, move, _ in moves]
    for seat in range(2):
        wanted = [view(before, seat) for before, move, _ in moves if isinstance(move, Order) and move.seat == seat]
        assert list(signings(rulebook(), header(3, options), records, seat)) == wanted
        assert wanted


def test_it_stops_where_the_rules_refuse() -> None:
    refused = Moved(Order(0, "another day", "x"), "person")
    assert not list(signings(rulebook(), header(3), [refused], 0))
