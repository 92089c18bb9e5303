"""What it costs to write or to sign before one's own side would bear it, as far as a seat can know that it is so."""

from __future__ import annotations

from collections.abc import Sequence

from game.engine.act import MOVE, Op
from game.engine.move import ACCEPT, AMEND
from game.engine.view import View
from game.negotiation.letter import Letter
from game.papers.paper import Line
from game.wording.book import Book
from game.wording.catalogue import _
from game.wording.numbers import capital, change, listed


def unready(book: Book, view: View) -> bool:
    """Whether no day has come yet on which a leader such as this one could be ready.

    His own cabinet's day is drawn and shown to nobody; before the earliest that it can be, the cost is certain.
    """
    if view.ended is not None or not book.get(view.cabinet):
        return False
    rulebook = book.rulebook
    first, _last = rulebook.types[view.viewer][view.own_type].cabinet
    return view.exact[rulebook.date] < 1000 * first


def writing(book: Book, view: View, signed: bool) -> Line | None:
    """The cost of a letter with clauses, signed or not; None where the seat cannot know of one."""
    rulebook = book.rulebook
    if signed:
        return _line(book, view, _("A signed offer before your own side is ready"), rulebook.offer_early)
    return _line(book, view, _("A feeler before your own side is ready"), rulebook.feeler_early)


def signing(book: Book, view: View) -> Line | None:
    """The cost of signing what he has written; None where the seat cannot know of one."""
    return _line(book, view, _("To sign before your own side is ready"), book.rulebook.accept_early)


def answering(book: Book, view: View, kind: str, letter: Letter) -> Line | None:
    """The cost of an answer: a signature, or an offer of one's own where it writes one; None where there is none."""
    if kind == ACCEPT and letter.signed:
        return signing(book, view)
    return writing(book, view, signed=True) if kind in (ACCEPT, AMEND) else None


def _line(book: Book, view: View, label: str, ops: Sequence[Sequence[Op]]) -> Line | None:
    said = _moves(book, view, ops[view.viewer]) if unready(book, view) else ""
    return Line(label, capital(said), mark="warning") if said else None


def _moves(book: Book, view: View, ops: Sequence[Op]) -> str:
    rulebook = book.rulebook
    parts = []
    for kind, at, amount, low, high, _shares, _op, _target in ops:
        if kind == MOVE:
            parts.append(change(book.owned(rulebook.names[at], view.viewer), amount, high - low))
    return listed(parts)
