"""The rules of one crisis as compiled tables: plain values, every name resolved, every amount in thousandths.

A scenario's YAML becomes one `Tables`; `engine.rulebook` turns it into running code. Expressions are canonical text:
full register names, no `own.` or `other.`. The digest of these tables, not of the YAML, names a rulebook.
"""

from __future__ import annotations

from dataclasses import dataclass, field

Expr = str
Ops = tuple[tuple[str, str, int], ...]
"""Effects: (op, target, amount). `move`/`set` take a register and thousandths; the other ops are in `effects.OPS`."""


@dataclass(frozen=True, slots=True)
class Register:
    """One number of the game: a dial, a flag, or a fact the engine keeps. Bounds and start in thousandths."""

    name: str
    kind: str
    """dial | flag | share | fact"""
    low: int
    high: int
    start: int
    sees: tuple[str, str, str]
    """How seat one, seat two and the public see it: exact | estimate | hidden."""
    late: int = 0
    """Turns by which a viewer other than its owner learns it late."""
    owner: int = -1
    """The seat it belongs to, or -1."""


@dataclass(frozen=True, slots=True)
class Entry:
    id: str
    kind: str
    """prologue | turn | aftermath"""
    half_days: int
    at: int
    """Minutes UTC since the epoch of the tables."""
    questions: int


@dataclass(frozen=True, slots=True)
class Turn:
    """Calendar entries played as one turn; `asks` is the entry whose decision each seat is asked."""

    entries: tuple[int, ...]
    asks: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Pace:
    id: str
    minutes: int
    reading: int
    riders: int
    changes: int
    drafts: bool
    turns: tuple[Turn, ...]
    early_before: int = -1
    """Until this entry fewer standing orders may change in a turn; -1 for never."""
    early_changes: int = 1


@dataclass(frozen=True, slots=True)
class Delayed:
    turns: int
    effects: Ops
    because: str
    """Text id of the because-line, or ''."""
    condition: Expr = ""


@dataclass(frozen=True, slots=True)
class Option:
    """Something a seat can order as its headline (or a rider)."""

    id: str
    hardness: int
    """-2000 soft to +2000 hard, thousandths."""
    public: bool
    seen: bool
    effects: Ops
    delayed: tuple[Delayed, ...]
    requires: Expr
    historical: bool


@dataclass(frozen=True, slots=True)
class Decision:
    id: str
    seat: int
    entries: tuple[int, ...]
    extra: bool
    unasked: int
    """Index of the option taken when a pace does not ask; -1 for extras."""
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Rider:
    option: Option
    seat: int
    entries: tuple[int, ...]
    link: str
    unlisted: str
    """Flag register that brings it to light, or ''."""
    goes_with: tuple[str, ...]
    excludes: tuple[str, ...] = ()
    """Riders that cannot be signed beside it."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A dial that others carry out; a change names its target level."""

    id: str
    seat: int
    dial: str
    levels: int
    up_hardness: int
    up: Ops
    down_hardness: int
    down: Ops
    recall: Expr
    """Chance that taking it back arrives, each turn; '' when it is instant."""
    jump: bool
    unlisted: str
    requires: Expr
    since: int
    """First entry on which it may be changed, or -1."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """Effects that follow when a condition comes true: threshold, link, rule, secret, dispute, circumstance."""

    id: str
    kind: str
    link: str
    seat: int
    armed: Expr
    when: Expr
    daily: Expr
    chance: Expr
    once: bool
    effects: Ops
    knows: tuple[bool, bool, bool]
    """Whether seat one, seat two, the public get a report."""


@dataclass(frozen=True, slots=True)
class Drift:
    dial: str
    rate: Expr
    when: Expr


@dataclass(frozen=True, slots=True)
class Floor:
    dial: str
    floor: Expr


@dataclass(frozen=True, slots=True)
class Observation:
    seat: int
    dial: str
    error: Expr
    bias: Expr
    when: Expr


@dataclass(frozen=True, slots=True)
class Tests:
    opens_at: int
    answers_at: int
    turns: int
    answered: tuple[Ops, Ops]
    """Effects by the seat that opened the test."""
    unanswered: tuple[Ops, Ops]
    most_unanswered: int


@dataclass(frozen=True, slots=True)
class Reception:
    """How a hard headline, or a soft one, is received across the water: he gives way to it or stands firm."""

    since: int
    """Points of hardness (softness) from which an act is received at all; 0 where the rule is not in use."""
    gave_way: tuple[Ops, Ops]
    """Effects by the seat that acted, once for each point."""
    stood_firm: tuple[Ops, Ops]


@dataclass(frozen=True, slots=True)
class Relief:
    since: int
    """Hardness (thousandths) from which a headline raises the floor."""
    dials: tuple[str, str]
    each_point: int
    most: int


@dataclass(frozen=True, slots=True)
class Accord:
    id: str
    since: int
    turns: int
    keeps: tuple[Expr, Expr]
    enter: Ops
    kept: Ops
    broken: tuple[Ops, Ops]
    """Effects by the seat that broke it."""


@dataclass(frozen=True, slots=True)
class Audience:
    id: str
    seat: int
    dial: str
    angry_low: bool
    feels: tuple[tuple[str, int], ...]
    """(dial, sign): what pleases (+) or angers (-) it, for previews."""


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


@dataclass(frozen=True, slots=True)
class Incident:
    id: str
    chance: Expr
    outruns: Expr
    holder: int
    """The seat that holds the trigger; -1 for the higher alert."""
    still: Ops
    direct: str
    """Ending or strike it goes to with no last decision, or ''."""
    knows: tuple[bool, bool, bool]
    general: Expr


@dataclass(frozen=True, slots=True)
class LastDecision:
    hold: tuple[Expr, Expr]
    call: tuple[Expr, Expr]
    alerts: tuple[str, str]
    """The dial that decides who holds the trigger when nobody is named."""


@dataclass(frozen=True, slots=True)
class Strike:
    id: str
    seat: int
    works: Expr
    nuclear: Expr
    ending: str
    """What a strike that worked comes to."""
    fails: str
    effects: Ops
    softens: int = 0
    """Share of the answering side's other choices that goes to its first one, thousandths."""


@dataclass(frozen=True, slots=True)
class WarChoice:
    id: str
    seat: int
    hardness: int
    ceasefire: bool


@dataclass(frozen=True, slots=True)
class WarRow:
    choices: tuple[str, str]
    """Choice of seat one, of seat two."""
    chances: tuple[Expr, Expr, Expr, Expr, Expr]
    """next turn, cease-fire, limited war, local nuclear use, general war; they sum to 1."""


@dataclass(frozen=True, slots=True)
class War:
    strikes: tuple[Strike, ...]
    choices: tuple[WarChoice, ...]
    table: tuple[WarRow, ...]
    turns: int
    opens: str
    """Strike id that a failed last decision counts as."""
    nuclear_general: Expr
    """Chance that local nuclear use becomes general war."""
    endings: tuple[str, str, str, str]
    """Endings: cease-fire, limited war, local nuclear use, general war."""
    ceasefire: Ops


@dataclass(frozen=True, slots=True)
class Type:
    """One way a leader may be made; drawn in `begin`, never shown to the other seat."""

    id: str
    seat: int
    weights: tuple[int, ...]
    """By criterion, thousandths."""
    liking: int
    fear: int
    prior: int
    acts: int
    """Mean hardness an observer expects, thousandths."""
    stress: tuple[int, ...]
    answers: int
    """Chance that he answers a test, thousandths."""
    gives_way: tuple[int, int]
    """Chance that he gives way to a hard act, to a soft one, thousandths."""
    war: tuple[tuple[str, int], ...]
    taste: tuple[tuple[Expr, int], ...]
    cabinet: tuple[int, int]
    optimism: int


@dataclass(frozen=True, slots=True)
class Beliefs:
    spread: int
    floor: int
    orders: int


@dataclass(frozen=True, slots=True)
class Ending:
    id: str
    group: str
    when: Expr
    aftermath: bool
    war: bool


@dataclass(frozen=True, slots=True)
class Claim:
    id: str
    seat: int
    entry: int
    about: tuple[str, ...]
    bias: int
    when: Expr


@dataclass(frozen=True, slots=True)
class Variant:
    when: Expr
    bears: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Card:
    id: str
    seat: int
    entry: int
    record: bool
    bears: tuple[str, ...]
    when: Expr
    unlocks: str
    variants: tuple[Variant, ...]


@dataclass(frozen=True, slots=True)
class Council:
    claims: tuple[Claim, ...]
    cards: tuple[Card, ...]
    shown_claims: int
    shown_cards: int
    right: tuple[Ops, Ops]
    wrong: tuple[Ops, Ops]


@dataclass(frozen=True, slots=True)
class Circumstance:
    id: str
    in_fact: bool


@dataclass(frozen=True, slots=True)
class Lens:
    id: str
    priors: tuple[tuple[str, int], ...]
    start: tuple[tuple[str, int], ...]
    scale: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Rung:
    band: int
    when: Expr


@dataclass(frozen=True, slots=True)
class Worth:
    seat: int
    ending: str
    """An ending id, or `deal`."""
    criteria: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Tables:
    """Everything the engine knows of one crisis."""

    format: int
    id: str
    version: int
    seats: tuple[str, str]
    criteria: tuple[str, ...]
    registers: tuple[Register, ...]
    ledgered: tuple[str, ...]
    """Dials whose shares by owner are kept, because danger reads them."""
    entries: tuple[Entry, ...]
    paces: tuple[Pace, ...]
    lenses: tuple[Lens, ...]
    lets: tuple[tuple[str, Expr], ...]
    """(`let.NAME` or `let.SEAT.NAME`, expression), any order, no cycles."""
    ladder: tuple[Rung, ...]
    drift: tuple[Drift, ...]
    floors: tuple[Floor, ...]
    observation: tuple[Observation, ...]
    tests: Tests
    reception: tuple[Reception, Reception]
    """Of hard acts, of soft ones."""
    relief: Relief
    accords: tuple[Accord, ...]
    deadline_passed: tuple[Ops, Ops]
    audiences: tuple[Audience, ...]
    triggers: tuple[Trigger, ...]
    decisions: tuple[Decision, ...]
    riders: tuple[Rider, ...]
    standing: tuple[Standing, ...]
    negotiation: Negotiation
    incidents: tuple[Incident, ...]
    last: LastDecision
    war: War
    types: tuple[Type, ...]
    beliefs: Beliefs
    endings: tuple[Ending, ...]
    standoff: str
    """The ending of a crisis that runs out its calendar."""
    council: Council
    circumstances: tuple[Circumstance, ...]
    circumstances_drawn: int
    worth: tuple[Worth, ...]
    preview_width: int
    """How far a shown range keeps of the interval that arithmetic gives, thousandths."""
    reopen_entry: int
    """The entry at which a broken peace takes up the crisis again, or -1."""
    epoch: str = ""
    strip_width: int = 1000
    """The same for the danger strip."""
    extras: tuple[tuple[str, str], ...] = field(default=())
