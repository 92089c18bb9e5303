"""The wait for the other side shows how far it has come, and never stops the window."""

import threading

import pytest

from game.desktop.screens.wait import WaitScene
from game.desktop.session import Session
from game.referee.worker import Worker
from tests.desktop.pilot import Pilot
from tests.desktop.play import begin, turn


class Slow:
    """A mind that answers when the test says so."""

    def __init__(self, inner) -> None:
        self.inner, self.ready = inner, False

    def ask(self, *question) -> None:
        self.inner.ask(*question)

    def poll(self, seconds=0.0):
        return self.inner.poll(seconds) if self.ready else None

    def close(self) -> None:
        self.inner.close()


def session(pilot: Pilot) -> Session:
    assert pilot.app.session is not None
    return pilot.app.session


def waiting(tiny) -> tuple[Pilot, Slow]:
    import random

    pilot = Pilot(tiny)
    begin(pilot, "Upland")
    one = session(pilot)
    one.think()
    assert one._mind is not None
    slow = Slow(one._mind)
    one._mind = slow  # type: ignore[assignment]
    pick = random.Random(1)
    for _turn in range(60):
        if pilot.scene == "wait":
            return pilot, slow
        turn(pilot, pilot.scene, pick, 0.0)
    raise AssertionError("nobody is waited for")


def said(pilot: Pilot) -> str:
    return next(one.label for one in pilot.tree.walk() if one.role == "status")


def lit(pilot: Pilot) -> int:
    scene = pilot.app.scene
    assert isinstance(scene, WaitScene)
    return scene._shown[0]


def test_lamps_fill_in_the_usual_time_and_the_last_stays_dark(tiny):
    pilot, slow = waiting(tiny)
    session(pilot).waits[:] = [4.0, 8.0, 60.0]
    seen = []
    for _second in range(24):
        pilot.watch.time += 1.0
        pilot.step()
        seen.append(lit(pilot))
    assert seen == sorted(seen) and seen[0] == 0 and seen[-1] == 3
    assert seen.index(2) in (3, 4), "half of eight seconds"
    assert said(pilot) == "It takes longer than usual."
    slow.ready = True
    pilot.step(3)
    assert pilot.scene != "wait" and session(pilot).waits[-1] > 20


def test_the_window_rests_while_it_waits(tiny):
    pilot, _slow = waiting(tiny)
    pilot.watch.time += 1
    pilot.step(20)
    frames = pilot.app.frames
    for _second in range(40):
        pilot.watch.time += 1.0
        pilot.step()
    assert pilot.app.frames - frames <= 4, "a lamp at a time, and the word"


def test_keys_are_heeded_while_a_process_starts(tiny, monkeypatch):
    """The process is held back in its start for as long as the test likes."""
    from multiprocessing.context import SpawnProcess

    held, start = threading.Event(), SpawnProcess.start

    def slowly(process):
        held.wait(60)
        start(process)

    monkeypatch.setattr(SpawnProcess, "start", slowly)
    pilot = Pilot(tiny, inline=False)
    try:
        begin(pilot, "Upland")
        assert pilot.scene == "prologue" and session(pilot).thinking and session(pilot).starting
        pilot.press("f10")
        assert pilot.scene == "settings"
        pilot.press("escape")
        pilot.do(pilot.offered("option ")[0])
        if pilot.scene != "wait":
            pytest.skip("nobody is waited for here")
        assert said(pilot) == "In the other capital somebody sits down."
        pilot.press("f10", "escape")
        assert pilot.scene == "wait" and session(pilot).starting
    finally:
        held.set()
    mind = session(pilot)._mind
    assert isinstance(mind, Worker)
    for _turn in range(600):
        pilot.step(1)
        if pilot.scene != "wait":
            break
        threading.Event().wait(0.05)
    assert pilot.scene != "wait"
    session(pilot).close()
