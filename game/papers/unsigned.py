"""What somebody had begun and not signed when his game broke off, beside what he signed last."""

from __future__ import annotations

from game.engine.move import Draft, Order
from game.engine.view import View
from game.papers.night import own
from game.papers.order_sheet import answer_text, draft_text, option_source
from game.papers.paper import Block, ChoiceItem, Heading, Line, Paper, Paragraph
from game.wording.book import Book
from game.wording.catalogue import _, speaking
from game.wording.dates import day
from game.wording.letters import strength


def unsigned(book: Book, view: View, order: Order, letter: Draft | None) -> Paper:
    """The last signed order, the sheet as it lay there, the letter that was being written; to take up or put away."""
    with speaking(book.language):
        blocks: list[Block] = [Heading(_("You signed last"), 3)]
        last = view.orders[-1].phase if view.orders else ""
        said = own(book, view, last) if last else ()
        blocks += [Paragraph(f"{day(book, last)}. {text}") for text in said[:1]]
        if not said:
            blocks.append(Paragraph(_("Nothing yet."), "note"))
        blocks += [Heading(_("Begun, and not signed"), 3), *begun(book, view, order, letter)]
        return Paper(
            "unsigned",
            _("An order lies here unsigned"),
            tuple(blocks),
            (ChoiceItem("take", _("Take it up again")), ChoiceItem("away", _("Put it away"))),
        )


def begun(book: Book, view: View, order: Order, letter: Draft | None) -> list[Block]:
    """What is on the sheet, line by line."""
    out: list[Block] = []
    if order.option:
        out.append(Line(_("The order"), book.act(option_source(book, view, order.option))))
    out += [Line(_("With it"), book.act(f"rider.{rider}")) for rider in order.riders]
    for name, level in order.changes:
        stem = f"standing.{name}"
        out.append(Line(book.get(f"{stem}.name", name), book.get(f"{stem}.levels.{level}")))
    out += [Line(_("Answer"), answer_text(book, view, answer)) for answer in order.answers]
    out += [Line(_("Letter"), draft_text(book, draft), strength(draft.strength)) for draft in order.letters]
    if order.probe:
        out.append(Line(_("Question to him"), book.get(f"probe.{order.probe}.question", order.probe)))
    if order.accord:
        out.append(Line(_("Agreement named"), book.get(f"accord.{order.accord}.name", order.accord)))
    if letter is not None and letter not in order.letters and (letter.terms or letter.accord):
        out.append(Line(_("Letter being written"), draft_text(book, letter), strength(letter.strength)))
    return out
