"""What to order: headline, riders and standing orders, each chosen by logit over what they lead to."""

from __future__ import annotations

from typing import NamedTuple

from game.engine.tables import Pace
from game.opponent.evaluate import Outlook, apply, hazard
from game.opponent.force import sharpness, strike_worth
from game.opponent.logit import by_worth
from game.opponent.prepared import Deed, Simple, Turn
from game.opponent.reasons import Reason, reason

ACCORD_BROKEN = -1.0
STANDS = 6
"""Ours: half-days for which a small order is thought to stand."""


class Headline(NamedTuple):
    """An option with what it is thought to lead to, in points, taste for hard acts included."""

    deed: Deed
    worth: float


def bias(outlook: Outlook, option: str) -> float:
    """How far unquestioned arguments about an option colour its danger: a factor, 1 where nobody argues."""
    view, council = outlook.view, outlook.rulebook.tables.council
    if not view.dossier.claims:
        return 1.0
    total = 0
    for number in view.dossier.claims:
        claim = council.claims[number]
        if option in claim.about and not any(right and number == asked for asked, _, right in view.dossier.asked):
            total += claim.bias
    return max(0.0, 1.0 + total * 0.001)


def open_deeds(outlook: Outlook) -> list[Deed]:
    """The options of this turn's decision that are open to the seat; one alone where it is forced and open."""
    exact, only = outlook.view.exact, outlook.skill.only
    found = [
        deed
        for deed in outlook.made.deeds.get((outlook.seat, outlook.entry), ())
        if deed.act.requires is None or deed.act.requires(exact)
    ]
    return [deed for deed in found if deed.act.id == only] or found if only else found


def headlines(outlook: Outlook, deeds: list[Deed]) -> list[Headline]:
    """Every open option, valued: what is foreseen and feared, what experience adds, and a taste for hard acts."""
    return [
        Headline(
            deed, feared_worth(outlook, deed) + outlook.acts.get(deed.source, 0.0) + outlook.liking * deed.hardness
        )
        for deed in deeds
    ]


def feared_worth(outlook: Outlook, deed: Deed) -> float:
    worth, now = foreseen(outlook, deed)
    return worth if deed.act.strike else outlook.feared(worth, now)


def foreseen(outlook: Outlook, deed: Deed) -> tuple[float, float]:
    """What an option leads to (a strike by its own odds, all else by the position after it), and the hazard."""
    rulebook = outlook.rulebook
    values = list(outlook.values)
    drift = apply(deed.ops, values, outlook.slope)
    if deed.act.strike:
        return strike_worth(outlook, values, rulebook.strikes[deed.act.strike]), outlook.hazard
    drift += after_hardness(outlook, deed.hardness, seen=deed.act.public or deed.act.seen)
    if outlook.accords_hold:
        drift += breaks(outlook, values)
    before = [values[at] for at in outlook.made.drifting]
    for _ in range(outlook.half_days):
        rulebook.drift(values)
    for at, old in zip(outlook.made.drifting, before, strict=True):
        drift += outlook.slope[at] * (values[at] - old)
    for truth, ending in outlook.made.falls:
        if truth(values):
            return outlook.made.end_worth(values, ending, outlook.seat, outlook.kind), outlook.hazard
    deal = outlook.agreed_in(values)
    now = outlook.hazard
    if deed.dangerous:
        now = max(0.0, now + (hazard(outlook.made, values) - now) * bias(outlook, deed.act.id))
    return outlook.worth(values, deal, drift, now), now


def after_hardness(outlook: Outlook, hardness: float, *, seen: bool) -> float:
    """What a headline's reception, a soft one's test, a hard one's raised expectations are worth in small change."""
    rulebook, seat = outlook.rulebook, outlook.seat
    tests, relief = rulebook.tables.tests, rulebook.tables.relief
    received = reception(outlook, hardness) if seen and hardness else 0.0
    if seen and hardness * 1000 <= tests.opens_at and tests.turns > 0:
        answered = 0.0
        for share, kind in zip(outlook.belief, rulebook.types[outlook.other], strict=True):
            answered += share * kind.answers * 0.001
        yes, no = outlook.small.tests
        return received + answered * yes + (1.0 - answered) * no
    if relief.each_point and hardness * 1000 >= relief.since:
        at = rulebook.relief_at[seat]
        return received + min(relief.most, relief.each_point * hardness) * outlook.slope[at]
    return received


def reception(outlook: Outlook, hardness: float) -> float:
    """Points that an act is thought to bring by how he takes it, over what is believed of him."""
    soft = hardness < 0.0
    points = int(abs(hardness))
    since = outlook.rulebook.tables.reception[soft].since
    if not since or points < since:
        return 0.0
    gives = 0.0
    for share, kind in zip(outlook.belief, outlook.rulebook.types[outlook.other], strict=True):
        gives += share * kind.gives_way[soft] * 0.001
    firm, gave = outlook.small.received[soft]
    return points * (gives * gave + (1.0 - gives) * firm)


def breaks(outlook: Outlook, values: list[int]) -> float:
    """What breaking an accord in force would cost, 0 where every one is kept."""
    rulebook, seat = outlook.rulebook, outlook.seat
    total = 0.0
    for number, at in enumerate(rulebook.accord_at):
        if values[at] > 0:
            keeps = rulebook.accord_keeps[number][seat]
            if keeps is not None and not keeps(values):
                total += outlook.small.broken[number] + ACCORD_BROKEN
    return total


def choose_headline(outlook: Outlook, found: list[Headline], draw: float) -> tuple[Deed, Reason]:
    """One headline, by logit."""
    worths = [one.worth for one in found]
    place, chance = by_worth(worths, sharpness(outlook), draw)
    others = [worth for other, worth in enumerate(worths) if other != place]
    second = max(others) if others else worths[place]
    deed = found[place].deed
    return deed, reason(
        "headline", f"{deed.act.decision}.{deed.act.id}", worth=worths[place], next_best=second, chance=chance,
        hazard=outlook.hazard * outlook.half_days, liking=outlook.liking * deed.hardness,
    )  # fmt: skip


# -- riders and standing orders -------------------------------------------------------------------------------------


def small_worth(
    outlook: Outlook, ops: Simple, hardness: float, *, dangerous: bool, level: tuple[int, int] | None
) -> float:
    """The change in worth that a small order brings: slopes for its effects, arithmetic for its danger."""
    values = list(outlook.values)
    change = apply(ops, values, outlook.small.slope) + outlook.liking * hardness * 0.5
    if level is not None:
        at, target = level
        change += outlook.small.slope[at] * (target - values[at])
        values[at] = target
    change += outlook.bends(values)
    if outlook.half_left:
        change += lasting(outlook, values)
    if dangerous:
        change -= danger_costs(outlook, hazard(outlook.made, values) - outlook.hazard)
    if outlook.accords_hold:
        change += breaks(outlook, values)
    return change


def lasting(outlook: Outlook, values: list[int]) -> float:
    """What a small order changes day after day: its effect on half a day's drift, over the days that it will stand."""
    days = min(outlook.half_left, STANDS)
    if not days:
        return 0.0
    slope = outlook.small.slope
    after = list(values)
    outlook.rulebook.drift(after)
    change = outlook.brought_nearer(after)
    for at, plain in zip(outlook.made.drifting, outlook.half_day, strict=True):
        change += slope[at] * (after[at] - values[at] - plain)
    return change * days


def danger_costs(outlook: Outlook, more: float) -> float:
    """Points that a change of the half-day's hazard costs, this turn and after."""
    later = max(0, outlook.half_left - outlook.half_days) * 0.6
    return more * (outlook.here * (outlook.fear * outlook.half_days + later) - outlook.by_danger)


def riders(outlook: Outlook, option: str, pace: Pace, draws: tuple[float, ...]) -> tuple[list[str], list[Reason]]:
    """Riders signed with the headline: each against leaving it out, best first, within the pace's limit."""
    found = [
        (rider_worth(outlook, deed) + outlook.acts.get(deed.source, 0.0), deed) for deed in open_riders(outlook, option)
    ]
    found.sort(key=lambda pair: -pair[0])
    chosen: list[str] = []
    reasons: list[Reason] = []
    for number, (worth, deed) in enumerate(found):
        if len(chosen) >= pace.riders:
            break
        if any(other in deed.excludes for other in chosen):
            continue
        place, chance = by_worth((0.0, worth), 2.0 * sharpness(outlook), draws[number % len(draws)])
        if place == 1:
            chosen.append(deed.act.id)
            reasons.append(reason("rider", deed.act.id, worth=worth, chance=chance))
    return chosen, reasons


def open_riders(outlook: Outlook, option: str) -> list[Deed]:
    """Riders that may be signed with an option this turn."""
    exact, view = outlook.view.exact, outlook.view
    out: list[Deed] = []
    for entry in outlook.rulebook.tables.paces[view.pace].turns[view.turn].entries:
        for deed in outlook.made.riders.get((outlook.seat, entry), ()):
            if deed in out or (deed.unlisted >= 0 and not exact[deed.unlisted]):
                continue
            if deed.goes_with and option not in deed.goes_with:
                continue
            if deed.act.requires is None or deed.act.requires(exact):
                out.append(deed)
    return out


def rider_worth(outlook: Outlook, deed: Deed) -> float:
    return small_worth(outlook, deed.ops, deed.hardness, dangerous=deed.dangerous, level=None)


def changes(outlook: Outlook, pace: Pace, draws: tuple[float, ...]) -> tuple[list[tuple[str, int]], list[Reason]]:
    """Standing orders changed, or none, by logit; one step, or to a level where the order may jump."""
    most = pace.changes
    if outlook.today < pace.early_before:
        most = min(most, pace.early_changes)
    found = candidates(outlook)
    chosen: list[tuple[str, int]] = []
    reasons: list[Reason] = []
    for number in range(most):
        left = [one for one in found if all(one[0].id != name for name, _ in chosen)]
        worths = [0.0, *(worth for _, _, worth in left)]
        place, chance = by_worth(worths, 2.0 * sharpness(outlook), draws[number % len(draws)])
        if place == 0:
            break
        turn, level, worth = left[place - 1]
        chosen.append((turn.id, level))
        reasons.append(reason("standing", turn.id, level=float(level), worth=worth, chance=chance))
    return chosen, reasons


def candidates(outlook: Outlook) -> list[tuple[Turn, int, float]]:
    """Every standing order that may be brought to another level now, with the change in worth."""
    view, made = outlook.view, outlook.made
    exact = view.exact
    recalled = [number for number, _ in view.recalls]
    out = []
    for turn in made.orders[outlook.seat]:
        if turn.since > outlook.today or (turn.unlisted >= 0 and not exact[turn.unlisted]):
            continue
        needs = outlook.rulebook.standing_needs[turn.number]
        if needs is not None and not needs(exact):
            continue
        now = exact[turn.at] // 1000
        levels = range(turn.levels) if turn.jump else (now - 1, now + 1)
        for level in levels:
            if level == now or not 0 <= level < turn.levels or (level < now and turn.number in recalled):
                continue
            steps = abs(level - now)
            ops = (turn.up if level > now else turn.down) * steps
            hardness = (turn.up_hardness if level > now else turn.down_hardness) * steps
            worth = small_worth(outlook, ops, hardness, dangerous=True, level=(turn.at, level * 1000))
            out.append((turn, level, worth))
    return out


def accord(outlook: Outlook, after: list[int], draw: float) -> tuple[str, Reason | None]:
    """An accord worth naming: one that both gain by and that this order does not break at once."""
    rulebook = outlook.rulebook
    best, found = 0.0, -1
    for number, one in enumerate(rulebook.tables.accords):
        at = rulebook.accord_at[number]
        if one.since > outlook.today or outlook.values[at] > 0:
            continue
        values = list(after)
        values[at] = one.turns * 1000
        keeps = rulebook.accord_keeps[number][outlook.seat]
        if keeps is not None and not keeps(values):
            continue
        worth = outlook.small.accords[number] - danger_costs(outlook, hazard(outlook.made, values) - outlook.hazard)
        if worth > best:
            best, found = worth, number
    if found < 0:
        return "", None
    place, chance = by_worth((0.0, best), 2.0 * sharpness(outlook), draw)
    if place == 0:
        return "", None
    name = rulebook.tables.accords[found].id
    return name, reason("accord", name, worth=best, chance=chance)
