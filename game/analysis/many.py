"""Many games between two minds, counted. The same seed gives the same table, whatever the number of workers."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from typing import Any, NamedTuple

from game.analysis.game import finish, seed_of
from game.analysis.minds import Mind
from game.analysis.tally import Tally, Watcher, nothing
from game.engine.begin import Options, begin
from game.engine.rulebook import Rulebook
from game.engine.tables import Tables
from game.engine.worth import worth

CHUNK = 20
"""Games that a worker plays before it reports; more in a very long run."""
FEW = 60
"""So few games are played here: starting workers would take longer."""

GROUPS = ("settlement", "standoff", "limited_war", "nuclear_use", "general_war", "removal")


ANYHOW = Options()


class Run(NamedTuple):
    """What to play: minds by seat, how each game begins, and how many."""

    minds: tuple[Mind, Mind]
    options: Options = ANYHOW
    seed: int = 1
    games: int = 400

    @property
    def begins(self) -> Options:
        """The options with the types that the minds are to be."""
        one, two = self.minds
        return self.options._replace(types=(one.type or self.options.types[0], two.type or self.options.types[1]))


def play_one(rulebook: Rulebook, run: Run, number: int) -> Tally:
    """Game `number` of a run, counted. Played aloud, for links and tests are read from its events."""
    watcher = Watcher(rulebook)
    state = begin(rulebook, seed_of(run.seed, number), run.begins._replace(quiet=False))
    return watcher.ended(finish(rulebook, state, run.minds, watcher.watch))


def play_quietly(rulebook: Rulebook, run: Run, number: int) -> tuple[str, int, int]:
    """Game `number` without reports: its group, and its worth to both seats."""
    state = finish(rulebook, begin(rulebook, seed_of(run.seed, number), run.begins._replace(quiet=True)), run.minds)
    ended = state.ended
    assert ended is not None
    return ended.group, *(worth(rulebook, state.values, seat, ended.ending) for seat in range(2))  # type: ignore[return-value]


def many(rulebook: Rulebook, run: Run, workers: int | None = None, told: Callable[[int], None] | None = None) -> Tally:
    """The tally of a whole run, on as many processes as are wanted (None: as many as there are processors)."""
    total = nothing()
    for part in spread(rulebook, _chunk, run, _chunks(run.games), workers if run.games > FEW else 1):
        total = total.plus(part)
        if told is not None:
            told(total.games)
    return total


def _chunks(games: int) -> list[tuple[int, int]]:
    size = max(CHUNK, games // 2_000)
    return [(first, min(first + size, games)) for first in range(0, games, size)]


def _chunk(rulebook: Rulebook, run: Run, numbers: tuple[int, int]) -> Tally:
    total = nothing()
    for number in range(*numbers):
        total = total.plus(play_one(rulebook, run, number))
    return total


# -- processes ------------------------------------------------------------------------------------------------------

_here: list[Callable[[Any], Any]] = []
"""What a worker process does with each part: its rulebook is built once, and its minds are made ready once."""


def _arrive(tables: Tables, task: Callable[[Rulebook, Any, Any], Any], run: Any) -> None:
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    rulebook = Rulebook(tables)
    _here[:] = [lambda part: task(rulebook, run, part)]


def _work(part: Any) -> Any:
    return _here[0](part)


def spread(
    rulebook: Rulebook,
    task: Callable[[Rulebook, Any, Any], Any],
    run: Any,
    parts: Iterable[Any],
    workers: int | None = None,
) -> Iterator[Any]:
    """`task(rulebook, run, part)` for every part, in their order, here or on other processors."""
    count = workers if workers is not None else (os.cpu_count() or 1)
    if count <= 1:
        for part in parts:
            yield task(rulebook, run, part)
        return
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(count, context, _arrive, (rulebook.tables, task, run))
    try:
        for waiting in [pool.submit(_work, part) for part in parts]:
            yield waiting.result()
    finally:
        with suppress(KeyboardInterrupt):
            pool.shutdown(cancel_futures=True)
