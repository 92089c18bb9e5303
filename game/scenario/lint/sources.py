"""What is said to have been so says where it is known from."""

from __future__ import annotations

from game.scenario.content import factual
from game.scenario.lint.base import ANY, WHOLE, Ground, check


@check(ANY)
def missing(ground: Ground) -> None:
    scenario = ground.scenario
    for number, card in enumerate(scenario.cards):
        if card.kind == "record" and not card.source:
            ground.warn(("cards", number), f"the card `{card.id}` is from the record, but has no `source`")
    for number, moment in enumerate(scenario.entries):
        if not moment.source:
            ground.warn(("entries", number), "this moment of the chronicle has no `source`")
    for number, item in enumerate(scenario.items):
        if not item.source:
            ground.warn(("items", number), f"the finding `{item.id}` has no `source`")
    for number, person in enumerate(scenario.people):
        if not person.source:
            ground.warn(("people", number), f"`{person.id}` has no `source`")


@check(ANY)
def unknown(ground: Ground) -> None:
    ground.cited("source", ground.names.ids["source"], "there is no source")


@check(WHOLE)
def uncited(ground: Ground) -> None:
    cited = {name for _, _, item in factual(ground.scenario) for name in item.source}
    cited |= {name for letter in ground.scenario.history_letters for name in letter.source}
    for number, source in enumerate(ground.scenario.sources):
        if source.id not in cited:
            ground.note(("sources", number), f"nothing cites the source `{source.id}`")
