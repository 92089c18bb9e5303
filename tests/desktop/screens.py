"""Every screen of the game, one after another, in both rooms: a window at frozen places, for the golden pictures."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from datetime import datetime, timedelta

import pygame

from game.desktop import begin as beginning
from game.desktop.app import App, Wanted, start
from game.desktop.edges import NoSound
from game.desktop.keys import event_of
from game.desktop.session import Place as Seat
from game.desktop.session import Session
from game.desktop.settings import Settings
from game.engine.api import Options, begin, choices, preview, view
from game.engine.fingerprint import rulebook_digest
from game.journal import slots
from game.journal.file import Journal
from game.papers import order_sheet
from game.referee.seats import ONE_PERSON, mind
from game.referee.table import Answer, Table, header_of
from tests.desktop import frozen
from tests.desktop.pilot import Hands, Watch


def window(language: str = "") -> App:
    pygame.display.init()
    pygame.font.init()
    app = App(
        frozen.scenario(),
        Wanted(seed=7, language=language),
        clock=Watch(),
        reader=Hands(),
        noise=NoSound(),
        settings=Settings(guided=False, at_once=True, captions=False),
        inline=True,
    )
    start(app)
    return app


def sit(app: App, at: frozen.Place, seat: int, alone: bool = True, options: Options = frozen.PACE) -> Session:
    """Put the window at a place in a game, with one person before it, or two."""
    rulebook = frozen.scenario().rulebook
    digest = rulebook_digest(rulebook.tables)
    header = header_of(rulebook, digest, at.seed, options, (ONE_PERSON, ONE_PERSON))
    seats = {number: Seat(number) for number in range(2) if number == seat or not alone}
    table = Table.begin(rulebook, header)
    assert isinstance(table, Table)
    for move in at.moves:
        assert isinstance(table.submit(move), Answer), move
    session = Session(beginning.book_of(app), table, seats, inline=True)
    for number, one in seats.items():
        before = view(at.before, number)
        one.seen, one.before, one.guided = len(before.reports), before, 99
        order = at.ordered(number)
        if order is not None and before.stage == "orders":
            one.expected = preview(rulebook, before, order)
    app.session, app.seat, app.uncovered, app.caption = session, seat, seat, ""
    session.keep_strip(seat)
    return session


def keys(app: App, *names: str) -> None:
    """Press keys, and let the window take them."""
    hands = app.reader
    assert isinstance(hands, Hands)
    for name in names:
        hands.waiting.append(event_of(name))
        app.step()


def find(app: App, start: str) -> None:
    """Do the first thing whose id begins so."""
    app.act(next(one for one in app.root.walk() if one.id.startswith(start) and one.act is not None))
    app.draw()


def drawing(app: App) -> bool:
    """One more small picture is drawn, where the screen shows some."""
    return app.scene.name == "saves" and app.scene.tick(app.clock.now())


def every(app: App) -> Iterator[str]:
    """Names of screens; at each, the window shows it."""
    app.draw()
    yield "title"
    for seat in range(2):
        for name in _of_seat(app, seat):
            yield f"{name}-{seat + 1}"


def _of_seat(app: App, seat: int) -> Iterator[str]:
    from game.desktop.screens.setup import SetupScene
    from game.desktop.screens.title import TitleScene

    app.session, app.uncovered, app.seat, app._focus_of = None, -1, 0, {}
    app.only(TitleScene(app))
    app.push(SetupScene(app, app.theme.seats[seat]))
    app.draw()
    yield "setup"
    yield from _early(app, seat)
    yield from _day(app, seat)
    yield from _grave(app, seat)
    yield from _asked(app, seat)
    yield from _shared(app, seat)
    yield from _late(app, seat)
    yield from _saved(app, seat)


def _early(app: App, seat: int) -> Iterator[str]:
    from game.desktop.screens.desk import DeskScene
    from game.desktop.screens.prologue import PrologueScene

    rulebook = frozen.scenario().rulebook
    opened = begin(rulebook, 7, frozen.PACE)
    sit(app, frozen.Place(opened, opened, None, 7), seat)
    app.only(PrologueScene(app))
    app.draw()
    yield "prologue"
    keys(app, "l")
    yield "prologue-long"

    def fresh(at: frozen.Place) -> bool:
        seen = view(at.now, seat)
        return seen.stage == "orders" and at.now.owed[seat] and not seen.signed[seat]

    first = next(at for at in frozen.through(rulebook, 7) if fresh(at))
    session = sit(app, first, seat)
    session.places[seat].guided = 1
    app.settings.guided = True
    app.only(DeskScene(app))
    app.draw()
    yield "first-day"
    app.settings.guided = False


def _day(app: App, seat: int) -> Iterator[str]:
    """One day of the seat: the desk and everything that is reached from it."""
    from game.desktop.screens.desk import DeskScene
    from game.desktop.screens.wait import WaitScene

    sit(app, frozen.place(f"turn {seat}"), seat)
    app.only(DeskScene(app))
    app.draw()
    yield "desk"
    find(app, "slip 0")
    yield "dossier"
    keys(app, "escape", "c", "c")
    yield "council"
    yield from _answered(app, seat)
    keys(app, "escape", "o")
    yield "order"
    find(app, "option ")
    yield "order-chosen"
    keys(app, "r")
    yield "beside"
    keys(app, "escape", "escape", "l")
    find(app, "issue ")
    yield "pick"
    keys(app, "2")
    yield "letters"
    yield from _unsigned(app, seat)
    for key, name in (("m", "man"), ("d", "drawer"), ("v", "map")):
        keys(app, "escape", key)
        yield name
    for key, name in (("f1", "library"), ("f2", "history"), ("f10", "settings")):
        keys(app, "escape", key)
        assert app.scene.name == name
        yield name
    app.only(WaitScene(app))
    app.build()
    app.draw()
    yield "wait"


def _unsigned(app: App, seat: int) -> Iterator[str]:
    """What lies on the desk, as it would be found after a crash."""
    from game.desktop.screens.unsigned import UnsignedScene
    from game.desktop.unsigned import Left

    assert app.session is not None
    place = app.session.places[seat]
    assert place.order is not None
    place.left = Left(place.order, place.draft)
    app.push(UnsignedScene(app))
    app.draw()
    yield "unsigned"
    keys(app, "escape")


def _answered(app: App, seat: int) -> Iterator[str]:
    """The council once a card has been put to a claim."""
    assert app.session is not None
    place = app.session.places[seat]
    for number in range(6):
        claim = next((one.id for one in app.root.walk() if one.id.startswith("claim ") and one.chosen), "")
        keys(app, "abcdef"[number]) if not place.card else None
        if claim and app.root.find("put") and not app.root.find("put").disabled:  # type: ignore[union-attr]
            break
        keys(app, "2")
    keys(app, "enter")
    app.caption = ""
    app.draw()
    yield "council-answered"


def _grave(app: App, seat: int) -> Iterator[str]:
    """The order of which most must be said before it is signed."""
    from game.desktop.screens.confirm import ConfirmScene
    from game.desktop.screens.order import OrderScene

    session = sit(app, frozen.place(f"grave {seat}"), seat)
    seen, rulebook = session.view(seat), session.book.rulebook
    gravest = max(
        frozen.orders(rulebook, seen),
        key=lambda one: len(order_sheet.warnings(session.book, seen, preview(rulebook, seen, one))),
    )
    app.only(OrderScene(app))
    app.push(ConfirmScene(app, gravest))
    app.draw()
    yield "confirm"


def _asked(app: App, seat: int) -> Iterator[str]:
    """The day after the other side has put a question."""
    from game.desktop.screens.his_question import HisQuestionScene
    from game.desktop.screens.order import OrderScene

    answering = frozen.PACE._replace(answers=(seat == 0, seat == 1))
    session = sit(app, frozen.place(f"turn {seat}"), seat, options=answering)
    rulebook, table = session.book.rulebook, session.table
    probe = next(one.id for one in choices(rulebook, table.view(1 - seat)).probes if one.refusal is None)
    for number in (1 - seat, seat):
        order = frozen.orders(rulebook, table.view(number))[0]
        assert isinstance(table.submit(order._replace(probe=probe if number != seat else "")), Answer)
    assert session.view(seat).question
    session.places[seat].order = None
    app.only(OrderScene(app))
    app.push(HisQuestionScene(app))
    app.draw()
    yield "asked"


def _saved(app: App, seat: int) -> Iterator[str]:
    """The page of saved games, with three of them that are gone when it has been seen."""
    from game.desktop.screens.saves import SavesScene

    folder, rulebook = slots.folder(), frozen.scenario().rulebook
    assert slots.ready(folder) is None
    paths = []
    for number, (name, people) in enumerate(
        (("over", (0, 1)), (f"war {1 - seat}", (1 - seat,)), (f"turn {seat}", (seat,)))
    ):
        at = frozen.place(name)
        who = (ONE_PERSON if 0 in people else mind("leader"), ONE_PERSON if 1 in people else mind("leader"))
        options = frozen.PACE._replace(pace=rulebook.tables.paces[0].id)
        header = header_of(rulebook, rulebook_digest(rulebook.tables), at.seed, options, who)
        began = datetime(2026, 3, 2 + number, 19, 40)
        paths.append(slots.new(folder, rulebook.tables.id, began))
        journal = Journal.create(paths[-1], header)
        assert isinstance(journal, Journal)
        table = Table.begin(rulebook, header, journal)
        assert isinstance(table, Table)
        with journal:
            for move in at.moves:
                assert isinstance(table.submit(move), Answer), move
        written = time.mktime((began + timedelta(minutes=35)).timetuple())
        os.utime(paths[-1], (written, written))
    app.session, app.uncovered, app.seat = None, -1, seat
    app.only(SavesScene(app))
    app.draw()
    yield "saves"
    for path in paths:
        path.unlink()


def _shared(app: App, seat: int) -> Iterator[str]:
    """Where two share the desk, and the night."""
    from game.desktop.screens.hand_over import HandOverScene, OpenScene
    from game.desktop.screens.night import NightScene

    at = frozen.place(f"turn {seat}")
    sit(app, at, seat, alone=False)
    app.only(NightScene(app))
    app.draw()
    yield "night"
    app.uncovered = -1
    app.only(HandOverScene(app, seat))
    app.draw()
    yield "hand-over"
    app.only(OpenScene(app))
    app.draw()
    yield "open-night"


def _late(app: App, seat: int) -> Iterator[str]:
    from game.desktop.screens.ending import EndingScene
    from game.desktop.screens.last import LastScene
    from game.desktop.screens.war import WarScene

    sit(app, frozen.place(f"last {seat}"), seat)
    app.only(LastScene(app))
    app.draw()
    yield "last"
    sit(app, frozen.place(f"war {seat}"), seat)
    app.only(WarScene(app))
    app.draw()
    yield "war"
    sit(app, frozen.place("over"), seat)
    app.only(EndingScene(app))
    app.draw()
    yield "ending"
    keys(app, "l")
    yield "behind"
    keys(app, "1")
    yield "debrief"
