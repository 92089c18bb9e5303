"""Standing orders made ready: where each is kept, what a step up or down brings, whether it can be called back."""

from __future__ import annotations

from game.engine.rulebook.registers import Registers
from game.engine.tables import Standing, Tables


class StandingOrders(Registers):
    """The standing orders of both seats, by number."""

    def __init__(self, tables: Tables) -> None:
        super().__init__(tables)
        self.standing: dict[str, int] = {order.id: number for number, order in enumerate(tables.standing)}
        self.standing_up = tuple(self.ops(order.up) for order in tables.standing)
        self.standing_down = tuple(self.ops(order.down) for order in tables.standing)
        self.standing_at = tuple(self.index[order.dial] for order in tables.standing)
        self.standing_cause = tuple(f"standing.{order.id}" for order in tables.standing)
        self.standing_needs = tuple(self.truth(order.requires) for order in tables.standing)
        self.standing_recall = tuple(self.number(order.recall) if order.recall else None for order in tables.standing)

    def orders_of(self, seat: int) -> tuple[tuple[int, Standing], ...]:
        """Those of one seat, with their numbers."""
        return tuple((number, order) for number, order in enumerate(self.tables.standing) if order.seat == seat)
