"""One thing a seat might name."""

from __future__ import annotations

from typing import NamedTuple

from game.engine.refusal import Refusal


class Choice(NamedTuple):
    """One thing a seat might name, and why it may not, or None. `level` is for standing orders."""

    id: str
    source: str
    refusal: Refusal | None
    level: int = 0

    def shut(self, refusal: Refusal | None) -> Choice:
        """The same with what closes it."""
        return Choice(self.id, self.source, refusal, self.level)
