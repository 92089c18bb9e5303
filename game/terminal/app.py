"""The whole game in a terminal: the first screen, the turns of both seats, the end and what lay behind it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, Protocol

from game.engine.rulebook import Rulebook
from game.journal.fault import Fault
from game.journal.file import read
from game.journal.line import PERSON
from game.journal.signings import signings
from game.referee.noted import put_back
from game.referee.opened import Opened, new_game, take_up
from game.referee.table import Table
from game.referee.wanted import Wanted
from game.scenario.spoken import original, spoken
from game.scenario.texts import Texts
from game.terminal import closing, force, hand_over, opening, rival, turn
from game.terminal.opening import Begun, Gone
from game.terminal.screen import EndOfInput, Screen, standard
from game.terminal.seat import Place
from game.terminal.session import Leave, Session
from game.wording.book import Book
from game.wording.catalogue import ORIGINAL, _, speaking
from game.wording.faults import told

DONE, CALL = 0, 2


class Scenario(Protocol):
    """What the library loads."""

    @property
    def rulebook(self) -> Rulebook: ...
    @property
    def texts(self) -> Texts: ...
    @property
    def folder(self) -> Path: ...


def play(scenario: Scenario, wanted: Wanted, mind: Any = None, screen: Screen | None = None) -> int:
    """Play a game from the first screen to the last; the exit code."""
    if screen is None:
        with speaking(wanted.language or ORIGINAL):
            found = standard()
        if isinstance(found, str):
            sys.stderr.write(f"{found}\n")
            return CALL
        screen = found
    language = wanted.language or original(scenario.texts)
    with speaking(language):
        texts = spoken(scenario.folder, scenario.texts, language) if wanted.language else scenario.texts
        book = Book(scenario.rulebook, texts, language)
        return _play(book, wanted, mind, screen)


def _play(book: Book, wanted: Wanted, mind: Any, screen: Screen) -> int:
    try:
        session = _resumed(book, wanted.resume, screen) if wanted.resume else _begun(book, wanted, screen)
    except (Gone, EndOfInput, KeyboardInterrupt):
        screen.aside(_("No game was begun."))
        return DONE
    if isinstance(session, str):
        screen.aside(session)
        return CALL
    session.mind = mind
    try:
        _run(session, wanted)
        closing.close(session)
    except (Leave, KeyboardInterrupt):
        screen.aside(_kept(session))
    except EndOfInput:
        screen.aside(_("The input has ended. {kept}", kept=_kept(session)))
    except rival.Stuck as error:
        screen.aside(
            _("The other side has lost its head and signs nothing ({why}). {kept}", why=error, kept=_kept(session))
        )
        return 1
    finally:
        session.table.close()
    return DONE


def _kept(session: Session) -> str:
    """Where the game is, in one sentence."""
    if session.table.over:
        return _("The game is over.")
    if not session.path:
        return _("This game was not kept.")
    return _(
        "The game is kept up to the last signature: {path}. `october play --text --resume` with it goes on.",
        path=session.path,
    )


# -- beginning ------------------------------------------------------------------------------------------------------


def _begun(book: Book, wanted: Wanted, screen: Screen) -> Session | str:
    begun = opening.open_game(screen, book, wanted)
    if begun.resume is not None:
        return _resumed(book, begun.resume, screen)
    session = _new(book, wanted, begun, screen)
    if isinstance(session, str):
        return session
    for seat, place in session.places.items():
        if session.hot:
            hand_over.to(session, seat)
        view = session.table.view(seat)
        place.ranking = opening.brief_for(screen, book, seat, view.own_type, view.cabinet)
        session.note(place, {"ranking": list(place.ranking)})
    return session


def _new(book: Book, wanted: Wanted, begun: Begun, screen: Screen) -> Session | str:
    """A new game, written down as it is played where that can be done."""
    found = new_game(book.rulebook, begun.people, begun.against, begun.pace, begun.lens, wanted.seed)
    return told(found) if isinstance(found, Fault) else _seated(book, found, screen)


def _resumed(book: Book, path: Path, screen: Screen) -> Session | str:
    """Go on with a recorded game; what no longer holds is said, and the rest played on in a file of its own."""
    reading = read(path)
    if isinstance(reading, Fault):
        return told(reading)

    def agreed(troubles: tuple[Fault, ...]) -> bool:
        for trouble in troubles:
            screen.aside(told(trouble))
        screen.aside(
            _(
                "Enter plays on from what still holds, in a new file; the old one stays as it is. `leave` leaves it; "
                "`october replay` reads it."
            )
        )
        return not screen.ask().casefold().startswith(("l", "q"))

    found = take_up(book.rulebook, reading, agreed)
    if found is None:
        raise Gone
    if isinstance(found, Fault):
        return told(found)
    session = _seated(book, found, screen)
    for place in session.places.values():
        put_back(session.table, place)
        for seen in signings(book.rulebook, reading.header, reading.records, place.seat):
            session.keep_strip(place, seen)
        place.seen = _read_before(session.table, place)
    screen.say(_("You go on with {path}.", path=Path(session.path or path).name))
    return session


def _seated(book: Book, opened: Opened, screen: Screen) -> Session:
    """The people of a game sit down; that it cannot be kept is said."""
    if opened.unkept is not None:
        screen.say(_("{why} The game is not being kept.", why=told(opened.unkept)))
    path = str(opened.journal.path) if opened.journal is not None else ""
    people = (seat for seat in range(2) if opened.table.seats[seat].kind == PERSON)
    return Session(book, opened.table, screen, {seat: Place(seat) for seat in people}, path=path)


def _read_before(table: Table, place: Place) -> int:
    """Reports of earlier nights: all but those of the phase that has resolved last."""
    reports = table.view(place.seat).reports
    last = reports[-1].phase if reports else ""
    place.night_from = next((number for number, report in enumerate(reports) if report.phase == last), len(reports))
    return place.night_from


# -- playing --------------------------------------------------------------------------------------------------------


def _run(session: Session, wanted: Wanted) -> None:
    table = session.table
    people = tuple(sorted(session.places))
    minds = tuple(seat for seat in range(2) if seat not in people)
    deciding, skills = _minds(session, minds)
    while not table.over:
        for seat in people:
            if seat in table.owed():
                _decide(session, session.places[seat])
        rival.play_rivals(table, deciding, skills, minds, session.submit_theirs)


def _minds(session: Session, seats: tuple[int, ...]) -> tuple[Any, dict[int, Any]]:
    """The deciding function, and a skill for each seat of the computer."""
    if session.mind is not None:
        return session.mind, {seat: session.table.seats[seat].skill for seat in seats}
    from game.opponent.decide import decide
    from game.opponent.minds import mind

    content = session.book.texts.content
    skills = {}
    for seat in seats:
        name = session.table.seats[seat].skill
        try:
            skills[seat] = mind(name, session.book.rulebook, content)
        except KeyError:
            skills[seat] = mind("leader", session.book.rulebook, content)
    return decide, skills


def _decide(session: Session, place: Place) -> None:
    """One person's turn, up to the moment when it can no longer be taken back."""
    if session.hot:
        hand_over.to(session, place.seat)
    while True:
        stage = session.view(place).stage
        if stage == "orders":
            turn.take(session, place)
        else:
            force.decide(session, place)
        if place.seat in session.table.owed() or not _waits(session, place):
            return
        if not hand_over.after_signing(session, place):
            return


def _waits(session: Session, place: Place) -> bool:
    """Whether the order just signed is still waiting for the other side's."""
    view = session.view(place)
    return view.signed[place.seat] and not session.table.over


__all__ = ["Wanted", "play"]
