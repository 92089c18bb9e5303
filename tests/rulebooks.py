"""The two scenarios that tests play: the tiny one, and October 1962."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from game.engine.api import Rulebook, Tables
from game.scenario.library import load
from game.scenario.texts import Texts

ROOT = Path(__file__).parent.parent
TINY = ROOT / "tests" / "scenarios" / "tiny"
OCTOBER = ROOT / "scenarios" / "october-1962"


@cache
def compiled(folder: Path) -> tuple[Tables, Texts]:
    """The tables and texts of a scenario that has no faults, with what its minds have learned."""
    found = load(folder)
    faults = [str(problem) for problem in found.problems if problem.severity == "error"]
    assert found.tables is not None, "\n".join(faults[:20])
    return found.tables, found.texts


@cache
def rulebook(folder: Path) -> Rulebook:
    return Rulebook(compiled(folder)[0])


def tiny() -> Rulebook:
    return rulebook(TINY)


def october() -> Rulebook:
    return rulebook(OCTOBER)
