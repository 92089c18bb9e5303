"""What comes next: the screen that follows a signature, a night, a page handed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.engine.view import View
from game.wording.dates import entry_of

if TYPE_CHECKING:
    from game.desktop.app import App
    from game.desktop.session import Session


def kind_of(session: Session, view: View) -> str:
    """prologue | turn | aftermath: what sort of entry the phase belongs to."""
    name = entry_of(view.phase)
    for entry in session.book.content("calendar", ()):
        if entry["id"] == name:
            return str(entry["kind"])
    return "turn"


def proceed(app: App) -> None:
    """Go to whatever is next for whoever sits here."""
    session = app.session
    if session is None:
        return
    waiting = session.waiting()
    if session.over:
        _after_the_end(app, session)
        return
    if not waiting:
        from game.desktop.screens.wait import WaitScene

        app.only(WaitScene(app))
        return
    seat = app.seat if app.seat in waiting and app.uncovered == app.seat else waiting[0]
    if session.hot and app.uncovered != seat:
        from game.desktop.screens.hand_over import HandOverScene, OpenScene

        if app.open_phase != session.table.phase:
            app.open_phase = session.table.phase
            if len(session.view(2).reports) > 0:
                app.only(OpenScene(app))
                return
        app.only(HandOverScene(app, seat))
        return
    app.seat = seat
    show(app, session, seat)


def show(app: App, session: Session, seat: int) -> None:
    """The screen on which this seat decides, or first the night he has not seen."""
    view, place = session.view(seat), session.places[seat]
    place.sheet(view)
    if view.stage == "last":
        from game.desktop.screens.last import LastScene

        app.only(LastScene(app))
        return
    if place.seen < len(view.reports) and view.orders:
        from game.desktop.screens.night import NightScene

        app.only(NightScene(app))
        return
    if view.stage == "war":
        from game.desktop.screens.war import WarScene

        app.only(WarScene(app))
        return
    session.keep_strip(seat)
    if kind_of(session, view) == "turn":
        from game.desktop.screens.desk import DeskScene

        app.only(DeskScene(app))
        if place.left is not None:
            from game.desktop.screens.unsigned import UnsignedScene

            app.push(UnsignedScene(app))
    else:
        from game.desktop.screens.prologue import PrologueScene

        app.only(PrologueScene(app))


def _after_the_end(app: App, session: Session) -> None:
    app.uncovered = -1
    for seat, place in sorted(session.places.items()):
        view = session.view(seat)
        if place.seen < len(view.reports) and view.orders:
            from game.desktop.screens.night import NightScene

            app.seat = seat
            app.only(NightScene(app))
            return
    from game.desktop.screens.ending import EndingScene

    app.seat = min(session.places) if session.places else 0
    app.only(EndingScene(app))


def signed(app: App) -> None:
    """Somebody has signed: cover his side where two share the desk, and go on."""
    session = app.session
    if session is None:
        return
    if session.hot:
        app.uncovered = -1
    proceed(app)
