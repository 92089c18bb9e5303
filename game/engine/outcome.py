"""How a crisis ended, as a value; and what that is worth to a seat, which is another matter."""

from __future__ import annotations

from typing import NamedTuple

from game.negotiation.clause import Clauses


class Outcome(NamedTuple):
    """`ending` and `group` are the scenario's; `cause` is what brought it about; `turn` is its phase."""

    ending: str
    group: str
    cause: str
    turn: str
    deal: Clauses = ()
