"""October 1962, counted and read: what is there, when it happens, where it is known from, how it reads."""

from __future__ import annotations

import re
from collections import Counter
from datetime import datetime, timedelta
from functools import cache
from itertools import pairwise
from typing import Any

import pytest

from game.scenario.load import Compilation, compile_folder
from tests.scenario import october
from tests.scenario.october import (
    AFTERMATH,
    PROLOGUE,
    SEATS,
    TURNS,
    by_entry,
    document,
    elements,
    grade,
    play_texts,
    words,
)

# -- what is there --


@cache
def compiled() -> Compilation:
    return compile_folder(october.FOLDER)


def test_the_loader_finds_nothing_to_complain_of() -> None:
    assert [str(problem) for problem in compiled().problems if problem.severity != "note"] == []
    assert compiled().tables is not None


def test_the_inventory() -> None:
    whole = document()
    calendar = Counter(entry["kind"] for entry in whole["calendar"])
    assert calendar == {"prologue": 2, "turn": 12, "aftermath": 3}
    assert [entry["id"] for entry in whole["calendar"]] == [*PROLOGUE, *TURNS, *AFTERMATH]
    assert len(whole["issues"]) == 9
    assert sorted(channel["id"] for channel in whole["channels"]) == ["back", "cable", "radio", "un"]
    assert len(whole["incidents"]) == 7
    assert len(whole["circumstances"]) == 10
    assert sorted(circumstance["id"] for circumstance in whole["circumstances"] if circumstance["in_fact"]) == [
        "cable_half_a_day_late",
        "castro_cable_garbled",
        "grozny_does_not_stop",
    ]
    assert len(whole["accords"]) == 3
    assert len(whole["ladder"]) == 12
    assert len(whole["criteria"]) == 5
    assert set(whole["lenses"]) == {"record", "essay"}
    assert Counter(kind["seat"] for kind in whole["types"]) == {"washington": 3, "moscow": 3}
    assert Counter(probe["seat"] for probe in whole["probes"]) == {"washington": 4, "moscow": 4}
    assert Counter(stress["seat"] for stress in whole["stresses"]) == {"washington": 4, "moscow": 4}
    assert len(whole["audiences"]) == 9
    assert Counter(line["seat"] for line in whole["audience_lines"]) == {"washington": 4, "moscow": 4}
    assert Counter(paper["seat"] for paper in whole["papers"]) == {"washington": 2, "moscow": 2}
    assert len(whole["entries"]) >= 120
    assert len(whole["terms"]) >= 40
    assert len(whole["sources"]) >= 60
    assert len(whole["items"]) >= 80


def test_every_class_of_ending_and_every_kind_of_settlement_has_its_page() -> None:
    endings = document()["endings"]
    assert {ending["group"] for ending in endings} == set(document()["groups"])
    assert [ending["id"] for ending in endings if ending["group"] == "settlement"] == [
        "pledge_only",
        "quiet_trade",
        "open_swap",
        "freeze",
        "other_deal",
    ]
    for ending in endings:
        assert ending["text"]
        assert ending["paid"], "peace names who paid"
        assert ending["last"]


@pytest.mark.parametrize("seat", SEATS)
def test_each_seat_is_asked_one_thing_at_each_entry(seat: str) -> None:
    assert sorted(by_entry(seat)) == sorted([*PROLOGUE, *TURNS, *AFTERMATH])
    for entry, decision in by_entry(seat).items():
        assert decision["id"] == f"{seat[0]}_{entry}"
        open_options = [option for option in decision["options"] if option.get("requires") is not False]
        assert 3 <= len(open_options) <= 5, decision["id"]
        real = [option["id"] for option in decision["options"] if option.get("historical")]
        assert len(real) == 1, f"{decision['id']}: one option is what was done"
        assert decision["unasked"] in {option["id"] for option in decision["options"]}
        assert october.historical(decision)["in_fact"]  # type: ignore[index]


PLAYED_IN_1962 = {  # model.md section 14, record.md section 12
    "washington": "line_no_offensive press_cuba keep_small say_nothing quarantine photos_to_oas pull_line_back "
    "un_showdown wait hush_the_offer brother_to_dobrynin hold hold hold press_bombers count_at_sea restrain",
    "moscow": "deny_in_public hurry keep_pace deny moscow_only call_it_piracy tankers_only quiet_feeler "
    "hurry_sites raise_price_on_air rebuke_gunners hold hold hold give_bombers at_sea take_tacticals_home",
}


@pytest.mark.parametrize("seat", SEATS)
def test_what_was_really_done_is_marked(seat: str) -> None:
    marked = [october.historical(by_entry(seat)[entry]) for entry in (*PROLOGUE, *TURNS, *AFTERMATH)]
    assert [option["id"] for option in marked if option] == PLAYED_IN_1962[seat].split()


def test_people() -> None:
    people = document()["people"]
    sides = Counter(person["side"] for person in people)
    assert sides["washington"] >= 14
    assert sides["moscow"] >= 12
    assert sides["none"] == 1
    known = {person["id"] for person in people}
    speaking = {seat: {claim["adviser"] for claim in document()["claims"] if claim["seat"] == seat} for seat in SEATS}
    assert len(speaking["washington"]) >= 14
    assert len(speaking["moscow"]) >= 12
    for seat in SEATS:
        assert speaking[seat] <= known
        assert {person["side"] for person in people if person["id"] in speaking[seat]} == {seat}
    for person in people:
        assert person["stance"]
        assert person["blind"]
        assert person["look"]


@pytest.mark.parametrize("seat", SEATS)
def test_the_council_of_a_seat(seat: str) -> None:
    claims = [claim for claim in document()["claims"] if claim["seat"] == seat]
    cards = [card for card in document()["cards"] if card["seat"] == seat]
    assert len(claims) >= 140
    assert len(cards) >= 80
    kinds = Counter(card["kind"] for card in cards)
    assert 0.4 <= kinds["record"] / len(cards) <= 0.6, "half from the record of that date, half of this game"
    for turn in TURNS:
        here = [claim for claim in claims if turn in october.entries_of(claim)]
        mine = [card for card in cards if turn in october.entries_of(card)]
        assert 8 <= len(here) <= 14, turn
        assert 3 <= len({claim["adviser"] for claim in here}) <= 6, turn
        assert sum(card["kind"] == "record" for card in mine) >= 2, turn
        assert sum(card["kind"] == "report" for card in mine) >= 2, turn


def test_a_card_bears_on_claims_of_its_own_seat_and_somebody_concedes() -> None:
    claims = {claim["id"]: claim for claim in document()["claims"]}
    for card in document()["cards"]:
        bearing = [
            *card.get("bears", []),
            *(id for variant in card.get("variants", []) for id in variant.get("bears", [])),
        ]
        for id in bearing:
            assert claims[id]["seat"] == card["seat"]
            assert set(october.entries_of(claims[id])) & set(october.entries_of(card)), f"{card['id']} meets {id}"
        assert bool(bearing) <= bool(card.get("concedes")), card["id"]
        if card["kind"] == "report":
            assert card["dated"].startswith("this game"), f"{card['id']}: a report is of this game and says so"
            assert str(card["variants"][-1]["when"]) == "1"
        else:
            assert re.search(r"\b19\d\d\b", card["dated"]), f"{card['id']}: a record has its date"


@pytest.mark.parametrize("link", [f"L{number}" for number in range(1, 15)])
def test_each_link_bites_and_says_because_of_what(link: str) -> None:
    bites = [rule for rule in document()["triggers"] if rule.get("link") == link and rule["kind"] == "link"]
    assert bites, link
    for rule in bites:
        assert rule["because"].startswith("Because "), rule["id"]
        assert rule["because"].endswith(".")


def test_riders_belong_to_their_links() -> None:
    riders = {rider["id"]: rider.get("link") for rider in document()["riders"]}
    expected = {
        "name_bombers": "L3", "full_retaliation": "L3", "u2_rule": "L4", "suspend_u2_rule": "L4", "line_500": "L5",
        "ships_back_quietly": "L7",
        "sound_allies": "L8", "column_deny": "L9", "column_stand": "L9", "column_plant": "L9", "column_official": "L9",
        "consult_castro": "L10",
        "swap_by_radio": "L12", "swap_in_private": "L12", "ready_fallback": "L13", "use_fallback": "L13",
    }  # fmt: skip
    assert {id: riders[id] for id in expected} == expected
    unlisted = {item["id"] for key in ("riders", "standing") for item in document()[key] if "unlisted" in item}
    assert unlisted == {
        "jupiter_crews_hold", "hold_missile_tests", "confirm_sub_notice", "routine_flights",
        "submarine_radio_check", "who_may_order",
    }  # fmt: skip


# -- when it happens --


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _local(place: str, utc: str) -> tuple[str, str]:
    """('dd HH:MM', label) of a UTC moment in one place."""
    at, offset, label = _moment(utc), 0, ""
    for part in document()["clocks"][place]:
        if _moment(part["from"]) <= at:
            offset, label = part["offset"], part["label"]
    return (at + timedelta(minutes=offset)).strftime("%d %H:%M"), label


CLOCKS = [  # UTC, Washington, its label, Moscow, Havana: worked out by hand
    ("1962-10-24 13:59", "24 09:59", "EDT", "24 16:59", "24 08:59"),
    ("1962-10-24 14:00", "24 10:00", "EDT", "24 17:00", "24 09:00"),  # quarantine in force, 1400 GMT
    ("1962-10-25 05:45", "25 01:45", "EDT", "25 08:45", "25 00:45"),  # Kennedy's letter delivered
    ("1962-10-26 13:43", "26 09:43", "EDT", "26 16:43", "26 08:43"),  # Khrushchev's letter at the embassy
    ("1962-10-27 14:00", "27 10:00", "EDT", "27 17:00", "27 09:00"),  # Moscow radio, 1400 GMT
    ("1962-10-27 15:19", "27 11:19", "EDT", "27 18:19", "27 10:19"),  # Anderson
    ("1962-10-27 23:45", "27 19:45", "EDT", "28 02:45", "27 18:45"),  # Robert Kennedy and Dobrynin
    ("1962-10-28 00:05", "27 20:05", "EDT", "28 03:05", "27 19:05"),  # the public letter
    ("1962-10-28 05:59", "28 01:59", "EDT", "28 08:59", "28 00:59"),
    ("1962-10-28 06:00", "28 01:00", "EST", "28 09:00", "28 01:00"),  # the clocks go back
    ("1962-10-28 07:00", "28 02:00", "EST", "28 10:00", "28 02:00"),
    ("1962-10-28 14:04", "28 09:04", "EST", "28 17:04", "28 09:04"),  # Moscow radio, 1404 GMT
    ("1962-11-20 23:00", "20 18:00", "EST", "21 02:00", "20 18:00"),  # press conference
]


@pytest.mark.parametrize(("utc", "washington", "label", "moscow", "havana"), CLOCKS)
def test_three_clocks(utc: str, washington: str, label: str, moscow: str, havana: str) -> None:
    assert _local("washington", utc) == (washington, label)
    assert _local("moscow", utc)[0] == moscow
    assert _local("havana", utc)[0] == havana


def test_washington_is_seven_hours_behind_moscow_to_the_27th_and_eight_from_the_28th() -> None:
    for utc, hours in (
        ("1962-10-24 14:00", 7),
        ("1962-10-27 23:45", 7),
        ("1962-10-28 14:04", 8),
        ("1962-10-30 15:00", 8),
    ):
        here, there = (datetime.strptime(_local(place, utc)[0], "%d %H:%M") for place in ("washington", "moscow"))
        assert there - here == timedelta(hours=hours)


MOMENTS = {  # what fixes the clock in record.md, in UTC
    "quarantine_in_force": "1962-10-24 14:00",
    "khrushchev_letter_27": "1962-10-27 14:00",
    "anderson_shot_down": "1962-10-27 15:19",
    "robert_kennedy_dobrynin_27": "1962-10-27 23:45",
    "kennedy_letter_27": "1962-10-28 00:05",
    "clocks_back": "1962-10-28 06:00",
    "khrushchev_letter_28": "1962-10-28 14:04",
    "press_conference_20": "1962-11-20 23:00",
    "quarantine_ends": "1962-11-20 23:45",
}


def test_the_chronicle_runs_in_order_and_keeps_the_moments_that_fix_it() -> None:
    entries = document()["entries"]
    times = [_moment(entry["at"]) for entry in entries]
    assert all(before <= after for before, after in pairwise(times))
    assert {id: elements()[f"chronicle:{id}"]["at"] for id in MOMENTS} == MOMENTS
    for entry in entries:
        assert set(entry["who"]) <= {*SEATS, "cuba", "public"}
        assert entry["mark"] in ("V", "K", "D")


def test_the_calendar_runs_in_order_and_says_the_right_hours() -> None:
    times = [_moment(entry["at"]) for entry in document()["calendar"]]
    assert all(before < after for before, after in pairwise(times))
    at = {entry["id"]: entry["at"] for entry in document()["calendar"]}
    assert _local("washington", at["oct24"])[0] == "24 10:00"
    assert (_local("moscow", at["oct27"])[0], _local("washington", at["oct27"])[0]) == ("27 17:00", "27 10:00")
    assert _local("moscow", at["oct27n"])[0].startswith("28"), "the note says that it is Sunday there"
    assert _local("washington", at["oct28"]) == ("28 09:04", "EST")


# -- where it is known from --


def test_every_source_named_exists_and_is_a_full_reference() -> None:
    known = {source["id"]: source for source in document()["sources"]}
    assert len(known) == len(document()["sources"])
    cited: set[str] = set()
    for name, element in elements().items():
        named = set(element.get("source", []))
        assert named <= set(known), name
        cited |= named
    assert cited == set(known), "and every source is cited"
    for source in known.values():
        assert source["mark"] in ("V", "K", "D")
        assert words(source["text"]) >= 8, source["id"]


def test_whatever_says_what_was_so_says_where_it_is_known_from() -> None:
    for name, element in elements().items():
        kind, id = name.split(":")
        if kind in ("chronicle", "finding", "person", "glossary", "incident", "circumstance", "ending"):
            assert element.get("source"), name
        if kind == "card" and element["kind"] == "record":
            assert element.get("source"), name
        if kind == "option" and element.get("in_fact"):
            decision = elements()[f"decision:{id.split('.')[0]}"]
            assert element.get("source") or decision.get("source"), name
        if kind == "decision" and element["id"] != "w_strikes":
            assert element.get("source"), name
        if kind == "claim" and element.get("claims"):
            assert element["claims"], name


def test_marks_are_those_of_the_notes() -> None:
    for name, element in elements().items():
        assert element.get("mark", "ours") in ("V", "K", "D", "ours"), name


# -- how it reads --

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
