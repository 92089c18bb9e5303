"""Beginning and taking up: how a game comes onto this desk."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.desktop.rest import settle
from game.desktop.unsigned import left
from game.engine.rulebook import Rulebook
from game.journal.fault import Fault
from game.journal.file import read
from game.journal.line import PERSON
from game.journal.signings import signings
from game.referee.noted import put_back
from game.referee.opened import Opened, new_game, take_up
from game.referee.seats import MIND, skill_for
from game.wording.book import Book
from game.wording.catalogue import _
from game.wording.faults import told

if TYPE_CHECKING:
    from game.desktop.app import App
    from game.desktop.session import Session


def book_of(app: App) -> Book:
    """The rules and words, made ready once."""
    found = getattr(app.scenario, "rulebook", None)
    if not isinstance(found, Rulebook):
        if app.rulebook is None:
            app.rulebook = Rulebook(app.scenario.tables)
        found = app.rulebook
    return Book(found, app.texts, app.language)


def skill_of(book: Book, name: str) -> Any:
    """How the computer's side decides."""
    from game.opponent.minds import mind

    return mind(skill_for(name), book.rulebook, book.texts.content)


def new(
    app: App,
    people: Sequence[int],
    against: str = "",
    pace: str = "",
    lens: str = "",
    rankings: dict[int, tuple[str, ...]] | None = None,
) -> Session | str:
    """A new game, written down as it is played where that can be done; or why there is none."""
    book = book_of(app)
    found = new_game(book.rulebook, people, against, pace, lens, app.wanted.seed)
    if isinstance(found, Fault):
        return told(found)
    session = _seated(app, book, found, against)
    for seat, ranking in (rankings or {}).items():
        session.places[seat].ranking = ranking
        session.note(seat, {"ranking": list(ranking)})
    return session


def taken_up(app: App, path: Path) -> Session | str:
    """A recorded game as it stood; damage is said, and the intact part played on in a file of its own."""

    book = book_of(app)
    reading = read(path)
    if isinstance(reading, Fault):
        return told(reading)
    found = take_up(book.rulebook, reading)
    if not isinstance(found, Opened):
        return told(found) if found is not None else ""
    skills = [sitter.skill for sitter in found.table.seats if sitter.kind == MIND]
    session = _seated(app, book, found, skills[0] if skills else "")
    if found.troubles and not session.trouble:
        why = " ".join(told(one) for one in found.troubles)
        session.trouble = _("{why} It goes on in a file of its own; the old one stays as it is.", why=why)
    for place in session.places.values():
        put_back(session.table, place)
        for seen in signings(book.rulebook, reading.header, reading.records, place.seat):
            session.keep_strip(place.seat, seen)
        place.seen = len(session.view(place.seat).reports)
        place.guided = 99
    unread = left(session, path)
    session.trouble = session.trouble or unread
    return session


def _seated(app: App, book: Book, opened: Opened, against: str) -> Session:
    """The people of a game sit down; that it cannot be kept is said."""
    from game.desktop.session import Place, Session

    table, journal = opened.table, opened.journal
    trouble = ""
    if opened.unkept is not None:
        trouble = _("{why} The game goes on, but it is not being kept.", why=told(opened.unkept))
    people = [seat for seat in range(2) if table.seats[seat].kind == PERSON]
    skill = skill_of(book, against) if len(people) < 2 else None
    places = {seat: Place(seat) for seat in people}
    return Session(book, table, places, skill, app.mind, app.inline, journal.path if journal else None, trouble)


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
    settle()
    if session.trouble:
        app.say(session.trouble, 10)
        session.trouble = ""
