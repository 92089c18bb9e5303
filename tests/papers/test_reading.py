"""How much must be read, and what stands on which page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine.api import Options, begin, choices, view
from game.papers import brief, desk, last, order_sheet
from game.papers.paper import Figure, Heading, Line, Paragraph, Tally
from game.wording.numbers import pages, words_in
from tests.papers.every import book, october_book, orders
from tests.rulebooks import october
from tests.strategies import states_at

PACES = [pace.id for pace in october().tables.paces]


@pytest.mark.parametrize("pace", PACES)
@given(st.integers(0, 10_000), st.integers(0, 60))
def test_a_brief_keeps_to_the_reading_of_its_pace_or_shows_the_options_bare(pace: str, seed: int, moves: int) -> None:
    state = states_at(october(), seed, moves, Options(pace=pace))
    for seat in range(2):
        seen = view(state, seat)
        if seen.stage != "orders" or not seen.owed[seat]:
            continue
        paper = brief.brief(october_book(), seen)
        room = october().pace(seen.pace).reading
        assert paper.reading() <= room or all(not item.detail for item in paper.choices)
        assert paper.question and paper.choices


@given(st.integers(0, 10_000), st.integers(0, 60), st.integers(0, 9))
def test_a_page_of_the_dossier_holds_at_most_120_words(seed: int, moves: int, page: int) -> None:
    state = states_at(october(), seed, moves)
    for seat in range(2):
        seen = view(state, seat)
        if seen.stage == "orders" and seen.owed[seat]:
            for block in brief.dossier(october_book(), seen, page).blocks:
                assert not isinstance(block, Paragraph) or words_in(block.text) <= brief.PAGE


@given(st.text("ab .\n", max_size=2_000), st.integers(1, 50))
def test_cutting_a_text_into_pages_loses_no_word(text: str, most: int) -> None:
    assert " ".join(pages(text, most)).split() == text.split()


def test_the_desk_shows_seven_things_and_a_drawer() -> None:
    seen = view(begin(october(), 3, Options()), 0)
    paper = desk.desk(october_book(), seen)
    heads = [block.text for block in paper.blocks if isinstance(block, Heading)]
    assert heads == [
        "Danger", "What you know and do not know", "Letters", "The two who are angriest with you", "What is running",
    ]  # fmt: skip
    assert sum(isinstance(block, Figure) for block in paper.blocks) == 3
    assert sum(isinstance(block, Tally) for block in paper.blocks) == 2
    assert any(isinstance(block, Line) and block.label == "Your word, in his eyes" for block in paper.blocks)
    assert [item.id for item in paper.choices] == list(desk.DRAWER)


@given(st.integers(0, 10_000), st.integers(0, 60))
def test_a_refused_option_stays_visible_with_its_reason(seed: int, moves: int) -> None:
    state = states_at(october(), seed, moves)
    for seat in range(2):
        seen = view(state, seat)
        if seen.stage == "orders" and seen.owed[seat]:
            for item, choice in zip(brief.options(october_book(), seen), choices(october(), seen).options, strict=True):
                assert bool(item.refusal) == (choice.refusal is not None)
                assert item.refusal[-1:] in (".", "") or item.refusal.endswith("?")


def test_an_order_that_could_end_the_world_says_so_before_it_is_signed() -> None:
    found = 0
    for seed in range(40):
        state = states_at(october(), seed, 12)
        for seat in range(2):
            seen = view(state, seat)
            if seen.stage != "orders" or not seen.owed[seat] or seen.ended is not None:
                continue
            for order in orders(october_book(), seen):
                gates = order_sheet.gates(october_book(), seen, order)
                paper = order_sheet.order_sheet(october_book(), seen, order)
                warned = [block for block in paper.blocks if isinstance(block, Paragraph) and block.role == "warning"]
                assert len(warned) == len(gates)
                found += len(gates)
    assert found > 0


def test_the_last_decision_is_one_sentence_one_clock_and_three_papers() -> None:
    for seed in range(400):
        for moves in range(2, 14, 3):
            state = states_at(book().rulebook, seed, moves)
            for seat in range(2):
                seen = view(state, seat)
                if seen.stage == "last" and seen.owed[seat]:
                    paper = last.last(book(), seen)
                    assert [item.id for item in paper.choices] == ["hold", "call", "answer"]
                    assert sum(isinstance(block, Line) for block in paper.blocks) == 2
                    assert sum(isinstance(block, Paragraph) and block.role == "lead" for block in paper.blocks) == 1
                    return
    raise AssertionError("no last decision in 400 games")


@pytest.mark.parametrize("pace", PACES)
@given(st.integers(0, 10_000), st.integers(0, 60))
def test_every_option_of_the_day_says_what_it_means_in_every_pace(pace: str, seed: int, moves: int) -> None:
    state = states_at(october(), seed, moves, Options(pace=pace))
    for seat in range(2):
        seen = view(state, seat)
        if seen.stage != "orders" or not seen.owed[seat]:
            continue
        for item, choice in zip(
            brief.brief(october_book(), seen).choices, choices(october(), seen).options, strict=True
        ):
            own = october().sources[choice.source].decision == brief.decision(october_book(), seen)
            assert bool(item.detail) == own
