"""The tiny scenario, loaded once: what a test of the rules, the journal or the referee is played on."""

from functools import cache
from pathlib import Path

from game.engine.api import Options, Rulebook, Tables
from game.engine.fingerprint import rulebook_digest
from game.journal.line import Header
from game.scenario import library
from game.scenario.library import Loaded

FOLDER = Path(__file__).parent / "scenarios" / "tiny"


@cache
def loaded() -> Loaded:
    return library.load(FOLDER)


def tables() -> Tables:
    found = loaded().tables
    assert found is not None, [str(problem) for problem in loaded().problems]
    return found


@cache
def rulebook() -> Rulebook:
    return Rulebook(tables())


@cache
def rules() -> str:
    """The digest of its rules."""
    return rulebook_digest(tables())


def header(seed: int = 1, options: Options | None = None) -> Header:
    """How a journal of a game of it begins."""
    return Header(tables().id, rules(), seed, options or Options())
