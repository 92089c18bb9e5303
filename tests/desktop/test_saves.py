"""The page of saved games: each by its picture and where it stands, found without making anybody wait."""

import json
import random

import pytest

from game.desktop.cards import Cards, place
from game.desktop.screens.saves import SavesScene
from game.desktop.session import Session
from game.engine.knowledge import PUBLIC
from game.papers.slot import slot
from tests.desktop.pilot import Pilot
from tests.desktop.play import begin, turn, whole


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("OCTOBER_HOME", str(tmp_path))
    return tmp_path


def session(pilot: Pilot) -> Session:
    assert pilot.app.session is not None
    return pilot.app.session


def played(tiny, first="Upland", turns=1) -> tuple[Pilot, Session]:
    pilot = Pilot(tiny)
    begin(pilot, first)
    pick = random.Random(3)
    for _turn in range(200):
        if pilot.scene == "desk" and session(pilot).view(pilot.app.seat).turn >= turns:
            break
        turn(pilot, pilot.scene, pick, 0.0)
    found = session(pilot)
    found.close()
    return pilot, found


def saves(tiny, inline=True) -> Pilot:
    pilot = Pilot(tiny, inline=inline)
    pilot.press("f3")
    return pilot


def rows(pilot: Pilot):
    return pilot.offered("slot ")


def scene(pilot: Pilot) -> SavesScene:
    assert isinstance(pilot.app.scene, SavesScene)
    return pilot.app.scene


def test_a_saved_game_says_seat_date_turn_and_danger(tiny):
    _pilot, one = played(tiny)
    wanted = slot(one.book, one.view(0))
    pilot = saves(tiny)
    pilot.step(6)
    row = rows(pilot)[0]
    assert row.label.startswith("Upland")
    assert row.value == wanted.line()
    assert wanted.day in row.value and f"turn {wanted.turn} of {wanted.turns}" in row.value
    assert wanted.danger and wanted.danger in row.value


def test_a_game_that_is_over_says_how_it_ended(tiny):
    pilot = Pilot(tiny)
    begin(pilot, "Upland")
    whole(pilot, 1, 0.0)
    one = session(pilot)
    pilot.take("Close")
    pilot.press("f3")
    pilot.step(6)
    ending = slot(one.book, one.view(0)).ending
    assert ending and f"It is over: {ending.rstrip('.')}" in rows(pilot)[0].value


def test_where_two_share_a_game_nothing_of_one_side_is_told(tiny):
    _pilot, one = played(tiny, "Two at this desk")
    shown = slot(one.book, one.view(PUBLIC))
    assert not shown.danger and not shown.marks
    pilot = saves(tiny)
    pilot.step(6)
    assert rows(pilot)[0].value == shown.line()


def test_each_game_has_a_picture_of_its_own_drawn_once(tiny):
    for first in ("Upland", "Delta"):
        played(tiny, first)
    pilot = saves(tiny)
    pilot.step(12)
    here = scene(pilot)
    assert len(here._pictures) == len(here.games) == 2
    pilot.step(20)
    frames = pilot.app.frames
    pilot.step(60)
    assert pilot.app.frames == frames and len(here._pictures) == 2


def test_a_card_is_kept_until_its_game_goes_on(tiny, monkeypatch):
    _pilot, one = played(tiny)
    saves(tiny).step(6)
    assert json.loads(place().read_text(encoding="utf-8"))

    def never(*_what):
        raise AssertionError("it was found before")

    with monkeypatch.context() as patch:
        patch.setattr("game.desktop.cards.fold", never)
        pilot = saves(tiny)
        pilot.step(6)
        assert rows(pilot)[0].value == slot(one.book, one.view(0)).line()
    pilot = Pilot(tiny)
    pilot.take("Continue")
    before = session(pilot).view(0).turn
    pick = random.Random(2)
    while not (pilot.scene == "desk" and session(pilot).view(0).turn > before):
        turn(pilot, pilot.scene, pick, 0.0)
    now = slot(session(pilot).book, session(pilot).view(0)).line()
    session(pilot).close()
    pilot = saves(tiny)
    pilot.step(6)
    assert rows(pilot)[0].value == now


@pytest.mark.parametrize("damage", ["{", "[]", '{"GAME": [1, "en", []]}', '{"GAME": 7}', '{"GAME": [SIZE, "en", [1]]}'])
def test_a_damaged_store_of_cards_is_as_none(tiny, damage):
    _pilot, one = played(tiny)
    assert one.path is not None
    text = damage.replace("GAME", one.path.name).replace("SIZE", str(one.path.stat().st_size))
    place().write_text(text, encoding="utf-8")
    pilot = saves(tiny)
    pilot.step(6)
    assert rows(pilot)[0].value == slot(one.book, one.view(0)).line()


def test_a_game_whose_record_comes_to_nothing_still_has_its_row(tiny, home):
    _pilot, one = played(tiny)
    assert one.path is not None
    lines = one.path.read_bytes().splitlines(keepends=True)
    one.path.write_bytes(lines[0].replace(b'"pace"', b'"peace"') if b'"pace"' in lines[0] else lines[0])
    pilot = saves(tiny)
    pilot.step(6)
    assert pilot.scene == "saves"


def test_what_lies_unsigned_in_a_game_is_said(tiny):
    pilot = Pilot(tiny)
    begin(pilot, "Upland")
    pick = random.Random(3)
    while pilot.scene != "order":
        turn(pilot, pilot.scene, pick, 0.0) if pilot.scene != "desk" else pilot.press("x", "o")
    pilot.do(next(one for one in pilot.offered("option ") if not one.disabled))
    session(pilot).close()
    pilot = saves(tiny)
    pilot.step(6)
    assert "An order lies there unsigned." in rows(pilot)[0].value
    pilot.do(rows(pilot)[0])
    assert pilot.scene == "unsigned"


def test_cards_are_found_on_a_thread_of_their_own_while_the_window_goes_on(tiny, monkeypatch):
    import threading

    _pilot, one = played(tiny)
    from game.desktop import cards

    held, stands = threading.Event(), cards.stands

    def slowly(*what):
        held.wait(60)
        return stands(*what)

    monkeypatch.setattr(cards, "stands", slowly)
    pilot = saves(tiny, inline=False)
    pilot.step(6)
    assert slot(one.book, one.view(0)).line() not in rows(pilot)[0].value
    pilot.press("escape", "f3")
    assert pilot.scene == "saves", "keys are heeded"
    held.set()
    for _turn in range(400):
        pilot.step(1)
        if scene(pilot).cards.of(scene(pilot).games[0].path) is not None:
            break
        threading.Event().wait(0.02)
    pilot.step(3)
    assert rows(pilot)[0].value == slot(one.book, one.view(0)).line()
    assert isinstance(scene(pilot).cards, Cards)
