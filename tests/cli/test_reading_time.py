"""A game takes the time that its pace promises: for who reads what he must, and for who opens half of the rest."""

from __future__ import annotations

import json
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.cli.author import check
from game.cli.reading_time import Reading, every_word, minutes
from game.engine.api import Options, Rulebook, view
from game.papers import brief, council, night, order_sheet
from game.papers.paper import ChoiceItem, Clipping, Line, Paper, Paragraph, Slip
from game.papers.room import lean, scant
from game.scenario import library
from game.scenario.inventory import fitting, reading
from game.wording.book import Book
from tests.papers.every import october_book
from tests.rulebooks import OCTOBER, TINY, compiled, october
from tests.strategies import states_at

MUST = {"brief": 11, "lesson": 22, "full": 45}
HALF = {"brief": 15, "lesson": 35, "full": 75}
"""Minutes; the second within 15 in a hundred."""


@cache
def shipped() -> Book:
    """The scenario as it is played, with what its minds have learned."""
    loaded = library.compiled(OCTOBER)
    assert loaded.tables is not None
    return Book(Rulebook(loaded.tables), loaded.texts)


@pytest.mark.parametrize("pace", MUST)
def test_a_game_takes_the_minutes_of_its_pace(pace: str) -> None:
    required, half = minutes(shipped(), pace, 3)
    assert required <= MUST[pace], f"{required:.1f} minutes must be read"
    assert 0.85 * HALF[pace] <= half <= 1.15 * HALF[pace], f"{half:.1f} minutes with half of the rest"


def test_words_and_acts_are_minutes() -> None:
    assert Reading(180, 3, 360, 6).required == 2.0
    assert Reading(180, 3, 360, 6).half == 6.0


def test_gauges_and_names_are_seen_and_sentences_are_read() -> None:
    paper = Paper(
        "p", "one title",
        (Paragraph("two words"), Line("label", "its value", "a note"), Clipping("mast", "a headline", "and line")),
        (ChoiceItem("x", "a name", "means this", "closed"),), "a question?",
    )  # fmt: skip
    assert paper.prose() == ("two words", "a question?", "means this")
    assert paper.reading() == 6
    words = " ".join(every_word(paper))
    assert "its value" in words and "a headline" in words and "a name" in words and "mast" not in words


@pytest.mark.parametrize("pace", MUST)
def test_the_checker_counts_what_the_brief_shows(pace: str) -> None:
    """No brief of a game is longer than the checker says for its turn, and the checker keeps to the pace's promise."""
    promised = reading(*compiled(OCTOBER))[pace]
    room = october().tables.paces[october().pace_of[pace]].reading
    most = max(words for seats in promised.values() for words in seats.values())
    assert most <= room
    found = 0
    for seed in range(12):
        for moves in range(0, 40, 3):
            state = states_at(october(), seed, moves, Options(pace=pace))
            entries = october().tables.paces[state.pace].turns[state.turn].entries
            turn = promised[october().tables.entries[entries[0]].id]
            for seat, name in enumerate(october().seats):
                seen = view(state, seat)
                if seen.stage == "orders" and seen.owed[seat]:
                    words = brief.brief(october_book(), seen).reading()
                    assert words <= turn[name], (pace, seen.phase, name)
                    found += words == turn[name]
    assert found > 10


def test_what_options_mean_is_cut_to_a_sentence_and_then_left_out() -> None:
    meant = ["One two. Three four five.", "Six."]
    assert fitting(10, meant, 0) == fitting(10, meant, 16) == 16
    assert fitting(10, meant, 15) == 13
    assert fitting(10, meant, 12) == 10


@given(st.integers(0, 2_000), st.integers(0, 40))
def test_a_short_game_shows_the_weightiest_and_the_rest_is_one_word_away(seed: int, moves: int) -> None:
    book = october_book()
    state = states_at(october(), seed, moves, Options(pace="brief"))
    for seat in range(2):
        seen = view(state, seat)
        assert scant(book, seen) and lean(book, seen)
        short = night.night(book, seen, view(state, 2), 0)
        whole = night.night(book, seen, view(state, 2), 0, whole=True)
        assert len(short.said()) <= len(whole.said())
        assert not [one for one in short.blocks if isinstance(one, Clipping) and one.line]
        if seen.stage != "orders" or not seen.owed[seat] or not seen.dossier.cards:
            continue
        page = council.council(book, seen)
        named = [item for item in page.choices if item.group == "card"]
        assert len(named) == len(seen.dossier.cards) and not [item for item in named if item.detail]
        for item, laid in zip(named, council.cards(book, seen), strict=True):
            paper = council.card(book, seen, item.key.upper())
            assert paper is not None and paper.title == item.label
            assert [one.text for one in paper.blocks if isinstance(one, Slip)] == [laid.detail]
        assert council.card(book, seen, "z") is None
        for choice in brief.options(book, seen):
            source = order_sheet.option_source(book, seen, choice.id)
            assert choice.detail.startswith(order_sheet.meaning(book, seen, source))


def test_check_says_the_minutes(capsys: pytest.CaptureFixture[str]) -> None:
    assert check([str(TINY), "--minutes", "--json"]) == 0
    held = json.loads(capsys.readouterr().out)["inventory"]
    assert 0 < held["minutes, brief, what must be read"] < held["minutes, full, what must be read"]
    assert held["minutes, full, what must be read"] < held["minutes, full, and half of the rest"]
