"""people, intelligence, press, endings, chronicle, glossary, sources: what is read."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from game.scenario.shape.base import Expression, Factual, Id, Ids, Milli, Prose, Shape, Sources, Whole


class Person(Factual):
    id: Id
    name: Prose
    post: Prose
    side: Id
    seat_as: Literal["adviser", "leader", "other"] = "other"
    leans: Literal["soft", "hard", ""] = ""
    """An adviser who hopes for an agreement, one who fears it, or one who may do either."""
    stance: Prose
    blind: Prose = ""
    look: Prose = ""


class Finding(Factual):
    """A line of intelligence, with what was hidden from it then."""

    id: Id
    seat: Id
    entry: Id
    title: Prose
    text: Prose
    dated: Prose
    confidence: Literal["low", "medium", "high"]
    truth: Prose
    known: Prose
    when: Expression = "true"


class Paper(Factual):
    id: Id
    seat: Id = ""
    masthead: Prose
    text: Prose = ""


class Headline(Factual):
    id: Id
    paper: Id
    entry: Ids
    when: Expression = "true"
    headline: Prose
    line: Prose = ""
    weight: Milli = 1000


class Ending(Factual):
    id: Id
    group: Id
    kind: Prose = ""
    when: Expression = ""
    title: Prose
    text: Prose
    paid: Prose
    last: Prose
    aftermath: bool | None = None
    war: bool | None = None


class AudienceLine(Factual):
    """Could he sell it? One audience's verdict on the end."""

    id: Id
    seat: Id
    name: Prose
    carried: Prose
    swallowed: Prose
    refused: Prose
    score: Expression


class Moment(Factual):
    id: Id = ""
    at: str
    text: Prose
    who: Ids


class EssayClaim(Shape):
    """One claim of the essay that a scenario grew from, with what the record says of it."""

    id: str = Field(pattern=r"^[A-Z][0-9]+$")
    line: Whole = 0
    says: Prose
    kind: str = ""
    verdict: Literal["holds", "partly", "wrong", "contested"]
    record: Prose
    source: Sources = Field(default_factory=list)
    mark: str = ""
    elements: list[str] = Field(default_factory=list)
    """Where it lives in the game: `glossary:offensive_arms`, `option:d_day1.write_letter`, or `debrief`."""
    debrief: Prose = ""
    corrected_by: list[str] = Field(default_factory=list)
    never: list[str] = Field(default_factory=list)


class Term(Factual):
    id: Id
    term: Prose
    text: Prose


class Judgement(Factual):
    """What might have happened instead: who says so, and who does not."""

    id: Id
    choice: Prose
    likely: Prose
    who: Prose
    against: Prose


class Source(Shape):
    id: str = Field(pattern=r"^[A-Za-z][A-Za-z0-9_]*$")
    text: Prose
    mark: str = ""
