"""Best replies, from tables made by hand."""

import pytest

from game.analysis.balance.forced import Forked, Forks
from game.analysis.balance.reply import LEAST, depending, dominated, spreads, tables
from tests import rulebooks

POINT = (0, 1)
"""Upland on the first day: three options, the first two or so of which differ here."""


def forks(by_pair, games=LEAST, point=POINT):
    """Forks in which each option is worth what `by_pair` says, in points, and a little noise all options share."""
    out = Forks(rulebooks.tiny())
    for number in range(games):
        rows = [
            Forked(
                point, pair, number, tuple(int(1000 * value) + 7 * number for value in worths), (True,) * len(worths)
            )
            for pair, worths in by_pair.items()
        ]
        out.add(rows)
    return out


def test_an_option_that_is_right_against_nobody_is_named_with_what_it_lacks():
    found = tables(rulebooks.tiny(), forks({(0, 0): (50, 40, 49), (0, 1): (30, 45, 44.5)}))
    (lacking,) = dominated(found, 0)
    assert lacking.name.endswith(rulebooks.tiny().dated[POINT].acts[2].id)
    assert lacking.lacks.value == pytest.approx(0.5)
    assert (lacking.told, lacking.of) == (2, 2)
    assert dominated(found, 1) == []


def test_the_best_option_depends_on_the_rival_only_where_the_seat_is_the_same():
    rival = tables(rulebooks.tiny(), forks({(0, 0): (50, 40, 30), (0, 1): (30, 45, 30)}))
    own = tables(rulebooks.tiny(), forks({(0, 0): (50, 40, 30), (1, 0): (30, 45, 30)}))
    assert [table.depends for table in rival] == [True]
    assert len(depending(rival, 0)[1]) == 1
    assert [table.depends for table in own] == [False]
    assert depending(own, 0) == ([], [])


def test_a_difference_that_chance_could_make_is_none():
    """One game decides; the others are level."""
    out = forks({(0, 0): (50, 50, 50)})
    point, pair = POINT, (0, 0)
    out.rows[point][pair][0] = Forked(point, pair, 0, (51_000, 50_000, 49_000), (True, True, True))
    (table,) = tables(rulebooks.tiny(), out)
    assert all(choice.replies == (pair,) for choice in table.choices)


def test_the_spread_is_between_best_and_worst():
    found = tables(rulebooks.tiny(), forks({(0, 0): (50, 40, 49), (0, 1): (30, 45, 44.5)}))
    (spread,) = spreads(found, 0)
    assert spread.pair == (0, 1)
    assert spread.points.value == pytest.approx(15)


def test_too_few_games_say_nothing():
    found = tables(rulebooks.tiny(), forks({(0, 0): (50, 40, 49)}, games=LEAST - 1))
    assert dominated(found, 0) == [] and spreads(found, 0) == [] and depending(found, 0) == ([], [])
    assert not found[0].depends


def test_an_order_to_strike_makes_no_decision_wide():
    point = next(
        point for point, dated in sorted(rulebooks.tiny().dated.items()) if any(act.strike for act in dated.acts)
    )
    acts = rulebooks.tiny().dated[point].acts
    worths = tuple(1.0 if act.strike else 50.0 for act in acts)
    found = tables(rulebooks.tiny(), forks({(0, 0): worths}, point=point))
    assert spreads(found, point[0])[0].points.value == 0.0
    assert [choice.headline for choice in found[0].choices] == [not act.strike for act in acts]
