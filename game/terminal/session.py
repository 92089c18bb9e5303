"""One game at this terminal: the table, who sits here, and what every page needs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from game.engine.move import Move
from game.engine.refusal import Refusal
from game.engine.view import View
from game.papers.danger import tonight
from game.papers.paper import ChoiceItem, Paper
from game.referee.table import Answer, Table, Unsaved
from game.terminal import layout
from game.terminal.ask import Unclear, find
from game.terminal.screen import Screen
from game.terminal.seat import Place
from game.wording.book import Book
from game.wording.catalogue import _
from game.wording.faults import told
from game.wording.reasons import refused

PUBLIC = 2

Mind = Callable[..., Any]


class Leave(Exception):
    """Whoever sits here wants to go."""


@dataclass
class Session:
    """Everything that pages share. `places` are the seats at which a person sits here."""

    book: Book
    table: Table
    screen: Screen
    places: dict[int, Place] = field(default_factory=dict)
    mind: Mind | None = None
    path: str = ""

    @property
    def hot(self) -> bool:
        """Whether two people share this terminal."""
        return len(self.places) > 1

    def view(self, place: Place) -> View:
        return self.table.view(place.seat)

    # -- showing and asking -------------------------------------------------------------------------------------

    def show(self, paper: Paper) -> None:
        self.screen.say(*layout.lines(paper, self.screen.width, self.screen.bars))

    def tell(self, text: str) -> None:
        """A remark of the program."""
        self.screen.say(*layout.wrap(text, self.screen.width))

    def items(self, items: tuple[ChoiceItem, ...]) -> None:
        self.screen.say("", *layout.choice_lines(items, self.screen.width))

    def choose(self, items: tuple[ChoiceItem, ...], question: str, empty: str = "") -> ChoiceItem | None:
        """One of a list, or None for `back`. An empty line takes `empty` where that is given."""
        while True:
            typed = self.screen.ask(question)
            if typed.casefold() in ("back", "b", "no"):
                return None
            if not typed and not empty:
                return None
            found = find(items, typed or empty)
            if isinstance(found, Unclear):
                self.tell(_("Which one: {names}?", names="; ".join(found.names)))
            elif found is None:
                self.tell(_("There is no such choice. Type a number of the list, or `back`."))
            elif found.refusal:
                self.tell(found.refusal)
            else:
                return found

    # -- the table ----------------------------------------------------------------------------------------------

    def submit(self, move: Move, by: str = "person") -> Answer | None:
        """Hand a move to the referee; None where it was not taken, and the reason has been said."""
        answer = self.table.submit(move, by)
        if isinstance(answer, Answer):
            return answer
        if isinstance(answer, Unsaved):
            return self._unsaved(answer, move, by)
        self.tell(refused(self.book, answer))
        return None

    def submit_theirs(self, move: Move, by: str) -> Answer | Unsaved | Refusal | None:
        """A move of the computer: what is wrong with it is its own affair, what is wrong with the disk is said."""
        answer = self.table.submit(move, by)
        return self._unsaved(answer, move, by) if isinstance(answer, Unsaved) else answer

    def _unsaved(self, answer: Unsaved, move: Move, by: str) -> Answer | None:
        self.tell(told(answer.fault))
        self.tell(_("Type `on` to play on without saving, or Enter to try again."))
        if self.screen.ask().casefold().startswith("on"):
            self.table.go_on_unsaved()
            self.path = ""
        return self.submit(move, by)

    def note(self, place: Place, about: dict[str, Any]) -> None:
        """Keep a player's own word beside the game; that it cannot be written harms nobody."""
        self.table.note(place.seat, "person", about)

    def keep_strip(self, place: Place, seen: View | None = None) -> None:
        """Remember tonight's danger as this seat saw it, once a turn, for what is said `so far` on later days."""
        view = seen or self.view(place)
        if view.ended is None and view.stage == "orders" and len(place.strips) <= view.turn:
            place.strips.append(tonight(self.book, view))
