"""A chance lies between 0 and 1, whatever the dials say."""

from __future__ import annotations

from game.scenario.lint.base import SOUND, Ground, check, plain

HAIR = 1e-9


@check(SOUND)
def out_of_bounds(ground: Ground) -> None:
    """By interval arithmetic over the dials' ranges; `clamp` or `min` is the cure."""
    told = set()
    for reading in ground.trees("chance"):
        low, high = ground.range(reading.tree)
        if (low < -HAIR or high > 1 + HAIR) and reading.path not in told:
            told.add(reading.path)
            ground.error(reading.path, f"this chance can lie between {plain(low)} and {plain(high)}; clamp it to 0..1")


@check(SOUND)
def answers(ground: Ground) -> None:
    """A probe's truth is the number of one of its answers."""
    answers = {("probes", number): len(probe.answers) for number, probe in enumerate(ground.scenario.probes)}
    for reading in ground.trees("index"):
        low, high = ground.range(reading.tree)
        most = answers[reading.path[0], reading.path[1]] - 1  # type: ignore[index]
        if low < 0 or high > most:
            ground.warn(
                reading.path, f"this can lie between {plain(low)} and {plain(high)}; the answers are 0 to {most}"
            )


@check(SOUND)
def errors(ground: Ground) -> None:
    """An observation's error cannot be below zero."""
    for reading in ground.trees("error"):
        low, _ = ground.range(reading.tree)
        if low < -HAIR:
            ground.warn(reading.path, f"this error can fall to {plain(low)}; an error is not below zero")
