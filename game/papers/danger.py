"""The danger strip: three ranges in words and dots, tonight and so far apart, and the widest unknown by name."""

from __future__ import annotations

from collections.abc import Sequence

from game.engine.preview import Range, strip
from game.engine.view import View
from game.papers.paper import Block, DotArray, Figure, Line
from game.wording import odds
from game.wording.book import Book
from game.wording.catalogue import _, number_word
from game.wording.happened import incidents

Strip = tuple[Range, Range, Range]


def figure(label: str, chance: Range, note: str = "") -> Figure:
    full, perhaps = odds.dots(chance.low, chance.high)
    return Figure(label, odds.between(chance.low, chance.high), DotArray(full, perhaps), note, odds.shorter(*chance))


def tonight(book: Book, view: View) -> Strip:
    """The three ranges of the turn a seat is in: for the desk, and for whoever keeps them to say `so far`."""
    shots, outruns, end, _widest = strip(book.rulebook, view)
    return shots, outruns, end


def tonight_line(book: Book, view: View) -> tuple[Line, ...]:
    """The strip in one line, for the head of the brief; nothing where there is next to no danger."""
    if view.ended is not None or view.over or view.stage != "orders":
        return ()
    shots, _outruns, end, _widest = strip(book.rulebook, view)
    if shots.high < odds.SMALLEST:
        return ()
    text = _("shots nobody ordered, {shots}", shots=odds.between(shots.low, shots.high))
    if end.high >= odds.SMALLEST:
        text = _("{shots}; the end, {end}", shots=text, end=odds.between(end.low, end.high))
    return (Line(_("Danger this turn"), text),)


def danger(book: Book, view: View, so_far: Sequence[Strip] = ()) -> tuple[Block, ...]:
    """The strip. `so_far` are the strips of the turns before this one, as this seat saw them then."""
    if view.ended is not None or view.over:
        return (Line(_("Danger"), _("the crisis itself is over")),)
    shots, outruns, end, widest = strip(book.rulebook, view)
    out: list[Block] = [
        figure(_("Shots you did not order, this turn"), shots),
        figure(_("Events outrun you both, this turn"), outruns),
        figure(_("The end, this turn"), end),
    ]
    count = _incidents(book, view)
    if so_far:
        run = together([one[2] for one in so_far])
        out.append(Line(_("So far"), incidents(count), _("the end, over those days: {odds}", odds=odds.between(*run))))
    elif count:
        out.append(Line(_("So far"), incidents(count)))
    if widest:
        out.append(Line(_("Widest unknown"), book.small(book.dial(widest, view.viewer)), mark="unknown"))
    return tuple(out)


def happened(book: Book, view: View) -> str:
    """How many things nobody ordered have happened, as one word."""
    return number_word(_incidents(book, view))


def _incidents(book: Book, view: View) -> int:
    return view.exact[book.rulebook.incidents_at] // 1000


def together(ranges: Sequence[Range]) -> Range:
    """The chance that at least one of several things in a row came."""
    low = high = 1.0
    for one in ranges:
        low *= 1.0 - one.low
        high *= 1.0 - one.high
    return Range(1.0 - low, 1.0 - high)
