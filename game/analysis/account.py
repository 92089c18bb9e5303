"""A recorded game told line by line: who ordered what, and what came of it. Both sides' orders stand in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from game.engine.move import Ask, Inject, Move, Order, Term, Withdraw
from game.engine.report import Event
from game.engine.rulebook import Rulebook
from game.engine.state import LAST, ORDERS, State
from game.journal.fault import Fault
from game.journal.fold import passages
from game.journal.line import Moved, Note, Record, Resolved

Words = Callable[[str, str], str]
"""A text by id, or what to say instead."""

TOLD = {
    "strike": "a strike falls", "settled": "settled", "ended": "the end", "reopened": "the peace is broken",
    "ceasefire": "the firing stops",
    "last_decision": "an incident outran control", "held": "it was held", "accord": "accord in force",
    "accord_kept": "accord kept", "accord_broken": "accord broken", "incident": "incident", "trigger": "because of it",
    "one_text": "the mediator's text", "leaked": "leaked", "slipped": "an order went up a step on its own",
    "recall_failed": "a recall did not arrive", "deadline_passed": "a deadline passed",
}  # fmt: skip


STEMS = {"ended": "ending", "last_decision": "incident", "held": "incident", "slipped": "standing", "leaked": "issue"}
PARTS = ("name", "title", "because")


class Account(NamedTuple):
    """What could be told, and the fault that ended it, or None."""

    text: str
    last: State
    fault: Fault | None


def account(
    rulebook: Rulebook, start: State, records: Sequence[Record], words: Words, file: str, *, told: bool
) -> Account:
    """The game from its first move to its last, or to the first that these rules do not carry; `told` spells it out."""
    state, fault = start, None
    out: list[str] = []
    if told:
        out += [f"  {name} is {_kind(rulebook, start, seat, words)}" for seat, name in enumerate(rulebook.seats)]
    phase = ""
    for passage in passages(rulebook, start, records, file):
        if isinstance(passage, Fault):
            fault = passage
            break
        state = passage.after
        if not told:
            continue
        at = passage.before.knowledge[2].phase
        if isinstance(passage.record, Moved) and at != phase:
            phase = at
            out += ["", _day(phase, words)]
        out += _lines(rulebook, passage.record, passage.before, words)
        out += [f"      {line}" for line in _events(passage.events, words)]
    return Account("\n".join(out), state, fault)


def _kind(rulebook: Rulebook, state: State, seat: int, words: Words) -> str:
    kind = rulebook.types[seat][state.values[rulebook.type_at[seat]] // 1000].id
    return words(f"type.{kind}.name", kind)


def _day(phase: str, words: Words) -> str:
    entry, _, rest = phase.partition(".")
    return words(f"calendar.{entry}.label", entry) + (f" ({rest})" if rest else "")


def _lines(rulebook: Rulebook, record: Record, before: State, words: Words) -> Iterator[str]:
    match record:
        case Moved(move, by):
            who = "the teacher" if isinstance(move, Inject) else rulebook.seats[move.seat]
            yield f"  {who} ({by}): {'; '.join(_said(rulebook, move, before, words))}"
        case Note(_, seat, by, about) if isinstance(about, str):
            yield f"  note of {rulebook.seats[seat] if seat in (0, 1) else 'nobody'} ({by}): {about}"
        case Resolved() | Note():
            pass


def _said(rulebook: Rulebook, move: Move, before: State, words: Words) -> Iterator[str]:
    match move:
        case Ask():
            claim, card = words(f"claim.{move.claim}", move.claim), words(f"card.{move.card}.title", move.card)
            yield f"puts to the council: {claim} / {card}"
        case Withdraw():
            yield "takes the signed order back"
        case Inject():
            yield move.what
        case Order():
            yield words(_option(rulebook, move, before), move.option)
            yield from (words(f"rider.{rider}.title", rider) for rider in move.riders)
            for name, level in move.changes:
                yield f"{words(f'standing.{name}.name', name)}: {words(f'standing.{name}.levels.{level}', str(level))}"
            for answer in move.answers:
                yield f"letter {answer.letter}: {answer.kind}" + (f" {_term(answer.change)}" if answer.change else "")
            for draft in move.letters:
                terms = ", ".join(_term(term) for term in draft.terms)
                channel = words(f"channel.{draft.channel}.name", draft.channel)
                yield f"{draft.strength} by {channel}: {terms or draft.accord}"
            if move.probe:
                yield words(f"probe.{move.probe}.question", move.probe)
            if move.reply:
                question = before.questions[move.seat]
                yield words(f"probe.{question}.answer.{move.reply}", move.reply)
            if move.accord:
                yield f"accord: {words(f'accord.{move.accord}.name', move.accord)}"


def _option(rulebook: Rulebook, order: Order, before: State) -> str:
    """The text id of an order's headline."""
    if before.stage != ORDERS:
        return "" if before.stage == LAST else f"war.{rulebook.seats[order.seat]}.{order.option}.title"
    entry = rulebook.tables.paces[before.pace].turns[before.turn].asks[order.seat]
    for act in rulebook.dated[order.seat, entry].acts:
        if act.id == order.option:
            return f"option.{act.decision}.{act.id}.title"
    return order.option


def _term(term: Term) -> str:
    return f"{term.issue} {term.level or 'struck out'}{' in secret' if term.secret else ''}"


def _events(events: tuple[Event, ...], words: Words) -> Iterator[str]:
    for event in events:
        if event.kind in TOLD:
            stem = STEMS.get(event.kind, event.kind)
            name = next(filter(None, (words(f"{stem}.{event.subject}.{part}", "") for part in PARTS)), event.subject)
            yield f"{TOLD[event.kind]}: {name}".rstrip(": ")
