"""The question that the other side has put, and what may be said to it: the truth is marked, and nothing is forced."""

from __future__ import annotations

from game.engine.choices import choices
from game.engine.move import Order
from game.engine.question import what_is_so
from game.engine.view import View
from game.papers.paper import ChoiceItem, Line, Paper, Paragraph
from game.wording.book import Book
from game.wording.catalogue import _, speaking


def his_question(book: Book, view: View, order: Order) -> Paper:
    """They asked: the question, its answers, and which of them is so as far as this seat knows."""
    with speaking(book.language):
        so = what_is_so(book.rulebook, view)
        items = tuple(
            ChoiceItem(
                choice.id, _said(book, view, choice.id), "", "", str(number), choice.id == order.reply, "reply",
                _("what is so, as far as you know") if choice.id == so else "",
            )
            for number, choice in enumerate(choices(book.rulebook, view).replies, 1)
        )  # fmt: skip
        if not items:
            return Paper("reply", _("He has asked you nothing"))
        blocks = (
            Paragraph(_("“{question}”", question=asked(book, view)), "quote"),
            Paragraph(
                _("What you say binds nobody, and you need not say what is so. Your word decides if he believes it."),
                "note",
            ),
            Paragraph(_("Say nothing, and your own people answer for you, truly or not."), "note"),
        )
        return Paper("reply", _("They asked:"), blocks, items)


def asked(book: Book, view: View) -> str:
    """The question that waits for this seat's reply, or ''."""
    return book.get(f"probe.{view.question}.question", view.question) if view.question else ""


def _said(book: Book, view: View, reply: str) -> str:
    return book.get(f"probe.{view.question}.answer.{reply}", reply)


def replied(book: Book, view: View, order: Order) -> Line | None:
    """The question and what this order says to it, in one line; None where nothing was asked."""
    if not view.question:
        return None
    said = _("“{answer}”", answer=_said(book, view, order.reply)) if order.reply else _("left to your own people")
    return Line(_("They asked"), _("“{question}” You: {said}", question=asked(book, view), said=said))


def waiting(book: Book, view: View) -> Line | None:
    """The question as it lies on the desk, or None."""
    if not view.question:
        return None
    return Line(_("They asked"), _("“{question}”", question=asked(book, view)), _("your next order may answer"), "his")
