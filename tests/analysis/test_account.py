"""A recorded game is told in the scenario's words, and nothing is told of one that is still played."""

from hypothesis import given

from game.analysis.account import account
from game.engine.api import Inject, begin
from game.journal.line import Moved, Note
from tests import rulebooks, tiny
from tests.journal.games import recorded
from tests.strategies import seeds

TEXTS = rulebooks.compiled(rulebooks.TINY)[1]


def told(seed, records, *, aloud=True):
    return account(tiny.rulebook(), begin(tiny.rulebook(), seed), records, TEXTS.get, "game.october", told=aloud)


@given(seeds())
def test_any_game_can_be_told(seed):
    records = [record for lines, _ in recorded(seed) for record in lines]
    found = told(seed, records)
    assert found.fault is None and found.last.ended is not None
    assert TEXTS[f"ending.{found.last.ended.ending}.title"] in found.text
    assert "upland (person): " in found.text


def test_an_untold_game_is_checked_and_says_nothing():
    records = [record for lines, _ in recorded(4) for record in lines]
    found = told(4, records, aloud=False)
    assert found.text == "" and found.last.ended is not None


def test_the_teachers_events_and_notes_are_told():
    start = begin(tiny.rulebook(), 4)
    records = [
        Moved(Inject(start.knowledge[2].phase, tiny.tables().triggers[0].id), "control"),
        Note("survey", 0, "person", "I do not trust the boats."),
    ]
    found = told(4, records)
    assert "the teacher (control)" in found.text and "I do not trust the boats." in found.text
