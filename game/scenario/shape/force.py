"""incidents.yaml, war.yaml, types.yaml, circumstances.yaml: what nobody ordered, and who sits across."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from game.scenario.shape.base import Effects, Expression, Factual, Id, Ids, Milli, Name, Prose, Reports, Shape, Whole


class LastWords(Shape):
    title: Prose
    text: Prose
    hold: Prose
    call: Prose
    answer: Prose


class Incident(Factual):
    id: Id
    name: Prose
    chance: Expression
    outruns: Expression
    holder: Id
    still: Effects = Field(default_factory=dict)
    direct: Id = ""
    knows: Ids = Field(default_factory=list)
    report: Reports = Field(default_factory=Reports)
    last: LastWords | None = None
    general: Expression = "0"
    in_fact: Prose = ""


class LastDecision(Shape):
    hold: Expression
    call: Expression
    alerts: Name = ""


class Strike(Factual):
    id: Id
    seat: Id
    name: Prose
    works: Expression
    nuclear: Expression = "0"
    ending: Id = ""
    fails: Id = ""
    softens: Milli = 0
    halted: Id = ""
    goes_on: bool = False
    effects: Effects = Field(default_factory=dict)
    text: Prose
    seen: Prose = ""
    """What the side that is struck knows of it in the first hours; what its own side says where this is empty."""


class WarChoice(Factual):
    id: Id
    title: Prose
    text: Prose
    hardness: Milli = 0
    ceasefire: bool = False


class WarEndings(Shape):
    ceasefire: Id = ""
    limited: Id = ""
    nuclear: Id = ""
    general: Id = ""


WarRow = dict[str, Expression]


class Taste(Shape):
    when: Expression
    points: Milli


class GivesWay(Shape):
    """Chance that a leader gives way to a hard act, and to a soft one."""

    hard: Milli = 500
    soft: Milli = 500


class Type(Factual):
    """One way a leader may be made."""

    id: Id
    seat: Id
    name: Prose
    fears: Prose
    wants: Prose
    breaks: Prose
    weights: dict[str, Milli]
    liking: Milli = 0
    fear: Milli = 1000
    prior: Milli
    acts: Milli = 0
    stress: dict[str, Milli] = Field(default_factory=dict)
    answers: Milli = 500
    gives_way: GivesWay = Field(default_factory=GivesWay)
    war: dict[str, Milli] = Field(default_factory=dict)
    taste: list[Taste] = Field(default_factory=list)
    cabinet: Annotated[list[Id], Field(min_length=2, max_length=2)]
    cabinet_hint: Prose
    optimism: Milli = 0


class Beliefs(Shape):
    spread: Milli = 900
    floor: Milli = 20
    orders: Milli = 500


class Circumstance(Factual):
    """Something outside anyone's orders that is so in this game and not in another."""

    id: Id
    name: Prose
    in_fact: bool = False
    note: Prose
    armed: Expression = "true"
    when: Expression = "true"
    daily: Expression = ""
    chance: Expression = ""
    effects: Effects = Field(default_factory=dict)
    because: Prose = ""
    report: Reports = Field(default_factory=Reports)


__all__ = [
    "Beliefs", "Circumstance", "GivesWay", "Incident", "LastDecision", "LastWords", "Strike", "Taste", "Type",
    "WarChoice", "WarEndings", "WarRow", "Whole",
]  # fmt: skip
