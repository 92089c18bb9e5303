"""Recorded games for tests: random play, written down as the referee writes it."""

from collections.abc import Iterator
from pathlib import Path

from game.engine.api import Options, State, digest
from game.journal.fault import Fault
from game.journal.file import Journal, Reading, read
from game.journal.line import Moved, Record, Resolved
from tests import tiny
from tests.strategies import PLAIN, random_moves


def recorded(seed: int, options: Options = PLAIN, most: int = 10_000) -> Iterator[tuple[list[Record], State]]:
    """The lines that each move of a random game adds, and the state it comes to."""
    for number, (before, move, after) in enumerate(random_moves(tiny.rulebook(), seed, options)):
        if number >= most:
            return
        lines: list[Record] = [Moved(move, "person")]
        if after.knowledge[2].phase != before.knowledge[2].phase:
            lines.append(Resolved(before.knowledge[2].phase, digest(after)))
        yield lines, after


def written(path: Path, seed: int = 1, options: Options = PLAIN, most: int = 10_000) -> State | None:
    """A journal of a random game on the disk; the state it comes to."""
    journal = opened(path, seed, options)
    last = None
    for lines, after in recorded(seed, options, most):
        assert journal.append(*lines) is None
        last = after
    journal.close()
    return last


def opened(path: Path, seed: int = 1, options: Options = PLAIN) -> Journal:
    journal = Journal.create(path, tiny.header(seed, options))
    assert isinstance(journal, Journal), journal
    return journal


def found(path: Path) -> Reading:
    reading = read(path)
    assert not isinstance(reading, Fault), reading
    return reading
