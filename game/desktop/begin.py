"""Beginning and taking up: how a game comes onto this desk."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import game
from game.engine.begin import Options
from game.engine.fingerprint import rulebook_digest
from game.engine.rulebook import Rulebook
from game.journal import slots
from game.journal.fault import OTHER_RULES, Fault
from game.journal.file import Journal, branch, read
from game.journal.fold import belongs
from game.referee.seats import MIND, ONE_PERSON
from game.referee.seats import mind as mind_seat
from game.referee.table import Table, header_of
from game.wording.book import Book
from game.wording.catalogue import _

if TYPE_CHECKING:
    from game.desktop.app import App
    from game.desktop.session import Session

HISTORY, HUMAN = "history", "human"


def book_of(app: App) -> Book:
    """The rules and words, made ready once."""
    found = getattr(app.scenario, "rulebook", None)
    if not isinstance(found, Rulebook):
        if app.rulebook is None:
            app.rulebook = Rulebook(app.scenario.tables)
        found = app.rulebook
    return Book(found, app.texts, app.settings.language)


def skill_of(book: Book, name: str) -> Any:
    """How the computer's side decides."""
    from game.opponent.minds import mind

    return mind(HISTORY if name == HISTORY else "leader", book.rulebook, book.texts.content)


def new(
    app: App,
    people: Sequence[int],
    against: str = "",
    pace: str = "",
    lens: str = "",
    rankings: dict[int, tuple[str, ...]] | None = None,
) -> Session | str:
    """A new game, written down as it is played where that can be done; or why there is none."""
    from game.desktop.session import Place, Session

    book = book_of(app)
    rulebook = book.rulebook
    seed = app.wanted.seed if app.wanted.seed is not None else secrets.randbelow(2**31)
    types, sitters = ["", ""], [ONE_PERSON, ONE_PERSON]
    for seat in range(2):
        if seat not in people:
            if against in rulebook.type_of[seat]:
                types[seat] = against
            sitters[seat] = mind_seat(HISTORY if against == HISTORY else "leader")
    options = Options(pace, lens, (types[0], types[1]))
    header = header_of(
        rulebook, rulebook_digest(rulebook.tables), seed, options, (sitters[0], sitters[1]), game.__version__
    )
    place = slots.folder()
    fault = slots.ready(place)
    journal = fault or Journal.create(slots.new(place, rulebook.tables.id), header)
    trouble, path = "", None
    if isinstance(journal, Fault):
        trouble = _("{why} The game goes on, but it is not being kept.", why=journal.sentence)
        table = Table.begin(rulebook, header)
    else:
        path = journal.path
        table = Table.begin(rulebook, header, journal)
    if isinstance(table, Fault):
        return table.sentence
    skill = skill_of(book, against) if len(people) < 2 else None
    session = Session(book, table, {seat: Place(seat) for seat in people}, skill, app.mind, app.inline, path, trouble)
    for seat, ranking in (rankings or {}).items():
        session.places[seat].ranking = ranking
        session.note(seat, {"ranking": list(ranking)})
    return session


def taken_up(app: App, path: Path) -> Session | str:
    """A recorded game as it stood; damage is said, and the intact part played on in a file of its own."""
    from game.desktop.session import Place, Session, noted

    book = book_of(app)
    rulebook = book.rulebook
    reading = read(path)
    if isinstance(reading, Fault):
        return reading.sentence
    fault = belongs(reading.header, rulebook.tables.id, rulebook_digest(rulebook.tables), str(path))
    if fault is not None and fault.kind != OTHER_RULES:
        return fault.sentence
    header, records = reading.header, reading.records
    trouble = ""
    journal: Journal | Fault
    if fault is not None or reading.damage is not None:
        found = reading.damage or fault
        assert found is not None
        trouble = _("{why} It goes on in a file of its own; the old one stays as it is.", why=found.sentence)
        header, records = branch(reading, len(reading.chains))
        journal = Journal.create(slots.new(path.parent, header.scenario), header, records)
    else:
        journal = Journal.resume(reading)
    if isinstance(journal, Fault):
        trouble = _("{why} The game goes on, but it is not being kept.", why=journal.sentence)
        table = Table.take_up(rulebook, header, records)
    else:
        table = Table.take_up(rulebook, header, records, journal)
    if isinstance(table, Fault):
        return table.sentence
    people = [seat for seat in range(2) if table.seats[seat].kind not in (MIND, "unasked")]
    skills = [table.seats[seat].skill for seat in range(2) if seat not in people]
    skill = skill_of(book, skills[0]) if skills else None
    kept = journal.path if isinstance(journal, Journal) else None
    session = Session(book, table, {seat: Place(seat) for seat in people}, skill, app.mind, app.inline, kept, trouble)
    for place in session.places.values():
        noted(table.records(), place)
        place.seen = len(session.view(place.seat).reports)
        place.guided = 99
    return session


def resume(app: App, path: Path) -> None:
    """Go on with a recorded game, or say why not."""
    from game.desktop.course import proceed

    found = taken_up(app, path)
    if isinstance(found, str):
        app.say(found, 12)
        return
    seat(app, found)
    proceed(app)


def seat(app: App, session: Session) -> None:
    """Put a session on the desk, in place of another."""
    if app.session is not None:
        app.session.close()
    app.session = session
    app.seat = min(session.places) if session.places else 0
    if session.trouble:
        app.say(session.trouble, 10)
        session.trouble = ""
