"""The weeks after: a decision reads otherwise after a settlement, a stand-off, a strike, and a nuclear weapon."""

from __future__ import annotations

import pytest

from game.engine.api import PUBLIC, Options, View, begin, choices, view
from game.papers import brief
from game.papers.desk import ladder
from game.wording.press import front_page
from tests.papers.every import october_book
from tests.rulebooks import october
from tests.strategies import random_moves

PACES = {pace.id: pace for pace in october().tables.paces}
AFTER = [number for number, entry in enumerate(october().tables.entries) if entry.id.startswith("nov_")]
ENDS = {
    "settlement": {"deal": 1000},
    "standoff": {},
    "strike": {"strike.air": 1000},
    "nuclear": {"strike.air": 1000, "ending.nuclear_use": 1000},
    "removed": {"ending.removed_moscow": 1000},
    "congress": {"ending.congress_acts": 1000},
}
SETTLED = ("has been won", "to keep your promise", "was agreed", "The rockets are going", "that it is over")
"""What can only be said once something was signed."""


def standing(seat: int, entry: int, registers: dict[str, int]) -> View:
    """What a seat would see on a day of the aftermath after such an end."""
    start = view(begin(october(), 3, Options(pace="full")), seat)
    exact = list(start.exact)
    for name, value in registers.items():
        exact[october().index[name]] = value
    turn = next(n for n, one in enumerate(PACES["full"].turns) if one.entries == (entry,))
    return start._replace(turn=turn, exact=tuple(exact))


@pytest.mark.parametrize("seat", [0, 1], ids=list(october().seats))
@pytest.mark.parametrize("entry", AFTER)
def test_each_end_has_its_own_words(seat: int, entry: int) -> None:
    said = {}
    for name, registers in ENDS.items():
        seen = standing(seat, entry, registers)
        said[name] = brief.told(october_book(), seen, "question"), brief.told(october_book(), seen, "short")
        if name != "settlement":
            assert not [words for words in SETTLED if words in " ".join(said[name])], name
    assert len(set(said.values())) == len(ENDS), said


@pytest.mark.parametrize("strike", ["one_site", "air", "invasion", "clash"])
def test_the_ladder_leaves_the_rungs_of_war_when_the_fighting_is_over(strike: str) -> None:
    rungs = [october_book().rung(rung) for rung in range(len(october().tables.ladder))]
    fought = {"war": 2000, f"strike.{strike}": 1000, "public_knows": 1000, "quarantine": 1000}
    for entry, at_war in ((min(AFTER) - 1, True), *((entry, False) for entry in AFTER)):
        seen = standing(0, entry, {**fought, "date": 1000 * entry})
        rung = ladder(october_book(), seen).rung
        assert rungs[rung] == ("War" if at_war else "A line at sea")


@pytest.mark.parametrize("seat", [0, 1], ids=list(october().seats))
def test_no_option_of_the_weeks_after_takes_a_settlement_for_granted(seat: int) -> None:
    for entry in AFTER:
        dated = october().dated[seat, entry]
        for act in dated.acts:
            text = october_book().get(f"option.{act.source}.text")
            assert text and "rockets are gone" not in text and "call it a settlement" not in text


@pytest.mark.parametrize(
    ("signed", "said"),
    [
        ({}, ""),
        ({"deal.overflights": 0}, "by agreement with Moscow"),
        ({"deal.overflights": 2}, "against what you signed"),
    ],
)
def test_flights_over_the_island_are_told_as_what_was_signed_of_them(signed: dict[str, int], said: str) -> None:
    unsaid = {name: -1000 for name in october().names if name.startswith("deal.") and not name.endswith(".secret")}
    registers = {**unsaid, "deal": 1000, **{name: 1000 * level for name, level in signed.items()}}
    told = brief.told(october_book(), standing(0, AFTER[1], registers), "short")
    assert told and said in told
    for other in {"by agreement with Moscow", "against what you signed"} - {said}:
        assert other not in told


@pytest.mark.parametrize("line", [0, 1])
def test_a_line_that_was_never_drawn_cannot_be_offered_for_the_bombers(line: int) -> None:
    seen = standing(0, AFTER[0], {"quarantine": 1000 * line})
    offered = {choice.id: choice.refusal for choice in choices(october(), seen._replace(owed=(True, True))).options}
    assert (offered["link_to_quarantine"] is None) == bool(line)


def test_what_belongs_to_october_does_not_come_up_in_november() -> None:
    """No tanker nears a line that war has ended, no circumstance of the thirteen days comes after them."""
    weeks, wars = 0, 0
    for seed in range(60):
        for before, _, after in random_moves(october(), seed, Options(pace="brief")):
            phase = view(before, PUBLIC).phase
            if not phase.startswith("nov") or view(after, PUBLIC).phase == phase:
                continue
            weeks += 1
            fought = any(
                view(after, 0).exact[october().index[name]] for name in ("war", "strike.air", "strike.invasion")
            )
            wars += fought
            told = {one.subject for seat in (0, 1) for one in view(after, seat).reports if one.phase == phase}
            late = {name for name in told if name.startswith("circumstance.") or name in OF_OCTOBER}
            assert not late, (seed, phase, late)
            for seat in (0, 1):
                heads = {story.headline for story in front_page(october_book(), view(after, PUBLIC), seat, phase)}
                assert not (fought and heads & WAITING), (seed, phase, heads)
    assert weeks > 20 and wars > 5


OF_OCTOBER = ("l7_long_rockets_land", "l7_no_chip", "l7_learned_late", "l9_planted", "declared_cuban_guns")
FOUGHT = ("war", "strike.air", "strike.invasion")
WAITING = {"An Uneasy November", "THE LONG WAIT", "Watchful and Calm", "Winter Has Come"}
"""What is printed where nothing was signed and nothing was fought."""


@pytest.mark.parametrize("ending", ["removed_moscow", "congress_acts"])
def test_the_papers_of_the_weeks_after_know_who_lost_his_place(ending: str) -> None:
    for entry in AFTER:
        public = standing(0, entry, {f"ending.{ending}": 1000})._replace(viewer=PUBLIC)
        phase = october().tables.entries[entry].id
        for seat in (0, 1):
            heads = {story.headline for story in front_page(october_book(), public, seat, phase)}
            assert len(heads) == 2 and not heads & WAITING, heads
