"""Force: what a strike is worth before it is ordered, the last decision, and the turns of a war."""

from __future__ import annotations

from game.engine.chance import unit
from game.engine.knowledge import Knowledge
from game.engine.move import ACCEPT, Answer, Order
from game.engine.rulebook import Rulebook
from game.engine.tables import Strike
from game.opponent.evaluate import Outlook
from game.opponent.logit import by_worth, sigmoid
from game.opponent.prepared import Prepared
from game.opponent.reasons import Decision, Reason, reason

Spread = tuple[float, float, float, float]
"""Chances of a cease-fire, a limited war, a nuclear weapon used, general war."""

LAST = (("hold", 0.0), ("call", -0.5), ("answer", 2.0))
"""A last decision's choices, with how hard each is."""


def choice_weights(rulebook: Rulebook, seat: int, kind: int, strike: str) -> list[tuple[str, float]]:
    """How a type answers in a war, by choice; a small strike moves most of the rest toward the first choice."""
    given = dict(rulebook.types[seat][kind].war)
    choices = [choice.id for choice in rulebook.tables.war.choices if choice.seat == seat]
    weights = [(name, float(given.get(name, 0))) for name in choices]
    total = 0.0
    for _, weight in weights:
        total += weight
    if total <= 0.0:
        return [(name, 1.0 / len(choices)) for name in choices]
    shares = [(name, weight / total) for name, weight in weights]
    found = rulebook.strikes.get(strike)
    if found is not None and found.softens and found.seat != seat:
        kept = 1.0 - found.softens * 0.001
        moved = 1.0 - shares[0][1]
        shares = [
            (name, share + (1.0 - kept) * moved if place == 0 else share * kept)
            for place, (name, share) in enumerate(shares)
        ]
    return shares


def course(made: Prepared, kinds: tuple[int, int], strike: str) -> Spread:
    """Where a war between two types leads, by the scenario's table at its start."""
    place = (*kinds, strike)
    if place not in made.courses:
        made.courses[place] = _course(made, kinds, strike)
    return made.courses[place]


def _course(made: Prepared, kinds: tuple[int, int], strike: str) -> Spread:
    rulebook = made.rulebook
    start = rulebook.start
    sides = [dict(choice_weights(rulebook, seat, kinds[seat], strike)) for seat in range(2)]
    on = 0.0
    ends = [0.0, 0.0, 0.0, 0.0]
    for (one, two), row in rulebook.war_rows.items():
        weight = sides[0].get(one, 0.0) * sides[1].get(two, 0.0)
        chances = [number(start) for number in row]
        on += weight * chances[0]
        for place in range(4):
            ends[place] += weight * chances[place + 1]
    out = [0.0, 0.0, 0.0, 0.0]
    alive = 1.0
    for _ in range(max(1, rulebook.tables.war.turns)):
        for place in range(4):
            out[place] += alive * ends[place]
        alive *= on
    out[1] += alive
    return (out[0], out[1], out[2], out[3])


def strike_worth(outlook: Outlook, values: list[int], strike: Strike) -> float:
    """Expected worth of ordering a strike from a position: it works or fails, is answered, ends somewhere."""
    made, rulebook, seat, kind = outlook.made, outlook.rulebook, outlook.seat, outlook.kind
    war = rulebook.tables.war
    nuclear = min(1.0, max(0.0, rulebook.strike_nuclear[strike.id](values)))
    general = min(1.0, max(0.0, rulebook.nuclear_general(values)))
    works = min(1.0, max(0.0, rulebook.strike_works[strike.id](values)))
    ceasefire, limited, used, _ = war.endings
    worth = {
        name: made.end_worth(values, name, seat, kind)
        for name in sorted(frozenset((strike.ending or ceasefire, strike.fails or limited, limited, used)))
    }
    peace = works * worth[strike.ending or ceasefire] + (1.0 - works) * worth[strike.fails or limited]
    if strike.goes_on:
        peace = outlook.here
    total = 0.0
    for rival, share in enumerate(outlook.belief):
        kinds = (kind, rival) if seat == 0 else (rival, kind)
        stops, limits, weapons, _ = course(made, kinds, strike.id)
        total += share * (stops * peace + limits * worth[limited] + weapons * (1.0 - general) * worth[used])
    feared = min(1.0, outlook.fear * nuclear)
    return (1.0 - feared) * total + feared * (1.0 - general) * worth[used]


def war_worth(outlook: Outlook, strike: str) -> float:
    """Expected worth of a war that opens now in some other way than by one's own strike."""
    found = outlook.rulebook.strikes[strike]
    return strike_worth(outlook, outlook.values, found)


def last_decision(outlook: Outlook, draw: bytes) -> Decision:
    """Hold, call him in clear, or answer: by what each may keep and what is feared."""
    view, rulebook = outlook.view, outlook.rulebook
    last = view.last
    holder = last.holder if last is not None else outlook.seat
    values = outlook.values
    outlook.negotiate()
    outlook.reckon()
    war = war_worth(outlook, rulebook.tables.war.opens)
    kept = {
        "hold": min(1.0, max(0.0, rulebook.hold[holder](values))),
        "call": min(1.0, max(0.0, rulebook.call[holder](values))),
        "answer": 0.0,
    }
    if last is not None and last.first == "call":
        kept["hold"] = kept["call"]
    worths = []
    for name, hardness in LAST:
        lost = war * (1.0 - min(0.9, 0.3 * outlook.fear))
        worths.append(kept[name] * outlook.here + (1.0 - kept[name]) * lost + outlook.liking * hardness)
    place, chance = by_worth(worths, sharpness(outlook), unit(draw, "last decision"))
    name = LAST[place][0]
    found = reason("last", name, worth=worths[place], chance=chance, kept=kept[name], fear=outlook.fear)
    return Decision(Order(outlook.seat, view.phase, name), (found,))


def war_turn(outlook: Outlook, draw: bytes) -> Decision:
    """A war turn: by the weights of the leader's type; an open letter that beats the war is taken."""
    view, rulebook = outlook.view, outlook.rulebook
    shares = choice_weights(rulebook, outlook.seat, outlook.kind, view.strike)
    draws = unit(draw, "war")
    chosen, chance = shares[-1]
    for name, share in shares:
        draws -= share
        if draws < 0.0:
            chosen, chance = name, share
            break
    reasons: list[Reason] = [reason("war", chosen, chance=chance)]
    answers: tuple[Answer, ...] = ()
    outlook.negotiate()
    outlook.reckon()
    signed = [offer for offer in outlook.offers if offer.signed]
    if signed and view.ended is None:
        offer = signed[-1]
        war = war_worth(outlook, rulebook.tables.war.opens)
        if unit(draw, "war accept") < sigmoid(sharpness(outlook) * (offer.worth - war)):
            answers = (Answer(offer.number, ACCEPT),)
            reasons.insert(0, reason("accept", str(offer.number), worth=offer.worth, otherwise=war))
    return Decision(Order(outlook.seat, view.phase, chosen, answers=answers), tuple(reasons))


def sharpness(outlook: Outlook) -> float:
    """Logit a point: .45 at the standard temperature."""
    return 1000.0 / max(1, outlook.skill.temperature)


def is_war(view: Knowledge) -> bool:
    return view.stage == "war"
