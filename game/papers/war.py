"""The war phase: six hours at a time, and a choice for both."""

from __future__ import annotations

from game.engine.choices import choices
from game.engine.view import View
from game.papers.paper import Block, ChoiceItem, Line, Paper, Paragraph
from game.wording.book import Book
from game.wording.catalogue import _, speaking
from game.wording.dates import day
from game.wording.happened import line
from game.wording.numbers import ordinal


def war(book: Book, view: View, told: bool = False) -> Paper:
    """What is known of the fighting, and what can be ordered; `told` when a night has just said what was chosen."""
    with speaking(book.language):
        number = view.exact[book.rulebook.war_at] // 1000
        blocks: list[Block] = [Line(day(book, view.phase), _("the {place} six hours", place=ordinal(max(1, number))))]
        text = book.get(f"strike.{view.strike}.{part_of(book, view)}") or book.get(f"strike.{view.strike}.text")
        if text:
            blocks.append(Paragraph(text, "lead"))
        chosen = [line(book, report, view.viewer) for report in view.reports if report.kind == "war_choice"]
        blocks += [Paragraph(text) for text in chosen[-2:] if not told]
        blocks.append(
            Paragraph(_("You may also answer a letter of his, or speak to the whole world by radio."), "note")
        )
        seat = book.rulebook.seats[view.viewer]
        items = tuple(
            ChoiceItem(
                choice.id,
                book.get(f"war.{seat}.{choice.id}.title", choice.id),
                book.get(f"war.{seat}.{choice.id}.text"),
                key=str(place),
            )
            for place, choice in enumerate(choices(book.rulebook, view).options, 1)
        )
        return Paper(
            "war", book.get(f"strike.{view.strike}.name", _("War")), tuple(blocks), items, _("What do you order?")
        )


def part_of(book: Book, view: View) -> str:
    """Which of a strike's texts a seat reads: that of the men who struck, or what is known where it fell."""
    ordered = any(one.id == view.strike and one.seat == view.viewer for one in book.rulebook.tables.war.strikes)
    return "text" if ordered else "seen"
