"""What may be said after the end, and only then."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.debrief.reveal import Reveal, reveal
from game.debrief.timeline import timeline
from game.engine.api import begin
from game.journal.line import Header, Record
from game.papers.debrief import PARTS, debrief, part
from game.papers.ending import ending, roads
from game.papers.paper import Line
from game.referee.table import Answer, Table
from game.wording import odds
from game.wording.book import Book
from tests.papers.every import book, october_book
from tests.strategies import random_move


def played(made: Book, seed: int, until: int = 10_000) -> tuple[Table, tuple[Record, ...]]:
    """A random game at a table, with a marker moved on the way."""
    pick = random.Random(seed)
    table = Table.begin(made.rulebook, Header(made.rulebook.tables.id, "", seed))
    assert isinstance(table, Table)
    table.note(0, "person", {"marker": 1})
    table.note(1, "person", {"ranking": list(made.rulebook.tables.criteria)})
    moves = 0
    while not table.over and moves < until:
        seat = pick.choice(table.owed())
        assert isinstance(table.submit(random_move(made.rulebook, table.view(seat), pick)), Answer)
        moves += 1
    return table, table.records()


def revealed(made: Book, seed: int) -> tuple[Table, Reveal]:
    table, records = played(made, seed)
    start = begin(made.rulebook, seed, table.header.options)
    found = reveal(made.rulebook, made.texts.content, start, records, table.revealed())
    assert found is not None
    return table, found


def test_nothing_is_revealed_of_a_game_that_is_still_played() -> None:
    made = book()
    table, records = played(made, 5, until=6)
    assert not table.over
    assert reveal(made.rulebook, made.texts.content, begin(made.rulebook, 5), records, table.revealed()) is None


@given(st.integers(0, 10_000))
def test_the_timeline_has_every_phase_with_what_each_ordered(seed: int) -> None:
    made = book()
    table, records = played(made, seed)
    found = timeline(made.rulebook, begin(made.rulebook, seed), records)
    last = table.revealed()
    assert last is not None
    assert found.markers == (("survey", 0, 1),)
    assert found.rankings == ((1, made.rulebook.tables.criteria),)
    orders = [side.order for step in found.steps for side in step.sides if side.order is not None]
    assert sorted(orders) == sorted(order for seat in range(2) for order in last.knowledge[seat].orders)
    assert all(0.0 <= step.danger <= 1.0 for step in found.steps)


@pytest.mark.parametrize("made", [book(), october_book()], ids=["tiny", "october"])
@given(st.integers(0, 10_000))
def test_every_page_after_the_end_can_be_made_for_both_seats(made: Book, seed: int) -> None:
    table, found = revealed(made, seed)
    for seat in range(2):
        seen = table.view(seat)
        pages = [ending(made, seen, found, dict(found.rankings).get(seat, ())), debrief(made, seen, found)]
        pages += [part(made, seen, found, name) for name in PARTS]
        for paper in pages:
            assert all(text.strip() and "{" not in text for text in paper.said()), paper.title


def test_what_was_risked_and_what_happened_stand_apart_and_no_worth_is_shown_as_a_number() -> None:
    made = october_book()
    for seed in range(30):
        table, found = revealed(made, seed)
        said = " ".join(ending(made, table.view(0), found).said())
        assert "What you risked, and what happened" in said
        for values in found.worths:
            for value in values:
                assert f"{value / 1000:.1f}" not in said or value % 1000 == 0


def test_history_is_told_beside_what_was_done() -> None:
    made = october_book()
    table, found = revealed(made, 3)
    assert found.beside
    for one in found.beside:
        assert made.get(f"option.{one.decision}.{one.historical[0]}.in_fact")
    assert table.over


def test_what_an_agreement_voided_is_not_told_as_done() -> None:
    made = book()
    void, told = "not carried out: the agreement came first", 0
    for seed in range(60):
        table, found = revealed(made, seed)
        settled = [step for step in found.steps if step.settled]
        assert [one.void for one in found.beside] == [one.phase in [s.phase for s in settled] for one in found.beside]
        seen = table.view(0)
        assert not [one for one in found.strikes if one.phase in [step.phase for step in settled]]
        assert [step.phase for step in settled] == [one.phase for one in seen.reports if one.kind == "settled"]
        columns = [block for block in part(made, seen, found, "days").blocks if isinstance(block, Line)]
        assert (void in [line.note for line in columns]) == bool(settled)
        if found.outcome.group == "settlement" and any(one.void for one in found.beside):
            then = [block for block in part(made, seen, found, "then").blocks if isinstance(block, Line)]
            assert [line.note for line in then if line.label == "Here"].count(void) == sum(o.void for o in found.beside)
            assert void in [block.note for block in roads(made, found) if isinstance(block, Line)]
            told += 1
    assert told


def test_danger_is_shared_among_those_who_made_it() -> None:
    made = october_book()
    for seed in range(12):
        _table, found = revealed(made, seed)
        assert all(0.0 <= part <= 1.0 for part in found.doing)
        assert not any(found.doing) or abs(sum(found.doing) - 1.0) < 1e-9
        for step in found.steps:
            assert step.shares.start + step.shares.one + step.shares.two + step.shares.nobody == step.shares.now


def test_no_id_of_the_scenario_is_read_after_the_end() -> None:
    made = october_book()
    sources = set(made.texts.under("source").values())
    for seed in range(6):
        table, found = revealed(made, seed)
        for seat in range(2):
            seen = table.view(seat)
            for paper in (ending(made, seen, found), *(part(made, seen, found, name) for name in PARTS)):
                for text in set(paper.said()) - sources:
                    assert not re.search(r"\b[a-z]+_[a-z0-9_]+\b|\((?:washington|moscow)\)|^[SB]_?\d*$", text), text


def test_what_might_have_been_is_told_with_those_who_disagree() -> None:
    made = october_book()
    table, found = revealed(made, 3)
    said = part(made, table.view(0), found, "might").said()
    assert said.count("Against it") == len(made.content("counterfactuals", ()))


def test_the_danger_accepted_holds_the_odds_that_stood_on_an_order_to_strike() -> None:
    made, told = october_book(), 0
    for seed in range(60):
        table, found = revealed(made, seed)
        low, high = found.accepted
        assert found.danger_run - 1e-12 <= low <= high <= 1.0
        if not found.strikes:
            assert (low, high) == pytest.approx((found.danger_run, found.danger_run))
            continue
        told += 1
        signed = [step for step in found.steps if step.phase == found.strikes[0].phase]
        rows = signed[0].sides[found.strikes[0].seat].said
        assert (rows[-1].low, rows[-1].high) == found.strikes[0].general and rows[-1].ending == "general_war"
        safe = 1.0 - found.danger_run
        for one in found.strikes:
            safe *= 1.0 - one.general.high
        assert high == pytest.approx(1.0 - safe)
        page = " ".join(ending(made, table.view(0), found).said())
        assert f"what was staked was {odds.between(low, high)}" in page
        assert "accidents alone" not in page
        lines = [block for block in part(made, table.view(0), found, "chance").blocks if isinstance(block, Line)]
        assert any(block.value == odds.between(low, high) and block.label == "And with that" for block in lines)
    assert told > 5
