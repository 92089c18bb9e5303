"""No word of 1962 stands in the program: a second crisis is a folder of YAML, and no change to `game/`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache

from tests.rulebooks import ROOT
from tests.scenario import october

PROGRAM = sorted(path for path in (ROOT / "game").rglob("*.py") if "_data" not in path.relative_to(ROOT / "game").parts)

OWN = (
    ("word", "standing", "line", "hold", "wait", "hint", "judgement", "say_nothing"),  # plain English
    ("commitment", "alert"),  # dials the engine looks for: what an order commits to; who holds the trigger
    ("freeze", "strike_worked"),  # a value is frozen; a strike that worked
    ("submarine",),  # a mark on the chart
    ("standoff", "limited_war", "nuclear_use", "general_war"),  # groups of endings
)
"""The engine's own vocabulary: words that name something in the scenario and also something in the program."""


def _capitals(name: str) -> Iterator[str]:
    """The proper names in a heading: words with a capital that do not merely begin it."""
    yield from re.findall(r"(?<=[\w,] )[A-Z][\w'-]{2,}", name)


@cache
def words() -> dict[str, str]:
    """Each word of the scenario, and what it is there: dials, seats, people, places, orders, endings."""
    whole = october.document()
    own = {word for row in OWN for word in row}
    found = dict.fromkeys(whole["dials"], "a dial")
    for kind in ("seats", "people", "audiences"):
        for item in whole[kind]:
            found[item["id"]] = kind
        if kind != "audiences":
            found |= {name: kind for item in whole[kind] for name in re.findall(r"[A-Z][\w'-]{2,}", item["name"])}
    for kind in ("standing", "riders", "strikes", "issues", "incidents", "endings", "calendar"):
        for item in whole[kind]:
            found[item["id"]] = kind
            found |= dict.fromkeys(_capitals(item.get("name", item.get("title", ""))), kind)
    for decision in whole["decisions"]:
        found[decision["id"]] = "decisions"
        found |= {option["id"]: "options" for option in decision["options"]}
    for sheet in json.loads((ROOT / "assets" / "map" / "map.json").read_text(encoding="utf-8")).values():
        found |= dict.fromkeys((land["name"] for land in sheet["land"]), "a place")
    return {word.lower(): kind for word, kind in found.items() if word.lower() not in own}


@cache
def pattern() -> re.Pattern[str]:
    """Any of them standing alone, in text or in a name: `world_opinion`, `world opinion`, `MOSCOW`."""
    longest_first = sorted(words(), key=len, reverse=True)
    either = "|".join(re.escape(word).replace("_", "[ _-]") for word in longest_first)
    return re.compile(rf"(?<![^\W_])(?:{either})(?![^\W_])", re.IGNORECASE)


def spoken(text: str) -> list[str]:
    """The words of 1962 in a text, each with its line."""
    return [f"line {text.count(chr(10), 0, hit.start()) + 1}: {hit.group()}" for hit in pattern().finditer(text)]


def test_no_word_of_1962() -> None:
    found = {path.relative_to(ROOT).as_posix(): spoken(path.read_text(encoding="utf-8")) for path in PROGRAM}
    assert {path: words for path, words in found.items() if words} == {}


def test_the_list_holds_what_it_must_and_finds_it() -> None:
    assert {"moscow", "khrushchev", "nikita", "cuba", "reconnaissance", "world_opinion", "oct27n"} <= set(words())
    assert spoken("the World Opinion") and spoken("x = 'world_opinion'") and spoken("\n# Castro's")
    assert not spoken("worlds of opinion, castrol")


def test_every_word_of_the_engines_own_is_in_the_program_and_in_the_scenario() -> None:
    program = "\n".join(path.read_text(encoding="utf-8") for path in PROGRAM)
    for word in (word for row in OWN for word in row):
        used = re.search(rf"\b{word}\b".replace("_", "[ _]"), program, re.IGNORECASE)
        assert used, f"`{word}` is used no more: take it off the list"
