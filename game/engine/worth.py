"""What an end is worth to a seat, by criterion; the formulas are the scenario's.

Worth belongs to minds, analysis and debrief: no screen of play shows it.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.engine.amount import clamp, milli
from game.engine.rulebook import Rulebook
from game.engine.rulebook.rules import DEAL
from game.negotiation.clause import Clauses, level_of

HIGHEST = 20_000


def criteria(rulebook: Rulebook, values: Sequence[int], seat: int, ending: str) -> tuple[int, ...]:
    """The five criteria of an end, thousandths, each 0 to 20; war endings without a formula are 0 everywhere."""
    formula = rulebook.worth.get((seat, ending))
    if formula is None:
        found = rulebook.endings.get(ending)
        if found is None or found.group != "settlement":
            return (0,) * len(rulebook.tables.criteria)
        formula = rulebook.worth[seat, DEAL]
        added = _unmentioned(rulebook, values, seat)
        return tuple(clamp(milli(value) + more, 0, HIGHEST) for value, more in zip(formula(values), added, strict=True))
    return tuple(clamp(milli(value), 0, HIGHEST) for value in formula(values))


def _unmentioned(rulebook: Rulebook, values: Sequence[int], seat: int) -> list[int]:
    """What the issues outside the scenario's formula add: their tables, and the mean of a table for one left out."""
    negotiation = rulebook.tables.negotiation
    out = [0] * len(rulebook.tables.criteria)
    for number in rulebook.open_questions[seat]:
        level = values[rulebook.deal_issue[number]] // 1000
        for criterion, table in enumerate(negotiation.issues[number].worth[seat]):
            if not table:
                continue
            if level >= 0:
                out[criterion] += table[level]
            else:
                total = 0
                for value in table:
                    total += value
                out[criterion] += total * negotiation.unmentioned // (1000 * len(table))
    return out


def weighed(rulebook: Rulebook, seat: int, kind: int, by_criterion: tuple[int, ...]) -> int:
    """Criteria weighed by a leader's type, thousandths: 0 to about 100 points."""
    total = 0
    for weight, value in zip(rulebook.types[seat][kind].weights, by_criterion, strict=True):
        total += weight * value // 1000
    return total


def tasted(rulebook: Rulebook, values: Sequence[int], seat: int, kind: int) -> int:
    """What a type likes or hates in an end beyond the five criteria, thousandths of a point."""
    total = 0
    for condition, points in rulebook.tastes[seat][kind]:
        if condition is None or condition(values):
            total += points
    return total


def worth(rulebook: Rulebook, values: Sequence[int], seat: int, ending: str) -> int:
    """The worth of an end to the leader a seat was dealt, thousandths of a point."""
    kind = values[rulebook.type_at[seat]] // 1000
    total = weighed(rulebook, seat, kind, criteria(rulebook, values, seat, ending))
    group = rulebook.endings[ending].group if ending in rulebook.endings else ""
    if group == "settlement" or group == "standoff":
        total += tasted(rulebook, values, seat, kind)
    return total


def with_deal(rulebook: Rulebook, values: Sequence[int], clauses: Clauses, by: int) -> list[int]:
    """The vector as if these clauses had been agreed, on a text of seat `by`."""
    v = list(values)
    v[rulebook.deal_at] = 1000
    v[rulebook.deal_by] = by * 1000
    public = 0
    for issue, at in enumerate(rulebook.deal_issue):
        v[at] = 1000 * level_of(clauses, issue)
    for clause in clauses:
        v[rulebook.deal_secret[clause.issue]] = 1000 if clause.secret else 0
        public = public or (0 if clause.secret else 1000)
    v[rulebook.deal_public] = public
    return v


def settlement_of(rulebook: Rulebook, values: Sequence[int]) -> str:
    """The settlement ending that a vector with a deal in it comes to."""
    for ending, when in rulebook.settlements:
        if when is not None and when(values):
            return ending
    return rulebook.settlements[-1][0]


def deal_worth(rulebook: Rulebook, values: Sequence[int], clauses: Clauses, seat: int, by: int | None = None) -> int:
    """What agreeing these clauses now would be worth to a seat."""
    v = with_deal(rulebook, values, clauses, seat if by is None else by)
    return worth(rulebook, v, seat, settlement_of(rulebook, v))
