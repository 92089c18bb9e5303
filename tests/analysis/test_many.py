"""Many games, counted: the same table whatever the number of workers, and every number accounted for."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.analysis import minds
from game.analysis.game import Stuck, finish, seed_of
from game.analysis.many import GROUPS, Run, many, play_one, play_quietly
from game.analysis.table import as_json, as_text, share
from game.analysis.tally import Moments, Tally, nothing
from game.engine.api import Options, begin
from game.engine.worth import worth
from tests import rulebooks, tiny


def run(one="random", other="random", games=30, **how):
    found = [minds.mind(tiny.rulebook(), seat, name) for seat, name in enumerate((one, other))]
    assert found[0] is not None and found[1] is not None
    return Run((found[0], found[1]), games=games, **how)


@pytest.fixture(scope="module")
def counted() -> Tally:
    return many(tiny.rulebook(), run(games=120), workers=1)


def test_the_number_of_workers_changes_nothing(counted):
    assert many(tiny.rulebook(), run(games=120), workers=2) == counted


def test_a_longer_run_begins_with_the_shorter_one():
    short = many(tiny.rulebook(), run(games=5), 1)
    rest = nothing()
    for number in range(5, 9):
        rest = rest.plus(play_one(tiny.rulebook(), run(), number))
    assert many(tiny.rulebook(), run(games=9), 1) == short.plus(rest)


def test_another_seed_is_another_run():
    assert many(tiny.rulebook(), run(games=20), 1) != many(tiny.rulebook(), run(games=20, seed=2), 1)
    assert len({seed_of(seed, number) for seed in range(20) for number in range(50)}) == 1000


def test_every_game_is_counted_once(counted):
    assert counted.games == 120
    assert sum(counted.kinds.values()) == sum(counted.groups.values()) == sum(counted.causes.values()) == 120
    for seat, name in enumerate(tiny.rulebook().seats):
        assert counted.worth[name].number == 120
        assert sum(counted.types[f"{name}.{kind.id}"] for kind in tiny.rulebook().types[seat]) == 120
    assert set(counted.groups) <= set(GROUPS)
    assert counted.links["t1_pledge"] > 0 and counted.incidents["shots"] > 0 and counted.events["test"] > 0


def test_every_option_comes_up_in_random_play(counted):
    used = as_json(tiny.rulebook(), run(), counted)["options"]
    assert [name for name, count in used.items() if count == 0] == []


def test_the_json_has_what_the_design_promises(counted):
    told = json.loads(json.dumps(as_json(tiny.rulebook(), run(), counted, tiny.rules())))
    assert told["games"] == 120 and told["rulebook"] == tiny.rules()
    assert list(told["endings"]) == list(GROUPS)
    assert set(told["kinds"]) == set(tiny.rulebook().endings)
    assert set(told["worth"]) == set(tiny.rulebook().seats)
    assert set(told["incidents"]) == {incident.id for incident in tiny.tables().incidents}
    assert told["worth"]["upland"] == round(counted.worth["upland"].mean / 1000, 3)


def test_the_table_names_every_ending_link_and_option(counted):
    text = as_text(tiny.rulebook(), run(), counted)
    for word in (*tiny.rulebook().endings, "t1_pledge", "u_day1.keep_gates", "95 %"):
        assert word in text


@given(st.integers(0, 10**6))
def test_a_quiet_game_is_the_same_game(number):
    """Reports are for readers: leaving them out changes neither the end nor its worth."""
    aloud = play_one(tiny.rulebook(), run(), number)
    group, one, two = play_quietly(tiny.rulebook(), run(), number)
    assert list(aloud.groups) == [group]
    assert (aloud.worth["upland"].total, aloud.worth["delta"].total) == (one, two)


def test_minds_are_named_by_skill_by_type_and_by_both():
    book = tiny.rulebook()
    for seat in range(2):
        for name in minds.names(book, seat):
            assert minds.mind(book, seat, name) is not None
    proud = minds.mind(book, 1, "proud")
    assert proud is not None and proud.type == "proud"
    both = minds.mind(book, 1, "random:proud")
    assert both is not None and (both.skill.manner, both.type) == ("random", "proud")
    for name in ("", ":", "proud:random", "random:", ":proud", "nobody", "random:worried"):
        assert minds.mind(book, 1, name) is None, name


def test_a_type_that_is_named_is_the_one_that_is_dealt():
    tally = many(tiny.rulebook(), run("random", "random:proud", games=10), 1)
    assert tally.types["delta.proud"] == 10


@pytest.mark.parametrize("name", minds.skills())
def test_every_skill_plays_to_the_end(name):
    tally = many(tiny.rulebook(), run(name, name, games=4), 1)
    assert tally.games == 4


def test_a_mind_that_breaks_the_rules_is_named(monkeypatch):
    from game.analysis import game
    from game.engine.api import Order
    from game.opponent import Decision

    monkeypatch.setattr(
        game, "decide", lambda book, view, skill, draw: Decision(Order(view.viewer, view.phase, "sing"))
    )
    with pytest.raises(Stuck, match="not allowed in survey"):
        finish(tiny.rulebook(), begin(tiny.rulebook(), 1), run().minds)


def test_the_worth_of_a_game_is_the_engines():
    one = play_one(tiny.rulebook(), run(), 3)
    state = finish(tiny.rulebook(), begin(tiny.rulebook(), seed_of(1, 3)), run().minds)
    assert state.ended is not None
    assert one.worth["delta"] == Moments.of(worth(tiny.rulebook(), state.values, 1, state.ended.ending))


@pytest.mark.parametrize("pace", ["full", "brief"])
def test_paces_are_played(pace):
    assert many(tiny.rulebook(), run(games=5, options=Options(pace=pace)), 1).games == 5


def test_october_is_played_too():
    book = rulebooks.october()
    mind = minds.mind(book, 0, "random")
    assert mind is not None
    tally = many(book, Run((mind, mind), games=10), 1)
    assert tally.games == 10 and sum(tally.groups.values()) == 10


@given(st.integers(0, 500), st.integers(1, 500))
def test_an_interval_holds_its_share(count, games):
    count = min(count, games)
    p, low, high = share(count, games)
    assert 0.0 <= low <= p <= high <= 1.0


@given(st.lists(st.integers(-(10**6), 10**6), max_size=30))
def test_moments_add_up(values):
    total = Moments()
    for value in values:
        total = total.plus(Moments.of(value))
    assert total.number == len(values) and total.total == sum(values)
    assert total.error >= 0.0
    if values:
        assert min(values) <= total.mean <= max(values)
