"""Rules that fire when a condition comes true, and the effects that are more than a number."""

from __future__ import annotations

from game.engine.chance import WHOLE, eight, unit
from game.engine.effects import NOBODY
from game.engine.work import Work

DRAWS = 8


def fire(work: Work, number: int) -> None:
    """Carry out one trigger and tell those who learn of it.

    A link belongs to the seat whose choice it follows, any other trigger to nobody.
    """
    rulebook = work.rulebook
    owner = rulebook.trigger_owner[number]
    work.ledger.apply(rulebook.trigger_ops[number], owner, rulebook.trigger_cause[number])
    work.fired |= 1 << number & rulebook.once_mask
    if not work.quiet:
        rule = rulebook.tables.triggers[number]
        knows = rule.knows
        if owner >= 0:
            knows = (knows[0] or owner == 0, knows[1] or owner == 1, knows[2])
        work.tell("trigger", rule.id, (("kind", rule.kind),), knows, owner)
    if work.ledger.specials:
        specials(work)


def check(work: Work, step: int) -> None:
    """Fire what has come true; `step` is the half-day (from 1), or 0 where no time passes."""
    rulebook = work.rulebook
    holding = work.holding
    work.holding = mask = rulebook.watch(work.v) & ~work.fired
    bits = mask & (~holding | rulebook.daily_mask) if step else mask & ~(holding | rulebook.daily_mask)
    if not bits:
        return
    drawn = rulebook.drawn_mask
    draws: dict[int, tuple[int, ...]] = {}
    while bits:
        lowest = bits & -bits
        bits ^= lowest
        number = lowest.bit_length() - 1
        if not lowest & drawn or _due(work, number, step, draws):
            fire(work, number)


def _due(work: Work, number: int, step: int, draws: dict[int, tuple[int, ...]]) -> bool:
    """Whether a trigger with a chance fires whose condition has just come true, or holds for another half-day."""
    rulebook = work.rulebook
    daily = rulebook.trigger_daily[number]
    if daily is not None:
        likely = 0.5 * daily(work.v)
        return likely > 0.0 and _draw(work, number, step, draws) < likely
    chance = rulebook.trigger_chance[number]
    if chance is None:
        return True
    work.fired |= 1 << number & rulebook.once_mask
    return _draw(work, number, step, draws) < chance(work.v)


def _draw(work: Work, number: int, step: int, draws: dict[int, tuple[int, ...]]) -> float:
    """The draw of one trigger on one half-day: eight triggers share a hash."""
    part = number // DRAWS
    found = draws.get(part)
    if found is None:
        found = draws[part] = eight(work.key, f"triggers\x1f{work.phase}\x1f{step}\x1f{part}")
    return (found[number % DRAWS] >> 11) / WHOLE


def specials(work: Work) -> None:
    """Carry out the effects that `Ledger.apply` left aside."""
    waiting = work.ledger.specials
    while waiting:
        special = waiting.pop(0)
        _special(work, special.op, special.target, special.amount, special.owner)


def _special(work: Work, op: str, target: str, amount: int, owner: int) -> None:
    rulebook, v = work.rulebook, work.v
    match op:
        case "strike":
            if work.ended is None and not work.wanted_strike:
                work.wanted_strike = target
        case "deadline":
            v[rulebook.deadline_at[rulebook.seats.index(target)]] = (amount + 1) * 1000
        case "cancel_deadline":
            v[rulebook.deadline_at[rulebook.seats.index(target)]] = 0
        case "grant_question":
            work.grants[rulebook.seats.index(target)] += amount
        case "close_clause":
            seat, issue, level = target.split(".")
            number = rulebook.issue_of[issue]
            place = (rulebook.seats.index(seat), number, rulebook.level_of[number][level], work.turn + amount)
            work.closed.append(place)
        case "delay_cabinet":
            at = rulebook.cabinet_at[rulebook.seats.index(target)]
            v[at] = max(0, v[at] + 1000 * amount)
        case "reopen":
            work.reopening = rulebook.tables.reopen_entry >= 0 and not v[rulebook.reopened]
        case "end":
            work.end(target, "rule")
        case "late_letters":
            _held_up(work, target, amount)
        case "slip":
            _slip(work, rulebook.seats.index(target))


def _held_up(work: Work, target: str, turns: int) -> None:
    """Letters of a seat on a channel that have not arrived come later."""
    seat, channel = target.split(".")
    writer, number = work.rulebook.seats.index(seat), work.rulebook.channel_of[channel]
    for place, letter in enumerate(work.letters):
        if letter.writer == writer and letter.channel == number and not letter.arrived:
            work.letters[place] = letter._replace(due=letter.due + turns)


def _slip(work: Work, seat: int) -> None:
    """Subordinates move one standing order up a step of their own accord."""
    rulebook, v = work.rulebook, work.v
    able = [
        number
        for number, order in rulebook.orders_of(seat)
        if v[rulebook.standing_at[number]]
        < min(order.levels - 1, rulebook.highs[rulebook.standing_at[number]] // 1000) * 1000
    ]
    if not able:
        return
    number = able[int(unit(work.key, "slip", seat, work.phase, v[rulebook.days]) * len(able))]
    at = rulebook.standing_at[number]
    work.ledger.put(at, v[at] + 1000, rulebook.shares.get(at), NOBODY, "slip")
    work.tell("slipped", rulebook.tables.standing[number].id, (("level", v[at]),), (seat == 0, seat == 1, False))
