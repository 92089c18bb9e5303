"""What to do with letters that lie open: take one, or hold."""

from __future__ import annotations

from game.engine.move import ACCEPT, ENQUIRE, Answer, Term
from game.engine.post import MEDIATOR
from game.negotiation.clause import UNSAID, level_of
from game.opponent.evaluate import Offer, Outlook
from game.opponent.force import sharpness
from game.opponent.logit import by_worth
from game.opponent.propose import early
from game.opponent.reasons import Reason, reason

FADES = 8.0
"""Ours: how fast a type's optimism fades with the hazard of the days left."""
HOPES = 0.3
LATE = 0.6
"""Ours: how much of it is gone by the last day."""
SHARP = 4.0
"""Ours: a signature is weighed this much more exactly than a headline."""
NEAR = 6.0
"""Ours: an offer this many points short is asked about."""


def hopes_for_better(outlook: Outlook) -> float:
    """Points by which he expects to do better still: his type's optimism, less as danger and the calendar go on."""
    danger = outlook.hazard * outlook.half_left * outlook.fear
    total = max(1, outlook.made.days[outlook.view.pace][0].half_left)
    gone = 1.0 - outlook.half_left / total
    return outlook.optimism * max(0.0, 1.0 - FADES * danger - LATE * gone)


def accepting(outlook: Outlook, draw: float) -> tuple[Answer | None, Reason | None]:
    """Take the other side's latest signed offer where it beats going on."""
    offer = latest(outlook)
    if offer is None:
        return None, None
    too_soon = early(outlook) * (offer.worth - outlook.signed_early(offer))
    going_on = too_soon + outlook.demand + HOPES * hopes_for_better(outlook)
    place, chance = by_worth((going_on, offer.worth), SHARP * sharpness(outlook), draw)
    found = reason(
        "accept" if place else "hold", str(offer.number), worth=offer.worth, going_on=going_on, chance=chance,
        hazard=outlook.hazard * outlook.half_left, belief=max(outlook.belief),
    )  # fmt: skip
    return (Answer(offer.number, ACCEPT) if place else None), found


def latest(outlook: Outlook) -> Offer | None:
    """The offer to weigh: the last signed one of theirs, or the mediator's text where that is worth more."""
    found = None
    for offer in reversed(outlook.offers):
        if offer.signed and (found is None or (MEDIATOR in (offer.by, found.by) and offer.worth > found.worth)):
            found = offer
    return found


def enquiring(outlook: Outlook, draw: float) -> tuple[Answer | None, Reason | None]:
    """Ask about the clause that costs most in an offer that is nearly good enough."""
    offer = latest(outlook)
    if offer is None or draw > 0.3 or not 0.0 < outlook.here - offer.worth < NEAR:
        return None, None
    issues = outlook.rulebook.tables.negotiation.issues
    for issue in outlook.made.agreements.core:
        level = level_of(offer.deal.clauses, issue)
        nearer = level + outlook.rulebook.own_end[outlook.seat][issue]
        if level == UNSAID or not 0 <= nearer < len(issues[issue].levels):
            continue
        if outlook.view.exact[outlook.rulebook.mark_at[outlook.seat][issue]] > 0:
            continue
        clause = next(clause for clause in offer.deal.clauses if clause.issue == issue)
        term = Term(issues[issue].id, issues[issue].levels[level], clause.secret)
        return Answer(offer.number, ENQUIRE, term), reason("ask", issues[issue].id, short=outlook.here - offer.worth)
    return None, None
