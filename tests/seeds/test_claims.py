"""The essay's 72 claims: judged as in the notes, each alive in the game, and no mistake of the essay's told as fact."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import Any

import pytest
import yaml

from tests.scenario import october

SEEDS = october.ROOT / "seeds" / "claims.yaml"
NUMBERS = [f"E{number:02d}" for number in range(1, 73)]


@cache
def claims() -> dict[str, dict[str, Any]]:
    return {claim["id"]: claim for claim in yaml.safe_load(SEEDS.read_text(encoding="utf-8"))["claims"]}


def wrong() -> list[str]:
    return [id for id, claim in claims().items() if claim["verdict"] == "wrong"]


@cache
def tagged() -> dict[str, set[str]]:
    """For each claim, the elements of the scenario that carry its id."""
    found: dict[str, set[str]] = {id: set() for id in NUMBERS}
    for name, element in october.elements().items():
        for id in element.get("claims", []):
            assert id in found, f"{name} names the claim {id}, which does not exist"
            found[id].add(name)
    return found


def test_there_are_seventy_two_in_the_order_of_the_essay() -> None:
    assert list(claims()) == NUMBERS
    lines = [claim["line"] for claim in claims().values()]
    assert lines == sorted(lines)
    assert set(lines) == set(range(1, 50)), "every line of the essay gives at least one claim"


def test_the_tally_of_the_verdicts() -> None:
    tally = Counter(claim["verdict"] for claim in claims().values())
    assert tally == {"holds": 22, "partly": 28, "wrong": 10, "contested": 12}
    assert wrong() == ["E23", "E43", "E44", "E45", "E46", "E53", "E54", "E55", "E59", "E60"]


@pytest.mark.parametrize("id", NUMBERS)
def test_a_claim_says_what_the_record_is_and_from_where(id: str) -> None:
    claim = claims()[id]
    known = {source["id"] for source in october.document()["sources"]}
    assert claim["kind"] in ("fact", "interpretation")
    assert claim["mark"] in ("V", "K", "D")
    assert claim["says"].strip().endswith(".")
    assert claim["record"].strip().endswith(".")
    assert claim["source"]
    assert set(claim["source"]) <= known
    assert ("debrief" in claim["elements"]) == ("debrief" in claim), "the bare word debrief stands for the sentence"


@pytest.mark.parametrize("id", NUMBERS)
def test_claims_and_scenario_are_tied_both_ways(id: str) -> None:
    listed = claims()[id]["elements"]
    assert listed
    assert len(listed) == len(set(listed))
    assert set(listed) - {"debrief"} == tagged()[id]


# What the notes ask a claim to become (mechanic, decision, event, card, debrief item), and where that stands.
MECHANICS: dict[str, list[str]] = {
    "E01": ["rider:name_bombers", "glossary:offensive_arms"],  # each side picks its word; bombers covered or not
    "E02": ["dial:commitment", "option:w_sep_line.line_no_offensive"],  # September words bind
    "E03": ["debrief"],  # was it hype?
    "E04": ["type:defender"],  # hidden motives
    "E05": ["issue:jupiters_turkey"],  # a chip, not an opening demand
    "E06": ["trigger:raiders_land"],  # pressure on Cuba
    "E13": ["dial:standing", "trigger:presidium_vote", "trigger:khrushchev_removed"],  # the Presidium
    "E20": ["card:mk_29_novocherkassk"],
    "E22": ["headline:herald_nov_paper_1"],  # the thaw, in the weeks of the crisis
    "E23": ["card:mk_28_kohler_gate"],  # two publics, two clocks
    "E24": ["claim:mc_29_harvest"],
    "E25": ["chronicle:gilpatric_speech", "card:mk_18_gilpatric"],  # the bluff exposed
    "E27": ["type:gambler"],  # risk at the start, care at the brink
    "E29": ["option:m_sep_secret.publish_treaty", "option:m_oct18.disclose_treaty"],
    "E30": ["card:mk_25_bay_memory"],
    "E34": ["decision:w_sep_secret"],
    "E35": ["issue:jupiters_turkey", "card:wk_29_tireless"],  # worth little to one, much to the other
    "E36": ["card:wk_16_jupiter_count"],
    "E37": ["claim:mc_18_hall_with_us", "claim:wc_27_fair_trade"],  # the argument from symmetry
    "E38": ["type:trader", "type:gambler"],
    "E39": ["card:mk_29_arithmetic"],  # the balance as it was
    "E40": ["dial:anxiety", "dial:rally"],  # two moods
    "E41": ["trigger:l9_taken_as_official"],  # the column misread
    "E42": ["decision:w_oct16", "decision:w_oct20"],  # the days of advice
    "E43": ["chronicle:khrushchev_letter_23", "chronicle:khrushchev_letter_24"],  # the letters by date
    "E45": ["decision:w_oct27", "decision:m_oct27"],  # two offers
    "E46": ["trigger:jupiter_clause_leaks"],  # the secret clause
    "E47": ["rider:swap_in_private", "option:w_nov_paper.gloat"],
    "E49": ["incident:shootdown"],
    "E50": ["incident:shootdown", "rider:who_may_order"],  # who gave the order?
    "E51": ["order:reconnaissance"],  # seeing against danger
    "E52": ["rider:u2_rule", "rider:suspend_u2_rule"],  # the rule that must be suspended
    "E53": ["strike:one_site", "strike:invasion"],  # graded answers
    "E54": ["circumstance:cable_half_a_day_late"],  # letters take time
    "E55": ["option:w_oct27n.brother_to_dobrynin", "rider:ready_fallback", "rider:use_fallback"],  # three layers
    "E56": ["decision:w_oct28", "decision:m_nov_bombers"],  # not the end
    "E59": ["debrief"],
    "E60": ["debrief"],
    "E61": ["dial:word", "trigger:l2_denial"],  # proven lies
    "E62": ["dial:world_opinion", "option:m_oct29.denounce"],  # the parity argument before neutrals
    "E63": ["trigger:raiders_land"],
    "E64": ["option:w_oct25.feed_the_papers", "option:w_oct25.calm_the_press"],
    "E65": ["debrief"],  # blame is not a score
    "E66": ["option:w_oct27n.public_deadline", "rider:full_retaliation", "order:invasion_preparation"],
    "E67": ["card:wk_16_gallup", "card:wk_23_gallup_22"],  # support starts split
    "E69": ["debrief"],
    "E72": ["option:w_nov_paper.gloat", "option:w_nov_paper.restrain"],
}


@pytest.mark.parametrize("id", MECHANICS)
def test_what_the_notes_ask_for_is_there(id: str) -> None:
    assert set(MECHANICS[id]) <= set(claims()[id]["elements"])


def _beside(name: str) -> str:
    """What a player reads of 1962 beside an element: its own line, or that of the choice really made at that point."""
    kind, id = name.split(":")
    element = october.elements()[name]
    if kind == "card":
        return f"{element.get('text', '')}"
    if kind == "circumstance":
        return f"{element['note']}"
    if kind == "option" and "in_fact" in element:
        return f"{element['in_fact']}"
    if kind == "rider":
        asked = [october.by_entry(element["seat"])[entry] for entry in october.entries_of(element)]
        chosen = [option for decision in asked if (option := october.historical(decision))]
        return " ".join([element["text"], *(option["in_fact"] for option in chosen)])
    decision = october.elements()[f"decision:{id.split('.')[0]}"]
    real = october.historical(decision)
    lines = [real] if real else [option for option in decision["options"] if "in_fact" in option]
    return " ".join(option["in_fact"] for option in lines)


@pytest.mark.parametrize("id", wrong())
def test_an_element_of_a_wrong_claim_carries_the_correction(id: str) -> None:
    """Decisions, options, riders, cards, circumstances: one of the claim's `corrected_by` stands in their line of 1962.

    The lens of the essay may be wrong on purpose; dials, rules, chronicle and glossary only must not tell the mistake.
    """
    claim = claims()[id]
    assert "debrief" in claim["elements"], "a mistake of the essay's is said plainly in the debrief"
    for name in claim["elements"]:
        kind = name.split(":")[0]
        if kind == "lens":
            assert name == "lens:essay"
        elif kind in ("decision", "option", "rider", "card", "circumstance"):
            line = " ".join(_beside(name).split()).lower()
            assert any(phrase in line for phrase in claim["corrected_by"]), f"{name}: {line}"
        elif kind in ("chronicle", "glossary", "person"):
            assert october.elements()[name]["source"]


def _mistaken(text: str, id: str) -> bool:
    return any(re.search(pattern, text.lower()) for pattern in claims()[id]["never"])


@pytest.mark.parametrize("id", wrong())
def test_no_text_tells_the_mistake(id: str) -> None:
    assert _mistaken(" ".join(claims()[id]["says"].split()), id), "the pattern finds the mistake where it does stand"
    told = [
        text for text in october.all_texts() if not text.where.startswith((".lenses.essay", ".flags.turkey_hidden"))
    ]
    assert [text for text in told if _mistaken(text.text, id)] == []
    for other in claims().values():
        assert not _mistaken(" ".join(other["record"].split()), id)
        assert not _mistaken(" ".join(other.get("debrief", "").split()), id)


def test_only_claims_judged_wrong_are_guarded() -> None:
    for id, claim in claims().items():
        assert ("corrected_by" in claim) == ("never" in claim) == (id in wrong())
