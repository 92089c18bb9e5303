"""A resolver of the tiny scenario that has met no problem yet."""

from __future__ import annotations

from game.scenario.load import compile_folder
from game.scenario.resolve import Resolver
from tests.rulebooks import TINY


def resolver() -> Resolver:
    found = compile_folder(TINY).resolver
    assert found is not None
    return Resolver(found.document, found.names)


def sentences(resolve: Resolver) -> list[str]:
    """What it says so far."""
    return [problem.sentence for problem in resolve.problems]
