"""Where a mind thinks: a process of its own, so that the screen never waits; or, for tests and simulation, right here.

The worker is handed a view and gives a value back. Asking again or `cancel` drops the answer that is still out; a
process that dies gives `Died`, and the next question starts another.
"""

from __future__ import annotations

import multiprocessing
import pickle
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, NamedTuple

from game.engine.rulebook import Rulebook
from game.engine.tables import Tables
from game.engine.view import View

Decide = Callable[[Rulebook, View, Any, bytes], Any]
"""A mind: `game.opponent.decide`, or anything of its form. A process needs one that can be named from outside."""


class Thought(NamedTuple):
    """What a mind answered: its decision, as it gave it."""

    seat: int
    decision: Any


class Died(NamedTuple):
    """No answer will come: the mind stopped, and `why` says as much as is known."""

    seat: int
    why: str


class Inline:
    """A mind that thinks at once, in the caller's own process."""

    def __init__(self, rulebook: Rulebook, decide: Decide) -> None:
        self._rulebook = rulebook
        self._decide = decide
        self._thought: Thought | Died | None = None

    def ask(self, view: View, skill: Any, draw: bytes) -> None:
        try:
            self._thought = Thought(view.viewer, self._decide(self._rulebook, view, skill, draw))
        except Exception as error:  # whatever a mind trips over is its death, not the game's
            self._thought = Died(view.viewer, f"{type(error).__name__}: {error}")

    def poll(self, seconds: float = 0.0) -> Thought | Died | None:
        """The answer to the last question, once."""
        thought, self._thought = self._thought, None
        return thought

    def cancel(self) -> None:
        self._thought = None

    def close(self) -> None:
        self.cancel()


class Worker:
    """A mind in a process of its own, started at the first question; nobody waits while it starts."""

    def __init__(self, tables: Tables, decide: Decide) -> None:
        self._tables = tables
        self._decide = decide
        self._starting: _Start | None = None
        self._process: BaseProcess | None = None
        self._line: Connection | None = None
        self._number = 0
        self._seat = -1
        """The seat an answer is still out for, or -1."""

    def ask(self, view: View, skill: Any, draw: bytes) -> None:
        """Put a question; what was asked before is dropped."""
        self._number += 1
        self._seat = view.viewer
        question = (self._number, view, skill, draw)
        if self._starting is not None and self._starting.asked(question):
            return
        self._come()
        if self._process is not None and self._process.is_alive() and self._send(question):
            return
        self._stop()
        self._starting = _Start(self._tables, self._decide, question)
        self._starting.start()

    def _send(self, question: object) -> bool:
        try:
            assert self._line is not None
            self._line.send(question)
        except (OSError, EOFError):
            return False
        return True

    def poll(self, seconds: float = 0.0) -> Thought | Died | None:
        """The answer to the last question, once; None while it is still being thought about."""
        if self._seat < 0:
            return None
        if self._starting is not None:
            before = time.monotonic()
            self._starting.join(seconds)
            if self._starting.is_alive():
                return None
            seconds = max(0.0, seconds - (time.monotonic() - before))
            self._come()
        line = self._line
        if line is None:
            return self._dead("it did not start")
        try:
            while line.poll(seconds):
                number, decision, why = line.recv()
                if number == self._number:
                    return Died(self._took(), why) if why else Thought(self._took(), decision)
        except (OSError, EOFError, pickle.UnpicklingError):
            return self._dead("its process ended")
        return None

    def cancel(self) -> None:
        """Drop the answer that is out. A mind that is still thinking is stopped: the next question starts afresh."""
        if self._seat >= 0:
            self._seat = -1
            self._stop()

    def close(self) -> None:
        self._seat = -1
        self._stop()

    @property
    def thinking(self) -> bool:
        return self._seat >= 0

    @property
    def starting(self) -> bool:
        """Whether its process does not stand yet."""
        return self._starting is not None and self._starting.is_alive()

    def _took(self) -> int:
        seat, self._seat = self._seat, -1
        return seat

    def _dead(self, why: str) -> Died:
        code = self._process.exitcode if self._process is not None else None
        self._stop()
        return Died(self._took(), why if code is None else f"{why} ({code})")

    def _come(self) -> None:
        """Take over the process that has started."""
        if self._starting is not None:
            self._starting.join()
            self._process, self._line = self._starting.process, self._starting.line
            self._starting = None

    def _stop(self) -> None:
        if self._starting is not None:
            self._starting.drop()
            self._starting = None
        process, line = self._process, self._line
        self._process = self._line = None
        _end(process, line)


class _Start(threading.Thread):
    """Starts the process and hands it the first question: a second's work, in which whoever asks goes on."""

    def __init__(self, tables: Tables, decide: Decide, question: object) -> None:
        super().__init__(name="mind")
        self._tables, self._decide = tables, decide
        self._lock = threading.Lock()
        self._question: object | None = question
        self._over = self._unwanted = False
        self.process: BaseProcess | None = None
        self.line: Connection | None = None

    def run(self) -> None:
        try:
            context = multiprocessing.get_context("spawn")
            here, there = context.Pipe()
            process = context.Process(target=_think, args=(there, self._tables, self._decide), daemon=True)
            process.start()
            there.close()
        except OSError:
            self._over = True
            return
        while (question := self._next()) is not None:
            with suppress(OSError, EOFError):  # it is found dead by whoever waits for its answer
                here.send(question)
        with self._lock:
            if not self._unwanted:
                self.process, self.line = process, here
                return
        _end(process, here)

    def _next(self) -> object | None:
        with self._lock:
            question, self._question = self._question, None
            self._over = question is None
            return None if self._unwanted else question

    def asked(self, question: object) -> bool:
        """Take another question instead; False where the process stands already."""
        with self._lock:
            if not self._over:
                self._question = question
            return not self._over

    def drop(self) -> None:
        """Nobody wants it any more."""
        with self._lock:
            self._unwanted = True
            process, line = self.process, self.line
        _end(process, line)


def _end(process: BaseProcess | None, line: Connection | None) -> None:
    if line is not None:
        line.close()
    if process is not None:
        process.kill()
        process.join()
        process.close()


def _think(line: Connection, tables: Tables, decide: Decide) -> None:
    """The life of the process: questions in, answers out, until nobody asks any more."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for whoever asks
    rulebook = Rulebook(tables)
    while True:
        try:
            number, view, skill, draw = line.recv()
        except (EOFError, OSError):
            return
        try:
            answer = (number, decide(rulebook, view, skill, draw), "")
        except Exception as error:  # told to whoever asks
            answer = (number, None, f"{type(error).__name__}: {error}")
        try:
            line.send(answer)
        except (OSError, EOFError):
            return
        except Exception as error:  # an answer that no process can be sent
            line.send((number, None, f"{type(error).__name__}: {error}"))
