"""A card can be put to the claims it bears on: same seat, same day."""

from __future__ import annotations

from game.scenario.lint.base import WHOLE, Ground, check
from game.scenario.source import Path


@check(WHOLE)
def apart(ground: Ground) -> None:
    claims = {claim.id: claim for claim in ground.scenario.claims}
    for number, card in enumerate(ground.scenario.cards):
        path: Path = ("cards", number)
        bears = [(name, (*path, "bears", place)) for place, name in enumerate(card.bears)]
        for index, variant in enumerate(card.variants):
            bears += [(name, (*path, "variants", index, "bears", place)) for place, name in enumerate(variant.bears)]
        for name, step in bears:
            claim = claims.get(name)
            if claim is None:
                continue
            if claim.seat != card.seat:
                ground.error(step, f"`{card.id}` is {card.seat}'s card; `{name}` is a claim in {claim.seat}")
            elif claim.entry != card.entry:
                ground.warn(step, f"`{card.id}` lies on the table on {card.entry}, `{name}` is said on {claim.entry}")


@check(WHOLE)
def silent(ground: Ground) -> None:
    """Questions that cannot be asked of anyone."""
    spoken = {claim.entry for claim in ground.scenario.claims}
    for number, entry in enumerate(ground.scenario.calendar):
        if entry.kind == "turn" and entry.questions and entry.id not in spoken:
            ground.note(("calendar", number), f"`{entry.id}` grants a question, but nobody claims anything that day")
    people = {person.id: person for person in ground.scenario.people}
    for number, claim in enumerate(ground.scenario.claims):
        person = people.get(claim.adviser)
        if person is not None and person.side not in (claim.seat, "none"):
            ground.warn(("claims", number, "adviser"), f"`{claim.adviser}` is not on the side of {claim.seat}")
