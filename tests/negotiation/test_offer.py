"""What two texts make of each other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.negotiation.clause import UNSAID, Clause, Clauses, changed, in_order, level_of, with_change
from game.negotiation.offer import agreed, asks_more, crossing, halfway

clauses = st.dictionaries(st.integers(0, 6), st.tuples(st.integers(0, 3), st.booleans()), max_size=6).map(
    lambda made: in_order(tuple(Clause(issue, level, secret) for issue, (level, secret) in made.items()))
)


@given(clauses, clauses)
def test_agreement_is_common_ground(one: Clauses, other: Clauses) -> None:
    assert agreed(one, other) == agreed(other, one)
    assert all(clause in one and clause in other for clause in agreed(one, other))


@given(clauses)
def test_a_text_agrees_with_itself_and_does_not_differ(one: Clauses) -> None:
    assert agreed(one, one) == one
    assert changed(one, one) == ()
    assert crossing(one, (1, 0), one, (1, 0)) == one


@given(clauses, clauses)
def test_crossing_acceptances_do_not_depend_on_who_is_named_first(one: Clauses, other: Clauses) -> None:
    assert crossing(one, (1, 0), other, (2, 0)) == crossing(other, (2, 0), one, (1, 0))
    assert crossing(one, (1, 0), other, (1, 1)) == crossing(other, (1, 1), one, (1, 0))


def test_where_acceptances_cross_the_earlier_text_decides_what_differs() -> None:
    first = (Clause(0, 2), Clause(1, 1))
    second = (Clause(0, 2), Clause(1, 2), Clause(2, 1, True))
    assert crossing(first, (3, 1), second, (4, 0)) == (Clause(0, 2), Clause(1, 1))
    assert crossing(first, (4, 1), second, (3, 0)) == (Clause(0, 2), Clause(1, 2), Clause(2, 1, True))


def test_where_they_were_sent_together_a_differing_clause_counts_as_not_mentioned() -> None:
    assert crossing((Clause(0, 2), Clause(1, 1)), (3, 1), (Clause(0, 2), Clause(1, 2)), (3, 1)) == (Clause(0, 2),)


def test_asking_more_is_a_level_nearer_one_s_own_end() -> None:
    before = (Clause(0, 1), Clause(1, 2))
    assert asks_more(before, (Clause(0, 2), Clause(1, 2)), (1, -1)) == (0,)
    assert asks_more(before, (Clause(0, 0), Clause(1, 1)), (1, -1)) == (1,)
    assert asks_more(before, (Clause(2, 3),), (1, -1, 1)) == ()


@given(clauses, st.integers(0, 6), st.integers(-1, 3))
def test_a_change_touches_one_issue(one: Clauses, issue: int, level: int) -> None:
    after = with_change(one, Clause(issue, level))
    assert level_of(after, issue) == level
    assert set(changed(one, after)) <= {issue}
    assert level != UNSAID or all(clause.issue != issue for clause in after)


OPEN: frozenset[int] = frozenset()
FREE = (OPEN,) * 7


@given(clauses, clauses)
def test_halfway_lies_between_and_is_all_open(one: Clauses, other: Clauses) -> None:
    for clause in halfway(one, other, FREE):
        levels = [level for level in (level_of(one, clause.issue), level_of(other, clause.issue)) if level != UNSAID]
        assert min(levels) <= clause.level <= max(levels)
        assert not clause.secret


@given(clauses, clauses, st.lists(st.frozensets(st.integers(0, 3)), min_size=7, max_size=7))
def test_what_is_never_said_openly_does_not_stand_halfway(
    one: Clauses, other: Clauses, unsayable: list[frozenset[int]]
) -> None:
    first, second = (
        tuple(c._replace(secret=c.secret or c.level in unsayable[c.issue]) for c in t) for t in (one, other)
    )
    assert all(clause.level not in unsayable[clause.issue] for clause in halfway(first, second, unsayable))


def test_a_level_never_said_openly_becomes_the_nearest_between_the_two_that_may_be() -> None:
    quiet = (frozenset([1]),)

    def put(one: int, other: int) -> Clauses:
        return halfway((Clause(0, one, one == 1),), (Clause(0, other, other == 1),), quiet)

    assert put(0, 2) == (Clause(0, 0),)
    assert put(1, 2) == put(2, 1) == (Clause(0, 2),)
    assert put(0, 1) == (Clause(0, 0),)
    assert put(1, 1) == ()


def test_what_only_one_side_asked_in_secret_is_not_put_to_both() -> None:
    assert halfway((Clause(0, 1, True), Clause(1, 1)), (), (OPEN, OPEN)) == (Clause(1, 1),)
