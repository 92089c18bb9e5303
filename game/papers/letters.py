"""The letter desk: what lies open, each letter as a sheet, and the ways to answer it."""

from __future__ import annotations

from game.engine.choices import choices
from game.engine.move import ACCEPT
from game.engine.view import View
from game.engine.writing import live_letters
from game.negotiation.clause import Clauses
from game.negotiation.letter import OPEN
from game.negotiation.letter import Letter as Sent
from game.papers.desk import named, summary
from game.papers.paper import Block, ChoiceItem, Letter, Line, Paper, Paragraph
from game.papers.room import lean
from game.papers.sight import turn_day
from game.papers.unready import answering, writing
from game.wording.book import Book
from game.wording.catalogue import _, speaking
from game.wording.letters import compose, status, strength


def letters(book: Book, view: View) -> Paper:
    """Everything that has been written, his above yours; the choices are the sheets, and a new letter."""
    with speaking(book.language):
        items = []
        brief = named if lean(book, view) else summary
        for number, letter in enumerate(view.inbox, 1):
            day = turn_day(book, view, letter.due)
            if letter.tone == "one_text" and letter.status == OPEN and view.ended is not None:
                continue  # on its way when it was no longer needed
            label = _("From {leader}, {day}", leader=book.leader(1 - view.viewer), day=day)
            if letter.tone == "one_text":
                label = _("For both of you, {day}", day=day)
            text, note = brief(book, letter), status(letter.status)
            items.append(ChoiceItem(f"his {number}", label, text, key=str(number), group="his", note=note))
        for place, letter in enumerate(view.outbox, 1):
            day = turn_day(book, view, letter.sent)
            label = _("Yours, {day}", day=day)
            items.append(
                ChoiceItem(
                    f"mine {place}",
                    label,
                    brief(book, letter),
                    key=f"m{place}",
                    group="mine",
                    note=status(letter.status),
                )
            )
        blocks: list[Block] = []
        if not items:
            blocks.append(Paragraph(_("No letter has been written yet."), "note"))
        open_ways = [choice for choice in choices(book.rulebook, view).channels if choice.refusal is None]
        if open_ways:
            items.append(ChoiceItem("write", _("write a letter"), key="w"))
            early = writing(book, view, signed=True)
            if early is not None:
                blocks.append(early)
        else:
            blocks.append(Paragraph(_("No way to write is open to you now."), "note"))
        return Paper("letters", _("Letters"), tuple(blocks), tuple(items))


def sheet(book: Book, view: View, letter: Sent, head: str = "") -> Letter:
    """A letter laid out, in its writer's words."""
    channel = book.rulebook.tables.negotiation.channels[letter.channel]
    mediated = letter.tone == "one_text"
    tone = "" if mediated else letter.tone
    said = compose(
        book,
        letter.writer,
        letter.strength,
        letter.clauses,
        -1 if mediated else letter.stress,
        tone,
        letter.accord,
        channel.public,
    )
    if not head:
        who = _("One text for both") if mediated else book.leader(letter.writer)
        head = _("{who}. {channel}", who=who, channel=book.channel(channel.id))
    open_part = (_("This is put to both sides alike:"), *said.open[1:-1]) if mediated else said.open
    return Letter(
        head, strength(letter.strength), open_part, said.private, lines(book, letter.clauses), status(letter.status)
    )


def lines(book: Book, clauses: Clauses, beside: Clauses = ()) -> tuple[Line, ...]:
    """Clauses as lines; beside another text, a clause that differs says so."""
    other = {clause.issue: clause for clause in beside}
    out = []
    for clause in clauses:
        note = _("secret") if clause.secret else ""
        if beside and other.get(clause.issue) != clause:
            note = ", ".join(text for text in (note, _("differs")) if text)
        out.append(Line(book.issue(clause.issue), book.clause(clause.issue, clause.level), note))
    return tuple(out)


def letter(book: Book, view: View, number: int, mine: bool = False) -> Paper:
    """One letter, with what can be done about it."""
    with speaking(book.language):
        pile = view.outbox if mine else view.inbox
        found = pile[number - 1]
        items: tuple[ChoiceItem, ...] = ()
        blocks: list[Block] = [sheet(book, view, found)]
        if not mine and any(number == live for live, _letter in live_letters(view)):
            items = answers(book, view, number)
            if found.tone == "one_text":
                text = _("It is signed only when both sides have taken it.")
                blocks.append(Paragraph(text, "warning"))
            elif found.signed:
                blocks.append(Paragraph(_("If you take this as it stands, it is signed."), "warning"))
            elif found.clauses:
                text = _("It is a feeler: taking it sends it back as your own signed offer.")
                blocks.append(Paragraph(text, "note"))
            early = answering(book, view, ACCEPT, found) if found.clauses else None
            if early is not None:
                blocks.append(early)
        title = _("Your letter") if mine else _("His letter, number {number}", number=number)
        return Paper("letter", title, tuple(blocks), items)


def answers(book: Book, view: View, number: int) -> tuple[ChoiceItem, ...]:
    """The ways to answer a letter."""
    labels = {
        "accept": _("accept it as it stands"),
        "amend": _("accept it with one change, as your own offer"),
        "enquire": _("ask about one clause"),
        "hold": _("hold it; he hears nothing"),
    }
    live = {letter for letter, _kinds in choices(book.rulebook, view).answers}
    if number not in live:
        return ()
    kinds = dict(choices(book.rulebook, view).answers)[number]
    return tuple(ChoiceItem(kind, labels[kind], key=str(place), group="answer") for place, kind in enumerate(kinds, 1))
