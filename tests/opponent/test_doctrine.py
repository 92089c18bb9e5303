"""Doctrines are lines to follow: they do what they name, and the one that is the record's plays like the record."""

from __future__ import annotations

import pytest

from game.analysis.game import finish, seed_of
from game.analysis.minds import Mind, doctrines, mind, names
from game.engine.api import Options, Rulebook, begin
from game.engine.move import Move, Order
from game.engine.state import ORDERS
from game.opponent import doctrine
from game.opponent.minds import MANNERS, VARIANTS
from game.scenario.lines import MINDS
from tests import rulebooks

TINY, OCTOBER = (rulebooks.tiny(), rulebooks.compiled(rulebooks.TINY)[1].content), (
    rulebooks.october(), rulebooks.compiled(rulebooks.OCTOBER)[1].content,
)  # fmt: skip
RECORD, BY_HAND = "history", "history_line"
EVERY = [
    (place, seat, name)
    for place, (rulebook, content) in (("tiny", TINY), ("october", OCTOBER))
    for seat in range(2)
    for name in doctrines(rulebook, seat, content)
]


def found(rulebook: Rulebook, content: object, seat: int, name: str) -> Mind:
    one = mind(rulebook, seat, name, content)  # type: ignore[arg-type]
    assert one is not None
    return one


def moves(rulebook: Rulebook, content: object, pair: tuple[str, str], seed: int) -> list[tuple[str, Move]]:
    """Every move of a game, with its phase."""
    minds = (found(rulebook, content, 0, pair[0]), found(rulebook, content, 1, pair[1]))
    out: list[tuple[str, Move]] = []

    def watch(before: object, move: Move, after: object, events: object) -> None:
        out.append((before.knowledge[move.seat].phase, move))  # type: ignore[attr-defined, union-attr]

    finish(rulebook, begin(rulebook, seed_of(1, seed), Options()), minds, watch)
    return out


def test_the_names_that_doctrines_may_not_take_are_those_of_minds() -> None:
    assert set(MINDS) == {*MANNERS, *VARIANTS}


def test_a_doctrine_belongs_to_one_seat_and_may_be_given_a_type() -> None:
    rulebook, content = TINY
    assert mind(rulebook, 0, "hold_the_wall", content) is not None
    assert mind(rulebook, 1, "hold_the_wall", content) is None
    assert mind(rulebook, 0, "hold_the_wall") is None, "it stands in the scenario's content"
    both = mind(rulebook, 0, "hold_the_wall:worried", content)
    assert both is not None and both.type == "worried"
    assert "hold_the_wall" in names(rulebook, 0, content) and "hold_the_wall" not in names(rulebook, 1, content)
    with pytest.raises(KeyError):
        doctrine.line(rulebook, content, "delta", "hold_the_wall")


@pytest.mark.parametrize(("place", "seat", "name"), EVERY)
def test_every_doctrine_plays_whole_games_and_takes_the_options_it_names(place: str, seat: int, name: str) -> None:
    rulebook, content = TINY if place == "tiny" else OCTOBER
    line = doctrine.line(rulebook, content, rulebook.seats[seat], name)
    wanted = {rulebook.tables.entries[entry].id: options for entry, options in line.orders}
    taken = 0
    for seed in range(4):
        pair = (name, RECORD) if seat == 0 else (RECORD, name)
        for phase, move in moves(rulebook, content, pair, seed):
            if isinstance(move, Order) and move.seat == seat and phase in wanted:
                taken += move.option in wanted[phase]
    assert taken >= 4


@pytest.mark.parametrize(("place", "seat", "name"), EVERY)
def test_every_letter_of_a_doctrine_is_one_that_the_rules_let_it_send(place: str, seat: int, name: str) -> None:
    """Each is sent in some game that lasts long enough: none is refused for what it says."""
    rulebook, content = TINY if place == "tiny" else OCTOBER
    line = doctrine.line(rulebook, content, rulebook.seats[seat], name)
    days = {rulebook.tables.entries[letter.entry].id for letter in line.letters}
    reached: set[str] = set()
    sent: set[str] = set()
    for rival in (RECORD, "silent", "random"):
        for seed in range(6):
            pair = (name, rival) if seat == 0 else (rival, name)
            for phase, move in moves(rulebook, content, pair, seed):
                if isinstance(move, Order) and move.seat == seat and phase in days and not move.answers:
                    reached.add(phase)
                    if move.letters:
                        sent.add(phase)
    assert sent == reached


def test_the_record_written_by_hand_is_the_record() -> None:
    rulebook, content = OCTOBER
    for seed in range(6):
        one = moves(rulebook, content, (RECORD, RECORD), seed)
        other = moves(rulebook, content, (RECORD, BY_HAND), seed)
        assert one == other


def test_a_forced_option_is_signed_where_it_is_open() -> None:
    from dataclasses import replace

    rulebook, content = TINY
    leader = found(rulebook, content, 0, "leader")
    point = next(point for point in sorted(rulebook.dated) if point[0] == 0)
    for act in rulebook.dated[point].acts:
        forced = leader._replace(skill=replace(leader.skill, only=act.id))
        state = begin(rulebook, 3)
        signed: list[str] = []

        def watch(before: object, move: Move, after: object, events: object) -> None:
            if isinstance(move, Order) and move.seat == 0 and before.stage == ORDERS:  # type: ignore[attr-defined]
                signed.append(move.option)  # noqa: B023

        finish(rulebook, state, (forced, found(rulebook, content, 1, "leader")), watch)
        assert signed[0] == act.id
        assert len(set(signed)) > 1, "where it is not open it chooses freely"


def test_an_acceptance_waits_for_its_condition() -> None:
    """Against a squeeze the stall takes a promise once fuel is stopped; where nothing is stopped it takes no less."""
    rulebook, content = OCTOBER
    levels = {"quarantine": rulebook.index["quarantine"]}
    pressed = signed = 0
    for name in ("squeeze", "quiet_diplomacy"):
        minds = (found(rulebook, content, 0, name), found(rulebook, content, 1, "crash_and_stall"))
        for seed in range(8):

            def watch(before: object, move: Move, after: object, events: object) -> None:
                nonlocal pressed, signed
                if isinstance(move, Order) and move.seat == 1 and move.answers and before.stage == ORDERS:  # type: ignore[attr-defined]
                    seen = before.knowledge[1]  # type: ignore[attr-defined]
                    swap = [term for term in seen.inbox[move.answers[0].letter - 1].clauses if term.issue == turkey]
                    if not swap:
                        signed += 1
                        pressed += seen.exact[levels["quarantine"]] >= 3000

            finish(rulebook, begin(rulebook, seed_of(1, seed), Options()), minds, watch)
    assert signed == pressed > 0


turkey = OCTOBER[0].issue_of["jupiters_turkey"]
