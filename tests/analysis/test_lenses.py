"""Two lenses side by side: the same columns as each alone, and how far apart they are."""

import json

from hypothesis import given
from hypothesis import strategies as st

from game.analysis.lenses import World, apart, compared, compared_as_json, points_apart
from game.analysis.many import Run, many
from game.analysis.minds import mind
from game.analysis.table import as_json
from game.analysis.tally import Moments
from game.engine.api import Options
from tests import tiny


def worlds(*lenses, games=40):
    rulebook = tiny.rulebook()
    found = mind(rulebook, 0, "random")
    assert found is not None
    runs = [Run((found, found), Options(lens=lens), games=games) for lens in lenses]
    return [World(lens, run, many(rulebook, run, 1)) for lens, run in zip(lenses, runs, strict=True)]


@given(st.integers(0, 200), st.integers(1, 200), st.integers(0, 200), st.integers(1, 200))
def test_a_difference_lies_in_its_interval(count, games, other, others):
    count, other = min(count, games), min(other, others)
    gap, low, high = apart(count, games, other, others)
    assert -1.0 <= low <= gap <= high <= 1.0
    assert gap == count / games - other / others


def test_equal_worlds_do_not_differ():
    assert points_apart(Moments.of(5), Moments.of(5)) == (0.0, 0.0, 0.0)


def test_each_lens_has_its_own_table_and_differences_are_from_the_first():
    rulebook = tiny.rulebook()
    lenses = [lens.id for lens in rulebook.tables.lenses]
    assert len(lenses) >= 2
    found = worlds(*lenses)
    told = json.loads(json.dumps(compared_as_json(rulebook, found, "digest")))
    assert list(told["lenses"]) == lenses and told["against"] == lenses[0]
    assert list(told["differences"]) == lenses[1:]
    for world in found:
        assert told["lenses"][world.lens] == json.loads(json.dumps(as_json(rulebook, world.run, world.tally, "digest")))
    other = told["differences"][lenses[1]]["endings"]["settlement"]
    one, two = (told["lenses"][lens]["endings"]["settlement"] / 40 for lens in lenses[:2])
    assert abs(other["value"] - (two - one)) < 0.001


def test_the_table_names_both_and_every_ending():
    rulebook = tiny.rulebook()
    lenses = [lens.id for lens in rulebook.tables.lenses]
    text = compared(rulebook, worlds(*lenses))
    for word in (*lenses, *rulebook.endings, f"less {lenses[0]}"):
        assert word in text
    assert max(len(line) for line in text.splitlines()) <= 100
