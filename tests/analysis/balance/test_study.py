"""A whole study: alike on any number of workers, every measure taken, every target answered, in print and in JSON."""

import json
import re

import pytest

from game.analysis.balance import page as printed
from game.analysis.balance.measures import MEASURED, measure
from game.analysis.balance.study import FREE, PARTS, ROWS, Plan, guess, matches, study, work
from game.analysis.balance.target import HOLDS, OFF, UNTOLD, verdicts, within
from game.analysis.balance.told import as_json
from game.scenario import measures
from tests import rulebooks, tiny
from tests.analysis.balance.studied import GAMES, OTHERS, content, tiny_study


def small(parts=PARTS, workers=1, told=None):
    rulebook, plan = rulebooks.tiny(), Plan(games=1, parts=parts, times=2)
    return study(rulebook, content(), plan, work(rulebook, content(), plan), workers, told)


def test_the_number_of_workers_changes_nothing():
    one, two = small(), small(workers=2)
    assert as_json(one) == as_json(two)
    assert printed.page(one) == printed.page(two)


def test_a_row_that_two_parts_need_is_played_once():
    wanted = matches(rulebooks.tiny(), content(), PARTS)
    assert len(wanted) == len(set(wanted))
    assert wanted.count(FREE) == 1


def test_only_what_is_asked_for_is_played():
    assert all(set(match[:2]) == {"leader"} for match in matches(rulebooks.tiny(), content(), ("usage",)))
    found = small(("usage",))
    told = as_json(found)
    assert [part for part in PARTS if part in told] == ["usage"]
    assert "FORCED" not in printed.page(found)


def test_progress_is_told_to_the_end():
    heard: list[tuple[int, int]] = []
    small(("usage",), told=lambda done, of: heard.append((done, of)))
    assert heard and heard[-1][0] == heard[-1][1] == len(heard)


def test_the_time_is_guessed():
    rulebook, plan = rulebooks.tiny(), Plan(games=1)
    short = work(rulebook, content(), plan._replace(parts=("usage",)))
    assert guess(rulebook, short, 1) > 0.0
    assert len(short.jobs) < len(work(rulebook, content(), plan).jobs)


# -- measures and targets -------------------------------------------------------------------------------------------


def test_the_measures_are_those_that_targets_may_name():
    assert set(MEASURED) == set(measures.MEASURES)
    assert set(ROWS) == set(measures.ROWS)


GIVEN = {
    "seat": "upland", "count": "1", "doctrine": "hold_the_wall", "row": "free", "pace": "full", "entry": "day2",
}  # fmt: skip


@pytest.mark.parametrize("word", measures.MEASURES)
def test_every_measure_is_taken_from_a_whole_study(word):
    rulebook = rulebooks.tiny()
    given = GIVEN | {
        "type": rulebook.types[1][0].id,
        "ending": rulebook.settlements[0][0],
        "endings": "settlement+standoff",
    }
    found = measure(tiny_study(), ".".join((word, *(given[kind] for kind in measures.MEASURES[word].takes))))
    if word in ("ratio", "reader_war", "before", "after"):  # may have nothing to divide by
        return
    assert found.value is not None, word
    assert found.low <= found.value <= found.high
    assert found.games > 0


def test_every_target_is_answered():
    found = verdicts(tiny_study())
    assert [one.id for one in found] == [raw["id"] for raw in content()["targets"]]
    for one in found:
        assert one.figure.value is not None
        assert one.verdict == (HOLDS if within(one.figure.value, one.at_least, one.at_most) else OFF)


def test_what_no_game_told_is_not_answered():
    found = verdicts(small(("usage",)))
    assert UNTOLD in {one.verdict for one in found}


# -- on paper -------------------------------------------------------------------------------------------------------


def test_the_json_holds_every_part_with_its_intervals():
    told = json.loads(json.dumps(as_json(tiny_study(), tiny.rules())))
    assert told["rulebook"] == tiny.rules() and told["seed"] == 1 and told["games"]["forced"] == GAMES
    assert set(PARTS) <= set(told)
    decided = {(table["seat"], table["decision"]) for table in told["forced"]["decisions"]}
    assert ("upland", "u_day1") in decided and ("delta", "d_day1") in decided
    cell = told["forced"]["decisions"][0]["options"][0]["cells"][0]
    assert cell["worth"]["low"] <= cell["worth"]["value"] <= cell["worth"]["high"]
    assert told["endings"]["free"]["endings"]["settlement"]["games"] == OTHERS
    assert sum(row["value"] for row in told["doctrines"]["upland"]["mix"].values()) == pytest.approx(1.0, abs=0.001)
    assert set(told["line"]["upland"]) == {kind.id for kind in rulebooks.tiny().types[1]}
    assert set(told["council"]["delta"]) == {"unread", "reader", "guesser"}


def test_the_page_is_no_wider_than_a_hundred_columns_and_names_what_it_measured():
    text = printed.page(tiny_study())
    assert max(len(line) for line in text.splitlines()) <= printed.WIDE
    for word in ("Our numbers", "u_day1", "hold_the_wall", "keep_gates", "DANGER", "reader"):
        assert word in text
    assert not re.search(r"[ \t]\n", text)


def test_the_page_says_whether_each_target_holds():
    text = printed.page(tiny_study())
    for one in verdicts(tiny_study()):
        line = next(line for line in text.splitlines() if line.strip().startswith(one.text[:40]))
        assert re.search(rf"{one.verdict}\??$", line)
