"""The first screens: which seat, how long, which reading of the record, and what matters most to you."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from game.journal import slots
from game.papers.paper import ChoiceItem, Paper, Paragraph
from game.referee.wanted import HUMAN, Wanted
from game.terminal import layout
from game.terminal.ask import Unclear, find
from game.terminal.screen import Screen
from game.wording.book import Book
from game.wording.catalogue import _, several
from game.wording.numbers import listed


@dataclass(frozen=True)
class Begun:
    """What was settled: the seats at which people sit, and the rest of a new game; or a file to go on with."""

    people: tuple[int, ...] = (0,)
    against: str = ""
    pace: str = ""
    lens: str = ""
    resume: Path | None = None


class Gone(Exception):
    """Whoever sat here left before a game began."""


def pick(screen: Screen, items: tuple[ChoiceItem, ...], question: str, empty: str = "") -> str:
    """One of a list; an empty line takes `empty` where that is given."""
    screen.say("", *layout.choice_lines(items, screen.width))
    while True:
        typed = screen.ask(question)
        if typed.casefold() in ("quit", "q"):
            raise Gone
        found = find(items, typed or empty)
        if isinstance(found, ChoiceItem):
            return found.id
        if isinstance(found, Unclear):
            screen.say(_("Which one: {names}?", names="; ".join(found.names)))
        else:
            screen.say(_("Type a number of the list, or `quit`."))


def title(book: Book) -> Paper:
    blocks = [Paragraph(text) for text in (book.get("subtitle"), book.get("about")) if text]
    return Paper("title", book.get("title"), tuple(blocks))


def open_game(screen: Screen, book: Book, wanted: Wanted) -> Begun:
    """Ask what is still open."""
    screen.say(*layout.lines(title(book), screen.width, screen.bars))
    begun = _seats(screen, book, wanted)
    if begun.resume is not None:
        return begun
    return replace(begun, pace=wanted.pace or _pace(screen, book), lens=wanted.lens or _lens(screen, book))


def _seats(screen: Screen, book: Book, wanted: Wanted) -> Begun:
    rulebook = book.rulebook
    if wanted.against == HUMAN:
        return Begun((0, 1), HUMAN)
    if wanted.seat:
        return Begun((rulebook.seats.index(wanted.seat),), wanted.against)
    saved = last_saved(book)
    items = [
        ChoiceItem(name, book.seat(number), book.get(f"seat.{name}.brief"), key=str(number + 1))
        for number, name in enumerate(rulebook.seats)
    ]
    items.append(ChoiceItem(HUMAN, _("Two at this desk"), _("Two people, one terminal, handed to and fro."), key="3"))
    if saved is not None:
        items.append(ChoiceItem("resume", _("Resume the last game"), saved.name, key="4"))
    chosen = pick(screen, tuple(items), _("Where do you sit?"))
    if chosen == HUMAN:
        return Begun((0, 1), HUMAN)
    if chosen == "resume":
        return Begun(resume=saved)
    return Begun((rulebook.seats.index(chosen),), wanted.against)


def last_saved(book: Book) -> Path | None:
    """The last game of this scenario that can still be gone on with, as far as its name tells."""
    for slot in slots.games(slots.folder()):
        if slot.header is not None and slot.header.scenario == book.rulebook.tables.id:
            return slot.path
    return None


def _pace(screen: Screen, book: Book) -> str:
    paces = book.rulebook.tables.paces
    if len(paces) < 2:
        return paces[0].id
    items = []
    for number, pace in enumerate(paces, 1):
        turns = several("{count} turn", "{count} turns", len(pace.turns))
        detail = _("{turns}, about {minutes} minutes", turns=turns, minutes=pace.minutes)
        text = book.get(f"pace.{pace.id}.text")
        name = book.get(f"pace.{pace.id}.name", pace.id).capitalize()
        items.append(ChoiceItem(pace.id, name, f"{detail}. {text}".strip(" ."), key=str(number)))
    return pick(screen, tuple(items), _("How long? (Enter: {name})", name=items[0].label), "1")


def _lens(screen: Screen, book: Book) -> str:
    lenses = book.rulebook.tables.lenses
    if len(lenses) < 2:
        return lenses[0].id
    items = tuple(
        ChoiceItem(
            lens.id, book.get(f"lens.{lens.id}.name", lens.id), book.get(f"lens.{lens.id}.text"), key=str(number)
        )
        for number, lens in enumerate(lenses, 1)
    )
    return pick(screen, items, _("Which reading of the record? (Enter: {name})", name=items[0].label), "1")


def brief_for(screen: Screen, book: Book, seat: int, own_type: int, hint: str) -> tuple[str, ...]:
    """What matters most: the seat's own ranking, or the one that is dealt with the leader it has drawn."""
    criteria = {one["id"]: one for one in book.content("criteria", ())}
    dealt = dealt_ranking(book, seat, own_type)
    name = book.rulebook.seats[seat]
    blocks = [Paragraph(text) for text in (book.get(f"seat.{name}.brief"), book.get(hint)) if text]
    paper = Paper("brief_for", _("You sit in {seat}", seat=book.seat(seat)), tuple(blocks))
    screen.say(*layout.lines(paper, screen.width, screen.bars))
    if len(criteria) < 2:
        return dealt
    items = tuple(
        ChoiceItem(id, criteria[id]["name"], criteria[id]["text"], key=str(number))
        for number, id in enumerate(book.rulebook.tables.criteria, 1) if id in criteria
    )  # fmt: skip
    screen.say(
        "", *layout.wrap(_("What matters most to you? The end will be held against it, in words."), screen.width)
    )
    screen.say("", *layout.choice_lines(items, screen.width))
    count = len(items)
    example = " ".join(str(number) for number in range(1, count + 1))
    while True:
        typed = screen.ask(_("Rank them, as `{example}`; or Enter to be dealt a ranking.", example=example))
        if typed.casefold() in ("quit", "q"):
            raise Gone
        if not typed:
            names = listed([book.small(criteria[id]["name"]) for id in dealt])
            screen.say(*layout.wrap(_("You are dealt this, the weightiest first: {names}.", names=names), screen.width))
            return dealt
        order = typed.replace(",", " ").split() if " " in typed or "," in typed else list(typed)
        if sorted(order) == sorted(str(number) for number in range(1, count + 1)):
            return tuple(items[int(number) - 1].id for number in order)
        screen.say(_("Name each number once."))


def dealt_ranking(book: Book, seat: int, own_type: int) -> tuple[str, ...]:
    """The five criteria by the weights of the leader this seat has drawn."""
    criteria = book.rulebook.tables.criteria
    weights = book.rulebook.types[seat][own_type].weights
    return tuple(
        id
        for _weight, _place, id in sorted(
            (-weight, place, id) for place, (id, weight) in enumerate(zip(criteria, weights, strict=True))
        )
    )
