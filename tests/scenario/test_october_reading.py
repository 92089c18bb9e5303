"""October 1962: how it reads, and what nobody could know yet."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.scenario import october
from tests.scenario.october import (
    SEATS,
    by_entry,
    document,
    elements,
    grade,
    play_texts,
    words,
)

HINDSIGHT = (
    "hindsight", "in retrospect", "historian", "archives", "declassified", "we now know", "would later", "years later",
    "decades",
    "turned out", "as it turned", "in truth", "little did", "thirteen days", "black saturday", "missile crisis",
    "cold war",
    "hot line between", "brink of", "eyeball", "199", "200", "1963", "1964", "1970", "1980",
)  # fmt: skip


def _has(text: str, phrase: str) -> bool:
    if phrase.isdigit() and len(phrase) == 3:
        return re.search(rf"\b{phrase}\d\b", text) is not None
    return phrase in text.lower()


@pytest.mark.parametrize("phrase", HINDSIGHT)
def test_nothing_read_in_play_knows_what_came_after(phrase: str) -> None:
    assert [text for text in play_texts() if _has(text.text, phrase)] == []


HIDDEN = {  # names and things that a seat could not read of while it lasted (record.md section 2b)
    "washington": (
        "Anadyr",
        "FKR",
        "R-12",
        "R-14",
        "Indigirka",
        "Statsenko",
        "Garbuz",
        "Arkhipov",
        "Savitsky",
        "B-59",
        "nuclear torpedo",
        "tactical",
    ),
    "moscow": ("Cordier", "Sweeney", "ExComm", "OPLAN", "Malmstrom", "Duluth", "Volk Field", "Maultsby"),
}


@pytest.mark.parametrize("seat", SEATS)
def test_a_seat_reads_nothing_that_only_the_other_knew(seat: str) -> None:
    mine = [text for text in play_texts() if text.seat == seat]
    assert [text for text in mine if any(name in text.text for name in HIDDEN[seat])] == []


def test_lengths() -> None:
    for decision in document()["decisions"]:
        for shown in (decision, *decision.get("variants", [])):
            where = decision["id"]
            assert words(shown.get("short", "")) <= 60, where
            assert words(shown.get("long", "")) <= 180, where
            assert words(shown.get("question", "")) <= 30, where
            assert words(shown.get("title", "")) <= 8, where
        for option in decision["options"]:
            assert words(option["title"]) <= 8, option["id"]
            assert words(option["text"]) <= 40, option["id"]
    for claim in document()["claims"]:
        assert words(claim["text"]) <= 30, claim["id"]
    for card in document()["cards"]:
        for shown in (card, *card.get("variants", [])):
            assert words(shown.get("text", "")) <= 60, card["id"]
    for rule in document()["triggers"]:
        assert words(rule.get("because", "")) <= 40, rule["id"]
    for headline in document()["headlines"]:
        assert words(headline["headline"]) <= 10, headline["id"]
        assert words(headline["line"]) <= 25, headline["id"]
    for item in document()["items"]:
        assert words(item["text"]) <= 60, item["id"]
    for term in document()["terms"]:
        assert words(term["text"]) <= 45, term["id"]


def _required(decision: dict[str, Any], entry: dict[str, Any]) -> tuple[int, int]:
    """Words that must be read at a decision: date, note and what is asked; and the texts of the options with it."""
    shown = [decision, *({**decision, **variant} for variant in decision.get("variants", []))]
    told = max(words(one["question"]) + words(one["short"]) for one in shown)
    titles = sum(words(option["title"]) for option in decision["options"])
    dated = words(entry["label"]) + words(entry["note"]) + words(decision["title"])
    return dated + told + titles, told + titles + sum(words(option["text"]) for option in decision["options"])


@pytest.mark.parametrize("pace", ["brief", "lesson", "full"])
@pytest.mark.parametrize("seat", SEATS)
def test_required_reading_keeps_to_the_budget_of_the_pace(seat: str, pace: str) -> None:
    """In the brief pace an option is its title, and its text is read when it is looked at."""
    rules = document()["paces"][pace]
    calendar = {entry["id"]: entry for entry in document()["calendar"]}
    assert rules["reading"] == {"brief": 120, "lesson": 200, "full": 350}[pace]
    for turn in rules["turns"]:
        asked = rules.get("asks", {}).get(turn[0], turn[-1])
        bare, whole = _required(by_entry(seat)[asked], calendar[asked])
        assert (bare if pace == "brief" else whole) <= rules["reading"], f"{asked}: {bare}, {whole}"


def test_the_briefs_read_at_grade_nine_or_below() -> None:
    for decision in document()["decisions"]:
        for shown in (decision, *decision.get("variants", [])):
            for part in ("short", "long"):
                if shown.get(part):
                    assert grade(shown[part]) <= 9, f"{decision['id']}.{part}: {grade(shown[part]):.1f}"
        assert grade(" ".join(option["text"] for option in decision["options"])) <= 9, decision["id"]


def test_everything_else_reads_plainly_too() -> None:
    for kind, most in (
        ("claim", 7.0),
        ("card", 8.0),
        ("finding", 8.0),
        ("glossary", 9.0),
        ("trigger", 8.0),
        ("person", 9.0),
    ):
        told = " ".join(text.text for text in play_texts() if text.where.startswith(f"{kind}:"))
        assert grade(told) <= most, f"{kind}: {grade(told):.1f}"


def test_the_grade_knows_hard_from_easy() -> None:
    assert grade("The cat sat on the mat. It was glad.") < 2
    hard = (
        "Notwithstanding institutional reservations, representatives unanimously recommended immediate reconsideration."
    )
    assert grade(hard) > 15


AMERICAN = (
    r"\bcolor", r"\bhonor", r"\bharbor", r"\bneighbor", r"\brumor", r"\bfavor", r"\blabor\b", r"\bcenters?\b",
    r"\btheaters?\b", r"\bdefense\b", r"\boffense\b", r"\bprograms?\b", r"\bgray\b", r"\btraveled", r"\bcanceled",
    r"\b\w+ized?\b", r"\bjudgment\b", r"\bgotten\b", r"\bplow",
)  # fmt: skip
PROPER = {"size", "sized", "prize", "prized", "seize", "seized"}
"""Words that end in -ize in any English."""
NAMES = re.compile(
    r"Pearl Harbor|Secretary of Defense|Air Defense Command|Department of Defense|Defense\b|Wilson Center|Miller Center"
)


@pytest.mark.parametrize("pattern", AMERICAN)
def test_spelling_is_british(pattern: str) -> None:
    found = []
    for text in october.all_texts():
        if text.where.startswith(".sources"):
            continue
        plain = NAMES.sub("", text.text)
        found += [(text.where, hit.group()) for hit in re.finditer(pattern, plain) if hit.group() not in PROPER]
    assert found == []


def test_no_slips_of_the_hand() -> None:
    twice = re.compile(r"\b([^\W\d]+) \1\b", re.IGNORECASE)
    for text in october.all_texts():
        doubled = [hit.group().lower() for hit in twice.finditer(text.text)]
        assert [pair for pair in doubled if pair not in ("that that", "had had")] == [], text
        assert not re.search(r" [,.;:!?](\s|$)", text.text), text
        assert not re.search(r"[,;:]{2}|\.\.(?!\.)", text.text), text
        assert text.text.count("(") == text.text.count(")"), text


def test_what_is_a_sentence_begins_and_ends_as_one() -> None:
    for text in play_texts():
        part = text.where.rsplit(".", 1)[-1]
        if text.where.startswith(("headline", "issue", "audience", "channel", "type")) or part in (
            "title",
            "name",
            "post",
        ):
            continue
        if text.where.startswith(("entry:", "wording:", "order:")):
            continue
        assert re.match(r"[A-Z0-9À-Þ\"'“]", text.text), text
        assert re.search(r"[.?!:][\"'”]?$", text.text), text


def test_an_option_says_what_it_costs() -> None:
    """Order and price: two halves at least, in one or two sentences."""
    for name, option in elements().items():
        if name.startswith("option:") and option.get("requires") is not False:
            assert words(option["text"]) >= 12, name
            assert re.search(r"[.;:,]", option["text"][:-1]), name
