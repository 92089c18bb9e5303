"""Minds by name, for whole games played without anyone waiting: a skill, a doctrine, a type, or `skill:type`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from game.engine.rulebook import Rulebook
from game.opponent import doctrine
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


def names(rulebook: Rulebook, seat: int, content: Mapping[str, Any] | None = None) -> tuple[str, ...]:
    """What a mind for this seat may be called: a skill, one of the seat's types, or one of its doctrines."""
    return (*skills(), *(kind.id for kind in rulebook.types[seat]), *doctrines(rulebook, seat, content))


def doctrines(rulebook: Rulebook, seat: int, content: Mapping[str, Any] | None) -> tuple[str, ...]:
    """The doctrines that the scenario has for a seat."""
    return doctrine.names(content or {}, rulebook.seats[seat])


def mind(rulebook: Rulebook, seat: int, name: str, content: Mapping[str, Any] | None = None) -> Mind | None:
    """The mind of that name, or None where there is no such. A type is then also the one the seat is dealt.

    `content` is the scenario's: a mind that follows the record, or that has learned, finds what it needs there.
    """
    manner, colon, kind = name.partition(":")
    if not colon and manner in rulebook.type_of[seat] and manner not in skills():
        manner, kind = STANDARD, name
    lines = doctrines(rulebook, seat, content)
    known = kind in rulebook.type_of[seat] if colon or kind else manner in skills() or manner in lines
    if not known:
        return None
    if manner in skills():
        return Mind(name, skill(manner, rulebook, content), kind)
    if manner in lines:
        record = doctrine.line(rulebook, content or {}, rulebook.seats[seat], manner)
        return Mind(name, replace(skill("history", rulebook, content), name=manner, record=record), kind)
    return None


__all__ = ["STANDARD", "Mind", "doctrines", "mind", "names", "skill", "skills"]
