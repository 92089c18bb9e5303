"""What lay unsigned when the window was closed, killed or lost lies there again."""

import json
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from game.desktop import unsigned
from game.desktop.session import Session
from game.engine.move import Order
from game.papers.paper import Line
from tests.desktop.pilot import Pilot
from tests.desktop.play import begin, turn
from tests.needs import needs

CHILD = """
import sys, time
sys.path.insert(0, {root!r})
from tests.desktop.conftest import TINY, Ready
from tests.desktop.test_unsigned import compose, to
from tests.desktop.pilot import Pilot
from tests.desktop.play import begin
pilot = Pilot(Ready(TINY))
begin(pilot, "Upland")
to(pilot, "desk", 2)
compose(pilot)
print("lies there", flush=True)
while True:
    pilot.step()
    time.sleep(0.02)
"""


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("OCTOBER_HOME", str(tmp_path))
    return tmp_path


def session(pilot: Pilot) -> Session:
    assert pilot.app.session is not None
    return pilot.app.session


def to(pilot: Pilot, scene: str, turns: int = 1) -> None:
    """On to a screen of the so-manieth turn."""
    pick = random.Random(3)
    for _turn in range(200):
        here = pilot.app.session
        if pilot.scene == scene and here is not None and here.view(pilot.app.seat).turn >= turns:
            return
        turn(pilot, pilot.scene, pick, 0.0)
    raise AssertionError(f"{scene} never comes")


def compose(pilot: Pilot) -> None:
    """An option drawn from the pile, a switch, and a letter with a clause that is not put to the order."""
    if pilot.offered("guide skip"):
        pilot.do(pilot.offered("guide skip")[0])
    pilot.take("Letter")
    pilot.do(pilot.offered("issue ")[0])
    if pilot.scene == "pick":
        pilot.do(pilot.offered("pick ")[0])
    pilot.press("escape")
    pilot.take("Orders")
    pilot.do(next(one for one in pilot.offered("option ") if not one.disabled))
    switches = [one for one in pilot.offered("switch ") if not one.chosen and not one.disabled]
    if switches:
        pilot.do(switches[0])


def sheet(pilot: Pilot, seat: int = 0):
    place = session(pilot).places[seat]
    return place.order, place.draft


def stored(home: Path) -> list[Path]:
    return list((home / "games").glob(f"*{unsigned.ENDING}"))


def closed(pilot: Pilot) -> None:
    session(pilot).close()


def test_a_window_that_was_closed_offers_the_last_order_and_the_unsigned_one(tiny, home):
    pilot = Pilot(tiny)
    begin(pilot, "Upland")
    to(pilot, "desk", 2)
    compose(pilot)
    lay = sheet(pilot)
    assert lay[0].option and lay[1].terms
    signed = session(pilot).view(0).orders[-1]
    book = session(pilot).book
    closed(pilot)

    pilot = Pilot(tiny)
    pilot.take("Continue")
    assert pilot.scene == "unsigned"
    told = pilot.text()
    from game.papers.night import own

    assert own(book, session(pilot).view(0), signed.phase)[0] in told, "the order that was signed last"
    from game.papers.unsigned import begun

    for line in begun(book, session(pilot).view(0), *lay):
        assert isinstance(line, Line) and line.value in told
    assert sheet(pilot)[0].option == "", "nothing is on the sheet before he takes it up"
    pilot.take("Take it up again")
    assert pilot.scene == "desk" and sheet(pilot) == lay
    pilot.take("Orders")
    assert pilot.labelled("Sign").disabled == ""


def test_what_is_put_away_is_gone_and_the_game_goes_on(tiny, home):
    pilot = Pilot(tiny)
    begin(pilot, "Upland")
    to(pilot, "desk")
    compose(pilot)
    closed(pilot)
    pilot = Pilot(tiny)
    pilot.take("Continue")
    pilot.take("Put it away")
    assert pilot.scene == "desk" and sheet(pilot)[0].option == ""
    pilot.step()
    assert stored(home) == []
    closed(pilot)
    pilot = Pilot(tiny)
    pilot.take("Continue")
    assert pilot.scene == "desk"


def test_a_second_crash_before_he_has_looked_loses_nothing_either(tiny, home):
    pilot = Pilot(tiny)
    begin(pilot, "Upland")
    to(pilot, "desk")
    compose(pilot)
    lay = sheet(pilot)
    closed(pilot)
    for _crash in range(2):
        pilot = Pilot(tiny)
        pilot.take("Continue")
        assert pilot.scene == "unsigned"
        closed(pilot)
    pilot = Pilot(tiny)
    pilot.take("Continue")
    pilot.press("escape")
    assert sheet(pilot) == lay


def test_what_is_signed_lies_unsigned_no_longer(tiny, home):
    pilot = Pilot(tiny)
    begin(pilot, "Upland")
    to(pilot, "desk")
    compose(pilot)
    assert len(stored(home)) == 1
    before = session(pilot).view(0).turn
    to(pilot, "desk", before + 1)
    assert stored(home) == []


def test_a_blank_sheet_is_not_kept_and_never_in_the_journal(tiny, home):
    pilot = Pilot(tiny)
    begin(pilot, "Upland")
    to(pilot, "desk")
    pilot.step(5)
    assert stored(home) == []
    journal = session(pilot).path
    assert journal is not None
    before = journal.read_bytes()
    compose(pilot)
    assert len(stored(home)) == 1 and journal.read_bytes() == before


def test_where_two_share_the_desk_nobody_sees_what_the_other_had_begun(tiny, home):
    pilot = Pilot(tiny)
    begin(pilot, "Two at this desk")
    to(pilot, "desk", 1)
    seat = pilot.app.seat
    compose(pilot)
    lay = sheet(pilot, seat)
    closed(pilot)
    pilot = Pilot(tiny)
    pilot.take("Continue")
    assert pilot.scene in ("open night", "hand over")
    while pilot.scene != "unsigned":
        assert lay[0].option not in pilot.text()
        turn(pilot, pilot.scene, random.Random(1), 0.0)
    assert pilot.app.uncovered == seat
    pilot.take("Take it up again")
    assert sheet(pilot, seat) == lay


ORDER = '{"sheets": [{"order": {"move": "order", "seat": 0, "phase": "PHASE", %s}}]}'
DAMAGE = [
    "", "{", "[]", '{"sheets": 4}', '{"sheets": [null]}', '{"sheets": [{"order": {"move": "order"}}]}',
    ORDER % '"option": "no such thing"',
    ORDER % '"option": "", "riders": ["no such paper"]',
    ORDER % '"option": "", "changes": [["no such switch", 2]]',
    ORDER % '"option": "", "letters": [["no such way", "offer", [], "", "", ""]]',
    ORDER % '"option": "", "answers": [[1, "no such answer", null]]',
]  # fmt: skip


def test_a_damaged_sheet_is_one_plain_sentence(tiny, home):
    pilot = Pilot(tiny)
    begin(pilot, "Upland")
    to(pilot, "desk")
    compose(pilot)
    phase, path = session(pilot).view(0).phase, stored(home)[0]
    closed(pilot)
    pilot = Pilot(tiny)
    for damage in DAMAGE:
        path.write_text(damage.replace("PHASE", phase), encoding="utf-8")
        pilot.take("Continue")
        assert pilot.scene == "desk", damage
        said = "What you had begun and not signed can no longer be read; the sheet is empty."
        assert pilot.app.caption == said, damage
        pilot.press("f10")
        pilot.take("To the title")


def test_a_sheet_of_a_day_that_is_over_is_not_offered(tiny, home):
    pilot = Pilot(tiny)
    begin(pilot, "Upland")
    to(pilot, "desk")
    compose(pilot)
    old = stored(home)[0].read_text(encoding="utf-8")
    to(pilot, "desk", session(pilot).view(0).turn + 1)
    journal = session(pilot).path
    assert journal is not None
    closed(pilot)
    unsigned.beside(journal).write_text(old, encoding="utf-8")
    pilot = Pilot(tiny)
    pilot.take("Continue")
    assert pilot.scene == "desk" and not pilot.app.caption


def test_a_folder_that_takes_nothing_more_is_said_once(tiny, home, monkeypatch):
    pilot = Pilot(tiny)
    begin(pilot, "Upland")
    to(pilot, "desk")
    monkeypatch.setattr(unsigned, "write_whole", lambda path, value: False)
    compose(pilot)
    assert "cannot be kept here" in pilot.app.caption
    pilot.app.caption = ""
    pilot.do(pilot.offered("option ")[-1])
    assert pilot.app.caption == ""


def test_the_file_is_never_half_written(tiny, home, monkeypatch):
    """Whoever stops between two writings leaves the one before."""
    import os

    pilot = Pilot(tiny)
    begin(pilot, "Upland")
    to(pilot, "desk")
    compose(pilot)
    whole = stored(home)[0].read_text(encoding="utf-8")

    def stops(*_what: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", stops)
    with pytest.raises(KeyboardInterrupt):
        pilot.do(pilot.offered("option ")[-1])
    assert stored(home)[0].read_text(encoding="utf-8") == whole
    assert json.loads(whole)["sheets"]


@needs("posix")
def test_a_window_killed_in_the_middle_of_a_turn_has_lost_nothing(tiny, home):
    root = str(Path(__file__).parent.parent.parent)
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD.format(root=root)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert child.stdout is not None
    try:
        assert any("lies there" in line for line in child.stdout)
        time.sleep(0.2)
    finally:
        child.send_signal(signal.SIGKILL)
        child.wait()
    child.stdout.close()
    assert child.returncode == -signal.SIGKILL
    pilot = Pilot(tiny)
    pilot.take("Continue")
    assert pilot.scene == "unsigned"
    pilot.take("Take it up again")
    order, letter = sheet(pilot)
    assert order.option and letter is not None and letter.terms
    assert isinstance(order, Order)
