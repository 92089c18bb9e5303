"""Texts that a reader will miss."""

from __future__ import annotations

from game.scenario.lint.base import ANY, Ground, check
from game.scenario.source import Path


@check(ANY)
def decisions(ground: Ground) -> None:
    for number, decision in enumerate(ground.scenario.decisions):
        path: Path = ("decisions", number)
        if not decision.extra:
            for part in ("question", "short", "long"):
                if not getattr(decision, part):
                    ground.error(path, f"`{part}` is missing in the decision `{decision.id}`")
        for index, option in enumerate(decision.options):
            if (option.requires or option.never) and not option.refused:
                ground.warn((*path, "options", index), f"`{option.id}` can be closed, but `refused` does not say why")
    for number, rider in enumerate(ground.scenario.riders):
        if (rider.requires or rider.never) and not rider.refused:
            ground.warn(("riders", number), f"`{rider.id}` can be closed, but `refused` does not say why")


@check(ANY)
def dials(ground: Ground) -> None:
    for name, dial in ground.scenario.dials.items():
        for part in ("name", "meaning"):
            if not getattr(dial, part):
                ground.warn(("dials", name), f"`{part}` is missing for the dial `{name}`", key=True)
        if not dial.words:
            ground.warn(("dials", name), f"`words` are missing for the dial `{name}`", key=True)


@check(ANY)
def reports(ground: Ground) -> None:
    """Whoever knows of an incident reads something of it."""
    for number, incident in enumerate(ground.scenario.incidents):
        told = incident.report.by()
        for viewer in incident.knows:
            if viewer not in told:
                ground.warn(("incidents", number), f"{viewer} knows of `{incident.id}`, but has no `report` of it")
    for number, rule in enumerate(ground.scenario.triggers):
        if not rule.because and not rule.report.by() and rule.kind in ("link", "threshold"):
            ground.note(
                ("triggers", number), f"nobody reads anything of `{rule.id}`: it has no `because` and no `report`"
            )


@check(ANY)
def cards(ground: Ground) -> None:
    for number, card in enumerate(ground.scenario.cards):
        path: Path = ("cards", number)
        if not card.text and not card.variants:
            ground.error(path, f"the card `{card.id}` has neither `text` nor `variants`")
        if card.kind == "record" and not card.dated:
            ground.warn(path, f"the card `{card.id}` is from the record, but not `dated`")
        if (card.bears or any(variant.bears for variant in card.variants)) and not (
            card.concedes or any(variant.concedes for variant in card.variants)
        ):
            ground.warn(path, f"the card `{card.id}` bears on a claim, but nobody `concedes` anything")


@check(ANY)
def wording(ground: Ground) -> None:
    """Each seat can write each clause in words of its own."""
    for seat in ground.names.seats:
        words = ground.scenario.wording.get(seat)
        clauses = words.get("clauses") if isinstance(words, dict) else None
        if not isinstance(clauses, dict):
            if ground.scenario.issues:
                ground.warn(
                    ("wording", seat), f"{seat} has no words for its letters: `wording: {{{seat}: {{clauses: ...}}}}`"
                )
            continue
        for issue in ground.scenario.issues:
            levels = clauses.get(issue.id)
            for level in issue.levels:
                if not isinstance(levels, dict) or not levels.get(level.id):
                    ground.warn(
                        ("wording", seat, "clauses", issue.id), f"{seat} has no words for `{issue.id}` at `{level.id}`"
                    )
