"""Minds by name, for whole games played without anyone waiting: a skill, a type, or `skill:type`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from game.engine.rulebook import Rulebook
from game.opponent.minds import MANNERS, VARIANTS
from game.opponent.minds import mind as skill
from game.opponent.skill import Skill

STANDARD = "leader"
"""What a type plays with when only the type is named."""


class Mind(NamedTuple):
    """How a seat is played: by which name, with what skill, and as which type ('' draws one)."""

    name: str
    skill: Skill
    type: str = ""


def skills() -> tuple[str, ...]:
    """Every skill a mind may be named by."""
    return (*MANNERS, *VARIANTS)


def names(rulebook: Rulebook, seat: int) -> tuple[str, ...]:
    """What a mind for this seat may be called: a skill, or one of the seat's types."""
    return (*skills(), *(kind.id for kind in rulebook.types[seat]))


def mind(rulebook: Rulebook, seat: int, name: str, content: Mapping[str, Any] | None = None) -> Mind | None:
    """The mind of that name, or None where there is no such. A type is then also the one the seat is dealt.

    `content` is the scenario's: a mind that follows the record, or that has learned, finds what it needs there.
    """
    manner, colon, kind = name.partition(":")
    if not colon and manner in rulebook.type_of[seat] and manner not in skills():
        manner, kind = STANDARD, name
    known = kind in rulebook.type_of[seat] if colon or kind else name in skills()
    if manner not in skills() or not known:
        return None
    return Mind(name, skill(manner, rulebook, content), kind)


__all__ = ["STANDARD", "Mind", "mind", "names", "skill", "skills"]
