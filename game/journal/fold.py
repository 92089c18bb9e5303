"""A journal folded into a state: every move played again, every digest compared. No mind is ever asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from game.engine.begin import begin
from game.engine.play import play
from game.engine.refusal import Refusal
from game.engine.report import Event
from game.engine.rulebook import Rulebook
from game.engine.state import State, digest
from game.journal.fault import DIFFERS, OPTIONS, OTHER_RULES, OTHER_SCENARIO, REFUSED, Fault
from game.journal.line import Header, Moved, Record, Resolved


class Passage(NamedTuple):
    """One record of a game replayed: where it stands, the state before and after, and what happened."""

    line: int
    record: Record
    before: State
    after: State
    events: tuple[Event, ...]


class Fold(NamedTuple):
    """The state a journal comes to; `line` is the last one taken in, `fault` why it is not the last one written."""

    state: State | None
    line: int
    fault: Fault | None


def opening(rulebook: Rulebook, header: Header, file: str) -> State | Fault:
    """The state before the first move of a recorded game."""
    try:
        return begin(rulebook, header.seed, header.options)
    except (KeyError, IndexError) as error:
        return Fault(OPTIONS, file, 1, f"`{error.args[0] if error.args else ''}`")


def passages(
    rulebook: Rulebook, start: State, records: Sequence[Record], file: str = "", first: int = 2
) -> Iterator[Passage | Fault]:
    """Each record played in turn, and a fault at the first that the rules refuse or that comes out otherwise."""
    state = start
    for line, record in enumerate(records, first):
        events: tuple[Event, ...] = ()
        before = state
        match record:
            case Moved():
                step = play(rulebook, state, record.move)
                if isinstance(step, Refusal):
                    yield Fault(REFUSED, file, line, f"{step.part}: {step.reason} {step.subject}".strip())
                    return
                state, events = step
            case Resolved():
                if digest(state) != record.state:
                    yield Fault(DIFFERS, file, line)
                    return
        yield Passage(line, record, before, state, events)


def fold(rulebook: Rulebook, header: Header, records: Sequence[Record], file: str = "") -> Fold:
    """The state that a journal comes to, as far as these rules carry it."""
    start = opening(rulebook, header, file)
    if isinstance(start, Fault):
        return Fold(None, 0, start)
    state, line = start, 1
    for passage in passages(rulebook, start, records, file):
        if isinstance(passage, Fault):
            return Fold(state, line, passage)
        state, line = passage.after, passage.line
    return Fold(state, line, None)


def belongs(header: Header, scenario: str, rulebook: str, file: str) -> Fault | None:
    """Why a journal is not of this scenario and these rules, or None. Other rules may still replay it."""
    if header.scenario != scenario:
        return Fault(OTHER_SCENARIO, file, 1, header.scenario)
    if header.rulebook != rulebook:
        return Fault(OTHER_RULES, file, 1)
    return None
