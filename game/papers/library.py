"""The library: terms, people, ways to write, what is counted. It tells nothing that nobody could know."""

from __future__ import annotations

from game.engine.view import View
from game.papers.paper import Block, ChoiceItem, Heading, Line, Paper, Paragraph
from game.wording.book import Book
from game.wording.catalogue import _, speaking


def library(book: Book, view: View) -> Paper:
    """What can be looked up, by name."""
    with speaking(book.language):
        blocks: list[Block] = [Paragraph(_("Type `look` and any of these words."), "note")]
        terms = [term["term"] for term in book.content("glossary", ())]
        people = [person["name"] for person in book.content("people", ())]
        dials = [dial["name"] for dial in book.content("dials", {}).values() if dial["name"]]
        for title, names in ((_("Terms"), terms), (_("People"), people), (_("What is counted"), dials)):
            if names:
                blocks += [Heading(title, 3), Paragraph("; ".join(names))]
        return Paper("library", _("The library"), tuple(blocks))


def look(book: Book, view: View, word: str) -> Paper:
    """Everything the library has under a word; near misses are offered."""
    with speaking(book.language):
        wanted = word.strip().casefold()
        found = [entry for entry in entries(book, view) if wanted and wanted in entry.label.casefold()]
        exact = [entry for entry in found if entry.label.casefold() == wanted]
        starts = [entry for entry in found if entry.label.casefold().startswith(wanted)]
        best = exact or starts or found
        if not best:
            return Paper(
                "look", _("The library"), (Paragraph(_("There is nothing under “{word}”.", word=word.strip())),)
            )
        if len(best) > 6:
            names = "; ".join(entry.label for entry in best)
            return Paper("look", _("The library"), (Paragraph(_("Which of these? {names}", names=names)),))
        blocks: list[Block] = []
        for entry in best:
            blocks.append(Heading(entry.label, 3))
            if entry.note:
                blocks.append(Paragraph(entry.note, "note"))
            blocks.append(Paragraph(entry.detail))
        return Paper("look", _("The library"), tuple(blocks))


def entries(book: Book, view: View) -> tuple[ChoiceItem, ...]:
    """Every entry: of the other side's people only what anyone could see, until the end."""
    out = [ChoiceItem(term["id"], term["term"], term["text"], group="term") for term in book.content("glossary", ())]
    other = book.rulebook.seats[1 - view.viewer]
    for person in book.content("people", ()):
        open_to_us = person["side"] != other or view.over
        detail = person["stance"] if open_to_us else person.get("look") or person["post"]
        if view.over and person.get("blind"):
            detail = f"{detail} {person['blind']}"
        out.append(ChoiceItem(person["id"], person["name"], detail, group="person", note=person["post"]))
    for channel in book.rulebook.tables.negotiation.channels:
        out.append(
            ChoiceItem(channel.id, book.channel(channel.id), book.get(f"channel.{channel.id}.text"), group="channel")
        )
    for id, dial in book.content("dials", {}).items():
        if dial["name"] and dial["meaning"]:
            out.append(ChoiceItem(id, dial["name"], dial["meaning"], group="dial"))
    return tuple(entry for entry in out if entry.detail)


def ladder_lines(book: Book) -> tuple[Line, ...]:
    """The ladder, lowest rung first."""
    rungs = book.rulebook.tables.ladder
    return tuple(
        Line(str(number + 1), book.rung(number), book.get(f"band.{rung.band}")) for number, rung in enumerate(rungs)
    )
