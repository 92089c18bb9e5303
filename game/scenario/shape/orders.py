"""decisions/*.yaml and orders.yaml: everything a seat can order."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from game.scenario.shape.base import Effects, Expression, Factual, Id, Ids, Milli, Name, Prose, Shape, Whole


class Delayed(Shape):
    """What an order brings later, when nobody thinks of it any more."""

    id: Id = ""
    """A name, so that translations keep to it wherever it stands in its list."""
    turns: Whole = Field(alias="in")
    effects: Effects
    because: Prose = ""
    condition: Expression = Field(default="", alias="if")


class Order(Factual):
    """What an option and a rider have in common."""

    id: Id
    title: Prose
    text: Prose
    historical: bool = False
    hardness: Milli = 0
    public: bool = False
    seen: bool = False
    effects: Effects = Field(default_factory=dict)
    delayed: list[Delayed] = Field(default_factory=list)
    requires: Expression = ""
    never: bool = False
    """Shown and refused for ever, with its `refused` sentence."""
    refused: Prose = ""
    commits: Milli = 0
    in_fact: Prose = ""


class Option(Order):
    """One thing the seat can order as its headline."""

    link: str = ""


class Variant(Shape):
    """What a decision says instead, where the game has gone another way."""

    id: Id = ""
    """A name, so that translations keep to it wherever it stands in its list."""
    when: Expression
    title: Prose = ""
    question: Prose = ""
    short: Prose = ""
    long: Prose = ""


class Decision(Factual):
    id: Id
    seat: Id
    entry: Ids
    extra: bool = False
    title: Prose
    question: Prose = ""
    short: Prose = ""
    long: Prose = ""
    unasked: Id = ""
    variants: list[Variant] = Field(default_factory=list)
    options: Annotated[list[Option], Field(min_length=1)]


class Rider(Order):
    """A yes or no signed with the headline."""

    seat: Id
    entries: Ids
    link: str = ""
    unlisted: Id = ""
    goes_with: Ids = Field(default_factory=list, alias="with")
    excludes: Ids = Field(default_factory=list)


class Step(Shape):
    hardness: Milli = 0
    effects: Effects = Field(default_factory=dict)


class Standing(Factual):
    """A dial that others carry out."""

    id: Id
    seat: Id
    dial: Name
    name: Prose
    levels: Annotated[list[Prose], Field(min_length=2)]
    text: Prose
    since: Id = Field(default="", alias="from")
    up: Step = Field(default_factory=Step)
    down: Step = Field(default_factory=Step)
    recall: Expression = ""
    jump: bool = False
    history: dict[str, Whole] = Field(default_factory=dict)
    unlisted: Id = ""
    requires: Expression = ""
    refused: Prose = ""
    in_fact: Prose = ""
