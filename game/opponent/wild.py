"""A mind without a thought: uniform over what the rules allow, letters, answers, changes and accords among it."""

from __future__ import annotations

from collections.abc import Sequence

from game.engine.chance import chance, unit
from game.engine.choices import Choices, choices
from game.engine.knowledge import Knowledge
from game.engine.legality import refusal
from game.engine.move import AMEND, ENQUIRE, Answer, Ask, Draft, Order, Term
from game.engine.rulebook import Rulebook
from game.negotiation.letter import STRENGTHS
from game.opponent.reasons import Decision


class Lots:
    """Draws for one decision, numbered as they are taken."""

    def __init__(self, draw: bytes) -> None:
        self.draw = draw
        self.count = 0

    def unit(self) -> float:
        self.count += 1
        return unit(self.draw, "wild", self.count)

    def below(self, most: int) -> int:
        self.count += 1
        return chance(self.draw, "wild", self.count) % most


def wild(rulebook: Rulebook, view: Knowledge, draw: bytes) -> Decision:
    """Any legal move of the seat."""
    lots = Lots(draw)
    space = choices(rulebook, view)
    if space.questions and space.claims and space.cards:
        lots.count = 1000 * (1 + len(view.dossier.asked))
        if lots.unit() < 0.5:
            claim = space.claims[lots.below(len(space.claims))]
            ask = Ask(view.viewer, view.phase, claim, space.cards[lots.below(len(space.cards))])
            if refusal(rulebook, view, ask) is None:
                return Decision(ask)
        lots.count = 1
    return Decision(_order(rulebook, view, space, lots))


def _order(rulebook: Rulebook, view: Knowledge, space: Choices, lots: Lots) -> Order:
    options = [choice.id for choice in space.options if choice.refusal is None]
    order = Order(view.viewer, view.phase, options[lots.below(len(options))])
    for extra in _extras(rulebook, view, space, order, lots):
        if refusal(rulebook, view, extra) is None:
            order = extra
    return order


def _extras(rulebook: Rulebook, view: Knowledge, space: Choices, order: Order, lots: Lots) -> Sequence[Order]:
    """Orders that each hold more than the one before; what is refused on its own never gets in."""
    out = [order]

    def add(bigger: Order) -> None:
        if refusal(rulebook, view, bigger) is None:
            out.append(bigger)

    riders = [choice.id for choice in space.riders if choice.refusal is None]
    for _ in range(lots.below(space.most_riders + 1) if riders else 0):
        add(out[-1]._replace(riders=(*out[-1].riders, riders[lots.below(len(riders))])))
    changes = [(choice.id, choice.level) for choice in space.changes if choice.refusal is None]
    for _ in range(lots.below(space.most_changes + 1) if changes else 0):
        add(out[-1]._replace(changes=(*out[-1].changes, changes[lots.below(len(changes))])))
    for number, kinds in space.answers:
        if lots.unit() < 0.6:
            kind = kinds[lots.below(len(kinds))]
            change = _term(rulebook, lots) if kind in (AMEND, ENQUIRE) else None
            add(out[-1]._replace(answers=(*out[-1].answers, Answer(number, kind, change))))
    for channel in space.channels:
        if channel.refusal is None and lots.unit() < 0.3:
            add(out[-1]._replace(letters=(*out[-1].letters, _draft(rulebook, view, channel.id, lots))))
    probes = ["", *(choice.id for choice in space.probes if choice.refusal is None)]
    add(out[-1]._replace(probe=probes[lots.below(len(probes))]))
    accords = ["", *(choice.id for choice in space.accords if choice.refusal is None)]
    add(out[-1]._replace(accord=accords[lots.below(len(accords))]))
    if (
        space.replies
    ):  # no lot is drawn where nothing was asked: games in which nobody answers himself stay as they were
        replies = ["", *(choice.id for choice in space.replies)]
        add(out[-1]._replace(reply=replies[lots.below(len(replies))]))
    return out


def _term(rulebook: Rulebook, lots: Lots) -> Term:
    issues = rulebook.tables.negotiation.issues
    issue = issues[lots.below(len(issues))]
    level = lots.below(len(issue.levels))
    always = issue.always[level]
    secret = always == "secret" if always else lots.unit() < 0.25
    return Term(issue.id, issue.levels[level], secret)


def _draft(rulebook: Rulebook, view: Knowledge, channel: str, lots: Lots) -> Draft:
    terms: dict[str, Term] = {}
    for _ in range(1 + lots.below(4)):
        term = _term(rulebook, lots)
        terms[term.issue] = term
    stresses = rulebook.tables.negotiation.stresses[view.viewer]
    stress = stresses[lots.below(len(stresses))] if stresses else ""
    accords = ["", *(accord.id for accord in rulebook.tables.accords)]
    return Draft(
        channel, STRENGTHS[lots.below(2)], tuple(terms.values()), stress, "", accords[lots.below(len(accords))]
    )
