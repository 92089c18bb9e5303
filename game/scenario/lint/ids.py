"""Ids are unique where texts and rules look them up."""

from __future__ import annotations

from typing import Any

from game.scenario.lint.base import ANY, Ground, check
from game.scenario.source import Path

RESERVED = frozenset((
    "accord", "and", "ask", "circumstance", "clamp", "danger_run", "date", "day", "days", "deal", "did", "else",
    "ending", "false", "for", "heard", "if", "in", "incident", "incidents", "is", "lambda", "leaked", "let", "level",
    "mark", "max", "min", "mine", "none", "not", "now", "open", "or", "other", "own", "pick", "probes", "public",
    "recent", "reopened", "seat", "share", "strike", "test", "theirs", "true", "turn", "type", "unanswered", "war",
))  # fmt: skip
"""Names that mean something in expressions already."""

LISTS = (
    "decisions", "riders", "standing", "claims", "cards", "issues", "channels", "stresses", "probes", "incidents",
    "strikes", "types", "circumstances", "people", "items", "papers", "headlines", "endings", "audience_lines",
    "terms", "doctrines", "targets", "counterfactuals", "sources", "triggers", "accords", "audiences", "seats",
)  # fmt: skip


@check(ANY)
def named(ground: Ground) -> None:
    """A name given to one of several forms of a text is no other form's."""
    scenario = ground.scenario
    listed: list[tuple[Path, list[Any]]] = [
        (("cards", number, "variants"), list(card.variants)) for number, card in enumerate(scenario.cards)
    ]
    for number, decision in enumerate(scenario.decisions):
        listed.append((("decisions", number, "variants"), list(decision.variants)))
        listed += [
            (("decisions", number, "options", index, "delayed"), list(option.delayed))
            for index, option in enumerate(decision.options)
        ]
    listed += [(("riders", number, "delayed"), list(rider.delayed)) for number, rider in enumerate(scenario.riders)]
    for path, forms in listed:
        seen: set[str] = set()
        for number, form in enumerate(forms):
            if form.id and form.id in seen:
                ground.error((*path, number, "id"), f"another form is called `{form.id}` already")
            seen.add(form.id)


@check(ANY)
def twice(ground: Ground) -> None:
    for top in LISTS:
        items: list[Any] = getattr(ground.scenario, top)
        seen: set[str] = set()
        for number, item in enumerate(items):
            if item.id in seen:
                ground.error((top, number, "id"), f"`{item.id}` is the id of another item of `{top}` already")
            seen.add(item.id)
    moments: set[str] = set()
    for number, moment in enumerate(ground.scenario.entries):
        if moment.id and moment.id in moments:
            ground.error(("entries", number, "id"), f"`{moment.id}` is the id of another item of `entries` already")
        moments.add(moment.id)


@check(ANY)
def riders(ground: Ground) -> None:
    """An option and a rider of one seat are remembered by one name."""
    for number, rider in enumerate(ground.scenario.riders):
        if rider.id in ground.names.ids.get(f"option.{rider.seat}", ()):
            ground.error(
                ("riders", number, "id"),
                f"`{rider.id}` is an option of {rider.seat} too; `did.` could not tell them apart",
            )


@check(ANY)
def reserved(ground: Ground) -> None:
    """Names that mean something to the engine are not for dials, flags, lets or seats."""
    scenario = ground.scenario
    groups: tuple[tuple[str, Any], ...] = (
        ("dials", scenario.dials),
        ("flags", scenario.flags),
        ("let", scenario.let),
        ("let_each", scenario.let_each),
    )
    for top, group in groups:
        for name in group:
            path: Path = (top, name)
            if name in RESERVED or name in ground.names.seats:
                ground.error(path, f"`{name}` already means something in expressions; choose another name", key=True)
    for number, seat in enumerate(scenario.seats):
        if seat.id in RESERVED:
            ground.error(
                ("seats", number, "id"), f"`{seat.id}` already means something in expressions; choose another name"
            )
