"""Between two people at one terminal: nothing of the one seat stands on the screen when the other sits down."""

from __future__ import annotations

from game.engine.move import Withdraw
from game.terminal.seat import Place
from game.terminal.session import Leave, Session
from game.wording.catalogue import _

BLANK = 60
"""Empty lines that push what was there out of sight."""


def to(session: Session, seat: int) -> None:
    """Hand the terminal to a seat; wait until he says that he is there."""
    screen = session.screen
    if screen.seat == seat:
        return
    screen.seat = -1
    screen.unkept(*[""] * BLANK)
    name = session.book.seat(seat)
    screen.aside(_("This page is for both of you. {seat} sits down now; nobody else looks.", seat=name))
    screen.aside(_("What stood above belongs to the other side. Do not scroll back."))
    typed = screen.ask(_("{seat}: press Enter when you are alone with the screen.", seat=name))
    if typed.casefold() in ("quit", "q"):
        raise Leave
    screen.seat = seat


def after_signing(session: Session, place: Place) -> bool:
    """Signed, and still to be taken back. True where it was, and the turn goes on."""
    other = session.book.seat(1 - place.seat)
    while True:
        typed = session.screen.ask(
            _("Signed. Enter sends it; `withdraw` takes it back as long as {other} has not signed.", other=other)
        )
        word = typed.casefold()
        if word in ("quit", "q"):
            raise Leave
        if word and "withdraw".startswith(word):
            if session.submit(Withdraw(place.seat, session.view(place).phase)) is not None:
                session.tell(_("Taken back. The sheet lies on your desk."))
                return True
            return False
        if not word:
            return False
        session.tell(_("The order is signed. Only Enter, `withdraw` or `quit` do anything now."))
