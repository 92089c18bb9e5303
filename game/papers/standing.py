"""Standing orders: a board of switches that others carry out, and what taking one back means."""

from __future__ import annotations

from game.engine.choices import choices
from game.engine.move import Order
from game.engine.view import View
from game.papers.paper import Block, ChoiceItem, Heading, Line, Paper, Paragraph
from game.wording.book import Book
from game.wording.catalogue import _, several, speaking
from game.wording.reasons import refused


def standing(book: Book, view: View, order: Order) -> Paper:
    """The board. A choice is a switch and the level it would be set to."""
    with speaking(book.language):
        found = choices(book.rulebook, view)
        most = found.most_changes
        others = _("Loosening takes effect at once; what is loosened is hard to call back.")
        limit = several("You may change {count} order this turn.", "You may change {count} orders this turn.", most)
        blocks: list[Block] = [Paragraph(others, "note"), Paragraph(limit, "note")]
        blocks += _switches(book, view, order)
        return Paper("orders", _("Standing orders"), tuple(blocks), levels(book, view, order))


def _switches(book: Book, view: View, order: Order) -> list[Block]:
    rulebook = book.rulebook
    pending = dict(order.changes)
    recalls = dict(view.recalls)
    out: list[Block] = []
    for number, found in rulebook.orders_of(view.viewer):
        if found.unlisted and not view.exact[rulebook.index[found.unlisted]]:
            continue
        stem = f"standing.{found.id}"
        now = view.exact[rulebook.standing_at[number]] // 1000
        out.append(Heading(book.get(f"{stem}.name", found.id), 3))
        note = ""
        if found.id in pending:
            note = _("to be set to: {level}", level=book.get(f"{stem}.levels.{pending[found.id]}"))
        elif number in recalls:
            note = _("being taken back; the message has not arrived")
        elif any(report.kind == "slipped" and report.subject == found.id for report in view.reports[-40:]):
            note = _("moved by men below you")
        elif found.recall and now:
            note = _("slow to take back: the message may not arrive")
        out.append(Line(_("Now"), book.get(f"{stem}.levels.{now}", str(now)), note))
        text = book.get(f"{stem}.text")
        if text:
            out.append(Paragraph(text))
    return out


def levels(book: Book, view: View, order: Order) -> tuple[ChoiceItem, ...]:
    """Every switch that could be set otherwise; id is `order level`."""
    out = []
    pending = dict(order.changes)
    for number, choice in enumerate(choices(book.rulebook, view).changes, 1):
        stem = f"standing.{choice.id}"
        label = _(
            "{order}: {level}",
            order=book.get(f"{stem}.name", choice.id),
            level=book.get(f"{stem}.levels.{choice.level}"),
        )
        refusal = refused(book, choice.refusal) if choice.refusal else ""
        chosen = pending.get(choice.id) == choice.level
        out.append(ChoiceItem(f"{choice.id} {choice.level}", label, "", refusal, str(number), chosen, "change"))
    return tuple(out)
