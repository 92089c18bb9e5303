"""What a seat knows of one dial, in words: exactly, by estimate and its age, or not at all."""

from __future__ import annotations

from collections.abc import Iterator

from game.engine.knowledge import Estimate
from game.engine.view import View
from game.papers.paper import Line
from game.wording.book import Book
from game.wording.catalogue import _


def estimate(book: Book, view: View, register: str) -> Estimate | None:
    """A seat's estimate of a register, or None where it has none."""
    number = book.rulebook.index[register]
    for place, at in enumerate(book.rulebook.estimated[view.viewer]):
        if at == number:
            return view.estimates[place]
    return None


def known(book: Book, view: View, register: str) -> bool:
    return book.rulebook.index[register] in book.rulebook.sees_exactly[view.viewer]


def value(book: Book, view: View, register: str) -> str:
    """A dial in words: `three`, `two, between one and four`, or `not known`."""
    if known(book, view, register):
        return book.level(register, view.exact[book.rulebook.index[register]]) or _("known")
    found = estimate(book, view, register)
    if found is None:
        return _("not known")
    low, likely, high = (book.level(register, level) for level in (found.low, found.likely, found.high))
    if low == high:
        return likely
    return _("perhaps “{likely}”, from “{low}” to “{high}”", likely=likely, low=low, high=high)


def line(book: Book, view: View, register: str) -> Line:
    """A dial as a line, with the day of the last look where it is an old one."""
    found = None if known(book, view, register) else estimate(book, view, register)
    note = ""
    if found is not None and found.as_of < view.turn:
        note = _("as it looked on {day}", day=turn_day(book, view, found.as_of))
    mark = "" if known(book, view, register) else "unknown"
    return Line(book.dial(register, view.viewer), value(book, view, register), note, mark)


def turn_day(book: Book, view: View, turn: int) -> str:
    """The day of a turn, by its number."""
    entry = book.rulebook.pace(view.pace).turns[turn].entries[-1]
    name = book.rulebook.tables.entries[entry].id
    return book.get(f"calendar.{name}.label", name)


def contested(book: Book) -> Iterator[str]:
    """Dials that one side knows and the other must guess: what stands on the desk where the scenario says nothing."""
    for register in book.rulebook.tables.registers:
        if register.kind == "dial" and set(register.sees[:2]) == {"exact", "estimate"}:
            seat, _dial = book.split(register.name)
            if not seat:
                yield register.name


def of_desk(book: Book, part: str, seat: int) -> tuple[str, ...]:
    """Registers that the scenario puts on the desk for this part (`theme: desk:`); a dial of each seat is its own."""
    listed = book.theme("desk", part)
    if isinstance(listed, dict):
        listed = listed.get(book.rulebook.seats[seat])
    out = []
    for name in [listed] if isinstance(listed, str) else listed or ():
        own = f"{book.rulebook.seats[seat]}.{name}"
        if name in book.rulebook.index or own in book.rulebook.index:
            out.append(name if name in book.rulebook.index else own)
    return tuple(out)
