"""The standard mind: everything a leader signs in one phase, put together from its parts."""

from __future__ import annotations

from dataclasses import replace

from game.engine.chance import block, unit
from game.engine.knowledge import Knowledge
from game.engine.legality import refusal
from game.engine.move import Answer, Draft, Order
from game.opponent.answer import accepting, enquiring
from game.opponent.council import ask
from game.opponent.deepen import deepen
from game.opponent.evaluate import Outlook, apply
from game.opponent.force import last_decision, war_turn
from game.opponent.lore import Lore
from game.opponent.prepared import Deed, Prepared
from game.opponent.propose import choose_letter, probe
from game.opponent.reasons import Decision, Reason, reason
from game.opponent.search import Headline, accord, changes, choose_headline, headlines, open_deeds, riders
from game.opponent.skill import Skill

SOFT_TEST = 0.5


def lead(made: Prepared, view: Knowledge, skill: Skill, lore: Lore, draw: bytes) -> Decision:
    """The next move of a standard mind: questions to the council first, then the order."""
    if skill.no_letters:
        view = view._replace(inbox=())
    if view.stage == "orders" and skill.questions:
        asked = ask(made.rulebook, view, skill, draw)
        if asked is not None:
            return asked
    outlook = look(made, view, skill, lore)
    if not skill.depth or view.stage != "orders" or view.ended is not None or not outlook.half_left:
        return settle(outlook, draw)
    shallow = replace(skill, depth=0, questions="")

    def mover(seen: Knowledge, lore_: Lore, key: bytes) -> Order:
        found = settle(look(made, seen, shallow, lore_), key).move
        assert isinstance(found, Order)
        return found

    def judge(seen: Knowledge) -> float:
        return standing(look(made, seen, shallow, lore))

    deeds = open_deeds(outlook)
    return checked(outlook, deepen(outlook, deeds, order(outlook, deeds, draw), lore, draw, mover, judge))


def standing(outlook: Outlook) -> float:
    """What a position is worth as it stands: going on, or the end that it has come to."""
    view, made = outlook.view, outlook.made
    if view.ended is None:
        if outlook.half_left:
            if not outlook.reckoned:
                outlook.negotiate()
                outlook.reckon()
            if view.stage != "orders":
                return 0.5 * outlook.here
            return outlook.here
        return outlook.standoff
    if view.ended.group == "settlement":
        formula = outlook.rulebook.worth[outlook.seat, "deal"]
        return made.weigh(outlook.seat, outlook.kind, formula(outlook.values), made.nothing)
    return made.end_worth(outlook.values, view.ended.ending, outlook.seat, outlook.kind)


def look(made: Prepared, view: Knowledge, skill: Skill, lore: Lore) -> Outlook:
    """The position as this mind reckons it."""
    outlook = Outlook(made, view, skill, lore.kind, lore)
    if view.stage == "orders" and view.ended is None and outlook.half_left:
        outlook.negotiate()
        outlook.reckon()
    return outlook


def settle(outlook: Outlook, draw: bytes) -> Decision:
    """The order that a position calls for."""
    view = outlook.view
    if view.stage == "last":
        return last_decision(outlook, draw)
    if view.stage == "war":
        return war_turn(outlook, draw)
    deeds = open_deeds(outlook)
    if view.ended is not None or not outlook.half_left:
        return aftermath(outlook, deeds, draw)
    return checked(outlook, order(outlook, deeds, draw))


def order(outlook: Outlook, deeds: list[Deed], draw: bytes) -> Decision:
    """Answers, headline, riders, standing orders, a letter, a probe, an accord."""
    view, skill = outlook.view, outlook.skill
    pace = outlook.rulebook.tables.paces[view.pace]
    draws = block(draw, "order")
    more = block(draw, "more")
    reasons: list[Reason] = []
    answers: tuple[Answer, ...] = ()
    if outlook.offers:
        taken, why = accepting(outlook, draws[0])
        if why is not None:
            reasons.append(why)
        if taken is not None:
            answers = (taken,)
    found = headlines(outlook, deeds)
    deed, why = choose_headline(outlook, found, draws[1])
    reasons.append(why)
    signed, because = riders(outlook, deed.act.id, pace, more)
    reasons += because
    changed, because = changes(outlook, pace, draws[2:4])
    reasons += because
    named = ""
    if any(one.since <= outlook.today for one in outlook.rulebook.tables.accords):
        after = list(outlook.values)
        apply(deed.ops, after, outlook.slope)
        for name, level in changed:
            after[outlook.rulebook.standing_at[outlook.rulebook.standing[name]]] = level * 1000
        named, why_ = accord(outlook, after, draws[4])
        if why_ is not None:
            reasons.append(why_)
    letters: tuple[Draft, ...] = ()
    if not answers and not skill.no_letters:
        used = tuple(op[7] for op in deed.act.ops if op[6] == "uses_channel")
        must = answers_test(outlook, deed, named, draws[5])
        draft, why_ = choose_letter(outlook, used, named, block(draw, "letter"), must=must)
        if draft is not None:
            letters = (draft,)
        if why_ is not None:
            reasons.append(why_)
        if draft is None:
            asked, why_ = enquiring(outlook, draws[6])
            if asked is not None:
                answers = (asked,)
            if why_ is not None:
                reasons.append(why_)
    question = probe(outlook, draws[7]) if not skill.no_letters else ""
    move = Order(
        outlook.seat, view.phase, deed.act.id, tuple(signed), tuple(changed), answers, letters, question, named
    )
    return Decision(move, (*reasons, *beliefs(outlook)))


def answers_test(outlook: Outlook, deed: Deed, named: str, draw: float) -> bool:
    """Whether the other side's soft act, waiting for an answer, gets one in kind: some types do, some do not."""
    if not outlook.view.exact[outlook.rulebook.test_at[outlook.other]]:
        return False
    if named or deed.hardness * 1000 <= outlook.rulebook.tables.tests.answers_at:
        return False
    return draw < SOFT_TEST * outlook.rulebook.types[outlook.seat][outlook.kind].answers * 0.001


def beliefs(outlook: Outlook) -> tuple[Reason, ...]:
    """What he held of the other man when he signed."""
    kinds = outlook.rulebook.types[outlook.other]
    return tuple(reason("belief", kind.id, chance=share) for kind, share in zip(kinds, outlook.belief, strict=True))


def checked(outlook: Outlook, decision: Decision) -> Decision:
    """The order as the rules allow it: a part that is refused is left out."""
    rulebook, view = outlook.rulebook, outlook.view
    move = decision.move
    if refusal(rulebook, view, move) is None or not isinstance(move, Order):
        return decision
    for without in (_no_letters, _no_answers, _no_words, _bare):
        move = without(move)
        if refusal(rulebook, view, move) is None:
            return decision._replace(move=move)
    for deed in open_deeds(outlook):
        move = Order(outlook.seat, view.phase, deed.act.id)
        if refusal(rulebook, view, move) is None:
            return decision._replace(move=move)
    return decision


def _no_letters(order: Order) -> Order:
    return order._replace(letters=())


def _no_answers(order: Order) -> Order:
    return order._replace(letters=(), answers=())


def _no_words(order: Order) -> Order:
    return order._replace(letters=(), answers=(), probe="", accord="")


def _bare(order: Order) -> Order:
    return Order(order.seat, order.phase, order.option)


def aftermath(outlook: Outlook, deeds: list[Deed], draw: bytes) -> Decision:
    """After the crisis, or before it: each option by what the end is then worth, and by experience."""
    found = [
        Headline(deed, after(outlook, deed) + outlook.acts.get(deed.source, 0.0) + outlook.liking * deed.hardness)
        for deed in deeds
    ]
    deed, why = choose_headline(outlook, found, unit(draw, "headline"))
    return checked(outlook, Decision(Order(outlook.seat, outlook.view.phase, deed.act.id), (why,)))


def after(outlook: Outlook, deed: Deed) -> float:
    """What the end is worth once an option of the aftermath is carried out."""
    view, made, seat, kind = outlook.view, outlook.made, outlook.seat, outlook.kind
    values = list(outlook.values)
    drift = apply(deed.ops, values, outlook.slope)
    if view.ended is not None and view.ended.group == "settlement":
        return made.weigh(seat, kind, outlook.rulebook.worth[seat, "deal"](values), made.nothing)
    if view.ended is not None:
        return made.end_worth(values, view.ended.ending, seat, kind)
    return made.end_worth(values, outlook.rulebook.tables.standoff, seat, kind) + drift
