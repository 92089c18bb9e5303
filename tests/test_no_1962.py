"""No word of 1962 stands in the program: a second crisis is a folder of YAML, and no change to `game/`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache

import pytest

from tests.rulebooks import ROOT
from tests.scenario import october

PROGRAM = sorted(
    path for path in (ROOT / "game").rglob("*.py") if "_data" not in path.relative_to(ROOT / "game").parts
)

OWN = {
    "word": "a message's words",
    "standing": "a standing order",
    "commitment": "a preview says what an order commits its seat to; a scenario may keep a dial of that name",
    "line": "of text",
    "hold": "an answer to a letter, and to hold",
    "wait": "to wait",
    "hint": "a control's hint",
    "freeze": "a value becomes frozen",
    "judgement": "a historian's",
    "alert": "the seat at the higher alert holds the trigger",
    "standoff": "a group of endings",
    "limited_war": "a group of endings",
    "nuclear_use": "a group of endings",
    "general_war": "a group of endings",
    "strike_worked": "a strike that worked",
}
"""The engine's own vocabulary, and plain English: words that name something in the scenario, and something in the program.
"""

NAMES = {"allies": "the people on one's own side"}


def _capitals(name: str) -> Iterator[str]:
    """The proper names in a heading: words with a capital that do not merely begin it."""
    yield from re.findall(r"(?<=[\w,] )[A-Z][\w'-]{2,}", name)


@cache
def words() -> dict[str, str]:
    """Each word of the scenario, and what it is there: dials, seats, people, places, orders, endings."""
    whole = october.document()
    found = dict.fromkeys(whole["dials"], "a dial")
    for kind in ("seats", "people", "audiences"):
        for item in whole[kind]:
            found[item["id"]] = kind
            found |= dict.fromkeys(re.findall(r"[A-Z][\w'-]{2,}", item["name"]), kind) if kind != "audiences" else {}
    for kind in ("standing", "riders", "strikes", "issues", "incidents", "endings", "calendar"):
        for item in whole[kind]:
            found[item["id"]] = kind
            found |= dict.fromkeys(_capitals(item.get("name", item.get("title", ""))), kind)
    for decision in whole["decisions"]:
        found[decision["id"]] = "decisions"
        found |= {option["id"]: "options" for option in decision["options"]}
    for sheet in json.loads((ROOT / "assets" / "map" / "map.json").read_text(encoding="utf-8")).values():
        found |= dict.fromkeys((land["name"] for land in sheet["land"]), "a place")
    return {word.lower(): kind for word, kind in found.items() if word.lower() not in OWN}
