"""Minds by name, for whole games played without anyone waiting: a skill, a type, or `random`."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import NamedTuple

from game.analysis.random_play import random_move
from game.engine.move import Move
from game.engine.rulebook import Rulebook
from game.engine.view import View

RANDOM = "random"
DEFAULT = "careful"
"""The skill a type plays with when only the type is named."""

Decide = Callable[[Rulebook, View, str, bytes], Move]


class Mind(NamedTuple):
    """How a seat is played: with which skill, and as which type ('' draws one)."""

    skill: str = RANDOM
    type: str = ""


def skills() -> tuple[str, ...]:
    """Every skill a mind may be named by."""
    try:
        from game.opponent import SKILLS
    except ImportError:  # a house still without its opponent plays at random
        return (RANDOM,)
    return (*(name for name in SKILLS if name != RANDOM), RANDOM)


def names(rulebook: Rulebook, seat: int) -> tuple[str, ...]:
    """What a mind for this seat may be called: skills, and the seat's types."""
    return (*skills(), *(kind.id for kind in rulebook.types[seat]))


def mind(rulebook: Rulebook, seat: int, name: str) -> Mind | None:
    """The mind of that name: a skill, a type of the seat, or `skill:type`; None where there is no such."""
    known, kinds = skills(), rulebook.type_of[seat]
    if name in known:
        return Mind(name)
    if name in kinds:
        return Mind(DEFAULT if DEFAULT in known else known[0], name)
    skill, colon, kind = name.partition(":")
    return Mind(skill, kind) if colon and skill in known and kind in kinds else None


def move_of(rulebook: Rulebook, view: View, skill: str, draw: bytes) -> Move:
    """The next move of a mind that looks through `view`; `draw` is its own key for this phase."""
    if skill == RANDOM:
        salt = len(view.dossier.asked).to_bytes(2, "big")
        return random_move(rulebook, view, Random(int.from_bytes(draw + salt, "big")))
    from game.opponent import decide

    return decide(rulebook, view, skill, draw).move
