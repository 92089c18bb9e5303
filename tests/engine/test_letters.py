"""Rules of letters whose cost no seat sees directly: the ratchet, and a stress that one's own acts belie."""

from __future__ import annotations

import pytest

from game.engine.api import Draft, Options, Order, Refusal, State, Term, begin, play, view
from game.engine.chance import sub_key
from game.opponent.decide import Mind
from game.opponent.minds import mind
from tests.rulebooks import OCTOBER, compiled, october


def until(phase: str) -> State:
    """History's line on both sides up to a phase, nothing signed in it yet."""
    rulebook, texts = october(), compiled(OCTOBER)[1]
    leader = Mind(rulebook, mind("history", rulebook, texts.content))
    state = begin(rulebook, 4, Options(types=("calm", "defender")))
    while view(state, 0).phase != phase:
        seat = 0 if state.orders[0] is None else 1
        seen = view(state, seat)
        state = signed(state, leader.decide(seen, sub_key(state.key, seat, seen.phase)).move)  # type: ignore[arg-type]
    return state


def signed(state: State, order: Order) -> State:
    step = play(october(), state, order)
    assert not isinstance(step, Refusal), step
    return step.state


def turn(state: State, washington: Order, moscow: Order) -> State:
    return signed(signed(state, washington), moscow)


def letter(*terms: tuple[str, str], stress: str = "") -> Draft:
    return Draft("back", "feeler", tuple(Term(issue, level) for issue, level in terms), stress)


def word_of(state: State, seat: str) -> int:
    return state.values[october().at(f"{seat}.word")]


@pytest.mark.parametrize(("level", "costs"), [("spoken", False), ("public", True)])
def test_asking_more_than_before_costs_the_writer_s_word(level: str, costs: bool) -> None:
    def second(state: State, pledge: str) -> State:
        phase = view(state, 0).phase
        more = letter(("missiles", "out"), ("pledge", pledge), ("timetable", "weeks"))
        return turn(state, Order(0, phase, "un_showdown"), Order(1, phase, "un_stonewall", letters=(more,)))

    state = until("oct24")
    phase = view(state, 0).phase
    first = letter(("missiles", "out"), ("pledge", "spoken"))
    state = turn(state, Order(0, phase, "board_neutral"), Order(1, phase, "tankers_only", letters=(first,)))
    lost = word_of(second(state, "spoken"), "moscow") - word_of(second(state, level), "moscow")
    assert lost == (300 if costs else 0)


def test_acts_that_belie_one_s_own_stress_cost_word_the_second_time() -> None:
    def word(stress: str) -> list[int]:
        state = until("oct24")
        out = []
        for mine, his, letters in (
            ("board_neutral", "tankers_only", (letter(("missiles", "out"), stress=stress),)),
            ("calm_the_press", "quiet_feeler", ()),
            ("wait", "opera_night", ()),
        ):
            phase = view(state, 0).phase
            state = turn(state, Order(0, phase, mine, letters=letters), Order(1, phase, his))
            out.append(word_of(state, "washington"))
        return out

    belied, kept = word("clock"), word("accident")
    assert belied[:2] == kept[:2]
    assert kept[2] - belied[2] == 500
