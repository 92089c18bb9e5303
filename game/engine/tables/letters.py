"""What may be written, by which channel, and what it costs."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.tables.effects import Expr, Ops


@dataclass(frozen=True, slots=True)
class Issue:
    id: str
    levels: tuple[str, ...]
    own_end: tuple[int, int]
    """+1 where higher levels are this seat's own end, else -1."""
    always: tuple[str, ...]
    """Per level: '' | secret | public."""
    core: bool
    worth: tuple[tuple[tuple[int, ...], ...], tuple[tuple[int, ...], ...]]
    """[seat][criterion][level] in thousandths; empty tuples where it has none."""
    disputed: int


@dataclass(frozen=True, slots=True)
class Channel:
    id: str
    delay: int
    late: Expr
    public: bool
    leak: Expr
    since: int
    seats: tuple[bool, bool]
    effects: tuple[Ops, Ops]
    """By the seat that sends."""
    ratchet: tuple[Ops, Ops]
    """What asking more than before costs, by sender."""
    rank: int
    """Order in which letters of one turn count when acceptances cross; lower is first, public before private."""
    back: bool
    """A private line of one man each side."""
    un: bool


@dataclass(frozen=True, slots=True)
class Strengths:
    feeler_early: tuple[Ops, Ops]
    offer_early: tuple[Ops, Ops]
    refused: tuple[Ops, Ops]
    """By the writer whose signed offer was left unanswered with a hold."""
    overruled: tuple[Ops, Ops]
    """By the writer who refuses his own older words."""
    stands: int
    changes: int
    leak_early: int
    stress_broken: tuple[Ops, Ops]
    accept_early: tuple[Ops, Ops] = ((), ())
    """By the seat that signs before its own cabinet will bear it."""


@dataclass(frozen=True, slots=True)
class Probe:
    id: str
    seat: int
    """The seat that may ask it."""
    issue: int
    answers: tuple[str, ...]
    truth: Expr


@dataclass(frozen=True, slots=True)
class Negotiation:
    issues: tuple[Issue, ...]
    channels: tuple[Channel, ...]
    strengths: Strengths
    stresses: tuple[tuple[str, ...], tuple[str, ...]]
    probes: tuple[Probe, ...]
    probe_turn: int
    probe_game: int
    honest: tuple[Expr, Expr]
    """Chance of a true answer, by the seat that asks."""
    un_when: Expr
    un_channel: int
    unmentioned: int
    """Worth of a clause left out, thousandths of the mean of its levels."""
    unsaid_level: int = 0
    since: int = -1
    """First entry on which letters may be sent, or -1."""
    stress_against: tuple[tuple[Expr, ...], tuple[Expr, ...]] = ((), ())
    """By seat and stress: the acts of one's own that belie it, or ''."""
