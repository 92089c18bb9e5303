"""doctrines.yaml and targets.yaml: whole lines of play to try, and what the numbers should come to."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field, WithJsonSchema

from game.scenario.shape.base import ONE_OR_MORE, Expression, Id, Ids, Milli, Prose, Shape, Whole, listed


class DoctrineLetter(Shape):
    """A letter that a doctrine sends when its day comes."""

    entry: Id
    channel: Id
    strength: Annotated[str, Field(pattern="^(feeler|offer)$")] = "offer"
    terms: Annotated[dict[Id, Id], Field(min_length=1)]
    secret: Ids = Field(default_factory=list)
    stress: str = ""


class Acceptance(Shape):
    """From an entry on, while `when` holds, a signed text is accepted that gives the seat at least these terms."""

    since: Id = Field(alias="from")
    when: Expression = ""
    """Read from what the seat sees exactly; '' always holds."""
    terms: Annotated[dict[Id, Id], Field(min_length=1)]


Preference = Annotated[
    list[Id],
    BeforeValidator(listed),
    WithJsonSchema(ONE_OR_MORE),
]
"""An option, or several in order of preference: the first that is open is signed."""


class Doctrine(Shape):
    """One seat's whole line of play; what it does not name is left to the unasked option."""

    id: Id
    seat: Id
    name: Prose
    text: Prose
    orders: dict[Id, Preference] = Field(default_factory=dict)
    """Options by calendar entry."""
    standing: dict[Id, dict[Id, Whole]] = Field(default_factory=dict)
    """Levels by standing order and entry."""
    riders: Ids = Field(default_factory=list)
    letters: list[DoctrineLetter] = Field(default_factory=list)
    accepts: list[Acceptance] = Field(default_factory=list)


class Target(Shape):
    """What a measured figure should come to; shares are from 0 to 1."""

    id: Id
    text: Prose
    measure: str
    at_least: Milli | None = None
    at_most: Milli | None = None
