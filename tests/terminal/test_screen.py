"""The edge: plain lines, any width from 60, and ASCII where the terminal has nothing else."""

from __future__ import annotations

import io
import os
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.papers.paper import ChoiceItem, DotArray, Line, Paper, Paragraph, Table, Tally
from game.referee.wanted import Wanted
from game.terminal import screen as edge
from game.terminal.app import play
from game.terminal.ask import Unclear, command, find
from game.terminal.layout import dots, lines
from tests.papers.every import book as made
from tests.papers.every import pages_of
from tests.strategies import states_at
from tests.terminal.typist import Typist, sit


@given(st.text(max_size=200))
def test_folding_leaves_ascii_and_loses_no_ascii(text: str) -> None:
    folded = edge.folded(text)
    assert folded.isascii()
    assert "".join(letter for letter in text if letter.isascii()) in folded or not text.isascii()
    if text.isascii():
        assert folded == text


def test_folding_is_near() -> None:
    assert edge.folded("“Москва” … Guantánamo – 3½") == '"Moskva" ... Guantanamo - 31/2'


@pytest.mark.parametrize("width", [60, 72, 80])
def test_no_line_is_wider_than_the_screen_and_none_moves_a_cursor(width: int) -> None:
    for seed in range(6):
        state = states_at(made().rulebook, seed, 9)
        for seat in range(2):
            for paper in pages_of(made(), state, seat).values():
                for line in lines(paper, width):
                    assert len(line) <= width
                    assert line.isprintable()


def test_a_whole_game_in_ascii() -> None:
    typist = Typist()
    assert sit(typist, Wanted(seat="upland", pace="brief", lens="record", seed=4), ascii=True) == 0
    assert typist.text.isascii()


def test_for_those_who_listen_there_are_no_rows_of_dots() -> None:
    typist = Typist(plan={2: ["desk"]})
    sit(typist, Wanted(seat="upland", pace="full", lens="record", seed=4), bars=False)
    assert "[#" not in typist.text and "[o" not in typist.text and "this turn: " in typist.text


def test_a_narrow_terminal_is_told_so_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.StringIO()
    monkeypatch.setattr(sys, "stderr", out)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("shutil.get_terminal_size", lambda fallback=None: os.terminal_size((50, 24)))
    assert play(None, Wanted()) == 2  # type: ignore[arg-type]
    assert out.getvalue() == "The terminal is 50 columns wide; make it at least 60 wide and start again.\n"


def test_dots_say_at_least_and_perhaps() -> None:
    assert dots(DotArray(4, 6)) == "[##ooo" + "." * 45 + "]"
    assert dots(DotArray(0, 1)) == "[o" + "." * 49 + "]"
    assert dots(DotArray(0, 0)) == "[" + "." * 50 + "]"


ITEMS = (
    ChoiceItem("keep", "Keep them shut", key="1"),
    ChoiceItem("say", "Say they stay shut", key="2"),
    ChoiceItem("offer", "Offer talks", key="3"),
)


def test_a_choice_is_found_by_number_by_id_and_by_the_beginning_of_a_word() -> None:
    assert find(ITEMS, "2") is ITEMS[1]
    assert find(ITEMS, "OFFER") is ITEMS[2]
    assert find(ITEMS, "keep th") is ITEMS[0]
    assert find(ITEMS, "talks") is ITEMS[2]
    assert find(ITEMS, "shut") == Unclear(("Keep them shut", "Say they stay shut"))
    assert find(ITEMS, "") is None and find(ITEMS, "9") is None


def test_a_command_is_found_by_its_beginning() -> None:
    names = ("letters", "library", "long")
    assert command(names, "let 2") == ("letters", "2")
    assert command(names, "l") == Unclear(names)
    assert command(names, "desk") is None


def test_every_kind_of_block_is_laid_out() -> None:
    paper = Paper(
        "p", "Title",
        (
            Paragraph("One.\n\nTwo.", "quote"), Line("A", "b", "c"), Tally("Who", 3, "angry", "Voice."),
            Table(("x",), (("a", "b"),), "T"),
        ),
        (ChoiceItem("a", "Go", "far", key="1"), ChoiceItem("b", "Stay", "", "No.", "2")), "Where?",
    )  # fmt: skip
    text = "\n".join(lines(paper, 60))
    for part in (
        "Title",
        "  One.",
        "  Two.",
        "  A: b (c).",
        "  Who: angry. “Voice.”",
        "T:",
        "  a: b",
        "Where?",
        "  2  Stay (closed)",
        "No.",
    ):
        assert part in text
