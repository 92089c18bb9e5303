"""What the essay claims is on the list, and lives where the list says."""

from __future__ import annotations

from game.scenario.lint.base import ANY, WHOLE, Ground, check
from game.scenario.source import Path

STEMS = {"order": "standing"}
"""Kinds of element whose texts go by another name."""


@check(ANY)
def unknown(ground: Ground) -> None:
    """A claim that is cited is one of the list, where there is a list."""
    known = {claim.id for claim in ground.scenario.essay}
    if known:
        ground.cited("claims", known, "the essay has no claim")


@check(WHOLE)
def elements(ground: Ground) -> None:
    """Each claim of the list lives somewhere in the game, or is told in the debrief."""
    words = ground.compilation.texts.words
    known = {".".join(id.split(".")[:length]) for id in words for length in (2, 3)}
    known |= {f"chronicle.{moment.id}" for moment in ground.scenario.entries}
    for number, claim in enumerate(ground.scenario.essay):
        path: Path = ("essay", number)
        if not claim.elements:
            ground.warn(path, f"`{claim.id}` lives nowhere in the game: it has no `elements`")
        for place, element in enumerate(claim.elements):
            kind, _, id = element.partition(":")
            stem = f"{STEMS.get(kind, kind)}.{id}"
            if element == "debrief":
                if not claim.debrief:
                    ground.warn(path, f"`{claim.id}` is told in the debrief, but has no `debrief` sentence")
            elif stem not in known:
                near = ground.resolver.near(stem, known)
                ground.warn((*path, "elements", place), f"there is no {kind} `{id}`", near.partition(".")[2])


@check(WHOLE)
def seedless(ground: Ground) -> None:
    """A seed that is named is there."""
    if ground.scenario.seed and not ground.scenario.essay:
        ground.warn(("seed",), f"there is no list of claims `seeds/{ground.scenario.seed}` next to the shelf")
