"""The one transition: state and move in; a step out, or a refusal with its reason. Nothing else changes a game."""

from __future__ import annotations

from typing import NamedTuple

from game.engine import trigger
from game.engine.knowledge import Knowledge
from game.engine.legality import refusal
from game.engine.move import Ask, Inject, Move, Order, Withdraw
from game.engine.observe import bears_against, exactly
from game.engine.refusal import INVALID, Refusal
from game.engine.report import Event, as_report
from game.engine.resolve import resolve
from game.engine.rulebook import Rulebook
from game.engine.state import State
from game.engine.work import Work


class Step(NamedTuple):
    """The state after a move, and what happened on the way, in order."""

    state: State
    events: tuple[Event, ...]


def play(rulebook: Rulebook, state: State, move: Move) -> Step | Refusal:
    """Make a move. A refused move changes nothing; no move raises."""
    if isinstance(move, Inject):
        found = refusal(rulebook, state.knowledge[0], move)
        return found or _inject(rulebook, state, move)
    if move.seat not in (0, 1):
        return Refusal(INVALID, "seat", "no_such_seat")
    found = refusal(rulebook, state.knowledge[move.seat], move)
    if found is not None:
        return found
    match move:
        case Ask():
            return _ask(rulebook, state, move)
        case Withdraw():
            return Step(_sign(state, move.seat, None), ())
    signed = _sign(state, move.seat, in_order(move))
    for seat in range(2):
        if signed.owed[seat] and signed.orders[seat] is None:
            return Step(signed, ())
    return Step(*resolve(rulebook, signed))


def in_order(order: Order) -> Order:
    """The same order whatever the sequence its parts were named in."""
    return order._replace(
        riders=tuple(sorted(order.riders)),
        changes=tuple(sorted(order.changes)),
        answers=tuple(sorted(order.answers, key=lambda answer: answer.letter)),
        letters=tuple(sorted(draft._replace(terms=tuple(sorted(draft.terms))) for draft in order.letters)),
    )


def _sign(state: State, seat: int, order: Order | None) -> State:
    signed = order is not None
    orders = (order, state.orders[1]) if seat == 0 else (state.orders[0], order)
    known: list[Knowledge] = []
    for viewer, knowledge in enumerate(state.knowledge):
        marks = (signed, knowledge.signed[1]) if seat == 0 else (knowledge.signed[0], signed)
        known.append(
            knowledge._replace(signed=marks, order=order) if viewer == seat else knowledge._replace(signed=marks)
        )
    return state._replace(orders=orders, knowledge=tuple(known))  # type: ignore[arg-type]


def _ask(rulebook: Rulebook, state: State, move: Ask) -> Step:
    seat = move.seat
    knowledge = state.knowledge[seat]
    claim, card = rulebook.claim_of[move.claim], rulebook.card_of[move.card]
    shown = dict(knowledge.dossier.cards)[card]
    right = bears_against(rulebook, claim, card, shown)
    work = Work(rulebook, state)
    work.ledger.apply(rulebook.right_ops[seat] if right else rulebook.wrong_ops[seat], seat, "council")
    unlocks = rulebook.tables.council.cards[card].unlocks
    if right and unlocks:
        work.ledger.put(rulebook.at(unlocks), 1000, None, seat, "council")
    values = tuple(work.v)
    papers = knowledge.dossier._replace(
        questions=knowledge.dossier.questions - 1, asked=(*knowledge.dossier.asked, (claim, card, right))
    )
    values_said = (("claim", move.claim), ("card", move.card), ("right", int(right)))
    event = Event("asked", state.knowledge[seat].phase, move.claim, values_said, (seat == 0, seat == 1, False), seat)
    known = list(state.knowledge)
    known[seat] = knowledge._replace(
        dossier=papers,
        exact=exactly(rulebook, seat, values, state.before),
        reports=knowledge.reports if state.quiet else (*knowledge.reports, as_report(event)),
    )
    asks = (state.asks[0] + 1, state.asks[1]) if seat == 0 else (state.asks[0], state.asks[1] + 1)
    changed = state._replace(values=values, asks=asks, knowledge=tuple(known))  # type: ignore[arg-type]
    return Step(changed, () if state.quiet else (event,))


def _inject(rulebook: Rulebook, state: State, move: Inject) -> Step:
    """A teacher's event: a trigger of the scenario fires now, and every seat's exact dials follow."""
    work = Work(rulebook, state)
    trigger.fire(work, rulebook.trigger_of[move.what])
    values = tuple(work.v)
    known = tuple(
        knowledge._replace(
            exact=exactly(rulebook, viewer, values, state.before),
            reports=(*knowledge.reports, *(as_report(event) for event in work.events if event.known[viewer])),
        )
        for viewer, knowledge in enumerate(state.knowledge)
    )
    changed = state._replace(
        values=values, fired=work.fired, closed=tuple(work.closed), grants=(work.grants[0], work.grants[1]),
        knowledge=known,  # type: ignore[arg-type]
    )  # fmt: skip
    return Step(changed, tuple(work.events))
