"""An answer goes out by the way of the letter it answers: what that way cannot carry, a change cannot put in."""

from __future__ import annotations

import pytest

from game.engine.api import Answer, Draft, Options, Order, Refusal, State, Term, begin, play, view
from game.papers.letter_draft import levels
from game.wording.book import Book
from tests.rulebooks import TINY, compiled, tiny


def written(channel: str) -> State:
    """A game in which an offer of the first seat's has reached the second by this way."""
    state = begin(tiny(), 5, Options())
    offer = Draft(channel, "offer", (Term("release", "half"),), "")
    for seat, option, letters in (
        (0, "hide_report", ()),
        (1, "wait_river", ()),
        (0, "keep_gates", (offer,)),
        (1, "write_letter", ()),
    ):
        step = play(tiny(), state, Order(seat, view(state, seat).phase, option, letters=letters))
        assert not isinstance(step, Refusal), step
        state = step.state
    assert view(state, 1).inbox
    return state


def amended(state: State, term: Term) -> str:
    """Why the second seat cannot answer its letter with this change, or ''."""
    step = play(tiny(), state, Order(1, view(state, 1).phase, "hold_boats", answers=(Answer(1, "amend", term),)))
    return step.reason if isinstance(step, Refusal) else ""


@pytest.mark.parametrize("term", [Term("repairs", "quiet", True), Term("patrols", "out", True)])
def test_a_public_answer_cannot_put_in_a_secret_clause(term: Term) -> None:
    assert amended(written("radio"), term) == "secret_in_public"
    assert amended(written("ferry"), term) == ""


def test_a_public_answer_may_put_in_an_open_clause() -> None:
    assert amended(written("radio"), Term("repairs", "open")) == ""


@pytest.mark.parametrize(("channel", "closed"), [("radio", True), ("ferry", False)])
def test_the_papers_offer_no_change_that_the_way_back_cannot_carry(channel: str, closed: bool) -> None:
    state = written(channel)
    items = levels(Book(tiny(), compiled(TINY)[1]), view(state, 1), Draft(channel, "offer", ()), "repairs")
    assert {item.id: bool(item.refusal) for item in items}["quiet secret"] is closed
