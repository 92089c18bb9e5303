"""The computer's seat: its mind is asked, with its own view and its own lots, until it signs. It shows at night."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from game.engine.move import Order
from game.engine.refusal import Refusal
from game.referee.table import Answer, Table, Unsaved
from game.wording.catalogue import _

Mind = Callable[..., Any]
Submit = Callable[[Any, str], Answer | Unsaved | Refusal | None]
MOST = 40
"""Questions to a mind in one phase before it is held to be broken."""


class Stuck(Exception):
    """A mind gave no legal order."""


def play_rivals(table: Table, mind: Mind, skills: dict[int, Any], seats: tuple[int, ...], submit: Submit) -> None:
    """Have every seat of the computer that owes something sign it. Raises Stuck where a mind cannot.

    `submit` hands a move to the table, and asks whoever sits here what to do where it cannot be written down.
    """
    for seat in seats:
        if seat in table.owed():
            sign(table, mind, skills.get(seat), seat, submit)


def sign(table: Table, mind: Mind, skill: Any, seat: int, submit: Submit) -> None:
    by = table.seats[seat].by
    phase = table.phase
    for _number in range(MOST):
        decision = mind(table.rulebook, table.view(seat), skill, table.draw(seat))
        answer = submit(decision.move, by)
        if not isinstance(answer, Answer):
            raise Stuck(str(answer))
        reasons = getattr(decision, "reasons", ())
        if reasons:
            table.note(seat, by, [list(one) for one in reasons])
        if isinstance(decision.move, Order):
            return
    raise Stuck(_("no order in {phase}", phase=phase))
