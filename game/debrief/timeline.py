"""The game phase by phase in two columns: what each knew, what each did, what nobody saw, and how near the end was."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from game.engine.attribution import Shares, attribute
from game.engine.move import Ask, Order
from game.engine.play import in_order
from game.engine.preview import Row, preview
from game.engine.report import Event
from game.engine.rulebook import Rulebook
from game.engine.state import ORDERS, State
from game.journal.fault import Fault
from game.journal.fold import passages
from game.journal.line import Moved, Note, Record

BILLION = 1_000_000_000


class Missed(NamedTuple):
    """A dial that a seat had to guess and had wrong: its guess, and the truth (thousandths)."""

    register: str
    low: int
    likely: int
    high: int
    truth: int


class Side(NamedTuple):
    """One seat in one phase."""

    source: str
    """Where the option's texts are: `DECISION.OPTION`, `last.hold`, `war.stop`; '' where nothing was owed."""
    order: Order | None
    asked: tuple[tuple[str, str, bool], ...]
    """(claim, card, whether he conceded)."""
    missed: tuple[Missed, ...]
    said: tuple[Row, ...] = ()
    """The odds that stood on the sheet of an order to strike when it was signed."""


class Hidden(NamedTuple):
    """Something that happened and that at least one seat never heard of: its kind, its id, and who knew."""

    kind: str
    subject: str
    known: tuple[bool, bool]


class Step(NamedTuple):
    """One phase. `danger` is the chance that it became general war, as it truly was; `shares` say whose doing."""

    phase: str
    stage: str
    sides: tuple[Side, Side]
    hidden: tuple[Hidden, ...]
    danger: float
    shares: Shares
    settled: bool = False
    """Whether an agreement came first in it: nothing else that was ordered for it was carried out."""


class Timeline(NamedTuple):
    steps: tuple[Step, ...]
    markers: tuple[tuple[str, int, int], ...]
    """(phase, seat, sketch) each time a player moved his marker."""
    rankings: tuple[tuple[int, tuple[str, ...]], ...]
    """(seat, criteria) as each player ranked them."""


def timeline(rulebook: Rulebook, start: State, records: Sequence[Record]) -> Timeline:
    """Every phase that was played, as far as these rules replay it."""
    steps: list[Step] = []
    markers: list[tuple[str, int, int]] = []
    rankings: dict[int, tuple[str, ...]] = {}
    asked: tuple[list[tuple[str, str, bool]], list[tuple[str, str, bool]]] = ([], [])
    for passage in passages(rulebook, start, records):
        if isinstance(passage, Fault):
            break
        record = passage.record
        if isinstance(record, Note) and isinstance(record.about, dict):
            if isinstance(record.about.get("marker"), int):
                markers.append((record.phase, record.seat, record.about["marker"]))
            if isinstance(record.about.get("ranking"), list):
                rankings[record.seat] = tuple(str(one) for one in record.about["ranking"])
        if not isinstance(record, Moved):
            continue
        if isinstance(record.move, Ask):
            _claim, _card, right = passage.after.knowledge[record.move.seat].dossier.asked[-1]
            asked[record.move.seat].append((record.move.claim, record.move.card, right))
        if passage.before.knowledge[2].phase != passage.after.knowledge[2].phase:
            signed = _signed(passage.before, record)
            steps.append(_step(rulebook, passage.before, passage.after, signed, asked, passage.events))
            asked = ([], [])
    return Timeline(tuple(steps), tuple(markers), tuple(sorted(rankings.items())))


def _signed(before: State, record: Moved) -> tuple[Order | None, Order | None]:
    """Both orders of the phase that this move closed."""
    orders = list(before.orders)
    if isinstance(record.move, Order):
        orders[record.move.seat] = in_order(record.move)
    return orders[0], orders[1]


def _step(
    rulebook: Rulebook, before: State, after: State, orders: tuple[Order | None, Order | None],
    asked: tuple[list[tuple[str, str, bool]], list[tuple[str, str, bool]]], events: Sequence[Event],
) -> Step:  # fmt: skip
    sides = tuple(_side(rulebook, before, seat, orders[seat], asked[seat]) for seat in range(2))
    hidden = tuple(
        Hidden(event.kind, event.subject, (event.known[0], event.known[1]))
        for event in events
        if event.kind in ("incident", "trigger", "slipped", "recall_failed") and not all(event.known[:2])
    )
    danger = 1.0 - after.survival / before.survival if before.survival else 0.0
    return Step(
        before.knowledge[2].phase,
        before.stage,
        (sides[0], sides[1]),
        hidden,
        danger,
        _shares(rulebook, before, after),
        any(event.kind == "settled" for event in events),
    )


def _shares(rulebook: Rulebook, before: State, after: State) -> Shares:
    """Whose choices made the danger of a turn, as things stood at its end; nobody's where no days passed."""
    if before.stage != ORDERS or before.ended is not None:
        return Shares(0, 0, 0, 0, 0)
    entries = rulebook.pace(before.pace).turns[before.turn].entries
    return attribute(rulebook, after.values, sum(rulebook.tables.entries[number].half_days for number in entries))


def _side(rulebook: Rulebook, state: State, seat: int, order: Order | None, asked: list[tuple[str, str, bool]]) -> Side:
    view = state.knowledge[seat]
    missed = []
    for place, at in enumerate(rulebook.estimated[seat]):
        guess = view.estimates[place]
        truth = state.values[at]
        if truth < guess.low or truth > guess.high:
            missed.append(Missed(rulebook.names[at], guess.low, guess.likely, guess.high, truth))
    source = ""
    if order is not None:
        source = f"{state.stage}.{order.option}"
        if state.stage == ORDERS:
            dated = rulebook.dated.get((seat, rulebook.pace(state.pace).turns[state.turn].asks[seat]))
            source = next(
                (f"{act.decision}.{act.id}" for act in (dated.acts if dated else ()) if act.id == order.option), ""
            )
    strikes = source in rulebook.sources and rulebook.sources[source].strike
    said = preview(rulebook, view, order).strike if order is not None and strikes else ()
    return Side(source, order, tuple(asked), tuple(missed), said)
