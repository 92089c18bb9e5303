"""What the scenario's numbers should come to, each name in a measure looked up."""

from __future__ import annotations

from typing import Any

from game.scenario.measures import MEASURES, ROWS, parts
from game.scenario.resolve import Resolver
from game.scenario.shape.whole import Scenario
from game.scenario.source import Path


def targets(resolver: Resolver, scenario: Scenario) -> list[dict[str, Any]]:
    """Every target as plain values; bounds are thousandths."""
    known = _known(resolver, scenario)
    for number, target in enumerate(scenario.targets):
        path: Path = ("targets", number)
        _measure(resolver, known, target.measure, (*path, "measure"))
        if target.at_least is None and target.at_most is None:
            resolver.error(path, f"`{target.id}` has neither `at_least` nor `at_most`")
        elif target.at_least is not None and target.at_most is not None and target.at_least > target.at_most:
            resolver.error((*path, "at_most"), f"`{target.id}` asks for at least more than at most")
    return [target.model_dump() for target in scenario.targets]


def _known(resolver: Resolver, scenario: Scenario) -> dict[str, tuple[str, ...]]:
    ids = resolver.names.ids
    return {
        "seat": resolver.names.seats,
        "type": ids["type"],
        "entry": ids["entry"],
        "ending": ids["ending"],
        "endings": (*scenario.groups, *ids["ending"]),
        "doctrine": tuple(doctrine.id for doctrine in scenario.doctrines),
        "pace": tuple(scenario.paces),
        "row": ROWS,
    }


def _measure(resolver: Resolver, known: dict[str, tuple[str, ...]], measure: str, path: Path) -> None:
    word, given = parts(measure)
    found = MEASURES.get(word)
    if found is None:
        resolver.error(path, f"nothing measured is called `{word}`", resolver.near(word, MEASURES))
        return
    if len(given) != len(found.takes):
        wanted = ".".join((word, *(kind.upper() for kind in found.takes)))
        resolver.error(path, f"`{measure}` should be `{wanted}`, as in `{found.example}`")
        return
    for kind, name in zip(found.takes, given, strict=True):
        if kind == "count":
            if not name.isdigit() or int(name) < 1:
                resolver.error(path, f"`{name}` in `{measure}` should be a whole number from 1")
            continue
        for one in name.split("+") if kind == "endings" else (name,):
            if one not in known[kind] and one not in resolver.names.dropped:
                what = "ending or group" if kind == "endings" else "calendar entry" if kind == "entry" else kind
                resolver.error(path, f"there is no {what} `{one}`, in `{measure}`", resolver.near(one, known[kind]))
