"""A clause: one issue at one level, said openly or kept secret."""

from __future__ import annotations

from typing import NamedTuple

UNSAID = -1
"""The level of an issue that a text does not mention."""


class Clause(NamedTuple):
    issue: int
    level: int
    secret: bool = False


Clauses = tuple[Clause, ...]


def level_of(clauses: Clauses, issue: int) -> int:
    """The level at which `clauses` put an issue, or UNSAID."""
    for clause in clauses:
        if clause.issue == issue:
            return clause.level
    return UNSAID


def has_secret(clauses: Clauses) -> bool:
    """Whether a text holds a clause that not everybody may hear."""
    return True in [clause.secret for clause in clauses]


def in_order(clauses: Clauses) -> Clauses:
    """The same clauses by issue: two texts that say the same are equal."""
    return tuple(sorted(clauses))


def changed(before: Clauses, after: Clauses) -> tuple[int, ...]:
    """Issues on which two texts differ in level, mention or secrecy."""
    first = {clause.issue: clause for clause in before}
    second = {clause.issue: clause for clause in after}
    return tuple([issue for issue in sorted(first.keys() | second.keys()) if first.get(issue) != second.get(issue)])


def with_change(clauses: Clauses, change: Clause) -> Clauses:
    """The text with one clause put in, replaced, or (at level UNSAID) struck out."""
    rest = [clause for clause in clauses if clause.issue != change.issue]
    if change.level != UNSAID:
        rest.append(change)
    return tuple(sorted(rest))
