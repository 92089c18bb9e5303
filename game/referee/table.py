"""A table: one game in play. It alone holds the state; everyone else sends moves and is handed views.

A move is played (which changes nothing yet), written down and on the disk, adopted, and answered. If it cannot be
written, nothing has happened, and `Unsaved` says so; `go_on_unsaved` plays on without the file.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from game.engine.begin import Options
from game.engine.chance import sub_key
from game.engine.knowledge import PUBLIC
from game.engine.move import Inject, Move
from game.engine.outcome import Outcome
from game.engine.play import play
from game.engine.refusal import INVALID, Refusal
from game.engine.rulebook import Rulebook
from game.engine.state import OVER, State, digest
from game.engine.view import View, view
from game.journal.fault import Fault
from game.journal.file import Journal
from game.journal.fold import fold, opening
from game.journal.line import CONTROL, PERSON, Header, Moved, Note, Record, Resolved
from game.referee.seats import MIND, Seats, seated


class Answer(NamedTuple):
    """The move was taken. `phase` is the one now open; `resolved` says that the phase of the move is over."""

    phase: str
    resolved: bool
    over: bool


class Unsaved(NamedTuple):
    """The move could not be written down, so it did not happen."""

    fault: Fault

    @property
    def sentence(self) -> str:
        return self.fault.sentence


class Table:
    """One game, its seats, and its journal if it is written down."""

    def __init__(self, rulebook: Rulebook, state: State, header: Header, journal: Journal | None = None) -> None:
        self.rulebook = rulebook
        self.header = header
        self.seats: Seats = seated(header.seats)
        self._state = state
        self._journal = journal
        self._records: list[Record] = []

    # -- beginning ----------------------------------------------------------------------------------------------

    @classmethod
    def begin(cls, rulebook: Rulebook, header: Header, journal: Journal | None = None) -> Table | Fault:
        """A new game as its header says, with nothing played yet."""
        state = opening(rulebook, header, str(journal.path) if journal else "this game")
        return state if isinstance(state, Fault) else cls(rulebook, state, header, journal)

    @classmethod
    def take_up(
        cls, rulebook: Rulebook, header: Header, records: Sequence[Record], journal: Journal | None = None
    ) -> Table | Fault:
        """A recorded game, as it stands after its last line. No mind is asked for what was played already."""
        found = fold(rulebook, header, records, str(journal.path) if journal else "")
        if found.state is None or found.fault is not None:
            return found.fault or Fault("foreign", "")
        table = cls(rulebook, found.state, header, journal)
        table._records = list(records)
        return table

    # -- what anyone may ask ------------------------------------------------------------------------------------

    def view(self, viewer: int) -> View:
        """What a seat (0, 1) or the public (2) knows."""
        return view(self._state, viewer)

    @property
    def phase(self) -> str:
        return self._state.knowledge[PUBLIC].phase

    @property
    def over(self) -> bool:
        return self._state.stage == OVER

    def outcome(self) -> Outcome | None:
        """How the game ended, as everyone may know it, or None while it is played."""
        return self._state.knowledge[PUBLIC].ended if self.over else None

    def owed(self) -> tuple[int, ...]:
        """The seats that the table is waiting for."""
        state = self._state
        return tuple(seat for seat in range(2) if state.owed[seat] and state.orders[seat] is None)

    def minds_owed(self) -> tuple[int, ...]:
        """Those of them on which a mind sits: somebody must ask it, for the table never does."""
        return tuple(seat for seat in self.owed() if self.seats[seat].kind == MIND)

    def draw(self, seat: int) -> bytes:
        """The sub-key of a mind for this seat and phase: it makes its choices its own and foresees no chance."""
        return sub_key(self._state.key, seat, self.phase)

    @property
    def saved(self) -> bool:
        """Whether the game is written down as it is played."""
        return self._journal is not None

    # -- moves --------------------------------------------------------------------------------------------------

    def submit(self, move: Move, by: str = PERSON) -> Answer | Refusal | Unsaved:
        """Play a move for whoever sits there: taken, refused with a reason, or not written and so not played."""
        if isinstance(move, Inject) != (by == CONTROL):
            return Refusal(INVALID, "seat", "not_your_seat")
        before = self._state
        step = play(self.rulebook, before, move)
        if isinstance(step, Refusal):
            return step
        resolved = step.state.knowledge[PUBLIC].phase != before.knowledge[PUBLIC].phase
        records: list[Record] = [Moved(move, by)]
        if resolved:
            records.append(Resolved(before.knowledge[PUBLIC].phase, digest(step.state)))
        fault = self._write(records)
        if fault is not None:
            return Unsaved(fault)
        self._state = step.state
        return Answer(self.phase, resolved, self.over)

    def note(self, seat: int, by: str, about: Any) -> Unsaved | None:
        """Keep something beside the game: a mind's reasons, a player's sentence."""
        fault = self._write([Note(self.phase, seat, by, about)])
        return Unsaved(fault) if fault else None

    def _write(self, records: list[Record]) -> Fault | None:
        if self._journal is not None:
            fault = self._journal.append(*records)
            if fault is not None:
                return fault
        self._records += records
        return None

    def go_on_unsaved(self) -> None:
        """Play on in memory alone; the file stays as it is."""
        self.close()

    def write_to(self, journal: Journal) -> None:
        """From now on the game is written to this journal, which must hold it up to here."""
        self.close()
        self._journal = journal

    def close(self) -> None:
        if self._journal is not None:
            self._journal.close()
            self._journal = None

    # -- after the end ------------------------------------------------------------------------------------------

    def records(self) -> tuple[Record, ...]:
        """Everything played and noted so far. It holds both sides' orders: for the journal, and for the debrief."""
        return tuple(self._records)

    def revealed(self) -> State | None:
        """The whole truth, once the game is over: for the debrief, and for nobody before."""
        return self._state if self.over else None


def header_of(
    rulebook: Rulebook, digest_of_rules: str, seed: int, options: Options, seats: Seats, version: str = ""
) -> Header:
    """The first line of a new game's journal."""
    return Header(rulebook.tables.id, digest_of_rules, seed, options, (seats[0].by, seats[1].by), version)
