"""What two texts make of each other: agreement, asking more, and acceptances that cross."""

from __future__ import annotations

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


def halfway(one: Clauses, other: Clauses, issues: int) -> Clauses:
    """Each issue at the level halfway between two texts, rounded toward the lower level; both must mention it."""
    mine = {clause.issue: clause for clause in one}
    theirs = {clause.issue: clause for clause in other}
    out: list[Clause] = []
    for issue in range(issues):
        if issue in mine and issue in theirs:
            out.append(Clause(issue, (mine[issue].level + theirs[issue].level) // 2))
        elif issue in mine or issue in theirs:
            out.append(mine.get(issue) or theirs[issue])
    return in_order(tuple(out))
