"""How much a pace has room for: a short game shows the weightiest of each page, and the rest is one word away."""

from __future__ import annotations

from game.engine.view import View
from game.scenario.inventory import SCANT
from game.wording.book import Book

LEAN = 250
"""With room for fewer words a turn than this, a day offers less, and the papers are their headlines."""


def scant(book: Book, view: View) -> bool:
    """Whether nothing may stand on a page that the decision does not need."""
    return 0 < book.rulebook.pace(view.pace).reading < SCANT


def lean(book: Book, view: View) -> bool:
    """Whether a day offers only what bears on its decision."""
    return 0 < book.rulebook.pace(view.pace).reading < LEAN


__all__ = ["LEAN", "SCANT", "lean", "scant"]
