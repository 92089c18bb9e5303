"""What one viewer knows. The only road from the truth to a seat runs through `engine.observe`."""

from __future__ import annotations

from typing import NamedTuple

from game.engine.move import Order
from game.engine.outcome import Outcome
from game.engine.report import Report
from game.engine.unlooked import Unlooked
from game.negotiation.letter import Letter

PUBLIC = 2
"""Index of the public among viewers; seats are 0 and 1."""


class Estimate(NamedTuple):
    """A dial that is not seen exactly, in thousandths; `as_of` is the turn of the last look."""

    low: int
    likely: int
    high: int
    as_of: int


Estimates = tuple[Estimate, ...] | Unlooked[Estimate]


class Dossier(NamedTuple):
    """A council's table: claims argued, cards laid out (with the variant shown), questions left."""

    claims: tuple[int, ...] = ()
    cards: tuple[tuple[int, int], ...] = ()
    questions: int = 0
    asked: tuple[tuple[int, int, bool], ...] = ()
    """(claim, card, conceded)."""


class Last(NamedTuple):
    """A last decision as its seats see it."""

    incident: int
    holder: int
    first: str
    """What the holder chose, once he has."""


class Knowledge(NamedTuple):
    """Everything a viewer may ever be shown. `exact` has a place for every register, zero where it is not seen."""

    viewer: int
    pace: int
    lens: int
    phase: str
    turn: int
    stage: str
    exact: tuple[int, ...]
    estimates: Estimates
    own_type: int
    belief: tuple[int, ...]
    """Millionths by type of the other seat."""
    inbox: tuple[Letter, ...]
    outbox: tuple[Letter, ...]
    reports: tuple[Report, ...]
    dossier: Dossier
    owed: tuple[bool, bool]
    signed: tuple[bool, bool]
    order: Order | None
    """The seat's own signed order of this phase."""
    orders: tuple[Order, ...]
    """The seat's own orders so far."""
    recalls: tuple[tuple[int, int], ...]
    """Own standing orders that are being taken back: (standing, target level)."""
    closed: tuple[tuple[int, int, int], ...]
    """Clauses the seat may not write: (issue, level, until turn)."""
    un_text: int
    """Number in the inbox of the text sent to both, or 0."""
    last: Last | None
    strike: str
    ended: Outcome | None
    over: bool
    cabinet: str
    """The phrase id about the day his own cabinet will bear an offer, or ''."""
    question: str = ""
    """The probe that the other side has put to this seat, which its next order may answer, or ''."""


_EXACT, _ESTIMATES, _BELIEF, _REPORTS, _DOSSIER, _SIGNED, _ORDER = (
    Knowledge._fields.index(name) for name in ("exact", "estimates", "belief", "reports", "dossier", "signed", "order")
)


def looked(knowledge: Knowledge) -> Knowledge:
    """The knowledge once its viewer has looked: plain values, and nothing of what they were made of."""
    seen = knowledge.estimates
    if not isinstance(seen, Unlooked):
        return knowledge
    parts: list[object] = list(knowledge)
    parts[_ESTIMATES] = seen.look()
    return Knowledge._make(parts)


def marked(knowledge: Knowledge, seat: int, order: Order | None) -> Knowledge:
    """The knowledge of a viewer once `seat` has signed or taken back its order; only that seat knows what it says."""
    signed = order is not None
    parts: list[object] = list(knowledge)
    parts[_SIGNED] = (signed, knowledge.signed[1]) if seat == 0 else (knowledge.signed[0], signed)
    if knowledge.viewer == seat:
        parts[_ORDER] = order
    return Knowledge._make(parts)


def asked(
    knowledge: Knowledge, question: tuple[int, int, bool], belief: tuple[int, ...], exact: tuple[int, ...],
    reports: tuple[Report, ...],
) -> Knowledge:  # fmt: skip
    """The knowledge of a seat once its council has answered a question."""
    claims, cards, questions, earlier = knowledge.dossier
    parts: list[object] = list(knowledge)
    parts[_DOSSIER] = Dossier(claims, cards, questions - 1, (*earlier, question))
    parts[_BELIEF] = belief
    parts[_EXACT] = exact
    parts[_REPORTS] = reports
    return Knowledge._make(parts)
