"""A mind without a thought: any legal move, drawn part by part from `choices`. Every other is measured by it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from random import Random
from typing import NamedTuple

from game.engine.choice import Choice
from game.engine.choices import Choices, choices
from game.engine.legality import refusal
from game.engine.move import AMEND, ENQUIRE, Answer, Ask, Draft, Order, Term
from game.engine.rulebook import Rulebook
from game.engine.view import View
from game.negotiation.letter import STRENGTHS


class Habits(NamedTuple):
    """How often a random player does what nobody makes him do."""

    asks: float = 0.5
    answers: float = 0.6
    writes: float = 0.3
    amends: float = 0.1
    secret: float = 0.25


HABITS = Habits()
Part = Callable[[Order], Order]


def random_move(rulebook: Rulebook, view: View, pick: Random, habits: Habits = HABITS) -> Ask | Order:
    """A legal move of the seat that looks through `view`; it must be owed one and not have signed."""
    space = choices(rulebook, view)
    if space.questions and space.claims and space.cards and pick.random() < habits.asks:
        ask = Ask(view.viewer, view.phase, pick.choice(space.claims), pick.choice(space.cards))
        if refusal(rulebook, view, ask) is None:
            return ask
    return random_order(rulebook, view, space, pick, habits)


def random_order(rulebook: Rulebook, view: View, space: Choices, pick: Random, habits: Habits = HABITS) -> Order:
    """A legal order: parts are added one by one, and one that the rules refuse is left out."""
    able = [choice.id for choice in space.options if choice.refusal is None]
    if not able:
        raise ValueError(f"seat {view.viewer} has no legal option in {view.phase}")
    order = Order(view.viewer, view.phase, pick.choice(able))
    for part in _parts(rulebook, view, space, pick, habits):
        longer = part(order)
        if refusal(rulebook, view, longer) is None:
            order = longer
    return order


def _parts(rulebook: Rulebook, view: View, space: Choices, pick: Random, habits: Habits) -> Iterator[Part]:
    for rider in _some(space.riders, space.most_riders, pick):
        yield lambda order, id=rider.id: order._replace(riders=(*order.riders, id))  # type: ignore[misc]
    for change in _some(space.changes, space.most_changes, pick):
        named = (change.id, change.level)
        yield lambda order, named=named: order._replace(changes=(*order.changes, named))  # type: ignore[misc]
    for number, kinds in space.answers:
        if kinds and pick.random() < habits.answers:
            answer = random_answer(rulebook, number, kinds, pick, habits)
            yield lambda order, answer=answer: order._replace(answers=(*order.answers, answer))  # type: ignore[misc]
    for channel in space.channels:
        if channel.refusal is None and pick.random() < habits.writes:
            draft = random_draft(rulebook, view, channel.id, pick, habits)
            yield lambda order, draft=draft: order._replace(letters=(*order.letters, draft))  # type: ignore[misc]
    for probe in _some(space.probes, 1, pick):
        yield lambda order, id=probe.id: order._replace(probe=id)  # type: ignore[misc]
    for accord in _some(space.accords, 1, pick):
        yield lambda order, id=accord.id: order._replace(accord=id)  # type: ignore[misc]
    if space.replies and pick.random() < habits.answers:
        reply = pick.choice(space.replies).id
        yield lambda order: order._replace(reply=reply)


def _some(found: Sequence[Choice], most: int, pick: Random) -> list[Choice]:
    able = [choice for choice in found if choice.refusal is None]
    return pick.sample(able, min(len(able), pick.randint(0, most)))


def random_term(rulebook: Rulebook, pick: Random, habits: Habits = HABITS) -> Term:
    """A clause put at any level, or struck out."""
    issue = pick.choice(rulebook.tables.negotiation.issues)
    if pick.random() < habits.amends:
        return Term(issue.id, "")
    level = pick.randrange(len(issue.levels))
    always = issue.always[level]
    secret = always == "secret" if always else pick.random() < habits.secret
    return Term(issue.id, issue.levels[level], secret)


def random_answer(
    rulebook: Rulebook, number: int, kinds: Sequence[str], pick: Random, habits: Habits = HABITS
) -> Answer:
    kind = pick.choice(kinds)
    return Answer(number, kind, random_term(rulebook, pick, habits) if kind in (AMEND, ENQUIRE) else None)


def random_draft(rulebook: Rulebook, view: View, channel: str, pick: Random, habits: Habits = HABITS) -> Draft:
    """A letter of up to three clauses, now and then with an accord."""
    issues = len(rulebook.tables.negotiation.issues)
    drawn = [random_term(rulebook, pick, habits) for _ in range(pick.randint(0, min(3, issues)))]
    terms = tuple({term.issue: term for term in drawn}.values())
    stresses = rulebook.tables.negotiation.stresses[view.viewer]
    accords = [accord.id for accord in rulebook.tables.accords]
    accord = pick.choice(accords) if accords and pick.random() < habits.writes else ""
    return Draft(channel, pick.choice(STRENGTHS), terms, pick.choice(stresses) if stresses else "", "", accord)
