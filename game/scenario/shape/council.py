"""council.yaml: what advisers claim, and the cards that bear on it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from game.scenario.shape.base import Effects, Expression, Factual, Id, Ids, Milli, Prose, Shape, Whole


class Council(Shape):
    """How many claims and cards are laid out a turn, and what a right or wrong question does."""

    shown_claims: Whole = 9
    shown_cards: Whole = 4
    right: Effects = Field(default_factory=dict)
    wrong: Effects = Field(default_factory=dict)


class Claim(Factual):
    id: Id
    seat: Id
    entry: Id
    adviser: Id
    text: Prose
    sure: Annotated[Whole, Field(ge=1, le=4)]
    about: Ids
    bias: Milli = 0
    when: Expression = "true"


class Variant(Shape):
    id: Id = ""
    """A name, so that translations keep to it wherever it stands in its list."""
    when: Expression = "true"
    text: Prose
    bears: Ids = Field(default_factory=list)
    concedes: Prose = ""


class Card(Factual):
    id: Id
    seat: Id
    entry: Id
    kind: Literal["record", "report"]
    title: Prose
    text: Prose = ""
    dated: Prose = ""
    bears: Ids = Field(default_factory=list)
    when: Expression = "true"
    unlocks: Id = ""
    concedes: Prose = ""
    variants: list[Variant] = Field(default_factory=list)
