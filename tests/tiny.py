"""The tiny scenario as journals and tables need it: its rules, their digest, and how a game of it begins."""

from functools import cache

from game.engine.api import Options, Rulebook, Tables
from game.engine.fingerprint import rulebook_digest
from game.journal.line import Header
from tests import rulebooks

FOLDER = rulebooks.TINY


def tables() -> Tables:
    return rulebooks.compiled(FOLDER)[0]


def rulebook() -> Rulebook:
    return rulebooks.tiny()


@cache
def rules() -> str:
    """The digest of its rules."""
    return rulebook_digest(tables())


def header(seed: int = 1, options: Options | None = None) -> Header:
    """How a journal of a game of it begins."""
    return Header(tables().id, rules(), seed, options or Options())
