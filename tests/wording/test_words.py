"""Sentences of the program: complete, translatable, and from the scenario's own names."""

from __future__ import annotations

import ast
import gettext
import re
from pathlib import Path

import pytest

from game.engine.api import Options, begin, view
from game.engine.refusal import ILLEGAL, Refusal, Shortfall
from game.wording import catalogue
from game.wording.dates import headline
from game.wording.happened import _MAKERS, SILENT
from game.wording.numbers import change, listed, ordinal, sentence
from game.wording.reasons import PLAIN, refused
from tests.papers.every import book, october_book

GAME = Path(__file__).parents[2] / "game"


def _texts(folder: str, wanted: re.Pattern[str]) -> set[str]:
    found: set[str] = set()
    for path in (GAME / folder).glob("*.py"):
        found |= set(wanted.findall(path.read_text(encoding="utf-8")))
    return found


def test_every_reason_of_the_engine_has_a_sentence() -> None:
    reasons = _texts("engine", re.compile(r'Refusal\((?:INVALID|ILLEGAL|STALE), "\w+", "(\w+)"'))
    assert len(reasons) > 40
    assert reasons - set(PLAIN) - {"requires", "too_many_clauses_changed"} == set()
    assert {"always_secret", "always_public"} <= set(PLAIN)


def test_every_kind_of_event_has_a_line() -> None:
    told = _texts("engine", re.compile(r'work\.tell\(\s*"(\w+)"'))
    assert len(told) > 20
    assert told - set(_MAKERS) - set(SILENT) == set()


def test_a_refusal_speaks_in_the_scenarios_own_words_first() -> None:
    closed = Refusal(ILLEGAL, "option", "requires", "d_strikes.seize_gatehouse")
    assert refused(book(), closed) == "There are no boats upriver."


def test_what_a_condition_lacks_is_named_where_the_scenario_says_nothing() -> None:
    lacking = (Shortfall("patrols", ">=", 1000, 0), Shortfall("upland.pressure", "<", 5000, 6000))
    text = refused(book(), Refusal(ILLEGAL, "option", "requires", "d_day1.write_letter", lacking))
    assert (
        text == "It would need Patrols on the river to be at least “by day”"
        " and Pressure to act (Upland) to be below “pressing”."
    )


@pytest.mark.parametrize(
    "path", sorted(p for room in ("papers", "wording", "terminal") for p in (GAME / room).glob("*.py")), ids=str
)
def test_sentences_are_whole_when_they_are_looked_up(path: Path) -> None:
    """`_` is given a literal, never a text put together before: a catalogue can hold it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_":
            first = node.args[0]
            assert not isinstance(first, ast.JoinedStr | ast.BinOp), ast.unparse(node)
            if isinstance(first, ast.Constant):
                names = set(re.findall(r"{(\w+)}", str(first.value)))
                assert names == {keyword.arg for keyword in node.keywords}, ast.unparse(node)


def test_another_language_is_a_catalogue_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    class Backwards(gettext.NullTranslations):
        def gettext(self, message: str) -> str:
            return f"«{message}»"

    monkeypatch.setattr(
        catalogue, "catalogue", lambda language: Backwards() if language == "xx" else gettext.NullTranslations()
    )
    with catalogue.speaking("xx"):
        assert catalogue._("{top} in {bottom}", top=1, bottom=4) == "«1 in 4»"
    assert catalogue._("{top} in {bottom}", top=1, bottom=4) == "1 in 4"


def test_the_own_capital_stands_first() -> None:
    start = begin(october_book().rulebook, 1, Options())
    first, second = (headline(october_book(), view(start, seat).phase, seat) for seat in range(2))
    assert first.index("in Washington") < first.index("in Moscow")
    assert second.index("in Moscow") < second.index("in Washington")


def test_small_words() -> None:
    assert listed(["a", "b", "c"]) == "a, b and c" and listed(["a"]) == "a" and listed([]) == ""
    assert sentence("so it is") == "So it is." and sentence("") == ""
    assert ordinal(3) == "third"
    assert change("fear", 2_000, 10_000) == "fear much higher"
    assert change("fear", -100, 10_000) == "fear a little lower"


def test_a_proper_name_keeps_its_capital_inside_a_sentence() -> None:
    made = october_book()
    assert made.small("Public fear") == "public fear"
    assert made.small("The line at sea") == "the line at sea"
    assert made.small("Soviet ships") == "Soviet ships"
