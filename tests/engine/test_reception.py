"""A headline that the other side sees is received: by the man he is he gives way to it, or stands firm."""

from __future__ import annotations

from collections import Counter

import pytest

from game.analysis.game import finish, seed_of
from game.analysis.minds import mind
from game.engine.api import Options, Order, Refusal, State, begin, play
from game.engine.move import Move
from game.engine.report import Event
from tests.rulebooks import october, tiny

GAMES = 400
SURVEY = ("hide_report", "wait_river")


def first_day(seed: int, types: tuple[str, str], signed: tuple[str, str]) -> tuple[State, tuple[Event, ...], State]:
    """The state before and after the first day of a game, and what happened on it."""
    before = state = begin(tiny(), seed, Options(types=types))
    events: tuple[Event, ...] = ()
    for options in (SURVEY, signed):
        before = state
        for seat, option in enumerate(options):
            step = play(tiny(), state, Order(seat, state.knowledge[seat].phase, option))
            assert not isinstance(step, Refusal), step
            state, events = step.state, step.events
    return before, events, state


def received(events: tuple[Event, ...], seat: int) -> list[str]:
    return [
        event.kind for event in events if event.kind in ("gave_way", "stood_firm") and ("seat", seat) in event.values
    ]


@pytest.mark.parametrize(
    ("option", "kind", "chance"),
    [
        ("shut_gates", "careful", 0.2), ("shut_gates", "proud", 0.6),
        ("offer_talks", "careful", 0.8), ("offer_talks", "proud", 0.2),
    ],
)  # fmt: skip
def test_he_gives_way_as_often_as_a_man_of_his_type_does(option: str, kind: str, chance: float) -> None:
    counted: Counter[str] = Counter()
    for seed in range(GAMES):
        counted.update(received(first_day(seed, ("worried", kind), (option, "write_letter"))[1], 0))
    assert sum(counted.values()) == GAMES
    error = (chance * (1 - chance) / GAMES) ** 0.5
    assert abs(counted["gave_way"] / GAMES - chance) < 4 * error


def test_what_is_neither_hard_nor_soft_is_not_received() -> None:
    assert not received(first_day(1, ("worried", "proud"), ("keep_gates", "write_letter"))[1], 0)


def test_what_it_brings_belongs_to_the_seat_that_acted_and_shows_the_man() -> None:
    before, events, after = first_day(3, ("worried", "proud"), ("shut_gates", "write_letter"))
    [kind] = received(events, 0)
    proud = [type_.id for type_ in tiny().types[1]].index("proud")
    more_proud = after.knowledge[0].belief[proud] > before.knowledge[0].belief[proud]
    assert more_proud == (kind == "gave_way")
    told = [report.kind for report in after.knowledge[0].reports]
    assert kind in told
    assert kind not in [report.kind for report in after.knowledge[2].reports]


def test_what_is_done_in_the_aftermath_is_received_too() -> None:
    """A step after the settlement is taken by the same man: in November hard and soft acts are answered by type."""
    rulebook = october()
    line = mind(rulebook, 0, "history")
    assert line is not None
    heard: list[tuple[bool, str]] = []

    def watch(before: State, move: Move, after: State, events: tuple[Event, ...]) -> None:
        heard.extend((before.ended is not None, event.kind) for event in events)

    for seed in range(6):
        finish(rulebook, begin(rulebook, seed_of(1962, seed), Options()), (line, line), watch)
    assert any(ended for ended, kind in heard if kind in ("gave_way", "stood_firm"))
