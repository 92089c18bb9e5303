"""Minds by name, for whole games played without anyone waiting: a skill, a type, or both."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import Any, NamedTuple

from game.analysis.random_play import random_move
from game.engine.move import Move
from game.engine.rulebook import Rulebook
from game.engine.view import View

RANDOM = "random"
LEADER = "leader"
"""The standard mind: what a type plays with when only the type is named."""
SKILLS = (LEADER, "history", "careful", "reckless", "reader", RANDOM)


class Mind(NamedTuple):
    """How a seat is played: by which name, as which type ('' draws one), and with what skill (None: at random)."""

    name: str = RANDOM
    type: str = ""
    skill: Any = None


def names(rulebook: Rulebook, seat: int) -> tuple[str, ...]:
    """What a mind for this seat may be called: skills, and the seat's types."""
    return (*SKILLS, *(kind.id for kind in rulebook.types[seat]))


def mind(rulebook: Rulebook, seat: int, name: str, content: Mapping[str, Any] | None = None) -> Mind | None:
    """The mind of that name: a skill, a type of the seat, or `skill:type`; None where there is no such.

    `content` is the scenario's: a mind that follows the record, or that has learned, finds what it needs there.
    """
    first, colon, second = name.partition(":")
    kinds = rulebook.type_of[seat]
    if not colon and first in kinds and first not in SKILLS:
        first, second = LEADER, first
    if first not in SKILLS or (second and second not in kinds) or (colon and not second):
        return None
    return Mind(name, second, None if first == RANDOM else _skill(rulebook, first, content or {}))


def _skill(rulebook: Rulebook, name: str, content: Mapping[str, Any]) -> Any:
    from game.opponent import skills

    return skills.named(rulebook, name, content)


def move_of(rulebook: Rulebook, view: View, mind: Mind, draw: bytes) -> Move:
    """The next move of a mind that looks through `view`; `draw` is its own key for this phase."""
    if mind.skill is None:
        salt = len(view.dossier.asked).to_bytes(2, "big")
        return random_move(rulebook, view, Random(int.from_bytes(draw + salt, "big")))
    from game.opponent import decide

    return decide(rulebook, view, mind.skill, draw).move
