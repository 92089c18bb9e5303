"""October 1962 as its authors wrote it: the YAML read as it stands, and the texts that somebody reads while playing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "scenarios" / "october-1962"
SEATS = ("washington", "moscow")
TURNS = ("oct16", "oct18", "oct20", "oct23", "oct24", "oct25", "oct26", "oct27", "oct27n", "oct28", "oct29", "oct30")
PROLOGUE = ("sep_line", "sep_secret")
AFTERMATH = ("nov_bombers", "nov_inspect", "nov_paper")

KINDS = {
    "riders": "rider",
    "standing": "order",
    "strikes": "strike",
    "triggers": "trigger",
    "incidents": "incident",
    "circumstances": "circumstance",
    "claims": "claim",
    "cards": "card",
    "probes": "probe",
    "issues": "issue",
    "types": "type",
    "people": "person",
    "terms": "glossary",
    "headlines": "headline",
    "entries": "chronicle",
    "items": "finding",
    "endings": "ending",
    "calendar": "entry",
    "channels": "channel",
    "accords": "accord",
    "audiences": "audience",
    "audience_lines": "line",
}
"""What stands in a list of the scenario, and what an element of it is called in seeds/claims.yaml."""


class Text(NamedTuple):
    """A text, whose it is ('' = both seats may read it) and where it stands."""

    seat: str
    where: str
    text: str


@cache
def document() -> dict[str, Any]:
    """All files as one: lists joined, maps merged, decisions in one list."""
    whole: dict[str, Any] = {"decisions": []}
    for path in sorted(FOLDER.rglob("*.yaml")):
        part = yaml.safe_load(path.read_text(encoding="utf-8"))
        if path.parent.name == "decisions":
            whole["decisions"] += part.get("decisions", [part])
            continue
        for key, value in part.items():
            if isinstance(value, list):
                whole[key] = [*whole.get(key, []), *value]
            elif isinstance(value, dict):
                whole[key] = {**whole.get(key, {}), **value}
            else:
                whole[key] = value
    return whole


@cache
def elements() -> dict[str, dict[str, Any]]:
    """Everything that can carry a claim of the essay: `option:w_oct16.keep_small` and what it is."""
    whole = document()
    found = {f"{kind}:{item['id']}": item for key, kind in KINDS.items() for item in whole.get(key, []) if "id" in item}
    for decision in whole["decisions"]:
        found[f"decision:{decision['id']}"] = decision
        found |= {f"option:{decision['id']}.{option['id']}": option for option in decision["options"]}
    found |= {f"dial:{name}": dial for name, dial in whole["dials"].items()}
    found |= {f"lens:{name}": lens for name, lens in whole["lenses"].items()}
    return found


def decisions(seat: str) -> list[dict[str, Any]]:
    return [decision for decision in document()["decisions"] if decision["seat"] == seat and not decision.get("extra")]


def by_entry(seat: str) -> dict[str, dict[str, Any]]:
    return {decision["entry"]: decision for decision in decisions(seat)}


def historical(decision: dict[str, Any]) -> dict[str, Any] | None:
    return next((option for option in decision["options"] if option.get("historical")), None)


def entries_of(item: dict[str, Any]) -> list[str]:
    found = item.get("entries", item.get("entry", []))
    return [found] if isinstance(found, str) else list(found)


def words(text: str) -> int:
    return len(text.split())


PLAYED = (
    "title",
    "question",
    "short",
    "long",
    "text",
    "refused",
    "because",
    "headline",
    "line",
    "concedes",
    "voice",
    "name",
)
"""Fields that are read while the game goes on, wherever they stand; truth, known, blind, in_fact, note come later."""
SILENT = ("chronicle", "ending", "circumstance", "line", "person", "lens", "entry")
"""What is read after the end, or is treated by itself below."""


def _of(item: Any, seat: str, where: str) -> Iterator[Text]:
    if isinstance(item, list):
        for number, one in enumerate(item):
            yield from _of(one, seat, f"{where}.{number}")
    elif isinstance(item, dict):
        for key, value in item.items():
            if key == "report":
                told = value if isinstance(value, dict) else {"": value}
                yield from (
                    Text(viewer if viewer in SEATS else "", f"{where}.report", text) for viewer, text in told.items()
                )
            elif key in PLAYED and isinstance(value, str):
                yield Text(seat, f"{where}.{key}", value)
            elif key in ("variants", "delayed", "levels", "answers", "last"):
                yield from _of(value, seat, f"{where}.{key}")


@cache
def play_texts() -> tuple[Text, ...]:
    """What a seat may read before the end."""
    whole = document()
    out: list[Text] = []
    for name, item in elements().items():
        kind, id = name.split(":")
        if kind in SILENT or kind == "dial":
            continue
        seat = item.get("seat", "")
        if kind == "option":
            seat = elements()[f"decision:{id.split('.')[0]}"]["seat"]
        if kind == "headline":
            seat = next(paper["seat"] for paper in whole["papers"] if paper["id"] == item["paper"])
        out += _of(item, seat, name)
    for circumstance in whole["circumstances"]:
        out += _of({"report": circumstance["report"]}, "", f"circumstance:{circumstance['id']}")
    for person in whole["people"]:
        side = person["side"] if person["side"] in SEATS else ""
        out += [
            Text(side, f"person:{person['id']}.stance", person["stance"]),
            Text("", f"person:{person['id']}.post", person["post"]),
        ]
    for entry in whole["calendar"]:
        out += [Text("", f"entry:{entry['id']}", entry["label"]), Text("", f"entry:{entry['id']}", entry["note"])]
    for name, dial in whole["dials"].items():
        own = dial["sees"]
        seats = [seat for seat in SEATS if dial.get("each") or own.get(seat) != "hidden"]
        out.append(Text(seats[0] if len(seats) == 1 else "", f"dial:{name}", dial["meaning"]))
    for seat, wording in whole["wording"].items():
        out += [Text(seat, f"wording:{seat}", text) for text in leaves(wording)]
    out += [Text(stress["seat"], f"stress:{stress['id']}", stress["text"]) for stress in whole["stresses"]]
    return tuple(Text(text.seat, text.where, " ".join(text.text.split())) for text in out)


def leaves(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for inner in value.values() for text in leaves(inner)]
    return [value] if isinstance(value, str) else []


@cache
def all_texts() -> tuple[Text, ...]:
    """Every sentence of the scenario, whoever reads it and when; not ids, conditions or references."""
    skip = {
        "id",
        "when",
        "requires",
        "armed",
        "chance",
        "daily",
        "score",
        "text of sources",
        "source",
        "claims",
        "theme",
        "sources",
    }

    def walk(value: Any, where: str) -> Iterator[Text]:
        if isinstance(value, dict):
            for key, inner in value.items():
                if key not in skip:
                    yield from walk(inner, f"{where}.{key}")
        elif isinstance(value, list):
            for number, inner in enumerate(value):
                label = inner.get("id", number) if isinstance(inner, dict) else number
                yield from walk(inner, f"{where}.{label}")
        elif isinstance(value, str) and " " in value:
            yield Text("", where, " ".join(value.split()))

    return tuple(walk(document(), ""))


def syllables(word: str) -> int:
    """An estimate, good to about one in twenty over a page."""
    word = re.sub(r"[^a-z]", "", word.lower())
    if not word:
        return 1
    count = len(re.findall(r"[aeiouy]+", word))
    if word.endswith("e") and not word.endswith(("le", "ee")):
        count -= 1
    if word.endswith("es") and not re.search(r"(s|x|z|ch|sh|c|g)es$", word):
        count -= 1
    if word.endswith("ed") and not re.search(r"[td]ed$", word):
        count -= 1
    return max(1, count)


def grade(text: str) -> float:
    """The reading grade of Flesch and Kincaid: 9 is what a fifteen-year-old reads at first sight."""
    sentences = [part for part in re.split(r"[.!?]+(?:\s|$)", text) if part.strip()]
    found = re.findall(r"[A-Za-zÀ-ÿ0-9'’-]+", text)
    return 0.39 * len(found) / len(sentences) + 11.8 * sum(map(syllables, found)) / len(found) - 15.59
