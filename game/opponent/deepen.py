"""Looking one turn further: the best headlines are played out in supposed worlds, within a budget of nodes.

A node is one resolved turn. The rival in a supposed world plays as a standard mind of the type supposed there.
"""

from __future__ import annotations

from collections.abc import Callable

from game.engine.api import Refusal, play, suppose, view
from game.engine.chance import sub_key, unit
from game.engine.knowledge import Knowledge
from game.engine.move import Order
from game.opponent.evaluate import Lore, Outlook
from game.opponent.force import sharpness
from game.opponent.logit import by_worth
from game.opponent.prepared import Deed
from game.opponent.reasons import Decision, reason
from game.opponent.search import headlines

BROAD = 3
"""Ours: headlines looked into."""

Mover = Callable[[Knowledge, Lore, bytes], Order]
Judge = Callable[[Knowledge], float]


def deepen(
    outlook: Outlook, deeds: list[Deed], decision: Decision, lore: Lore, draw: bytes, mover: Mover, judge: Judge
) -> Decision:
    """The decision again, with its headline chosen by what came of each in supposed worlds."""
    move = decision.move
    if not isinstance(move, Order) or any(answer.kind == "accept" for answer in move.answers):
        return decision
    best = sorted(headlines(outlook, deeds), key=lambda one: -one.worth)[:BROAD]
    if len(best) < 2:
        return decision
    worths = []
    for one in best:
        total, count = 0.0, 0
        for number in range(outlook.skill.depth):
            found = _tried(outlook, move._replace(option=one.deed.act.id, riders=()), lore, draw, number, mover, judge)
            if found is not None:
                total, count = total + found, count + 1
        worths.append((total / count if count else one.worth) + outlook.liking * one.deed.hardness)
    place, chance = by_worth(worths, sharpness(outlook), unit(draw, "deep"))
    chosen = best[place].deed.act.id
    riders = move.riders if chosen == move.option else ()
    why = reason("looked", chosen, worth=worths[place], chance=chance, worlds=float(outlook.skill.depth))
    return Decision(move._replace(option=chosen, riders=riders), (why, *decision.reasons))


def _tried(
    outlook: Outlook, order: Order, lore: Lore, draw: bytes, number: int, mover: Mover, judge: Judge
) -> float | None:
    """What one supposed world is worth after this order and the rival's, or None where it cannot be played."""
    rulebook, seat, other = outlook.rulebook, outlook.seat, outlook.other
    key = sub_key(draw, "world", number)
    step = play(rulebook, suppose(rulebook, outlook.view, key), order)
    if isinstance(step, Refusal):
        return None
    if step.state.owed[other] and step.state.orders[other] is None and step.state.orders[seat] is not None:
        seen = view(step.state, other)
        answer = play(rulebook, step.state, mover(seen, lore.rival(seen.own_type), sub_key(key, "rival")))
        if isinstance(answer, Refusal):
            return None
        step = answer
    return judge(view(step.state, seat))
