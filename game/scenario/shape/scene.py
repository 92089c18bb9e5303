"""scenario.yaml: who sits at the table, the calendar, what is counted, and who sees it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from game.scenario.shape.base import (
    ONE_OR_MAP,
    BySeat,
    Effects,
    Expression,
    Factual,
    Free,
    Id,
    Ids,
    Milli,
    Name,
    Prose,
    Shape,
    Whole,
)

Sight = Literal["exact", "estimate", "hidden"]


class Seat(Shape):
    id: Id
    name: Prose
    leader: Id
    adjective: Prose
    clock: Id
    brief: Prose


class Offset(Shape):
    """A place's clock from a moment on: minutes ahead of UTC."""

    since: str = Field(alias="from")
    offset: Whole
    label: Prose


class CalendarEntry(Factual):
    id: Id
    label: Prose
    kind: Literal["prologue", "turn", "aftermath"]
    days: Milli = 0
    at: str
    questions: Whole = 0
    note: Prose = ""
    again: Prose = ""
    """What these days are called when a broken peace has brought the crisis back to them."""


class Early(Shape):
    """Before an entry fewer standing orders may change in a turn."""

    before: Id
    changes: Whole


class Pace(Shape):
    minutes: Whole
    reading: Whole
    riders: Whole = 2
    changes: Whole = 2
    drafts: bool = False
    early: Early | None = None
    name: Prose = ""
    text: Prose = ""
    turns: list[list[Id]]
    asks: dict[str, Annotated[dict[str, Id], BySeat, ONE_OR_MAP]] = Field(default_factory=dict)


class Dial(Factual):
    each: bool = False
    range: Annotated[list[Milli], Field(min_length=2, max_length=2)]
    start: Annotated[dict[str, Milli], BySeat, ONE_OR_MAP]
    name: Prose = ""
    words: dict[Milli, Prose] = Field(default_factory=dict)
    own_words: dict[str, dict[Milli, Prose]] = Field(default_factory=dict)
    sees: dict[str, Sight] = Field(default_factory=dict)
    late: Annotated[dict[str, Whole], BySeat, ONE_OR_MAP] = Field(default_factory=dict)
    owner: Id = ""
    meaning: Prose = ""


class Flag(Factual):
    each: bool = False
    start: bool = False
    name: Prose = ""
    sees: dict[str, Sight] = Field(default_factory=dict)
    late: Annotated[dict[str, Whole], BySeat, ONE_OR_MAP] = Field(default_factory=dict)
    owner: Id = ""
    meaning: Prose = ""


class Rung(Factual):
    name: Prose
    band: Whole
    when: Expression
    text: Prose = ""


class Lens(Factual):
    """Another view of the same crisis: other priors, starts, and a scale on authored moves."""

    name: Prose
    text: Prose
    priors: dict[str, Milli] = Field(default_factory=dict)
    start: dict[Name, Milli] = Field(default_factory=dict)
    set: Effects = Field(default_factory=dict)
    scale: dict[Name, Milli] = Field(default_factory=dict)


class Criterion(Factual):
    id: Id
    name: Prose
    text: Prose = ""


def _criterion(value: object) -> object:
    return {"id": value, "name": value} if isinstance(value, str) else value


Criteria = list[Annotated[Criterion, BeforeValidator(_criterion), ONE_OR_MAP]]
Theme = Free
__all__ = ["CalendarEntry", "Criteria", "Dial", "Flag", "Ids", "Lens", "Offset", "Pace", "Rung", "Seat", "Theme"]
