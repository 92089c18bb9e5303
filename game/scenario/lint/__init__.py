"""Checks of content that fits the format but may not mean what it says. One check, one small file.

A check is a function of the `Ground`, entered with `@check`; importing its file here is all it takes to run it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.scenario.lint import (  # noqa: F401  (importing enters them)
    chances,
    closed,
    council,
    decisions,
    endings,
    essay,
    ids,
    links,
    paces,
    picks,
    sight,
    sources,
    texts,
    types,
    unread,
    war,
    wordcount,
)  # fmt: skip
from game.scenario.lint.base import ANY, CHECKS, SOUND, WHOLE, Ground
from game.scenario.problems import Problem

if TYPE_CHECKING:
    from game.scenario.load import Compilation

__all__ = ["lint"]


def lint(compilation: Compilation) -> list[Problem]:
    """Every check that the state of the scenario allows; one that fails is one more problem, not a crash."""
    if compilation.scenario is None or compilation.resolver is None:
        return []
    ground = Ground(compilation, compilation.scenario, compilation.resolver)
    level = ANY
    if compilation.whole:
        level = WHOLE if compilation.resolver.problems else SOUND
    for name, needs, function in CHECKS:
        if needs > level:
            continue
        try:
            function(ground)
        except Exception as error:
            spot = compilation.document.first
            ground.problems.append(
                Problem(*spot, "warning", f"the check `{name}` could not be made: {type(error).__name__} {error}")
            )
    return ground.problems
