"""The one transition: state and move in; a step out, or a refusal with its reason. Nothing else changes a game."""

from __future__ import annotations

from operator import attrgetter
from typing import NamedTuple

from game.engine import trigger
from game.engine.effects import Ledger
from game.engine.guess import likely_values
from game.engine.knowledge import asked
from game.engine.legality import refusal
from game.engine.move import Ask, Inject, Move, Order, Withdraw
from game.engine.observe import bears_against, belief_after, card_weights, exactly
from game.engine.refusal import INVALID, Refusal
from game.engine.report import Event, as_report
from game.engine.resolve import resolve
from game.engine.rulebook import Rulebook
from game.engine.state import State, with_order, with_question
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
            return Step(with_order(state, move.seat, None), ())
    order = in_order(move)
    one, two = orders = (order, state.orders[1]) if move.seat == 0 else (state.orders[0], order)
    if (one is None and state.owed[0]) or (two is None and state.owed[1]):
        return Step(with_order(state, move.seat, order), ())
    return Step(*resolve(rulebook, state, orders))


def in_order(order: Order) -> Order:
    """The same order whatever the sequence its parts were named in."""
    seat, phase, option, riders, changes, answers, letters, probe, accord, reply = order
    if len(riders) < 2 and len(changes) < 2 and len(answers) < 2 and not letters:
        return order
    if len(answers) > 1:
        answers = tuple(sorted(answers, key=_letter))
    if letters:
        letters = tuple(sorted([
            one if len(one.terms) < 2 else one._replace(terms=tuple(sorted(one.terms))) for one in letters
        ]))  # fmt: skip
    if len(riders) > 1:
        riders = tuple(sorted(riders))
    if len(changes) > 1:
        changes = tuple(sorted(changes))
    return Order(seat, phase, option, riders, changes, answers, letters, probe, accord, reply)


_letter = attrgetter("letter")


def _ask(rulebook: Rulebook, state: State, move: Ask) -> Step:
    seat = move.seat
    knowledge = state.knowledge[seat]
    claim, card = rulebook.claim_of[move.claim], rulebook.card_of[move.card]
    shown = dict(knowledge.dossier.cards)[card]
    right = bears_against(rulebook, claim, card, shown)
    ledger = Ledger(state.values, rulebook.scales[state.lens], state.quiet)
    ledger.apply(rulebook.right_ops[seat] if right else rulebook.wrong_ops[seat], seat, "council")
    unlocks = rulebook.tables.council.cards[card].unlocks
    if right and unlocks:
        ledger.put(rulebook.at(unlocks), 1000, None, seat, "council")
    values = tuple(ledger.v)
    exact = rulebook.exact[seat](ledger.v, state.before)
    belief = knowledge.belief
    if right and rulebook.card_variants[card]:
        told = card_weights(rulebook, 1 - seat, card, shown, likely_values(rulebook, knowledge))
        if told:
            belief = belief_after(rulebook, 1 - seat, belief, told)
    events: tuple[Event, ...] = ()
    reports = knowledge.reports
    if not state.quiet:
        said = (("claim", move.claim), ("card", move.card), ("right", int(right)))
        events = (Event("asked", knowledge.phase, move.claim, said, (seat == 0, seat == 1, False), seat),)
        reports = (*reports, as_report(events[0]))
    learned = asked(knowledge, (claim, card, right), belief, exact, reports)
    return Step(with_question(state, seat, values, learned), events)


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
