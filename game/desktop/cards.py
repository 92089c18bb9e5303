"""What the page of saved games shows of each, found by playing its record again, and kept so that it is found once.

A game knows nothing of it: whatever wrote the record, the card is drawn from the view to which the record comes. A card
is of one length of the record and of one language; the file that keeps them may be lost or damaged at any time.
"""

from __future__ import annotations

import json
import threading
from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING

from game.desktop.edges import read_whole, write_whole
from game.engine.api import PUBLIC
from game.engine.api import view as seen
from game.journal import slots
from game.journal.fault import Fault
from game.journal.file import read
from game.journal.fold import fold
from game.journal.line import PERSON
from game.journal.slots import home
from game.papers.slot import Slot, slot
from game.scenario.codec import Mismatch, decode, encode
from game.wording.book import Book

if TYPE_CHECKING:
    from game.desktop.app import App

MOST = 200


def place() -> Path:
    return home() / "cards.json"


class Cards:
    """The cards of some games, each found while nobody waits: one a turn of the loop, or on a thread of its own."""

    def __init__(self, app: App, book: Book, games: list[slots.Slot]) -> None:
        self._book = book
        self._kept = self._read()
        self._found: dict[Path, Slot | None] = {}
        self._made: deque[tuple[slots.Slot, Slot | None]] = deque()
        self._wanted: deque[slots.Slot] = deque()
        for game in games:
            card = self._known(game)
            if card is None:
                self._wanted.append(game)
            else:
                self._found[game.path] = card
        self._thread: threading.Thread | None = None
        if self._wanted and not app.inline:
            self._thread = threading.Thread(target=self._all, name="cards", daemon=True)
            self._thread.start()

    def of(self, path: Path) -> Slot | None:
        return self._found.get(path)

    def tick(self) -> bool:
        """Whether a card has come since the last call."""
        if self._thread is None and self._wanted:
            self._one()
        came = bool(self._made)
        while self._made:
            game, card = self._made.popleft()
            self._found[game.path] = card
            if card is not None:
                self._kept[game.path.name] = [_size(game.path), self._book.language, json.loads(encode(card))]
        if came and not self._wanted:
            write_whole(place(), dict(list(self._kept.items())[-MOST:]))
        return came

    def _all(self) -> None:
        while self._wanted:
            self._one()

    def _one(self) -> None:
        game = self._wanted[0]
        self._made.append((game, stands(self._book, game)))
        self._wanted.popleft()

    def _known(self, game: slots.Slot) -> Slot | None:
        kept = self._kept.get(game.path.name)
        if not isinstance(kept, list) or len(kept) != 3 or kept[:2] != [_size(game.path), self._book.language]:
            return None
        try:
            found: Slot = decode(Slot, kept[2])
        except Mismatch:
            return None
        return found

    def _read(self) -> dict[str, object]:
        raw = read_whole(place())
        return dict(raw) if isinstance(raw, dict) else {}


def stands(book: Book, game: slots.Slot) -> Slot | None:
    """Where a recorded game stands, for whoever plays it; None where its record does not come to anything."""
    reading = read(game.path)
    if isinstance(reading, Fault):
        return None
    state = fold(book.rulebook, reading.header, reading.records, str(game.path)).state
    if state is None:
        return None
    return slot(book, seen(state, viewer(game)))


def viewer(game: slots.Slot) -> int:
    """By whose eyes a game is shown: the one person's, or the public's."""
    people = [seat for seat in range(2) if game.header is not None and game.header.seats[seat] == PERSON]
    return people[0] if len(people) == 1 else PUBLIC


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1
