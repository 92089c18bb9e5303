"""What to write: the agreement that promises most, as a feeler or signed, by which road and with which stress."""

from __future__ import annotations

from typing import NamedTuple

from game.engine.move import Draft, Term
from game.engine.writing import own_last
from game.negotiation.clause import UNSAID, Clause, Clauses, changed, with_change
from game.negotiation.letter import FEELER, OFFER
from game.negotiation.offer import asks_more
from game.opponent.evaluate import Outlook, Reach
from game.opponent.force import sharpness
from game.opponent.logit import by_worth
from game.opponent.reasons import Reason, reason
from game.opponent.search import small_worth

WORTH_WRITING = 0.25
"""Ours: points of hope below which no letter is sent."""
FEELS = 0.35
"""Ours: share of an offer's hope that a feeler keeps: it binds nobody, and shows where one stands."""
ASKS_MORE = 0.8
LEAK_COSTS = 3.0
LATE_COSTS = 0.8
SHARP = 6.0
"""Ours: hopes differ by less than headlines do, so they are weighed more exactly."""
SHOWN = 5
"""Ours: the best candidates among which the logit chooses."""


class Plan(NamedTuple):
    """A letter thought of: its hope in points (chance of being taken times what it would bring)."""

    reach: Reach
    strength: str
    hope: float


def terms_of(outlook: Outlook, clauses: Clauses) -> tuple[Term, ...]:
    issues = outlook.rulebook.tables.negotiation.issues
    return tuple(
        Term(issues[clause.issue].id, issues[clause.issue].levels[clause.level], clause.secret) for clause in clauses
    )


def early(outlook: Outlook) -> float:
    """The chance that his own cabinet will not yet bear an offer: its day is known to lie in his type's span."""
    first, last = outlook.rulebook.types[outlook.seat][outlook.kind].cabinet
    return min(1.0, max(0.0, (last - outlook.today) / (last - first + 1)))


def plans(outlook: Outlook) -> list[Plan]:
    """Letters worth sending, best first."""
    rulebook, view, seat = outlook.rulebook, outlook.view, outlook.seat
    last = own_last(view)
    most = rulebook.tables.negotiation.strengths.changes
    closed = [(issue, level) for issue, level, _ in view.closed]
    soon = early(outlook)
    made = outlook.made
    feeler_costs, offer_costs, lying_costs = (
        max(0.0, -small_worth(outlook, ops[seat], 0.0, dangerous=False, level=None))
        for ops in (made.feels_early, made.offers_early, made.left_lying)
    )
    standing = [letter for letter in view.outbox if letter.status == "open" and view.turn - letter.sent <= 3]
    out = []
    for reach in (*outlook.reaches, *neighbours(outlook, last)):
        clauses = reach.deal.clauses
        if closed and any((clause.issue, clause.level) in closed for clause in clauses):
            continue
        if last is not None and len(changed(last, clauses)) > most:
            continue
        gain = reach.worth - outlook.here
        if gain <= 0.0:
            continue
        more = 0.0
        if last is not None and asks_more(last, clauses, rulebook.own_end[seat]):
            more = ASKS_MORE
        hope = reach.chance * gain - more
        signed = Plan(reach, OFFER, hope - soon * offer_costs - lying_costs * (1.0 - reach.chance))
        feels = Plan(reach, FEELER, FEELS * hope - soon * feeler_costs)
        plan = signed if signed.hope >= feels.hope else feels
        if plan.hope <= WORTH_WRITING or any(
            letter.clauses == clauses and (letter.signed or plan.strength == FEELER) for letter in standing
        ):
            continue
        out.append(plan)
    out.sort(key=lambda plan: -plan.hope)
    return out


def neighbours(outlook: Outlook, last: Clauses | None) -> list[Reach]:
    """Texts near his open offer: one core clause put a step nearer one's own end."""
    made, rulebook, seat = outlook.made, outlook.rulebook, outlook.seat
    del last
    out = []
    for offer in outlook.offers[-1:]:
        for issue in made.core:
            now = max(0, next((clause.level for clause in offer.deal.clauses if clause.issue == issue), UNSAID))
            nearer = now + rulebook.own_end[seat][issue]
            found = rulebook.tables.negotiation.issues[issue]
            if not 0 <= nearer < len(found.levels):
                continue
            clause = Clause(issue, nearer, found.always[nearer] == "secret")
            deal = made.outcome(with_change(offer.deal.clauses, clause))
            worth, his = outlook.both(deal, seat)
            if worth > outlook.standoff:
                out.append(Reach(deal, worth, outlook.takes(deal, his)))
    return out


def choose_letter(
    outlook: Outlook, used: tuple[str, ...], named: str, draws: tuple[float, ...], *, must: bool
) -> tuple[Draft | None, Reason | None]:
    """One letter, or none. `must` writes at least a feeler: a test waits to be answered in kind."""
    roads = channels(outlook, used)
    if not roads:
        return None, None
    found = plans(outlook)[:SHOWN]
    if not found and must:
        last = own_last(outlook.view)
        most = outlook.rulebook.tables.negotiation.strengths.changes
        reaches = [
            reach for reach in outlook.reaches
            if last is None or len(changed(last, reach.deal.clauses)) <= most
        ]  # fmt: skip
        if reaches:
            best = max(reaches, key=lambda reach: reach.chance * (reach.worth - outlook.standoff))
            found = [Plan(best, FEELER, 0.0)]
    if not found:
        return None, None
    nothing = [] if must else [0.0]
    place, chance = by_worth([*(plan.hope for plan in found), *nothing], SHARP * sharpness(outlook), draws[0])
    if place == len(found):
        return None, None
    plan = found[place]
    channel = road(outlook, roads, plan, draws[1])
    if channel is None:
        return None, None
    clauses = plan.reach.deal.clauses
    draft = Draft(channel, plan.strength, terms_of(outlook, clauses), stress(outlook, draws[2]), "", named)
    return draft, reason(
        "letter", channel, signed=1.0 if plan.strength == OFFER else 0.0, worth=plan.reach.worth,
        chance=plan.reach.chance, hope=plan.hope, going_on=outlook.here, drawn=chance,
    )  # fmt: skip


def channels(outlook: Outlook, used: tuple[str, ...]) -> list[int]:
    """Roads open to the seat today that this order does not use already."""
    negotiation = outlook.rulebook.tables.negotiation
    if negotiation.since > outlook.today or outlook.view.ended is not None:
        return []
    return [
        number
        for number, channel in enumerate(negotiation.channels)
        if channel.seats[outlook.seat] and channel.since <= outlook.today and channel.id not in used
    ]


def road(outlook: Outlook, roads: list[int], plan: Plan, draw: float) -> str | None:
    """By which road: what it costs at home, what may leak, what may come late."""
    rulebook = outlook.rulebook
    secret = plan.reach.deal.secret
    worths, names = [], []
    for number in roads:
        channel = rulebook.tables.negotiation.channels[number]
        if channel.public and secret:
            continue
        cost = outlook.road_costs[number]
        leak, late = rulebook.channel_leak[number], rulebook.channel_late[number]
        if secret and leak is not None:
            cost -= LEAK_COSTS * leak(outlook.values)
        if late is not None:
            cost -= LATE_COSTS * late(outlook.values)
        names.append(channel.id)
        worths.append(cost)
    if not names:
        return None
    return names[by_worth(worths, 2.0 * sharpness(outlook), draw)[0]]


def stress(outlook: Outlook, draw: float) -> str:
    """What he dwells on: drawn from his type's habits."""
    names = outlook.rulebook.tables.negotiation.stresses[outlook.seat]
    weights = outlook.rulebook.types[outlook.seat][outlook.kind].stress
    total = 0.0
    for weight in weights:
        total += weight
    mark = draw * total
    for name, weight in zip(names, weights, strict=False):
        mark -= weight
        if mark < 0.0:
            return name
    return names[0] if names else ""


def probe(outlook: Outlook, draw: float) -> str:
    """A question to the other side while he is hard to read, one that has not been asked before."""
    negotiation, view = outlook.rulebook.tables.negotiation, outlook.view
    if negotiation.since > outlook.today or view.ended is not None or not outlook.half_left:
        return ""
    if view.exact[outlook.rulebook.probes_at[outlook.seat]] // 1000 >= negotiation.probe_game:
        return ""
    if max(outlook.belief) > 0.75 or draw > 0.5:
        return ""
    asked = [order.probe for order in view.orders]
    open_ones = [one.id for one in negotiation.probes if one.seat == outlook.seat and one.id not in asked]
    return open_ones[int(draw * 2.0 * len(open_ones)) % len(open_ones)] if open_ones else ""
