"""Effects that are more than a number become operations that name their seat, or a sentence."""

from __future__ import annotations

from typing import Any

import pytest

from game.scenario.resolve.special import special
from tests.scenario.resolver import resolver, sentences

HERE = ("riders", 0, "effects", "x")


@pytest.mark.parametrize(
    ("key", "value", "found"),
    [
        ("deadline_in", 2, ("deadline", "upland", 2)),
        ("cancel_deadline", True, ("cancel_deadline", "upland", 0)),
        ("delay_cabinet", -1, ("delay_cabinet", "delta", -1)),
        ("delay_own_cabinet", 1, ("delay_cabinet", "upland", 1)),
        ("grant_question", 1, ("grant_question", "upland", 1)),
        ("reopen", True, ("reopen", "", 0)),
        ("slip", "other", ("slip", "delta", 1)),
        ("slip", "upland", ("slip", "upland", 1)),
    ],
)
def test_it_falls_on_the_seat_that_acts_or_the_one_named(key: str, value: Any, found: tuple[str, str, int]) -> None:
    resolve = resolver()
    assert special(resolve, key, value, HERE, 0) == (found,)
    assert not resolve.problems


def test_a_clause_is_closed_to_a_seat_by_the_name_or_number_of_its_level() -> None:
    resolve = resolver()
    [issue, *_] = resolve.names.ids["issue"]
    first, *_ = resolve.levels(issue)
    for level in (first, 0):
        value = {"issue": issue, "level": level, "turns": 2, "seat": "other"}
        assert special(resolve, "close_clause", value, HERE, 0) == (("close_clause", f"delta.{issue}.{first}", 2),)


def test_letters_of_a_seat_come_late_on_a_channel() -> None:
    resolve = resolver()
    [channel, *_] = resolve.names.ids["channel"]
    value = {"channel": channel, "turns": 1}
    assert special(resolve, "late_letters", value, HERE, 1) == (("late_letters", f"delta.{channel}", 1),)


@pytest.mark.parametrize(
    ("key", "value", "seat", "sentence"),
    [
        ("grant_question", 1, None, "`grant_question` has no meaning here: nothing here belongs to a seat"),
        ("grant_question", 0, 0, "`grant_question` takes a whole number from 1"),
        ("delay_cabinet", True, 0, "`delay_cabinet` takes a whole number"),
        ("reopen", 1, None, "`reopen` takes only true"),
        ("strike", 3, 0, "`strike` names a strike of war.yaml"),
        ("slip", "own", None, "`slip` names the seat whose standing order moves"),
        ("close_clause", 3, 0, "`close_clause` takes {issue: ..., level: ..., turns: ...}"),
        ("late_letters", {"turns": 1}, 0, "`late_letters` takes {seat: ..., channel: ..., turns: ...}"),
        (
            "late_letters", {"channel": "x", "turns": 1}, None,
            "`late_letters` has no meaning here: say `seat:` too",
        ),
    ],
)  # fmt: skip
def test_what_is_at_fault_does_nothing(key: str, value: Any, seat: int | None, sentence: str) -> None:
    resolve = resolver()
    assert special(resolve, key, value, HERE, seat) == ()
    assert sentences(resolve) == [sentence]
