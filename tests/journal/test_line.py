"""Every kind of line says the same after it was written and read."""

import json

from hypothesis import given
from hypothesis import strategies as st

from game.engine.api import Inject, Options, Withdraw
from game.journal import line
from game.journal.line import Header, Moved, Note, Parent, Resolved
from tests import tiny
from tests.strategies import random_moves, seeds

names = st.text(max_size=30).filter(lambda text: text == text.encode("utf-8", "replace").decode())
plain = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | names,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=3),
    max_leaves=8,
)


def again(record):
    raw = line.parsed(line.body(record))
    assert raw is not None
    return line.header(raw) if isinstance(record, Header) else line.record(raw)


@given(
    names,
    st.integers(-(2**62), 2**62),
    st.tuples(names, names),
    st.booleans(),
    st.none() | st.integers(1, 99),
    st.tuples(st.booleans(), st.booleans()),
)
def test_a_header_says_how_the_game_began(name, seed, types, quiet, up, answers):
    parent = None if up is None else Parent(name, up, "ab" * 16)
    header = Header(
        name, "ff" * 16, seed, Options(name, name, types, not quiet, quiet, answers), ("person", name), "0.1", parent
    )
    assert again(header) == header
    assert (b'"answers"' in line.body(header)) == (True in answers)


@given(seeds())
def test_every_move_of_a_game_comes_back(seed):
    for _, move, _ in random_moves(tiny.rulebook(), seed):
        assert again(Moved(move, "mind:careful/1")) == Moved(move, "mind:careful/1")


@given(names, plain)
def test_the_other_lines_come_back(name, about):
    for record in (Resolved(name, "00" * 16), Note(name, 1, "person", about), Moved(Inject(name, name), "control"),
                   Moved(Withdraw(0, name), "person")):  # fmt: skip
        assert again(record) == record


def test_a_sentence_from_a_broken_terminal_is_still_written():
    text = "so \ud800 said he"
    written = line.body(Note("day1", 0, "person", text))
    assert again(Note("day1", 0, "person", text)) is not None
    assert json.loads(written)["about"] == "so ? said he"


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(
    st.sampled_from(["kind", "move", "seat", "phase", "option", "letters", "answers", "changes", "by", "state", "about",
                     "options", "seats", "parent", "seed", "scenario", "rulebook", "rules", "riders", "claim", "what"]),
    JUNK | st.sampled_from(["move", "resolved", "note", "order", "ask", "withdraw", "inject"]),
))  # fmt: skip
def test_a_line_of_no_known_form_is_none_and_never_raises(raw):
    line.header(raw)
    line.record(raw)
