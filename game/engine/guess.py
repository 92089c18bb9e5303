"""What a seat takes the vector to be: what it sees exactly, its likeliest estimates, and a guess at the rest."""

from __future__ import annotations

from game.engine.knowledge import Knowledge
from game.engine.rulebook import Rulebook
from game.engine.sheet import entries_of


def as_seen(rulebook: Rulebook, view: Knowledge) -> list[int]:
    """Every register as the viewer has it: exactly, by his likeliest estimate, or zero."""
    values = list(view.exact)
    for number, estimate in zip(rulebook.estimated[view.viewer], view.estimates, strict=True):
        values[number] = estimate.likely
    return values


def likely_values(rulebook: Rulebook, view: Knowledge) -> list[int]:
    """The vector as the seat best guesses it: as seen, and its guess at what it never sees."""
    values = as_seen(rulebook, view)
    for number, guess in rulebook.guessed[view.viewer][entries_of(rulebook, view)[-1]]:
        values[number] = guess
    return values
