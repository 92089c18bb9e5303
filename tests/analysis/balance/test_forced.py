"""A fork is the same game but for one option."""

from game.analysis.balance.forced import Root, fork, roots
from game.analysis.balance.match import LEADER, Setting, cast
from game.analysis.game import finish, seed_of
from game.engine.api import Options, begin
from game.engine.worth import worth
from tests import rulebooks
from tests.analysis.balance.studied import content, tiny_study


def setting():
    rulebook = rulebooks.tiny()
    return Setting(cast(rulebook, content(), ((0, LEADER), (1, LEADER))), Options(), 1)


def test_every_pair_of_types_is_begun_as_often():
    found = roots(rulebooks.tiny(), 3)
    one, two = rulebooks.tiny().types
    assert len(found) == len(set(found)) == 3 * len(one) * len(two)
    assert {root.pair for root in found[: len(found) // 3]} == {root.pair for root in found}


def test_the_option_that_was_taken_anyway_is_worth_the_game_itself():
    rulebook, shared = rulebooks.tiny(), setting()
    found = fork(rulebook, shared, Root((0, 1), 2))
    types = (rulebook.types[0][0].id, rulebook.types[1][1].id)
    minds = (shared.cast[0, LEADER], shared.cast[1, LEADER])
    state = finish(rulebook, begin(rulebook, seed_of(1, 2), Options(types=types)), minds)
    assert state.ended is not None
    for row in found:
        assert worth(rulebook, state.values, row.point[0], state.ended.ending) in row.worths


def test_a_fork_is_the_same_every_time():
    root = Root((1, 0), 4)
    assert fork(rulebooks.tiny(), setting(), root) == fork(rulebooks.tiny(), setting(), root)


def test_both_seats_decide_and_forks_differ():
    rows = fork(rulebooks.tiny(), setting(), Root((0, 0), 1))
    assert {row.point[0] for row in rows} == {0, 1}
    assert len({row.point for row in rows}) == len(rows)
    assert any(len(set(row.worths)) > 1 for row in rows)


def test_a_closed_option_is_worth_what_was_done_instead():
    rulebook = rulebooks.tiny()
    closed = [
        row for _, pairs in tiny_study().forks.points() for rows in pairs.values() for row in rows if not all(row.open)
    ]
    assert closed, "no option of the tiny scenario was ever closed"
    for row in closed:
        assert len(row.worths) == len(rulebook.dated[row.point].acts)
        taken = {worth_ for worth_, free in zip(row.worths, row.open, strict=True) if free}
        assert all(worth_ in taken for worth_, free in zip(row.worths, row.open, strict=True) if not free)
