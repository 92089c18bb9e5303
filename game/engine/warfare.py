"""The war phase: a strike, turns of six hours with choices for both, and the ways out of it."""

from __future__ import annotations

from game.engine import trigger
from game.engine.chance import unit
from game.engine.effects import NOBODY
from game.engine.rulebook import Rulebook
from game.engine.state import ORDERS, WAR
from game.engine.work import EVERYONE, Work


def open_war(work: Work, strike: str) -> None:
    """A strike of this kind falls: a local commander may go nuclear at once; else the six-hour turns begin."""
    rulebook, v = work.rulebook, work.v
    found = rulebook.strikes[strike]
    work.wanted_strike = ""
    v[rulebook.war_at] = 1000
    v[rulebook.now_strike] = 1000
    v[rulebook.strike_at[strike]] = 1000
    work.strike = strike
    work.tell("strike", strike, (), EVERYONE, found.seat)
    if unit(work.key, "strike nuclear", strike, work.phase) < rulebook.strike_nuclear[strike](v):
        local_nuclear(work, f"strike.{strike}", rulebook.tables.war.endings[2])
        return
    work.strike_worked = unit(work.key, "strike works", strike, work.phase) < rulebook.strike_works[strike](v)
    work.ledger.apply(rulebook.strike_ops[strike], found.seat if found.seat >= 0 else NOBODY, f"strike.{strike}")
    trigger.specials(work)
    work.stage = WAR
    work.number += 1


def local_nuclear(work: Work, cause: str, ending: str) -> None:
    """A nuclear weapon is used; it stays there, or it does not."""
    rulebook = work.rulebook
    work.stage = ORDERS
    if unit(work.key, "nuclear general", cause, work.phase) < rulebook.nuclear_general(work.v):
        ending = rulebook.tables.war.endings[3]
    work.end(ending, cause)


def six_hours(work: Work, choices: tuple[str, str]) -> None:
    """Both have chosen: the scenario's table says what six hours bring."""
    rulebook, v = work.rulebook, work.v
    war = rulebook.tables.war
    for seat in range(2):
        work.tell("war_choice", choices[seat], (("seat", seat),), EVERYONE, seat)
    row = rulebook.war_rows[choices]
    draw = unit(work.key, "six hours", work.phase)
    number = 0
    for place, chance in enumerate(row):
        draw -= chance(v)
        if draw < 0:
            number = place
            break
    if number == 0 and v[rulebook.war_at] < war.turns * 1000:
        v[rulebook.war_at] += 1000
        work.number += 1
        return
    work.stage = ORDERS
    ceasefire, limited, nuclear, general = war.endings
    strike = rulebook.strikes[work.strike]
    match number:
        case 1:
            work.ledger.apply(rulebook.ceasefire_ops, NOBODY, "ceasefire")
            if strike.goes_on:
                _go_on(work)
                return
            ending = (strike.ending or ceasefire) if work.strike_worked else (strike.fails or limited)
            if strike.halted and v[rulebook.war_at] == 1000 and _stopped(rulebook, strike.seat, choices):
                ending = strike.halted
            work.end(ending, "ceasefire")
        case 3:
            local_nuclear(work, "war", nuclear)
        case 4:
            work.end(general, "war")
        case _:
            work.end(limited, "war")


def _go_on(work: Work) -> None:
    """The firing stops and nothing else has been settled: the crisis goes on where it was interrupted."""
    work.tell("ceasefire", work.strike, (), EVERYONE)
    work.v[work.rulebook.war_at] = 0
    work.strike = ""
    trigger.specials(work)


def _stopped(rulebook: Rulebook, seat: int, choices: tuple[str, str]) -> bool:
    """Whether a seat has just ordered its own strike to stop."""
    for choice in rulebook.tables.war.choices:
        if choice.seat == seat and choice.id == choices[seat]:
            return choice.hardness < 0
    return False
