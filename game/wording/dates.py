"""Days and hours, as both rooms read them."""

from __future__ import annotations

from game.engine.sheet import asked_entry
from game.engine.view import View
from game.wording.book import Book
from game.wording.catalogue import _


def entry_of(phase: str) -> str:
    """The calendar entry that a phase belongs to: `day4.last1` is `day4`."""
    return phase.split(".")[0]


def day(book: Book, phase: str) -> str:
    """A phase by its date: `Saturday 27 October, morning`."""
    name = entry_of(phase)
    label = book.get(f"calendar.{name}.label", name)
    return (book.get(f"calendar.{name}.again") or label) if again(phase) else label


def again(phase: str) -> bool:
    """The phase belongs to a crisis that a broken peace has taken up again: `day4.again`."""
    return "again" in phase.split(".")


def asked(book: Book, view: View) -> str:
    """The entry whose decision this seat is asked: in a shorter pace not always the last of the days taken together."""
    if view.stage != "orders":
        return entry_of(view.phase)
    name = book.rulebook.tables.entries[asked_entry(book.rulebook, view, view.viewer)].id
    return f"{name}.again" if again(view.phase) else name


def clock(book: Book, place: str, at: int) -> str:
    """The hour in one place at `at` minutes from the epoch: `10:00`."""
    offset = 0
    for part in book.content("clocks", {}).get(place, ()):
        if part["from"] <= at:
            offset = part["offset"]
    minute = (at + offset) % 1440
    return f"{minute // 60:02d}:{minute % 60:02d}"


def hours(book: Book, phase: str, viewer: int) -> tuple[tuple[str, str], ...]:
    """(seat's name, hour) for both capitals, the viewer's own first."""
    entries = {entry.id: entry.at for entry in book.rulebook.tables.entries}
    at = entries.get(entry_of(phase))
    if at is None:
        return ()
    order = (1, 0) if viewer == 1 else (0, 1)
    seats = book.content("seats", ())
    return tuple((book.seat(seat), clock(book, seats[seat]["clock"], at)) for seat in order if seat < len(seats))


def headline(book: Book, phase: str, viewer: int) -> str:
    """One line: the day, and the hour in both capitals."""
    parts = [_("{hour} in {place}", hour=hour, place=place) for place, hour in hours(book, phase, viewer)]
    return ". ".join([day(book, phase), ", ".join(parts)]) if parts else day(book, phase)
