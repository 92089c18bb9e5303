"""What two texts make of each other: agreement, asking more, and acceptances that cross."""

from __future__ import annotations

from collections.abc import Sequence

from game.negotiation.clause import Clause, Clauses, in_order


def agreed(one: Clauses, other: Clauses) -> Clauses:
    """The clauses on which both texts agree in level and secrecy."""
    theirs = frozenset(other)
    return tuple(clause for clause in one if clause in theirs)


def asks_more(before: Clauses, after: Clauses, own_end: tuple[int, ...]) -> tuple[int, ...]:
    """Issues on which `after` stands nearer the writer's own end than `before` did; `own_end` is +1 or -1 by issue."""
    earlier = {clause.issue: clause.level for clause in before}
    out = []
    for clause in after:
        level = earlier.get(clause.issue)
        if level is not None and (clause.level - level) * own_end[clause.issue] > 0:
            out.append(clause.issue)
    return tuple(out)


def crossing(first: Clauses, first_sent: tuple[int, int], second: Clauses, second_sent: tuple[int, int]) -> Clauses:
    """The settlement when each side accepted the other's text in the same phase.

    Clauses on which both agree stand. A differing clause takes the level of the text sent first, where `sent` is
    (turn, rank of channel: public before private); if still equal it counts as not mentioned. No lot decides.
    """
    mine = {clause.issue: clause for clause in first}
    theirs = {clause.issue: clause for clause in second}
    out: list[Clause] = []
    for issue in sorted(mine.keys() | theirs.keys()):
        one, other = mine.get(issue), theirs.get(issue)
        if one == other and one is not None:
            out.append(one)
            continue
        if first_sent == second_sent:
            continue
        earlier = one if first_sent < second_sent else other
        if earlier is not None:
            out.append(earlier)
    return in_order(tuple(out))


def halfway(one: Clauses, other: Clauses, unsayable: Sequence[frozenset[int]]) -> Clauses:
    """Each issue at the level halfway between two texts, rounded toward the lower level, for anybody to read.

    `unsayable` holds, by issue, the levels that are never said openly. One of them becomes the nearest level that lies
    between the two texts and may be said, the lower first; where there is none, and where only one text mentions the
    issue and in secret, the issue is left out.
    """
    mine = {clause.issue: clause for clause in one}
    theirs = {clause.issue: clause for clause in other}
    out: list[Clause] = []
    for issue, hidden in enumerate(unsayable):
        first, second = mine.get(issue), theirs.get(issue)
        if first is not None and second is not None:
            low, high = min(first.level, second.level), max(first.level, second.level)
            half = (low + high) // 2
            near = [(abs(level - half), level) for level in range(low, high + 1) if level not in hidden]
            if near:
                out.append(Clause(issue, min(near)[1]))
            continue
        only = first or second
        if only is not None and not only.secret:
            out.append(only)
    return in_order(tuple(out))
