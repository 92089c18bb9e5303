"""Every name in an expression is found, in canonical form, and the expression kept for the checks."""

from __future__ import annotations

import pytest

from tests.scenario.resolver import resolver, sentences

HERE = ("drift", 0, "rate")


@pytest.mark.parametrize(
    ("written", "seat", "canonical"),
    [
        ("own.pressure + anger", 0, "(upland.pressure + anger)"),
        ("other.pressure", 0, "delta.pressure"),
        ("date >= day.day2", None, "(date >= 2)"),
        ("2 * thirst", None, "(2 * let.thirst)"),
        ("mine.anger", 1, "share.delta.anger"),
        ("theirs.anger", 1, "share.upland.anger"),
    ],
)
def test_names_become_canonical(written: str, seat: int | None, canonical: str) -> None:
    resolve = resolver()
    assert resolve.expression(written, HERE, "rate", seat) == canonical
    assert sentences(resolve) == []
    [reading] = resolve.readings
    assert (reading.path, reading.role, reading.seat) == (HERE, "rate", seat)


@pytest.mark.parametrize(
    ("written", "sentence", "close"),
    [
        ("angre", "nothing is called `angre`", "anger"),
        ("pressure", "each seat has its own `pressure`: say whose", "upland.pressure"),
        ("own.pressure", "`own.pressure` has no meaning here: nothing here belongs to a seat", ""),
        ("anger = 2", "one `=` has no meaning here; compare with `==`", ""),
    ],
)
def test_a_name_that_is_none_is_told_with_what_was_meant(written: str, sentence: str, close: str) -> None:
    resolve = resolver()
    assert resolve.expression(written, HERE, "rate") == ""
    [problem] = resolve.problems
    assert (problem.sentence, problem.nearest) == (sentence, close)
    assert not resolve.readings
