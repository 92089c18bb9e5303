"""letters.yaml: what can be agreed, by which roads, and in which words."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from game.scenario.shape.base import (
    ONE_OR_MAP,
    Effects,
    Expression,
    Factual,
    Id,
    Ids,
    Milli,
    Prose,
    Shape,
    Sources,
    Whole,
    thousandths,
)


class Level(Shape):
    id: Id
    text: Prose


class Issue(Factual):
    id: Id
    name: Prose
    text: Prose = ""
    levels: Annotated[list[Level], Field(min_length=2)]
    own_end: dict[str, Literal["high", "low"]]
    always: dict[str, Literal["secret", "public"]] = Field(default_factory=dict)
    core: bool = False
    worth: dict[str, dict[str, list[Milli]]] = Field(default_factory=dict)
    disputed: Milli = 0


def _ratchet(value: object) -> object:
    return value if isinstance(value, dict) else {"": thousandths(value)}


class Channel(Factual):
    id: Id
    name: Prose
    text: Prose
    delay: Whole = 1
    late: Expression = "0"
    hears: Prose = ""
    public: bool = False
    back: bool = False
    un: bool = False
    leak: Expression = "0"
    since: Id = Field(default="", alias="from")
    seats: Ids = Field(default_factory=list)
    effects: Effects = Field(default_factory=dict)
    ratchet: Annotated[Effects, BeforeValidator(_ratchet), ONE_OR_MAP] = Field(default_factory=dict)
    weight: Whole = 0


class Early(Shape):
    early: Effects = Field(default_factory=dict)


class Refused(Shape):
    writer: Effects = Field(default_factory=dict)
    refuser: Effects = Field(default_factory=dict)


class Strengths(Shape):
    """What each strength of word costs, and how long it holds."""

    feeler: Early = Field(default_factory=Early)
    offer: Early = Field(default_factory=Early)
    refused: Refused = Field(default_factory=Refused)
    overruled: Effects = Field(default_factory=dict)
    stress_broken: Effects = Field(default_factory=dict)
    accept_early: Effects = Field(default_factory=dict)
    ratchet: Effects = Field(default_factory=dict)
    stands: Whole = 3
    changes: Whole = 3
    leak_early: Milli = 0
    since: Id = Field(default="", alias="from")


class Negotiation(Shape):
    """What a clause left out is worth (share of the mean of its levels), and the level it counts as."""

    unmentioned: Milli = 600
    unsaid_level: Whole = 0


class Stress(Factual):
    id: Id
    seat: Id
    name: Prose
    text: Prose
    contradicts: Expression = ""


class Answer(Shape):
    id: Id
    text: Prose


class Probe(Factual):
    id: Id
    seat: Id
    question: Prose
    issue: Id
    answers: Annotated[list[Answer], Field(min_length=2)]
    truth: Expression


class ProbeLimits(Shape):
    each_turn: Whole = 1
    each_game: Whole = 4
    honest: Expression = "1"


class RealLetter(Shape):
    """A letter that was really sent, for the mind that replays the record."""

    seat: Id
    entry: Id
    channel: Id
    strength: Literal["feeler", "offer"]
    terms: dict[str, str]
    secret: Ids = Field(default_factory=list)
    stress: Id = ""
    source: Sources = Field(default_factory=list)


class ReadyDraft(Shape):
    """Terms that an adviser has ready from a day on, where letters are taken from drafts."""

    seat: Id
    since: Id
    terms: dict[str, str]
    secret: Ids = Field(default_factory=list)


class OneText(Shape):
    """The go-between's one text to both."""

    when: Expression
    channel: Id
