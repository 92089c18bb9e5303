"""One game in this window: the table, who sits here, the sheets on the desks, and the minds that think elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from game.desktop.unsigned import Left
from game.engine.move import Draft, Order
from game.engine.preview import Preview, preview
from game.engine.refusal import Refusal
from game.engine.view import View
from game.papers.danger import Strip, tonight
from game.referee.seats import MIND
from game.referee.table import Answer, Table, Unsaved
from game.referee.worker import Died, Inline, Thought, Worker
from game.wording.book import Book
from game.wording.catalogue import _
from game.wording.faults import told
from game.wording.reasons import refused

PUBLIC = 2
FIRST_WAIT = 4.0
"""Seconds: what is expected before anything is known of this machine."""
Decide = Callable[..., Any]
Found = TypeVar("Found")


@dataclass
class Place:
    """What lies before one person: his order, not signed yet; his marker; what he has read. Never the rules."""

    seat: int
    order: Order | None = None
    draft: Draft | None = None
    marker: int = -1
    markers: list[tuple[str, int]] = field(default_factory=list)
    seen: int = 0
    night_from: int = 0
    before: View | None = None
    expected: Preview | None = None
    strips: list[Strip] = field(default_factory=list)
    ranking: tuple[str, ...] = ()
    said: list[str] = field(default_factory=list)
    """Everything he has read, for the history."""
    guided: int = 0
    claim: str = ""
    card: str = ""
    left: Left | None = None
    """What he had not signed when the game broke off, until he takes it up or puts it away."""

    def sheet(self, view: View) -> Order:
        """The sheet of this phase; an older one is put away."""
        if self.order is None or self.order.phase != view.phase:
            self.order = Order(self.seat, view.phase, "")
            self.draft, self.claim, self.card = None, "", ""
            if self.left is not None and self.left.order.phase != view.phase:
                self.left = None
        return self.order


@dataclass
class Session:
    """`places` are the seats at which a person sits; the others are minds, asked in a process of their own."""

    book: Book
    table: Table
    places: dict[int, Place]
    skill: Any = None
    decide: Decide | None = None
    inline: bool = False
    path: Path | None = None
    trouble: str = ""
    """A plain sentence about what went wrong, shown until it is put away."""
    lying: tuple[Left, ...] | None = None
    """What is put down of sheets that nobody has signed; None before the first look."""
    unkept: bool = False
    """That cannot be put down, and it was said."""
    waits: list[float] = field(default_factory=list)
    """How long each wait for the other side took, in seconds."""
    _kept: dict[tuple[object, ...], Any] = field(default_factory=dict)
    _kept_from: tuple[View, ...] = ()
    _mind: Worker | Inline | None = None
    _asked: int = -1

    @property
    def hot(self) -> bool:
        """Whether two people share this window."""
        return len(self.places) > 1

    @property
    def over(self) -> bool:
        return self.table.over

    def view(self, seat: int) -> View:
        return self.table.view(seat)

    def kept(self, seat: int, make: Callable[[], Found], *on: object) -> Found:
        """What was made of a view, the language and `on`: made once, as long as the view is the same."""
        view = self.view(seat)
        if view is not next(iter(self._kept_from), None):
            self._kept, self._kept_from = {}, (view,)
        key = (self.book.language, *on)
        if key not in self._kept:
            self._kept[key] = make()
        found: Found = self._kept[key]
        return found

    # -- people -------------------------------------------------------------------------------------------------

    def waiting(self) -> tuple[int, ...]:
        """The seats of people who owe a move."""
        return tuple(seat for seat in self.table.owed() if seat in self.places)

    def keep_strip(self, seat: int, seen: View | None = None) -> None:
        """Remember tonight's danger as this seat saw it, once a turn, for what is said `so far` on later days."""
        view, place = seen or self.view(seat), self.places[seat]
        if view.ended is None and view.stage == "orders" and len(place.strips) <= view.turn:
            place.strips.append(tonight(self.book, view))

    def sign(self, order: Order) -> str:
        """Hand an order to the referee; '' or why it was not taken."""
        view, place = self.view(order.seat), self.places[order.seat]
        if view.stage == "orders":
            before, expected = view, preview(self.book.rulebook, view, order)
            why = self.submit(order)
            if not why:
                place.before, place.expected = before, expected
            return why
        return self.submit(order)

    def submit(self, move: Any, by: str = "person") -> str:
        answer = self.table.submit(move, by)
        if isinstance(answer, Answer):
            return ""
        if isinstance(answer, Unsaved):
            self.trouble = _("{why} The game goes on, but it is not being kept.", why=told(answer.fault))
            self.table.go_on_unsaved()
            self.path = None
            return self.submit(move, by)
        assert isinstance(answer, Refusal)
        return refused(self.book, answer)

    def note(self, seat: int, about: dict[str, Any]) -> None:
        self.table.note(seat, "person", about)

    # -- minds --------------------------------------------------------------------------------------------------

    def think(self) -> bool:
        """Ask a mind that owes a move, or take its answer; True if something changed."""
        if self._asked >= 0 and self._mind is not None:
            answer = self._mind.poll()
            if answer is None:
                return False
            seat, self._asked = self._asked, -1
            self._take(seat, answer)
            return True
        for seat in self.table.owed():
            if seat not in self.places and self.table.seats[seat].kind == MIND:
                self._ask(seat)
                return True
        for seat in self.table.owed():
            if seat not in self.places:
                self._unasked(seat)
                return True
        return False

    @property
    def thinking(self) -> bool:
        return self._asked >= 0

    @property
    def starting(self) -> bool:
        """Whether the mind that is asked is only getting ready."""
        return isinstance(self._mind, Worker) and self._mind.starting

    @property
    def usual(self) -> float:
        """Seconds that it has taken so far to be answered: the middle one of the last."""
        last = sorted(self.waits[-9:])
        return last[len(last) // 2] if last else FIRST_WAIT

    def _ask(self, seat: int) -> None:
        if self.decide is None:
            from game.opponent.decide import decide

            self.decide = decide
        if self._mind is None:
            rulebook = self.book.rulebook
            self._mind = Inline(rulebook, self.decide) if self.inline else Worker(rulebook.tables, self.decide)
        self._asked = seat
        self._mind.ask(self.view(seat), self.skill, self.table.draw(seat))

    def _take(self, seat: int, answer: Thought | Died) -> None:
        if isinstance(answer, Thought):
            why = self.submit(answer.decision.move, self.table.seats[seat].by)
            if not why:
                return
        self.trouble = _("The other side's planning broke off; it does the expected thing this once.")
        self._unasked(seat)

    def _unasked(self, seat: int) -> None:
        """What happens where nobody decides: the scenario's own default, or the first thing that may be signed."""
        from game.engine.choices import choices

        view = self.view(seat)
        for choice in choices(self.book.rulebook, view).options:
            if choice.refusal is None and not self.submit(Order(seat, view.phase, choice.id), "unasked"):
                return

    def close(self) -> None:
        if self._mind is not None:
            self._mind.close()
            self._mind = None
        self._asked = -1
        self.table.close()
