"""October 1962: when it happens, by the clocks of three cities."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise

import pytest

from tests.scenario.october import (
    SEATS,
    document,
    elements,
)


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _local(place: str, utc: str) -> tuple[str, str]:
    """('dd HH:MM', label) of a UTC moment in one place."""
    at, offset, label = _moment(utc), 0, ""
    for part in document()["clocks"][place]:
        if _moment(part["from"]) <= at:
            offset, label = part["offset"], part["label"]
    return (at + timedelta(minutes=offset)).strftime("%d %H:%M"), label


CLOCKS = [  # UTC, Washington, its label, Moscow, Havana: worked out by hand
    ("1962-10-24 13:59", "24 09:59", "EDT", "24 16:59", "24 08:59"),
    ("1962-10-24 14:00", "24 10:00", "EDT", "24 17:00", "24 09:00"),  # quarantine in force, 1400 GMT
    ("1962-10-25 05:45", "25 01:45", "EDT", "25 08:45", "25 00:45"),  # Kennedy's letter delivered
    ("1962-10-26 13:43", "26 09:43", "EDT", "26 16:43", "26 08:43"),  # Khrushchev's letter at the embassy
    ("1962-10-27 14:00", "27 10:00", "EDT", "27 17:00", "27 09:00"),  # Moscow radio, 1400 GMT
    ("1962-10-27 15:19", "27 11:19", "EDT", "27 18:19", "27 10:19"),  # Anderson
    ("1962-10-27 23:45", "27 19:45", "EDT", "28 02:45", "27 18:45"),  # Robert Kennedy and Dobrynin
    ("1962-10-28 00:05", "27 20:05", "EDT", "28 03:05", "27 19:05"),  # the public letter
    ("1962-10-28 05:59", "28 01:59", "EDT", "28 08:59", "28 00:59"),
    ("1962-10-28 06:00", "28 01:00", "EST", "28 09:00", "28 01:00"),  # the clocks go back
    ("1962-10-28 07:00", "28 02:00", "EST", "28 10:00", "28 02:00"),
    ("1962-10-28 14:04", "28 09:04", "EST", "28 17:04", "28 09:04"),  # Moscow radio, 1404 GMT
    ("1962-11-20 23:00", "20 18:00", "EST", "21 02:00", "20 18:00"),  # press conference
]


@pytest.mark.parametrize(("utc", "washington", "label", "moscow", "havana"), CLOCKS)
def test_three_clocks(utc: str, washington: str, label: str, moscow: str, havana: str) -> None:
    assert _local("washington", utc) == (washington, label)
    assert _local("moscow", utc)[0] == moscow
    assert _local("havana", utc)[0] == havana


def test_washington_is_seven_hours_behind_moscow_to_the_27th_and_eight_from_the_28th() -> None:
    for utc, hours in (
        ("1962-10-24 14:00", 7),
        ("1962-10-27 23:45", 7),
        ("1962-10-28 14:04", 8),
        ("1962-10-30 15:00", 8),
    ):
        here, there = (datetime.strptime(_local(place, utc)[0], "%d %H:%M") for place in ("washington", "moscow"))
        assert there - here == timedelta(hours=hours)


MOMENTS = {  # what fixes the clock in record.md, in UTC
    "quarantine_in_force": "1962-10-24 14:00",
    "khrushchev_letter_27": "1962-10-27 14:00",
    "anderson_shot_down": "1962-10-27 15:19",
    "robert_kennedy_dobrynin_27": "1962-10-27 23:45",
    "kennedy_letter_27": "1962-10-28 00:05",
    "clocks_back": "1962-10-28 06:00",
    "khrushchev_letter_28": "1962-10-28 14:04",
    "press_conference_20": "1962-11-20 23:00",
    "quarantine_ends": "1962-11-20 23:45",
}


def test_the_chronicle_runs_in_order_and_keeps_the_moments_that_fix_it() -> None:
    entries = document()["entries"]
    times = [_moment(entry["at"]) for entry in entries]
    assert all(before <= after for before, after in pairwise(times))
    assert {id: elements()[f"chronicle:{id}"]["at"] for id in MOMENTS} == MOMENTS
    for entry in entries:
        assert set(entry["who"]) <= {*SEATS, "cuba", "public"}
        assert entry["mark"] in ("V", "K", "D")


def test_the_calendar_runs_in_order_and_says_the_right_hours() -> None:
    times = [_moment(entry["at"]) for entry in document()["calendar"]]
    assert all(before < after for before, after in pairwise(times))
    at = {entry["id"]: entry["at"] for entry in document()["calendar"]}
    assert _local("washington", at["oct24"])[0] == "24 10:00"
    assert (_local("moscow", at["oct27"])[0], _local("washington", at["oct27"])[0]) == ("27 17:00", "27 10:00")
    assert _local("moscow", at["oct27n"])[0].startswith("28"), "the note says that it is Sunday there"
    assert _local("washington", at["oct28"]) == ("28 09:04", "EST")
