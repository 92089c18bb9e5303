"""Questions that bind nothing: who answers them, when, and whether he is believed."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine.api import Options, Order, Refusal, State, begin, choices, digest, play, refusal, suppose, view
from game.engine.move import from_json, to_json
from game.engine.question import what_is_so
from game.engine.state import ORDERS
from game.opponent.belief import of_rival
from tests.rulebooks import tiny
from tests.strategies import random_moves

HIMSELF = Options(pace="full", types=("", "proud"), answers=(False, True))
ASKS = "how_much"
ASKER, ASKED = 0, 1


def plain(state: State, seat: int) -> Order:
    """The first order that stands open, and nothing beside it."""
    seen = view(state, seat)
    found = choices(tiny(), seen)
    return Order(seat, seen.phase, next(choice.id for choice in found.options if choice.refusal is None))


def turn(state: State, asker: str = "", reply: str = "") -> State:
    """Both sign the plainest order, with a question of the one and a reply of the other."""
    for seat in (ASKER, ASKED):
        if state.owed[seat]:
            order = plain(state, seat)
            order = order._replace(probe=asker) if seat == ASKER else order._replace(reply=reply)
            step = play(tiny(), state, order)
            assert not isinstance(step, Refusal), step
            state = step.state
    return state


def before_asking(seed: int, options: Options = HIMSELF) -> State:
    """The first turn in which the question may be put."""
    state = begin(tiny(), seed, options)
    for _ in range(20):
        asked = plain(state, ASKER)._replace(probe=ASKS) if state.owed[ASKER] else None
        if state.stage == ORDERS and asked and refusal(tiny(), view(state, ASKER), asked) is None:
            return state
        state = turn(state)
    raise AssertionError("nothing may ever be asked")


def asked(seed: int, options: Options = HIMSELF) -> State:
    """The turn after the question was put, in the first game from this seed in which nothing gets out of hand."""
    for number in range(seed, seed + 40):
        state = turn(before_asking(number, options), ASKS)
        if state.stage == ORDERS:
            return state
    raise AssertionError("everything always gets out of hand")


def reports(state: State, seat: int, kind: str) -> list[tuple[str, dict[str, int | str]]]:
    return [(one.subject, dict(one.values)) for one in view(state, seat).reports if one.kind == kind]


@pytest.mark.parametrize("seed", range(4))
def test_a_seat_that_answers_itself_finds_the_question_and_its_reply_is_what_is_said(seed: int) -> None:
    state = asked(10 * seed)
    assert view(state, ASKED).question == ASKS and view(state, ASKER).question == ""
    assert not reports(state, ASKER, "probe_answered")
    assert reports(state, ASKER, "probe_put") == reports(state, ASKED, "probe_put") == [(ASKS, {})]
    assert [choice.id for choice in choices(tiny(), view(state, ASKED)).replies] == ["half", "all"]
    assert choices(tiny(), view(state, ASKER)).replies == ()
    for said in ("half", "all"):
        after = turn(state, reply=said)
        ((subject, values),) = reports(after, ASKER, "probe_answered")
        assert subject == ASKS and values["answer"] == said and set(values) <= {"answer", "doubted"}
        assert reports(after, ASKED, "probe_replied") == [(ASKS, {"answer": said, "own": 1})]
        assert view(after, ASKED).question == ""


def test_what_is_so_is_marked_by_the_type_that_was_dealt() -> None:
    for kind in tiny().type_of[ASKED]:
        so = "all" if kind == "proud" else "half"
        state = asked(1, HIMSELF._replace(types=("", kind)))
        assert what_is_so(tiny(), view(state, ASKED)) == so
        assert what_is_so(tiny(), view(state, ASKER)) == ""


def test_with_no_reply_the_people_answer_truly_or_not_and_the_seat_is_told() -> None:
    said = set()
    for seed in range(60):
        state = turn(before_asking(seed), ASKS)
        if state.stage != ORDERS:
            continue
        after = turn(state)
        found = reports(after, ASKER, "probe_answered")
        if not found:
            continue
        ((_, values),) = found
        assert "doubted" not in values
        assert reports(after, ASKED, "probe_replied") == [(ASKS, {"answer": values["answer"], "own": 0})]
        said.add(values["answer"])
    assert said == {"half", "all"}


def test_a_reply_is_doubted_as_often_as_the_word_of_who_gives_it_says() -> None:
    doubts: list[int] = []
    expected: list[float] = []
    for seed in range(300):
        state = turn(before_asking(seed), ASKS)
        if state.stage != ORDERS:
            continue
        after = turn(state, reply="half")
        for _, values in reports(after, ASKER, "probe_answered"):
            doubts.append(int(values.get("doubted", 0)))
            expected.append(1 - tiny().honest[ASKED](list(state.values)))
    share, chance = sum(doubts) / len(doubts), sum(expected) / len(expected)
    assert len(doubts) > 200 and 0.1 < chance < 0.6
    assert abs(share - chance) < 4 * (chance * (1 - chance) / len(doubts)) ** 0.5


def test_a_mind_counts_a_reply_like_any_answer_and_a_doubted_one_not_at_all() -> None:
    seen: set[bool] = set()
    for seed in range(80):
        state = turn(before_asking(seed), ASKS)
        if state.stage != ORDERS:
            continue
        knew = view(turn(state, reply="all"), ASKER)
        doubted = any(one.value("doubted") for one in knew.reports if one.kind == "probe_answered")
        without = tuple(one for one in knew.reports if one.kind != "probe_answered")
        engines = tuple(
            one._replace(values=one.values[:1]) if one.kind == "probe_answered" else one for one in knew.reports
        )
        belief = of_rival(tiny(), knew, frozen=False)
        if doubted:
            assert belief == of_rival(tiny(), knew._replace(reports=without), frozen=False)
        else:
            assert belief == of_rival(tiny(), knew._replace(reports=engines), frozen=False)
            assert belief != of_rival(tiny(), knew._replace(reports=without), frozen=False)
        seen.add(doubted)
    assert seen == {True, False}


def test_nobody_replies_to_what_was_not_asked_nor_with_what_is_no_answer() -> None:
    state = before_asking(1)
    found = refusal(tiny(), view(state, ASKED), plain(state, ASKED)._replace(reply="half"))
    assert found is not None and (found.kind, found.part, found.reason) == ("illegal", "reply", "nothing_asked")
    state = asked(1)
    found = refusal(tiny(), view(state, ASKED), plain(state, ASKED)._replace(reply="sound"))
    assert found is not None and (found.kind, found.reason) == ("invalid", "no_such_reply")
    found = refusal(tiny(), view(state, ASKER), plain(state, ASKER)._replace(reply="half"))
    assert found is not None and found.reason == "nothing_asked"


def test_a_game_in_which_nobody_answers_himself_is_the_game_it_was() -> None:
    """Two games, one order different: the question is answered at once where the seat leaves it to its people."""
    state = before_asking(3, HIMSELF._replace(answers=(True, False)))
    after = turn(state, ASKS)
    assert len(reports(after, ASKER, "probe_answered")) == 1 and not reports(after, ASKED, "probe_put")
    silent = turn(state)
    assert not reports(silent, ASKER, "probe_answered")
    once = before_asking(3, HIMSELF._replace(answers=(False, False)))
    assert once.values == state.values and view(once, ASKER) == view(state, ASKER)
    assert digest(once) != digest(state)


@given(st.integers(0, 2_000))
def test_questions_are_of_this_turn_alone_and_a_supposed_world_holds_them(seed: int) -> None:
    both = Options(answers=(True, True))
    for _, _, state in random_moves(tiny(), seed, both):
        for seat in range(2):
            seen = view(state, seat)
            assert seen.question in ("", state.questions[seat])
            if seen.question:
                assert state.stage == ORDERS and state.ended is None
                assert suppose(tiny(), seen, b"x" * 16).questions[seat] == seen.question


def test_random_play_replies_and_a_reply_is_written_like_any_move() -> None:
    replied = 0
    for seed in range(40):
        for _, move, _ in random_moves(tiny(), seed, Options(answers=(True, True))):
            assert from_json(json.loads(json.dumps(to_json(move)))) == move
            replied += isinstance(move, Order) and bool(move.reply)
    assert replied > 10
