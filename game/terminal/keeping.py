"""Reading again, keeping, leaving: what can be typed on any page."""

from __future__ import annotations

from game.terminal.seat import Place
from game.terminal.session import Leave, Session
from game.wording.catalogue import _
from game.wording.dates import day


def history(session: Session, place: Place, rest: str) -> None:
    """All text so far, as this seat saw it."""
    session.screen.unkept(*session.screen.history())
    session.screen.aside(_("(That was everything so far. {day}.)", day=day(session.book, session.view(place).phase)))


def save(session: Session, place: Place, rest: str) -> None:
    if session.path:
        session.tell(
            _(
                "Every signed order is kept as it is signed, in {path}. A sheet that is not signed is not kept.",
                path=session.path,
            )
        )
    else:
        session.tell(_("This game is not being kept: there is no file for it."))


def leave(session: Session, place: Place, rest: str) -> None:
    raise Leave
