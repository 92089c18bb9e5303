"""rules.yaml: what happens by itself, and what follows from what."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from game.scenario.shape.base import (
    Effects,
    Expression,
    Factual,
    Id,
    Milli,
    Name,
    Prose,
    Reports,
    Shape,
    Shared,
    Whole,
)  # fmt: skip


class Drift(Shape):
    dial: Name
    rate: Expression
    when: Expression = "true"
    each: bool = False
    seat: Id = ""


class Floor(Shape):
    dial: Name
    floor: Expression
    each: bool = False
    seat: Id = ""


class Observation(Shape):
    """An estimate is the truth plus `bias`, give or take `error`, taken afresh while `when` holds."""

    seat: Id = ""
    each: bool = False
    dial: Name
    error: Expression
    bias: Expression = "0"
    when: Expression = "true"


class Tests(Shape):
    """A soft act opens a test: will the other side answer in kind?"""

    opens_at: Milli
    answers_at: Milli
    turns: Whole
    answered: Shared = Field(default_factory=Shared)
    unanswered: Shared = Field(default_factory=Shared)
    most_unanswered: Whole = 3


class Received(Shape):
    """What it brings when the other leader gives way to an act, and when he stands firm; once for each point."""

    since: Whole = Field(default=1, alias="from")
    gave_way: Shared = Field(default_factory=Shared)
    stood_firm: Shared = Field(default_factory=Shared)


class Reception(Shape):
    """How headlines are received: the hard ones, and the soft ones. How likely a leader gives way stands with him."""

    hard: Received | None = None
    soft: Received | None = None


class Relief(Shape):
    """A hard act relieves now, and more will be expected next time."""

    since: Milli = Field(alias="from")
    dial: Name
    each_point: Milli
    most: Milli


class Accord(Factual):
    id: Id
    name: Prose
    text: Prose
    since: Id = Field(default="", alias="from")
    turns: Whole = 2
    keeps: dict[str, Expression]
    enter: Effects = Field(default_factory=dict)
    kept: Shared = Field(default_factory=Shared)
    broken: Shared = Field(default_factory=Shared)


class Deadline(Shape):
    passed: Shared = Field(default_factory=Shared)


class Audience(Factual):
    id: Id
    seat: Id
    name: Prose
    dial: Name
    angry: Literal["low", "high"] = "low"
    feels: dict[Name, Milli]
    words: dict[Milli, Prose] = Field(default_factory=dict)
    voice: Prose = ""


class Trigger(Factual):
    id: Id
    kind: Literal["link", "threshold", "rule", "secret", "dispute", "question"]
    link: str = ""
    seat: Id = ""
    each: bool = False
    audience: Id = ""
    armed: Expression = "true"
    when: Expression = "true"
    daily: Expression = ""
    chance: Expression = ""
    once: bool = True
    effects: Effects = Field(default_factory=dict)
    because: Prose = ""
    report: Reports = Field(default_factory=Reports)
    in_fact: Prose = ""


class Preview(Shape):
    width: Milli = 1000
    strip: Milli = 1000


Worth = dict[str, dict[str, Expression]]
__all__ = [
    "Accord", "Audience", "Deadline", "Drift", "Floor", "Observation", "Preview", "Relief", "Tests", "Trigger", "Worth",
]  # fmt: skip
