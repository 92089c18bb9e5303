"""Required reading is short."""

from __future__ import annotations

from game.scenario.inventory import reading
from game.scenario.lint.base import ANY, WHOLE, Ground, check
from game.scenario.source import Path

MOST = {"short": 60, "long": 180, "question": 40, "claim": 30, "card": 60}


def _over(ground: Ground, path: Path, what: str, text: str) -> None:
    count = len(text.split())
    if count > MOST[what]:
        ground.warn(path, f"{count} words; {MOST[what]} are the most here")


@check(ANY)
def budgets(ground: Ground) -> None:
    for number, decision in enumerate(ground.scenario.decisions):
        for part in ("question", "short", "long"):
            _over(ground, ("decisions", number, part), part, getattr(decision, part))
            for index, variant in enumerate(decision.variants):
                _over(ground, ("decisions", number, "variants", index, part), part, getattr(variant, part))
    for number, claim in enumerate(ground.scenario.claims):
        _over(ground, ("claims", number, "text"), "claim", claim.text)
    for number, card in enumerate(ground.scenario.cards):
        _over(ground, ("cards", number, "text"), "card", card.text)
        for index, other in enumerate(card.variants):
            _over(ground, ("cards", number, "variants", index, "text"), "card", other.text)


@check(WHOLE)
def turns(ground: Ground) -> None:
    """What a turn makes a seat read, against what its pace promises."""
    tables = ground.compilation.draft
    if tables is None:
        return
    for name, found in reading(tables, ground.compilation.texts).items():
        asked = [(words, entry, seat) for entry, seats in found.items() for seat, words in seats.items()]
        words, entry, seat = max(asked, default=(0, "", ""))
        most = ground.scenario.paces[name].reading
        if words > most:
            sentence = f"`{name}` promises {most} words a turn; {seat} reads up to {words}, on `{entry}`"
            ground.note(("paces", name, "reading"), sentence)
