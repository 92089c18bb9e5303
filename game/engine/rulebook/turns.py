"""The calendar made ready: what each turn of each pace asks of a seat, and what its sheet holds every turn."""

from __future__ import annotations

from game.engine.agenda import agenda
from game.engine.lines import NO_LINES, lines
from game.engine.rulebook.acts import Acts
from game.engine.rulebook.council import Council
from game.engine.rulebook.standing import StandingOrders
from game.engine.tables import Pace, Tables


class Turns(Acts, StandingOrders, Council):
    """The turns of every pace, with the acts, standing orders and councils that belong to them."""

    def __init__(self, tables: Tables) -> None:
        super().__init__(tables)
        self.agendas = tuple(
            tuple(
                agenda(
                    turn, tables.entries, self.dated,
                    (self.riders_of(turn.entries, 0), self.riders_of(turn.entries, 1)), self.councils,
                )
                for turn in pace.turns
            )
            for pace in tables.paces
        )  # fmt: skip
        """By pace and turn."""
        self.lines = (
            lines(self.tables, 0, self.index, self.standing_needs),
            lines(self.tables, 1, self.index, self.standing_needs),
            NO_LINES,
        )

    def pace(self, number: int) -> Pace:
        return self.tables.paces[number]
