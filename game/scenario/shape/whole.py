"""The whole format: every top-level key, whichever file it stands in."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from game.scenario.shape import balance, force, letters, orders, rules, scene, words
from game.scenario.shape import council as chamber
from game.scenario.shape.base import Effects, Expression, Free, Id, Ids, Milli, Prose, Shape, Whole


class Scenario(Shape):
    """A scenario folder, read as one document: lists of several files joined, maps merged."""

    format: Literal[1]
    id: Id
    title: Prose
    version: Whole
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Z]{2})?$")] = "en"
    """In which it is written."""
    subtitle: Prose = ""
    about: Prose = ""
    seats: Annotated[list[scene.Seat], Field(min_length=2, max_length=2)]
    clocks: dict[str, list[scene.Offset]] = Field(default_factory=dict)
    calendar: Annotated[list[scene.CalendarEntry], Field(min_length=1)]
    paces: dict[Id, scene.Pace]
    dials: dict[Id, scene.Dial]
    flags: dict[Id, scene.Flag] = Field(default_factory=dict)
    ladder: list[scene.Rung]
    bands: list[Prose]
    lenses: dict[Id, scene.Lens] = Field(default_factory=dict)
    criteria: scene.Criteria
    theme: Free = Field(default_factory=dict)

    let: dict[Id, Expression] = Field(default_factory=dict)
    let_each: dict[Id, Expression] = Field(default_factory=dict)
    drift: list[rules.Drift] = Field(default_factory=list)
    floors: list[rules.Floor] = Field(default_factory=list)
    observation: list[rules.Observation] = Field(default_factory=list)
    tests: rules.Tests
    reception: rules.Reception = Field(default_factory=rules.Reception)
    relief: rules.Relief
    accords: list[rules.Accord] = Field(default_factory=list)
    deadline: rules.Deadline = Field(default_factory=rules.Deadline)
    audiences: list[rules.Audience] = Field(default_factory=list)
    triggers: list[rules.Trigger] = Field(default_factory=list)
    worth: dict[str, rules.Worth]
    preview: rules.Preview = Field(default_factory=rules.Preview)
    reopen: Id = ""

    decisions: list[orders.Decision]
    standing: list[orders.Standing] = Field(default_factory=list)
    riders: list[orders.Rider] = Field(default_factory=list)

    council: chamber.Council = Field(default_factory=chamber.Council)
    claims: list[chamber.Claim] = Field(default_factory=list)
    cards: list[chamber.Card] = Field(default_factory=list)

    issues: list[letters.Issue]
    channels: list[letters.Channel]
    negotiation: letters.Negotiation = Field(default_factory=letters.Negotiation)
    strengths: letters.Strengths = Field(default_factory=letters.Strengths)
    stresses: list[letters.Stress] = Field(default_factory=list)
    probes: list[letters.Probe] = Field(default_factory=list)
    probe: letters.ProbeLimits = Field(default_factory=letters.ProbeLimits)
    text_of_un: letters.OneText | None = None
    ready_drafts: list[letters.ReadyDraft] = Field(default_factory=list)
    history_letters: list[letters.RealLetter] = Field(default_factory=list)
    history_accepts: dict[str, Id] = Field(default_factory=dict)
    doctrines: list[balance.Doctrine] = Field(default_factory=list)
    targets: list[balance.Target] = Field(default_factory=list)
    wording: Free = Field(default_factory=dict)

    incidents: list[force.Incident] = Field(default_factory=list)
    last_decision: force.LastDecision
    strikes: list[force.Strike] = Field(default_factory=list)
    choices: dict[str, list[force.WarChoice]] = Field(default_factory=dict)
    table: list[force.WarRow] = Field(default_factory=list)
    opens: Id = ""
    ceasefire: Effects = Field(default_factory=dict)
    war_endings: force.WarEndings = Field(default_factory=force.WarEndings)
    unleashed: Expression = "0"
    local_nuclear_general: Expression = "0"
    weights: dict[str, list[Milli]] = Field(default_factory=dict)
    turns: Whole = 3
    types: list[force.Type]
    beliefs: force.Beliefs = Field(default_factory=force.Beliefs)
    drawn: Whole = 0
    circumstances: list[force.Circumstance] = Field(default_factory=list)

    people: list[words.Person] = Field(default_factory=list)
    items: list[words.Finding] = Field(default_factory=list)
    papers: list[words.Paper] = Field(default_factory=list)
    headlines: list[words.Headline] = Field(default_factory=list)
    groups: Ids
    endings: list[words.Ending]
    runs_out: Id = ""
    audience_lines: list[words.AudienceLine] = Field(default_factory=list)
    entries: list[words.Moment] = Field(default_factory=list)
    counterfactuals: list[words.Judgement] = Field(default_factory=list)
    terms: list[words.Term] = Field(default_factory=list)
    sources: list[words.Source] = Field(default_factory=list)
    seed: str = Field(default="", pattern=r"^[a-z0-9_-]+\.yaml$")
    """A file of claims in `seeds/`, next to the shelf."""
    essay: list[words.EssayClaim] = Field(default_factory=list)
