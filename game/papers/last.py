"""The last decision: one sentence, one clock, three papers. Nothing else stands on it."""

from __future__ import annotations

from game.engine.choices import choices
from game.engine.view import View
from game.papers.paper import Block, ChoiceItem, Line, Paper, Paragraph
from game.wording.book import Book
from game.wording.catalogue import _, speaking
from game.wording.dates import hours


def last(book: Book, view: View) -> Paper:
    """The paper for the seat that decides now; the other waits."""
    with speaking(book.language):
        if view.last is None:
            return Paper("last", _("The last decision"))
        incident = book.rulebook.incident(view.last.incident)
        stem = f"incident.{incident.id}.last"
        blocks: list[Block] = [Line(place, hour) for place, hour in hours(book, view.phase, view.viewer)]
        blocks.append(Paragraph(book.get(f"{stem}.text", book.get(f"incident.{incident.id}.name")), "lead"))
        if not view.owed[view.viewer]:
            blocks.append(Paragraph(_("It is for the other side to decide first. You wait.")))
        elif view.last.first:
            blocks.append(
                Paragraph(_("The other side holds its fire for now. Whether it stays so is in your hand."), "note")
            )
        found = choices(book.rulebook, view).options
        default = {
            "hold": _("Hold your own men back, and say nothing."),
            "call": _("Hold them back, and tell him so in clear."),
            "answer": _("Answer. That is war."),
        }
        items = tuple(
            ChoiceItem(choice.id, book.get(f"{stem}.{choice.id}", default[choice.id]), key=str(number))
            for number, choice in enumerate(found, 1)
        )
        return Paper("last", book.get(f"{stem}.title", _("The last decision")), tuple(blocks), items)
