"""Any legal set of clauses reads as one letter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.negotiation.clause import Clause, in_order
from game.wording.book import Book
from game.wording.letters import compose, tones
from tests.papers.every import book, october_book


def clauses(made: Book) -> st.SearchStrategy[tuple[Clause, ...]]:
    """Any set of clauses that the rules let anyone write."""
    parts = []
    for number, issue in enumerate(made.rulebook.tables.negotiation.issues):
        able = [
            Clause(number, level, secret)
            for level, always in enumerate(issue.always)
            for secret in (False, True)
            if not always or secret == (always == "secret")
        ]
        parts.append(st.none() | st.sampled_from(able))
    return st.tuples(*parts).map(lambda found: in_order(tuple(one for one in found if one is not None)))


@pytest.mark.parametrize("made", [book(), october_book()], ids=["tiny", "october"])
@given(data=st.data())
def test_a_letter_says_each_of_its_clauses_once_and_the_secret_ones_apart(made: Book, data: st.DataObject) -> None:
    seat = data.draw(st.sampled_from([0, 1]))
    written = data.draw(clauses(made))
    strength = data.draw(st.sampled_from(["feeler", "offer"]))
    tone = data.draw(st.sampled_from(["", *tones(made, seat)]))
    stress = data.draw(st.integers(0, len(made.rulebook.tables.negotiation.stresses[seat]) - 1))
    said = compose(made, seat, strength, written, stress, tone)
    name = made.rulebook.seats[seat]
    for clause in written:
        issue = made.rulebook.tables.negotiation.issues[clause.issue]
        text = made.get(f"wording.{name}.clauses.{issue.id}.{issue.levels[clause.level]}")
        assert text
        assert (text in " ".join(said.private)) == clause.secret
        assert (text in " ".join(said.open)) == (not clause.secret)
    assert bool(said.private) == any(clause.secret for clause in written)
    assert all(part.strip() for part in (*said.open, *said.private))


@pytest.mark.parametrize("made", [book(), october_book()], ids=["tiny", "october"])
def test_every_level_of_every_issue_has_a_sentence_in_both_hands(made: Book) -> None:
    for seat in made.rulebook.seats:
        for issue in made.rulebook.tables.negotiation.issues:
            for level in issue.levels:
                assert made.get(f"wording.{seat}.clauses.{issue.id}.{level}"), (seat, issue.id, level)
