"""Ids and registers are found by what an author calls them; a misspelt one is told with the nearest."""

from __future__ import annotations

import pytest

from tests.scenario.resolver import resolver, sentences

HERE = ("rules", 0)


@pytest.mark.parametrize(
    ("name", "seat", "found"),
    [
        ("anger", None, "anger"), ("own.trust", 0, "upland.trust"), ("other.trust", 0, "delta.trust"),
        ("own.trust", 1, "delta.trust"), ("delta.trust", None, "delta.trust"),
    ],
)  # fmt: skip
def test_a_dial_is_found_by_its_name_or_by_whose_it_is(name: str, seat: int | None, found: str) -> None:
    resolve = resolver()
    assert resolve.register(name, HERE, seat) == found
    assert not resolve.problems


def test_a_dial_of_each_seat_needs_no_owner_where_it_is_plain_whose_is_meant() -> None:
    assert resolver().register("trust", HERE, 0, bare=1) == "delta.trust"


def test_own_means_nothing_where_nobody_acts() -> None:
    resolve = resolver()
    assert resolve.register("own.trust", HERE, None) == ""
    assert sentences(resolve) == ["`own.trust` has no meaning here: nothing here belongs to a seat"]


def test_what_the_engine_keeps_is_not_moved_by_an_author() -> None:
    resolve = resolver()
    assert resolve.register("date", HERE, None) == ""
    assert sentences(resolve) == ["`date` is kept by the engine; effects move dials and flags"]


def test_a_misspelt_seat_is_told_once_and_read_as_the_nearest() -> None:
    resolve = resolver()
    assert resolve.seat("dleta", HERE) == 1
    [problem] = resolve.problems
    assert problem.nearest == "delta"


def test_own_and_other_are_seats_only_to_somebody() -> None:
    resolve = resolver()
    assert [resolve.whose(name, 1) for name in ("own", "other", "upland")] == ["delta", "upland", "upland"]
    assert resolve.whose("own", None) == "own"
