"""The odds of a recorded game: every turn replayed from the truth by minds."""

from game.analysis import minds
from game.analysis.odds import Crossroads, Replays, crossroads, odds
from game.engine.api import begin
from game.journal.fault import Fault
from game.journal.line import Resolved
from tests import tiny
from tests.journal.games import recorded

HEADER = tiny.header(4)


def game():
    return [record for lines, _ in recorded(4) for record in lines]


def replays(games=10, seed=1):
    mind = minds.mind(tiny.rulebook(), 0, "random")
    assert mind is not None
    return Replays((mind, mind), games, seed)


def places():
    return [place for place in crossroads(tiny.rulebook(), HEADER, game()) if isinstance(place, Crossroads)]


def test_every_phase_in_which_somebody_decides_is_a_crossroads():
    phases = [record.phase for record in game() if isinstance(record, Resolved)]
    assert [place.phase for place in places()] == phases
    assert places()[0].state == begin(tiny.rulebook(), 4)


def test_the_odds_of_each_are_of_so_many_games():
    rows = list(odds(tiny.rulebook(), places(), replays()))
    assert [row.phase for row in rows] == [place.phase for place in places()]
    for row in rows:
        assert sum(row.groups.values()) == row.games == 10
        assert abs(sum(row.share(group) for group in row.groups) - 1) < 1e-9


def test_the_same_seed_gives_the_same_odds_on_any_number_of_processors():
    one = list(odds(tiny.rulebook(), places(), replays(), 1))
    assert list(odds(tiny.rulebook(), places(), replays(), 2)) == one


def test_chance_is_drawn_anew():
    state = places()[0]
    found = {
        tuple(sorted(row.groups.items()))
        for seed in range(6)
        for row in odds(tiny.rulebook(), [state], replays(12, seed))
    }
    assert len(found) > 1


def test_a_game_that_no_longer_comes_out_ends_with_its_fault():
    records = game()
    at = next(number for number, record in enumerate(records) if isinstance(record, Resolved))
    records[at] = records[at]._replace(state="0" * 32)
    found = crossroads(tiny.rulebook(), HEADER, records)
    assert isinstance(found[-1], Fault)
    unknown = crossroads(tiny.rulebook(), HEADER._replace(options=HEADER.options._replace(pace="presto")), records)
    assert len(unknown) == 1 and isinstance(unknown[0], Fault)
