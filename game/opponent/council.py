"""Questions to the council: the perfect reader asks only what is right; a random one anything."""

from __future__ import annotations

from game.engine.chance import chance
from game.engine.guess import likely_values
from game.engine.knowledge import Knowledge
from game.engine.move import Ask
from game.engine.observe import bears_against, card_weights
from game.engine.rulebook import Rulebook
from game.opponent.reasons import Decision, reason
from game.opponent.skill import Skill


def ask(rulebook: Rulebook, view: Knowledge, skill: Skill, draw: bytes) -> Decision | None:
    """The next question, or None when there is none left to ask or none worth asking."""
    papers = view.dossier
    if papers.questions <= 0 or not papers.claims or not papers.cards or view.signed[view.viewer]:
        return None
    asked = [(claim, card) for claim, card, _ in papers.asked]
    conceded = [claim for claim, _, right in papers.asked if right]
    pairs = []
    for claim in papers.claims:
        if claim in conceded:
            continue
        for card, shown in papers.cards:
            if (claim, card) in asked:
                continue
            if skill.questions == "random" or bears_against(rulebook, claim, card, shown):
                pairs.append((claim, card))
    if not pairs:
        return None
    council = rulebook.tables.council
    if skill.questions == "random":
        claim, card = pairs[chance(draw, "question", len(asked)) % len(pairs)]
    else:
        guessed = likely_values(rulebook, view)
        shown_as = dict(papers.cards)
        told = {card for _, card in pairs if card_weights(rulebook, 1 - view.viewer, card, shown_as[card], guessed)}
        claim, card = max(pairs, key=lambda pair: _use(rulebook, pair, told))
    name = council.claims[claim].id
    return Decision(Ask(view.viewer, view.phase, name, council.cards[card].id), (reason("question", name),))


def _use(rulebook: Rulebook, pair: tuple[int, int], told: set[int]) -> tuple[int, int, int, int]:
    """An order brought to light first, then what shows the man across, then the argument that colours most."""
    council = rulebook.tables.council
    claim, card = council.claims[pair[0]], council.cards[pair[1]]
    return (1 if card.unlocks else 0, 1 if pair[1] in told else 0, abs(claim.bias), -pair[0])
