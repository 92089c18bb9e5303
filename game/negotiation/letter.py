"""A letter: clauses with a strength, a channel and a stress, from one leader to the other."""

from __future__ import annotations

from typing import NamedTuple

from game.negotiation.clause import Clauses

FEELER = "feeler"
OFFER = "offer"
STRENGTHS = (FEELER, OFFER)

OPEN = "open"
HELD = "held"
ANSWERED = "answered"
RETURNED = "returned"
LAPSED = "lapsed"


class Letter(NamedTuple):
    """A sent letter. `sent` and `due` are turns; `back` is the letter it returns to its own writer, or -1."""

    writer: int
    channel: int
    strength: str
    clauses: Clauses
    stress: int
    tone: str
    accord: int
    sent: int
    due: int
    status: str = OPEN
    back: int = -1
    arrived: bool = False

    @property
    def signed(self) -> bool:
        return self.strength == OFFER

    def put(self, status: str) -> Letter:
        """The letter with another status."""
        return Letter._make((*self[:9], status, *self[10:]))

    def come(self, turn: int) -> Letter:
        """The letter once it has reached its reader, on this turn."""
        return Letter._make((*self[:8], turn, self.status, self.back, True))
