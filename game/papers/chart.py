"""The chart: what is where, as far as this seat knows. Marks as values; a window draws them, a terminal says them."""

from __future__ import annotations

from game.engine.view import View
from game.papers import sight
from game.papers.paper import Block, Mark, Paper, Paragraph
from game.wording.book import Book
from game.wording.catalogue import _, speaking
from game.wording.dates import asked, headline


def chart(book: Book, view: View) -> Paper:
    """Every dial that stands for something in the world, known, guessed or unknown."""
    with speaking(book.language):
        marks = tuple(mark(book, view, name) for name in charted(book, view))
        blocks: list[Block] = [*marks]
        if not marks:
            blocks.append(Paragraph(_("There is nothing on the chart.")))
        return Paper(
            "map",
            _("What is where, as far as you know. {day}", day=headline(book, asked(book, view), view.viewer)),
            tuple(blocks),
        )


def charted(book: Book, view: View) -> tuple[str, ...]:
    """The dials on the chart: the scenario's list (`theme: desk: chart:`), else all that belong to neither leader."""
    listed = sight.of_desk(book, "chart", view.viewer)
    if listed:
        return listed
    return tuple(
        register.name for register in book.rulebook.tables.registers
        if register.kind == "dial" and not book.split(register.name)[0] and register.sees[view.viewer] != "hidden"
    )  # fmt: skip


def mark(book: Book, view: View, register: str) -> Mark:
    """One dial as a mark; what is not known is drawn as not known."""
    number = book.rulebook.index[register]
    high = book.rulebook.highs[number]
    label, words = book.dial(register, view.viewer), sight.value(book, view, register)
    place = str(book.theme("desk", "places", register) or "")
    if sight.known(book, view, register):
        return Mark(register, label, words, "known", view.exact[number], high, place)
    found = sight.estimate(book, view, register)
    if found is None:
        return Mark(register, label, words, "unknown", 0, high, place)
    if found.as_of < view.turn:
        words = _("{words} (as it looked on {day})", words=words, day=sight.turn_day(book, view, found.as_of))
    return Mark(register, label, words, "guessed", found.likely, high, place)
