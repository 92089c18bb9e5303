"""Who sits where: a person, a mind with its skill, another person, or nobody (what is unasked happens)."""

from __future__ import annotations

from typing import NamedTuple

from game.journal.line import PERSON, UNASKED
from game.referee.wanted import HISTORY

MIND = "mind"
LEADER = "leader"
"""A mind with aims of its own."""


class Sitter(NamedTuple):
    """Whoever moves for a seat. `skill` and `version` are a mind's."""

    kind: str
    skill: str = ""
    version: str = ""

    @property
    def by(self) -> str:
        """How the journal names him."""
        return f"{MIND}:{self.skill}/{self.version}" if self.kind == MIND else self.kind


Seats = tuple[Sitter, Sitter]

ONE_PERSON = Sitter(PERSON)
NOBODY = Sitter(UNASKED)


def mind(skill: str, version: str = "1") -> Sitter:
    return Sitter(MIND, skill, version)


def skill_for(against: str) -> str:
    """The skill of whoever sits opposite, as a player names him: a kind of leader is a leader who is of that kind."""
    return HISTORY if against == HISTORY else LEADER


def named(by: str) -> Sitter | None:
    """The sitter that a journal names, or None."""
    if by in (PERSON, UNASKED):
        return Sitter(by)
    kind, colon, rest = by.partition(":")
    skill, _, version = rest.partition("/")
    return Sitter(MIND, skill, version) if kind == MIND and colon and skill else None


def seated(names: tuple[str, str]) -> Seats:
    """The sitters of a header; a name of no known kind is a person's."""
    return (named(names[0]) or ONE_PERSON, named(names[1]) or ONE_PERSON)
