"""What a cease-fire leaves behind it: the end the strike had in view, a war that was halted, or the crisis itself."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from game.engine.advance import freeze
from game.engine.api import Options, Order, Refusal, Rulebook, begin, play
from game.engine.state import ORDERS, WAR
from game.engine.warfare import open_war, six_hours
from game.engine.work import Work
from tests.rulebooks import october, tiny

STOP, PRESS_ON = ("yield", "halt"), ("yield", "press_on")
GAMES = 300


def with_strike(**changes: object) -> Rulebook:
    tables = tiny().tables
    [strike] = tables.war.strikes
    war = replace(tables.war, strikes=(replace(strike, **changes),))  # type: ignore[arg-type]
    return Rulebook(replace(tables, war=war))


def at_war(rulebook: Rulebook, seed: int) -> Work:
    work = Work(rulebook, begin(rulebook, seed, Options(types=("worried", "proud"))))
    open_war(work, "seize")
    return work


def outcomes(rulebook: Rulebook, choices: tuple[str, str], turns: int = 1) -> Counter[str]:
    """What the war came to in many games after so many turns of six hours, the last of them by `choices`."""
    found: Counter[str] = Counter()
    for seed in range(GAMES):
        work = at_war(rulebook, seed)
        for turn in range(turns):
            if work.stage == WAR:
                work.phase = f"{work.phase}.{turn}"
                six_hours(work, choices if turn == turns - 1 else ("resist", "halt"))
        if work.ended is None:
            found[work.stage] += 1
        elif work.ended.cause == "ceasefire":
            found[work.ended.ending] += 1
    return found


def test_a_cease_fire_brings_what_the_strike_was_for_or_what_its_failure_means() -> None:
    assert set(outcomes(tiny(), STOP)) == {"gatehouse_taken", "skirmish"}


def test_a_strike_that_its_own_side_stops_in_the_first_six_hours_is_halted() -> None:
    halted = with_strike(halted="truce")
    assert set(outcomes(halted, STOP)) == {"truce"}
    assert "truce" not in outcomes(halted, PRESS_ON)


def test_a_strike_stopped_later_than_that_has_done_its_work() -> None:
    assert "gatehouse_taken" in outcomes(with_strike(halted="truce"), STOP, turns=2)


def test_after_a_small_strike_a_cease_fire_ends_the_firing_and_not_the_crisis() -> None:
    rulebook = with_strike(goes_on=True)
    assert set(outcomes(rulebook, STOP)) == {ORDERS}
    work = at_war(rulebook, 1)
    assert work.v[rulebook.war_at] == 1000
    six_hours(work, STOP)
    assert (work.v[rulebook.war_at], work.strike, work.ended) == (0, "", None)
    assert work.events[-1].kind == "ceasefire"


def test_of_the_real_strikes_those_on_one_battery_or_by_accident_let_the_crisis_go_on() -> None:
    assert {one.id for one in october().tables.war.strikes if one.goes_on} == {"one_site", "clash"}


def test_a_game_goes_on_through_the_day_in_which_the_firing_stopped() -> None:
    rulebook = with_strike(goes_on=True)
    work = at_war(rulebook, 1)
    state = freeze(work, tuple(work.v))
    number = state.turn
    for seat, option in enumerate(STOP):
        step = play(rulebook, state, Order(seat, state.knowledge[seat].phase, option))
        assert not isinstance(step, Refusal), step
        state = step.state
    assert (state.stage, state.ended) == (ORDERS, None)
    assert state.turn == number + 1
    assert "ceasefire" in [report.kind for report in state.knowledge[0].reports]
