"""What an order would do, as far as the seat that signs it can know: ranges over its own exact dials and estimates."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from game.engine import sheet
from game.engine.act import Act, remember
from game.engine.effects import Ledger
from game.engine.foresight import foreseen, unasked_of_rival
from game.engine.guess import likely_values
from game.engine.hazard import Danger
from game.engine.knowledge import Knowledge
from game.engine.move import Order
from game.engine.rulebook import Rulebook
from game.engine.state import ORDERS
from game.engine.tables import Audience


class Row(NamedTuple):
    """One way a strike may go, with its chance from low to high."""

    ending: str
    low: float
    high: float


class Range(NamedTuple):
    """A chance from low to high, in [-1, 1]: danger added may be less than nothing."""

    low: float
    high: float


class Mood(NamedTuple):
    """How an audience would take an order: -2 (angry) to +2 (pleased)."""

    audience: str
    change: int


class Preview(NamedTuple):
    """`rung` is the ladder step it climbs to; `danger` is what this order adds to the end of the world this turn."""

    rung: int
    publicity: str
    audiences: tuple[Mood, ...]
    commitment: int
    shots: Range
    outruns: Range
    danger: Range
    strike: tuple[Row, ...]
    """That it works, that it does not, a nuclear weapon, general war; the last two alone where the crisis goes on."""
    gate: tuple[str, ...]
    biased: bool
    """Whether an adviser's argument still colours the figures."""


class Corners(NamedTuple):
    """Three vectors a seat thinks possible: the mildest, the likeliest, the most dangerous."""

    low: tuple[int, ...]
    likely: tuple[int, ...]
    high: tuple[int, ...]


BIASED_WIDTH = 2.0
"""Ours: an unquestioned argument doubles the range shown."""


STEP_UNSEEN = 1000
"""Ours: a dial that a seat never sees may stand one step either side of where it is guessed to stand."""


def unknowns(rulebook: Rulebook, view: Knowledge) -> tuple[tuple[int, int, int], ...]:
    """What danger reads and the seat does not see exactly: (register, low, high)."""
    out = [
        (number, view.estimates[place].low, view.estimates[place].high)
        for place, number in enumerate(rulebook.estimated[view.viewer])
        if number in rulebook.hazards.reads
    ]
    for number in rulebook.unseen_danger[view.viewer]:
        middle = rulebook.guesses[view.viewer][sheet.entries_of(rulebook, view)[-1]][number]
        low, high = max(rulebook.lows[number], middle - STEP_UNSEEN), min(rulebook.highs[number], middle + STEP_UNSEEN)
        out.append((number, low, high))
    return tuple(out)


def corners(rulebook: Rulebook, view: Knowledge, half_days: int) -> Corners:
    """The mildest and the most dangerous world that a seat's estimates allow once the rival has done the unasked."""
    likely = unasked_of_rival(rulebook, view, likely_values(rulebook, view))
    low, high = list(likely), list(likely)
    for number, least, most in unknowns(rulebook, view):
        probe = list(likely)
        probe[number] = least
        under = foreseen(rulebook, probe, half_days).end
        probe[number] = most
        over = foreseen(rulebook, probe, half_days).end
        low[number], high[number] = (least, most) if under <= over else (most, least)
    return Corners(tuple(low), tuple(likely), tuple(high))


def half_days_of(rulebook: Rulebook, view: Knowledge) -> int:
    """How many half-days the turn a seat is in will take."""
    return sheet.agenda_of(rulebook, view).half_days


def _range(values: Sequence[float], width: float) -> Range:
    low, high = min(values), max(values)
    middle, half = 0.5 * (low + high), 0.5 * (high - low) * width
    return Range(middle - half, middle + half)


def strip(rulebook: Rulebook, view: Knowledge) -> tuple[Range, Range, Range, str]:
    """The danger of this turn before the seat's own order, the rival doing what is done unasked.

    Shots, events outrunning control, the end; and the estimate that widens them most.
    """
    half_days = half_days_of(rulebook, view)
    spread = corners(rulebook, view, half_days)
    found = [foreseen(rulebook, values, half_days) for values in spread]
    width = rulebook.tables.strip_width * 0.001
    ranges = [_range([danger[part] for danger in found], width) for part in range(3)]
    shots, outruns, end = (Range(max(0.0, pair.low), min(1.0, pair.high)) for pair in ranges)
    return shots, outruns, end, _widest(rulebook, view, spread.likely, half_days)


def _widest(rulebook: Rulebook, view: Knowledge, likely: tuple[int, ...], half_days: int) -> str:
    best, name = 0.0, ""
    for number, least, most in unknowns(rulebook, view):
        probe = list(likely)
        probe[number] = least
        under = foreseen(rulebook, probe, half_days).shots
        probe[number] = most
        gap = abs(foreseen(rulebook, probe, half_days).shots - under)
        if gap > best:
            best, name = gap, rulebook.names[number]
    return name


def order_acts(rulebook: Rulebook, view: Knowledge, order: Order) -> tuple[Act, ...]:
    """The option and riders that an order names, as far as they exist."""
    acts = [act for act in sheet.acts_of(rulebook, view) if act.id == order.option]
    for rider in order.riders:
        found = rulebook.riders.get(f"{rulebook.seats[view.viewer]}.{rider}")
        if found:
            acts.append(found[1])
    return tuple(acts)


def after_order(rulebook: Rulebook, view: Knowledge, order: Order, values: Sequence[int]) -> list[int]:
    """A vector once this order's own effects have been applied to it."""
    seat = view.viewer
    ledger = Ledger(tuple(values), rulebook.scales[view.lens], True)
    for act in order_acts(rulebook, view, order):
        remember(ledger.v, act)
        ledger.apply(act.ops, seat, "")
    for name, level in order.changes:
        number = rulebook.standing.get(name, -1)
        if number < 0:
            continue
        at = rulebook.standing_at[number]
        now = ledger.v[at] // 1000
        ops = rulebook.standing_up[number] if level > now else rulebook.standing_down[number]
        for _ in range(abs(level - now)):
            ledger.apply(ops, seat, "")
        if level > now or rulebook.standing_recall[number] is None:
            ledger.put(at, min(max(level * 1000, rulebook.lows[at]), rulebook.highs[at]), None, seat, "")
    return ledger.v


def preview(rulebook: Rulebook, view: Knowledge, order: Order) -> Preview:
    """What signing `order` is likely to mean. Reads the view only; unseen facts stay where they are guessed."""
    half_days = half_days_of(rulebook, view)
    spread = corners(rulebook, view, half_days)
    added: list[Danger] = []
    for values in spread:
        before = foreseen(rulebook, values, half_days)
        after = foreseen(rulebook, after_order(rulebook, view, order, values), half_days)
        added.append(Danger(*(late - early for late, early in zip(after, before, strict=True))))
    bias = bias_of(rulebook, view, order.option)
    width = rulebook.tables.preview_width * 0.001 * (BIASED_WIDTH if bias is not None else 1.0)
    scale = 1.0 + (bias or 0) * 0.001
    shots, outruns, danger = (_range([scale * one[part] for one in added], width) for part in range(3))
    likely = after_order(rulebook, view, order, spread.likely)
    acts = order_acts(rulebook, view, order)
    strikes = tuple(act.strike for act in acts if act.strike)
    rows = _strike_rows(rulebook, spread, strikes[0]) if strikes else ()
    gate = list(strikes)
    before_pairs = rulebook.hazards.half_day(spread.likely)
    after_pairs = rulebook.hazards.half_day(likely)
    for number, incident in enumerate(rulebook.tables.incidents):
        was = before_pairs[2 * number] * before_pairs[2 * number + 1]
        now = after_pairs[2 * number] * after_pairs[2 * number + 1]
        if incident.direct and now > was * 1.01:
            gate.append(incident.id)
    seen = "public" if any(act.public for act in acts) else "seen" if any(act.seen for act in acts) else "quiet"
    return Preview(
        _climb(rulebook, view, spread.likely, likely), seen, moods(rulebook, view.viewer, spread.likely, likely),
        _commitment(rulebook, view, likely), shots, outruns, danger, rows, tuple(gate), bias is not None,
    )  # fmt: skip


def bias_of(rulebook: Rulebook, view: Knowledge, option: str) -> int | None:
    """The bias (thousandths) that unquestioned arguments put on an option's danger; None where none is argued."""
    if view.stage != ORDERS:
        return None
    conceded = frozenset(claim for claim, _, right in view.dossier.asked if right)
    total, argued = 0, False
    for number in view.dossier.claims:
        claim = rulebook.tables.council.claims[number]
        if option in claim.about and number not in conceded:
            argued = True
            total += claim.bias
    return total if argued else None


def _climb(rulebook: Rulebook, view: Knowledge, without: Sequence[int], likely: Sequence[int]) -> int:
    """The rung that this order leads to: today's, unless it is the order itself that moves it."""
    then = rung_of(rulebook, likely)
    return then if then != rung_of(rulebook, without) else rung_of(rulebook, view.exact)


def rung_of(rulebook: Rulebook, values: Sequence[int]) -> int:
    """The highest rung of the ladder whose condition holds, from 0."""
    return max(0, rulebook.rungs(values).bit_length() - 1)


def _strike_rows(rulebook: Rulebook, spread: Corners, strike: str) -> tuple[Row, ...]:
    found = rulebook.strikes[strike]
    works = [min(1.0, max(0.0, rulebook.strike_works[strike](values))) for values in spread]
    nuclear = [min(1.0, max(0.0, rulebook.strike_nuclear[strike](values))) for values in spread]
    general = [one * rulebook.nuclear_general(values) for one, values in zip(nuclear, spread, strict=True)]
    endings = rulebook.tables.war.endings
    escalated = (Row(endings[2], min(nuclear), max(nuclear)), Row(endings[3], min(general), max(general)))
    if found.goes_on:
        return escalated
    return (
        Row(found.ending or endings[0], min(works), max(works)),
        Row(found.fails or endings[1], 1.0 - max(works), 1.0 - min(works)),
        *escalated,
    )


def moods(rulebook: Rulebook, seat: int, before: Sequence[int], after: Sequence[int]) -> tuple[Mood, ...]:
    """How each named audience of a seat would take the change between two vectors."""
    out = []
    for audience in rulebook.tables.audiences:
        if audience.seat == seat:
            out.append(Mood(audience.id, _mood(rulebook, audience, before, after)))
    return tuple(out)


SLIGHT, STRONG = 150, 800
"""Ours: thousandths of a dial from which an audience is said to stir, and to be moved."""


def _mood(rulebook: Rulebook, audience: Audience, before: Sequence[int], after: Sequence[int]) -> int:
    total = 0
    for dial, sign in audience.feels:
        at = rulebook.index[dial]
        total += sign * (after[at] - before[at]) // 1000
    size = 2 if abs(total) >= STRONG else 1 if abs(total) >= SLIGHT else 0
    return size if total > 0 else -size


def _commitment(rulebook: Rulebook, view: Knowledge, likely: Sequence[int]) -> int:
    at = rulebook.commitment_at[view.viewer]
    return 0 if at < 0 else likely[at] - view.exact[at]
