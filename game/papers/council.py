"""The council: what is claimed, the papers on the table, and the question that puts one to the other."""

from __future__ import annotations

from dataclasses import replace

from game.engine.view import View
from game.papers.paper import Block, ChoiceItem, Paper, Paragraph, Slip
from game.papers.room import lean
from game.wording.book import Book
from game.wording.catalogue import _, several, speaking
from game.wording.dates import asked, headline
from game.wording.numbers import sentence, sureness

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def council(book: Book, view: View) -> Paper:
    """Claims are numbered, cards are lettered. Nothing shows which claim is weak."""
    with speaking(book.language):
        dossier = view.dossier
        blocks: list[Block] = []
        if not dossier.claims:
            return Paper("council", _("The council"), (Paragraph(_("The council does not meet now.")),))
        if dossier.questions > 0:
            left = several("You have {count} question.", "You have {count} questions.", dossier.questions)
            how = _("Put one paper to one claim that it bears against: the claim's number, then the paper's letter.")
            blocks.append(Paragraph(f"{left} {how}", "note"))
        else:
            blocks.append(Paragraph(_("You have no question left this turn."), "note"))
        blocks += [Paragraph(text, "quote") for text in answers(book, view)]
        title = _("The council. {day}", day=headline(book, asked(book, view), view.viewer))
        laid = cards(book, view)
        if lean(book, view):  # the papers are named, and read one by one
            laid = tuple(replace(item, detail="") for item in laid)
        return Paper("council", title, tuple(blocks), (*claims(book, view), *laid))


def card(book: Book, view: View, letter: str) -> Paper | None:
    """One paper of the table, whole; None where none has that letter."""
    with speaking(book.language):
        found = next((item for item in cards(book, view) if item.key == letter.casefold()), None)
        return None if found is None else Paper("card", found.label, (Slip("card", "", found.detail, found.note),))


def claims(book: Book, view: View) -> tuple[ChoiceItem, ...]:
    """Each claim with who makes it, how sure he says he is, and what has become of it."""
    council_of = book.rulebook.tables.council
    out = []
    for place, number in enumerate(view.dossier.claims, 1):
        claim = council_of.claims[number]
        sure = sureness(int(book.content("claims", {}).get(claim.id, {}).get("sure", 2)))
        about = ", ".join(_option(book, option) for option in claim.about)
        who = book.adviser(claim.id) or _("An adviser")
        remarks = [
            _("Says he is {sure}", sure=sure),
            _fate(view, number),
            _("On: {options}", options=about) if about else "",
        ]
        text, note = book.get(f"claim.{claim.id}"), ". ".join(remark for remark in remarks if remark)
        out.append(ChoiceItem(claim.id, who, _("“{words}”", words=text), key=str(place), group="claim", note=note))
    return tuple(out)


def _option(book: Book, option: str) -> str:
    for source, act in book.rulebook.sources.items():
        if act.id == option:
            return book.act(source)
    return option


def _fate(view: View, claim: int) -> str:
    asked = [right for number, _card, right in view.dossier.asked if number == claim]
    if not asked:
        return ""
    return _("He has conceded") if any(asked) else _("It stood")


def cards(book: Book, view: View) -> tuple[ChoiceItem, ...]:
    """The papers on the table, in the form that this game shows them."""
    out = []
    spent = {card for _claim, card, _right in view.dossier.asked}
    for place, (number, shown) in enumerate(view.dossier.cards):
        card = book.rulebook.tables.council.cards[number]
        stem = f"card.{card.id}"
        text = book.get(f"{stem}.text.{shown}") if shown >= 0 else book.get(f"{stem}.text")
        kind = _("from the record") if card.record else _("a report of these days")
        dated = book.get(f"{stem}.dated")
        note = " ".join(
            sentence(part) for part in (dated or kind, _("It has been put") if number in spent else "") if part
        )
        out.append(ChoiceItem(card.id, book.get(f"{stem}.title"), text, key=LETTERS[place], group="card", note=note))
    return tuple(out)


def answers(book: Book, view: View) -> tuple[str, ...]:
    """What was said when the questions of this turn were put."""
    return tuple(answer(book, view, place) for place in range(len(view.dossier.asked)))


def answer(book: Book, view: View, place: int) -> str:
    """What the adviser says to the question at this place: he concedes, or it does not touch him."""
    claim, card, right = view.dossier.asked[place]
    council_of = book.rulebook.tables.council
    who = book.adviser(council_of.claims[claim].id) or _("He")
    if not right:
        return _("{who}: “That does not touch it.”", who=who)
    words = book.get(f"card.{council_of.cards[card].id}.concedes").strip('"“”„«»')
    said = _("{who}: “{words}”", who=who, words=words) if words else _("{who} concedes.", who=who)
    return _("{said} His argument no longer colours the figures.", said=said)
