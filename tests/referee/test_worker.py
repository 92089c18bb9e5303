"""A mind thinks in a process of its own: it can be dropped, and its death is a value."""

import threading
import time

import pytest

from game.engine.api import Order, begin, view
from game.referee.worker import Died, Inline, Thought, Worker
from tests import tiny
from tests.referee import thinkers

LONG = 60.0


def seen(seat=0):
    return view(begin(tiny.rulebook(), 1), seat)


@pytest.fixture
def start():
    """Workers that are closed at the end of the test, whatever happened."""
    workers = []

    def make(decide):
        workers.append(Worker(tiny.tables(), decide))
        return workers[-1]

    yield make
    for worker in workers:
        worker.close()


def test_a_worker_answers_as_the_mind_would_here(start):
    worker, inline = start(thinkers.quick), Inline(tiny.rulebook(), thinkers.quick)
    for mind in (worker, inline):
        mind.ask(seen(1), "bold", b"\x07")
        assert mind.poll(LONG) == Thought(1, Order(1, "survey", "bold07tiny"))
        assert mind.poll() is None, "an answer is given once"
    worker.ask(seen(0), "shy", b"")
    assert worker.poll(LONG) == Thought(0, Order(0, "survey", "shytiny"))


def test_nobody_waits_for_a_mind_that_thinks(start):
    worker = start(thinkers.sleepy)
    worker.ask(seen(), 30, b"")
    assert worker.poll() is None and worker.thinking
    before = time.monotonic()
    worker.cancel()
    assert time.monotonic() - before < 10
    assert worker.poll() is None and not worker.thinking


def test_nobody_waits_while_a_mind_starts(start, monkeypatch):
    """The process is held back in its start; whoever asks goes on, asks again, drops it, and closes."""
    from multiprocessing.context import SpawnProcess

    held, begin_it = threading.Event(), SpawnProcess.start

    def slowly(process):
        held.wait(LONG)
        begin_it(process)

    monkeypatch.setattr(SpawnProcess, "start", slowly)
    worker, other = start(thinkers.quick), start(thinkers.quick)
    worker.ask(seen(0), "early", b"")
    assert worker.thinking and worker.poll() is None
    worker.ask(seen(1), "late", b"")
    other.ask(seen(0), "dropped", b"")
    other.cancel()
    other.close()
    assert worker.poll() is None and other.poll() is None
    held.set()
    assert worker.poll(LONG) == Thought(1, Order(1, "survey", "latetiny")), "the last that was asked"
    other.ask(seen(0), "again", b"")
    assert other.poll(LONG) == Thought(0, Order(0, "survey", "againtiny"))


def test_a_process_that_cannot_start_is_a_death(start, monkeypatch):
    from multiprocessing.context import SpawnProcess

    def fails(process):
        raise OSError("no more processes")

    monkeypatch.setattr(SpawnProcess, "start", fails)
    worker = start(thinkers.quick)
    worker.ask(seen(1), "", b"")
    assert worker.poll(LONG) == Died(1, "it did not start")
    monkeypatch.undo()
    worker.ask(seen(1), "", b"")
    assert isinstance(worker.poll(LONG), Thought)


def test_what_was_asked_before_is_dropped(start):
    worker = start(thinkers.sleepy)
    worker.ask(seen(0), 0.2, b"\x01")
    worker.ask(seen(1), 0.0, b"\x02")
    thought = worker.poll(LONG)
    while thought is None:
        thought = worker.poll(LONG)
    assert thought == Thought(1, Order(1, "survey", "0.002tiny"))
    assert worker.poll(0.1) is None


def test_a_mind_that_stumbles_says_over_what(start):
    for mind in (start(thinkers.confused), Inline(tiny.rulebook(), thinkers.confused)):
        mind.ask(seen(), "", b"")
        assert mind.poll(LONG) == Died(0, "ValueError: which sea is this?")


def test_a_mind_that_dies_is_told_and_another_takes_its_place(start):
    worker = start(thinkers.mortal)
    worker.ask(seen(1), "die", b"")
    died = worker.poll(LONG)
    assert isinstance(died, Died) and died.seat == 1 and "ended" in died.why
    worker.ask(seen(1), "live", b"")
    assert worker.poll(LONG) == Thought(1, Order(1, "survey", "livetiny"))


def test_an_answer_that_cannot_be_sent_is_a_death_too(start):
    worker = start(thinkers.unsendable)
    worker.ask(seen(), "", b"")
    assert isinstance(worker.poll(LONG), Died)


def test_a_worker_that_was_closed_may_be_closed_again(start):
    worker = start(thinkers.quick)
    worker.close()
    worker.close()
    assert worker.poll() is None
    inline = Inline(tiny.rulebook(), thinkers.quick)
    inline.ask(seen(), "", b"")
    inline.cancel()
    assert inline.poll() is None
    inline.close()
