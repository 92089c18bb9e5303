"""What a seat takes the vector to be: what it sees exactly, its likeliest estimates, and a guess at the rest."""

from __future__ import annotations

from game.engine.knowledge import Knowledge
from game.engine.rulebook import Rulebook


def as_seen(rulebook: Rulebook, view: Knowledge) -> list[int]:
    """Every register as the viewer has it: exactly, by his likeliest estimate, or zero."""
    values = list(view.exact)
    for number, estimate in zip(rulebook.estimated[view.viewer], view.estimates, strict=True):
        values[number] = estimate.likely
    return values


def likely_values(rulebook: Rulebook, view: Knowledge) -> list[int]:
    """The vector as the seat best guesses it: as seen, and the start of what it never sees."""
    values = as_seen(rulebook, view)
    for number, start in rulebook.unseen_start[view.viewer]:
        values[number] = start
    return values
