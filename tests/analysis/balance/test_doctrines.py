"""Doctrines are played against each other, and mixed."""

import pytest

from game.analysis.balance.doctrines import doctrines, matches
from game.analysis.balance.match import NO_GAMES, Game, Match
from game.analysis.balance.study import names_of
from tests import rulebooks
from tests.analysis.balance.studied import OTHERS, content, tiny_study

NAMES = (("bold", "meek"), ("left", "right"))


def played(worths, games=6):
    """Games whose worths are given by (row, column), for both seats."""
    return {
        Match(one, two): NO_GAMES._replace(
            games=tuple(Game("settlement", "peace", 1, worths[one, two]) for _ in range(games))
        )
        for one in NAMES[0]
        for two in NAMES[1]
    }


WORTHS = {
    ("bold", "left"): (60_000, 10_000), ("bold", "right"): (20_000, 30_000),
    ("meek", "left"): (50_000, 40_000), ("meek", "right"): (10_000, 50_000),
}  # fmt: skip


def test_every_doctrine_meets_every_other():
    assert len(matches(NAMES)) == len(set(matches(NAMES))) == 4


def test_what_is_better_against_everything_is_the_whole_mix():
    found = doctrines(NAMES, played(WORTHS), 1)
    assert found is not None
    assert found.mix[0][0].value == pytest.approx(1.0, abs=0.01)
    assert found.mix[1][1].value == pytest.approx(1.0, abs=0.01)
    assert found.cells[0][1][0].value == pytest.approx(50.0)
    assert found.against[0][0].value == pytest.approx(20.0, abs=0.1)


def test_a_gap_is_between_two_of_one_seat():
    found = doctrines(NAMES, played(WORTHS), 1)
    assert found is not None
    assert found.gap("bold", "meek").value == pytest.approx(10.0, abs=0.1)
    assert found.gap("right", "left").value == pytest.approx(20.0, abs=0.1)
    assert found.gap("bold", "left").value is None


def test_without_doctrines_there_is_no_table():
    assert doctrines(((), ("left",)), {}, 1) is None


def test_the_doctrines_of_a_scenario_are_played():
    found = tiny_study().doctrines
    assert found is not None
    assert found.names == names_of(rulebooks.tiny(), content())
    assert all(cell.games == OTHERS for row in found.cells[0] for cell in row)
    for mix in found.mix:
        assert sum(share.value or 0.0 for share in mix) == pytest.approx(1.0)
        assert all(share.low <= (share.value or 0.0) <= share.high for share in mix)
