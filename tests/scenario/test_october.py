"""October 1962, counted: what is there."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

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
)


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
