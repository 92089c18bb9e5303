"""What the front end keeps for one seat: the order he is drafting, his marker, what he has read. Never the rules."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.engine.move import Draft, Order
from game.engine.preview import Preview
from game.engine.view import View
from game.papers.danger import Strip


@dataclass
class Place:
    """A person's place at the table."""

    seat: int
    order: Order | None = None
    """The sheet on his desk, not signed yet."""
    marker: int = -1
    seen: int = 0
    """Reports that he has been shown."""
    told: int = 0
    """Reports that were read out at a last decision, before their night."""
    night_from: int = 0
    """Where the last night's reports began."""
    before: View | None = None
    expected: Preview | None = None
    strips: list[Strip] = field(default_factory=list)
    ranking: tuple[str, ...] = ()
    draft: Draft | None = None
    markers: list[tuple[str, int]] = field(default_factory=list)
    """Phase and sketch, each time the marker moved."""

    def sheet(self, view: View) -> Order:
        """The sheet for this phase; an older one is put away."""
        if self.order is None or self.order.phase != view.phase:
            self.order = Order(self.seat, view.phase, "")
        return self.order
