"""The decision a seat is asked: title, question, the situation in two reading levels, the options."""

from __future__ import annotations

from dataclasses import replace

from game.engine.choice import Choice
from game.engine.choices import choices
from game.engine.sheet import asked_entry
from game.engine.view import View
from game.papers import danger, desk
from game.papers.paper import Block, ChoiceItem, Heading, Paper, Paragraph, Slip
from game.papers.room import scant
from game.scenario.texts import first_sentence
from game.wording.book import Book
from game.wording.catalogue import _, speaking
from game.wording.dates import again, asked, headline
from game.wording.numbers import pages, words_in
from game.wording.reasons import refused

PAGE = 120


def decision(book: Book, view: View) -> str:
    """The id of the decision this seat is asked, or ''."""
    dated = book.rulebook.dated.get((view.viewer, asked_entry(book.rulebook, view, view.viewer)))
    return dated.decision if dated else ""


def told(book: Book, view: View, part: str) -> str:
    """A part of the decision's text, in the first variant that holds for what the seat sees."""
    name = decision(book, view)
    for number, when in enumerate(book.content("variants", {}).get(name, ())):
        holds = book.rulebook.truth(when)
        if holds is None or holds(view.exact):
            found = book.get(f"decision.{name}.v{number}.{part}")
            if found:
                return found
            break
    return book.get(f"decision.{name}.{part}")


def brief(book: Book, view: View) -> Paper:
    """What must be read: title, question, the short text, and the options; details only where the pace has room."""
    with speaking(book.language):
        lead = told(book, view, "short") or told(book, view, "long")
        room = book.rulebook.pace(view.pace).reading
        day = asked(book, view)
        head: list[Block] = [*desk.top(book, view)]
        note = "" if again(day) else book.get(f"calendar.{day}.note")
        if note and not scant(book, view):
            head.append(Paragraph(note, "note"))
        head += danger.tonight_line(book, view)
        blocks = [*head, Heading(told(book, view, "title")), *[Paragraph(text) for text in lead.split("\n\n") if text]]
        items = listed(book, view)
        found = Paper("brief", headline(book, day, view.viewer), tuple(blocks), items, told(book, view, "question"))
        if not room or found.reading() <= room:
            return found
        gist = replace(found, choices=tuple(replace(item, detail=first_sentence(item.detail)) for item in items))
        if gist.reading() <= room:
            return gist
        return replace(found, choices=tuple(replace(item, detail="") for item in items))


def listed(book: Book, view: View) -> tuple[ChoiceItem, ...]:
    """The options as the brief lists them: what stands open on every day is named and no more."""
    items = []
    for item, choice in zip(options(book, view), choices(book.rulebook, view).options, strict=True):
        act = book.rulebook.sources.get(choice.source)
        items.append(item if act is None or act.decision == decision(book, view) else replace(item, detail=""))
    return tuple(items)


def dossier(book: Book, view: View, page: int = 0) -> Paper:
    """The long text, a page at a time, with the intelligence of the day behind it."""
    with speaking(book.language):
        long = told(book, view, "long") or told(book, view, "short")
        leaves: list[tuple[Block, ...]] = [
            tuple(Paragraph(text) for text in leaf.split("\n\n")) for leaf in pages(long, PAGE)
        ]
        leaves += _stacked(intelligence(book, view))
        page = min(max(page, 0), len(leaves) - 1)
        title = told(book, view, "title")
        if len(leaves) > 1:
            title = _("{title}, page {page} of {pages}", title=title, page=page + 1, pages=len(leaves))
        more = (ChoiceItem("more", _("the next page"), key="m"),) if page + 1 < len(leaves) else ()
        return Paper("dossier", title, leaves[page] if leaves else (), more)


def _stacked(slips: tuple[Slip, ...]) -> list[tuple[Block, ...]]:
    """Slips laid on pages of at most so many words."""
    out: list[tuple[Block, ...]] = []
    room = 0
    for slip in slips:
        size = words_in(slip.text) + words_in(slip.title) + words_in(slip.dated)
        if out and size <= room:
            out[-1] = (*out[-1], slip)
            room -= size
        else:
            out.append((slip,))
            room = PAGE - size
    return out


def intelligence(book: Book, view: View) -> tuple[Slip, ...]:
    """The day's lines of intelligence for this seat, as they read then."""
    entries = book.rulebook.tables.entries
    today = {entries[number].id for number in book.rulebook.pace(view.pace).turns[view.turn].entries}
    sure = {"low": _("low confidence"), "medium": _("medium confidence"), "high": _("high confidence")}
    out = []
    for item in book.content("intelligence", ()):
        if item["seat"] != book.rulebook.seats[view.viewer] or item["entry"] not in today:
            continue
        stem = f"intelligence.{item['id']}"
        dated = f"{book.get(f'{stem}.dated')}, {sure.get(item['confidence'], '')}".strip(", ")
        out.append(Slip("intelligence", book.get(f"{stem}.title"), book.get(f"{stem}.text"), dated))
    return tuple(out)


def options(book: Book, view: View, chosen: str = "") -> tuple[ChoiceItem, ...]:
    """The options, refused ones among them with the reason."""
    return tuple(
        _item(book, choice, number, chosen) for number, choice in enumerate(choices(book.rulebook, view).options, 1)
    )


def _item(book: Book, choice: Choice, number: int, chosen: str) -> ChoiceItem:
    stem = book.stem(choice.source)
    refusal = refused(book, choice.refusal) if choice.refusal else ""
    title = book.get(f"{stem}.title", choice.id)
    return ChoiceItem(choice.id, title, book.get(f"{stem}.text"), refusal, str(number), choice.id == chosen, "option")
