"""Half-days: accidents that nobody ordered, drift, and the last decision when one outruns control."""

from __future__ import annotations

from game.engine import post, trigger
from game.engine.chance import eight, unit
from game.engine.effects import NOBODY, Moved
from game.engine.knowledge import Last
from game.engine.state import LAST, ORDERS
from game.engine.warfare import local_nuclear, open_war
from game.engine.work import SEATS_ONLY, Work

BILLION = 1_000_000_000
DRAWS = 8


def run(work: Work) -> None:
    """Live through the half-days that are left of this turn, or until one of them calls for a decision."""
    while work.steps_left > 0 and work.ended is None and work.stage == ORDERS and not work.wanted_strike:
        work.steps_left -= 1
        _half_day(work, work.steps_left + 1)


def after(work: Work) -> None:
    """Half-days after the end of the crisis: nothing happens but what the peace itself brings."""
    while work.steps_left > 0:
        work.steps_left -= 1
        work.v[work.rulebook.days] += 500
        trigger.check(work, work.steps_left + 1)
        post.leaks(work, work.steps_left + 1)


def _half_day(work: Work, step: int) -> None:
    rulebook, v = work.rulebook, work.v
    v[rulebook.days] += 500
    draws: tuple[int, ...] = ()
    for number in range(0, rulebook.hazards.count, DRAWS):
        draws += eight(work.key, f"incidents\x1f{work.phase}\x1f{step}\x1f{number}")
    alive, happened = rulebook.hazards.passing(v, draws)
    work.survival -= work.survival * int((1.0 - alive) * BILLION) // BILLION
    v[rulebook.danger_run] = 1000 - work.survival * 1000 // BILLION
    outran = -1
    for number, runs in happened:
        _happen(work, number, runs)
        if runs and outran < 0:
            outran = number
    before = None if work.quiet else tuple(v)
    rulebook.drift(v)
    if before is not None:
        _drifted(work, before)
    trigger.check(work, step)
    post.leaks(work, step)
    if outran >= 0 and work.ended is None:
        _outruns(work, outran)


def _drifted(work: Work, before: tuple[int, ...]) -> None:
    """Note what time itself moved, for the because-lines that are nobody's."""
    for at, (old, new) in enumerate(zip(before, work.v, strict=True)):
        if old != new:
            work.ledger.moved.append(Moved(at, new - old, NOBODY, "drift"))


def _happen(work: Work, number: int, outran: bool) -> None:
    rulebook, v = work.rulebook, work.v
    incident = rulebook.incident(number)
    v[rulebook.incidents_at] += 1000
    v[rulebook.incident_at[number]] += 1000
    v[rulebook.incident_now[number]] = 1000
    work.tell("incident", incident.id, (("outran", int(outran)),), incident.knows)
    work.ledger.apply(rulebook.incident_ops[number], NOBODY, f"incident.{incident.id}")
    trigger.specials(work)


def _outruns(work: Work, number: int) -> None:
    rulebook = work.rulebook
    incident = rulebook.incident(number)
    if incident.direct:
        if incident.direct in rulebook.strikes:
            work.tell("outran", incident.id, (), SEATS_ONLY)
            open_war(work, incident.direct)
        else:
            local_nuclear(work, f"incident.{incident.id}", incident.direct)
        return
    holder = rulebook.hazards.holder(number, work.v)
    work.last = Last(number, holder, "")
    work.stage = LAST
    work.number += 1
    work.tell("last_decision", incident.id, (("holder", holder),), SEATS_ONLY)


def decide(work: Work, choices: tuple[str, str]) -> None:
    """A last decision is taken: by the holder first, then by the other."""
    last = work.last
    if last is None:
        return
    rulebook, v = work.rulebook, work.v
    if not last.first:
        choice = choices[last.holder]
        work.tell(
            "last_choice", choice, (("seat", last.holder),), (last.holder == 0, last.holder == 1, False), last.holder
        )
        if choice == "answer":
            _to_war(work)
            return
        work.last = last._replace(first=choice)
        work.number += 1
        return
    other = 1 - last.holder
    choice = choices[other]
    work.tell("last_choice", choice, (("seat", other),), SEATS_ONLY, other)
    if choice == "answer":
        _to_war(work)
        return
    calls = "call" in (last.first, choice)
    chance = rulebook.call[last.holder](v) if calls else rulebook.hold[last.holder](v)
    if unit(work.key, "last decision", last.incident, work.phase) < chance:
        work.tell("held", rulebook.incident(last.incident).id, (), SEATS_ONLY)
        work.last = None
        work.stage = "orders"
        return
    general = rulebook.hazards.general[last.incident]
    if general is not None and unit(work.key, "last general", last.incident, work.phase) < general(v):
        work.last = None
        work.stage = "orders"
        work.end(rulebook.tables.war.endings[3], f"incident.{rulebook.incident(last.incident).id}")
        return
    _to_war(work)


def _to_war(work: Work) -> None:
    work.last = None
    open_war(work, work.rulebook.tables.war.opens)
