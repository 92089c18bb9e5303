"""The end: a quiet page, and then, for whoever wants it, what lay behind it."""

from __future__ import annotations

from game.debrief.reveal import Reveal, revealed
from game.papers.debrief import debrief, part
from game.papers.ending import ending
from game.terminal.keeping import history
from game.terminal.seat import Place
from game.terminal.session import Session
from game.terminal.turn import show_night
from game.wording.catalogue import _


def close(session: Session) -> None:
    """The ending page of each seat that sits here, then the debrief, until nobody asks any more."""
    found = revealed(session.table, session.book.texts.content)
    places = sorted(session.places.values(), key=lambda place: place.seat)
    if session.hot:
        session.screen.seat = -1
        session.screen.unkept("", _("It is over. From here on both of you may look."))
    for place in places:
        view = session.view(place)
        if place.seen < len(view.reports):
            if session.hot:
                session.tell("")
                session.tell(_("For {seat}:", seat=session.book.seat(place.seat)))
            show_night(session, place)
    for place in places:
        if session.hot:
            session.tell("")
            session.tell(_("For {seat}:", seat=session.book.seat(place.seat)))
        if found is not None:
            session.show(ending(session.book, session.view(place), found, place.ranking))
    if found is not None and places:
        _behind(session, places[0], found)


def _behind(session: Session, place: Place, found: Reveal) -> None:
    view = session.view(place)
    session.screen.ask(_("Enter, when you want to know what lay behind it."))
    while True:
        paper = debrief(session.book, view, found)
        session.show(paper)
        item = session.choose((*paper.choices,), _("A number reads that part; Enter ends."))
        if item is None:
            return
        session.show(part(session.book, view, found, item.id))
        typed = session.screen.ask(_("Enter goes back."))
        if typed.casefold() == "history":
            history(session, place, "")
        elif typed.casefold() in ("quit", "q"):
            return
