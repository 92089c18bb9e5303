"""What everything in a scenario is called: registers, lets, constants, and the ids of each kind of thing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from game.engine.expression import Tree
from game.engine.registers import engine_registers
from game.engine.tables import Register
from game.scenario.shape.scene import Dial, Flag
from game.scenario.shape.whole import Scenario

SIGHTS = ("exact", "estimate", "hidden")


@dataclass(slots=True)
class Names:
    """The vocabulary of one scenario. Registers are complete here; the ledger is trimmed when tables are built."""

    seats: tuple[str, str]
    registers: dict[str, Register] = field(default_factory=dict)
    each: frozenset[str] = frozenset()
    lets: set[str] = field(default_factory=set)
    lets_each: set[str] = field(default_factory=set)
    constants: dict[str, float] = field(default_factory=dict)
    trees: dict[str, Tree] = field(default_factory=dict)
    """Resolved lets by canonical name."""
    ids: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Ids by kind of thing: entry, issue, channel, option.SEAT, ..."""
    entries: dict[str, int] = field(default_factory=dict)
    bounds: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Tighter bounds than the register's own, where the engine's facts have them."""
    shared: set[str] = field(default_factory=set)
    """Dials whose shares some expression reads."""
    dropped: frozenset[str] = frozenset()

    def known(self) -> Iterable[str]:
        """Every name an author may write, plainly."""
        for name in self.registers:
            if not name.startswith("share."):
                yield name
        for short in self.each:
            yield f"own.{short}"
            yield f"other.{short}"
        yield from self.lets
        yield from self.lets_each
        yield from self.constants

    def limits(self, name: str) -> tuple[int, int]:
        """Bounds in thousandths between which a register really lies."""
        register = self.registers[name]
        low, high = self.bounds.get(name, (register.low, register.high))
        return low, high


def names_of(scenario: Scenario, dropped: set[str]) -> Names:
    """Collect every name of a scenario."""
    seats = (scenario.seats[0].id, scenario.seats[1].id)
    names = Names(seats, dropped=frozenset(dropped))
    own = _dials(scenario, names)
    names.lets, names.lets_each = set(scenario.let), set(scenario.let_each)
    names.entries = {entry.id: number for number, entry in enumerate(scenario.calendar)}
    _ids(scenario, names)
    _constants(scenario, names)
    options: dict[tuple[int, str], bool] = {}
    for decision in scenario.decisions:
        if decision.seat in seats:
            for option in decision.options:
                place = (seats.index(decision.seat), option.id)
                options[place] = options.get(place, False) or option.public or option.seen
    for rider in scenario.riders:
        if rider.seat in seats:
            place = (seats.index(rider.seat), rider.id)
            options[place] = options.get(place, False) or rider.public or rider.seen
    facts = engine_registers(
        seats=seats,
        options=((seat, option, known) for (seat, option), known in options.items()),
        incidents=(
            (incident.id, viewers(incident.knows or incident.report.by(), seats)) for incident in scenario.incidents
        ),
        strikes=(strike.id for strike in scenario.strikes),
        circumstances=(circumstance.id for circumstance in scenario.circumstances),
        accords=(accord.id for accord in scenario.accords),
        channels=(channel.id for channel in scenario.channels),
        issues=(issue.id for issue in scenario.issues),
        endings=(ending.id for ending in scenario.endings),
        ledgered=(register.name for register in own if register.kind == "dial" and register.low >= 0),
    )
    for register in facts:
        names.registers[register.name] = register
    _bounds(scenario, names)
    return names


def viewers(listed: Iterable[str], seats: tuple[str, str]) -> tuple[bool, bool, bool]:
    """Who is told, as (seat one, seat two, the public)."""
    told = set(listed)
    return seats[0] in told, seats[1] in told, "public" in told


def _dials(scenario: Scenario, names: Names) -> list[Register]:
    seats = names.seats
    found: list[Register] = []
    each: set[str] = set()
    for kind, group in (("dial", scenario.dials), ("flag", scenario.flags)):
        for short, dial in group.items():
            if not dial.each:
                found.append(_register(short, kind, dial, -1, seats))
                continue
            each.add(short)
            found += [_register(f"{seat}.{short}", kind, dial, owner, seats) for owner, seat in enumerate(seats)]
    names.each = frozenset(each)
    for register in found:
        names.registers.setdefault(register.name, register)
    return found


def _register(name: str, kind: str, dial: Dial | Flag, owner: int, seats: tuple[str, str]) -> Register:
    low, high = (dial.range[0], dial.range[1]) if isinstance(dial, Dial) else (0, 1000)
    if isinstance(dial, Dial):
        start = dial.start.get(seats[owner] if owner >= 0 else "", dial.start.get("", low))
    else:
        start = 1000 if dial.start else 0
    one, two = (_sight(dial, seat, number == owner if owner >= 0 else None) for number, seat in enumerate(seats))
    late = max(dial.late.values(), default=0)
    if owner < 0 and dial.owner in seats:
        owner = seats.index(dial.owner)
    elif owner < 0 and len(dial.late) == 1 and next(iter(dial.late)) in seats:
        owner = 1 - seats.index(next(iter(dial.late)))
    return Register(name, kind, low, high, start, (one, two, dial.sees.get("public", "hidden")), late, owner)


def _sight(dial: Dial | Flag, seat: str, own: bool | None) -> str:
    if own is not None:
        whose = "own" if own else "other"
        if whose in dial.sees:
            return dial.sees[whose]
    return dial.sees.get(seat, "hidden")


def _ids(scenario: Scenario, names: Names) -> None:
    kinds: dict[str, Iterable[str]] = {
        "entry": names.entries,
        "issue": (issue.id for issue in scenario.issues),
        "channel": (channel.id for channel in scenario.channels),
        "incident": (incident.id for incident in scenario.incidents),
        "strike": (strike.id for strike in scenario.strikes),
        "accord": (accord.id for accord in scenario.accords),
        "ending": (ending.id for ending in scenario.endings),
        "circumstance": (circumstance.id for circumstance in scenario.circumstances),
        "audience": (audience.id for audience in scenario.audiences),
        "type": (kind.id for kind in scenario.types),
        "person": (person.id for person in scenario.people),
        "source": (source.id for source in scenario.sources),
        "paper": (paper.id for paper in scenario.papers),
        "claim": (claim.id for claim in scenario.claims),
        "criterion": (criterion.id for criterion in scenario.criteria),
        "flag": (name for name, register in names.registers.items() if register.kind == "flag"),
        "link": (link for link in _links(scenario)),
    }
    names.ids = {kind: tuple(dict.fromkeys(found)) for kind, found in kinds.items()}
    for seat in names.seats:
        options = [option.id for decision in scenario.decisions if decision.seat == seat for option in decision.options]
        names.ids[f"option.{seat}"] = tuple(dict.fromkeys(options))
        names.ids[f"rider.{seat}"] = tuple(rider.id for rider in scenario.riders if rider.seat == seat)
        names.ids[f"stress.{seat}"] = tuple(stress.id for stress in scenario.stresses if stress.seat == seat)
        names.ids[f"type.{seat}"] = tuple(kind.id for kind in scenario.types if kind.seat == seat)
        names.ids[f"war.{seat}"] = tuple(choice.id for choice in scenario.choices.get(seat, ()))


def _links(scenario: Scenario) -> Iterable[str]:
    for rider in scenario.riders:
        yield rider.link
    for decision in scenario.decisions:
        for option in decision.options:
            yield option.link


def _constants(scenario: Scenario, names: Names) -> None:
    for entry, number in names.entries.items():
        names.constants[f"day.{entry}"] = number
    for number, seat in enumerate(names.seats):
        names.constants[f"seat.{seat}"] = number
        for place, kind in enumerate(names.ids[f"type.{seat}"]):
            names.constants[f"type.{kind}"] = place
    for issue in scenario.issues:
        for place, level in enumerate(issue.levels):
            names.constants[f"level.{issue.id}.{level.id}"] = place


def _bounds(scenario: Scenario, names: Names) -> None:
    half_days = sum(entry.days for entry in scenario.calendar) // 500
    last = len(scenario.calendar)
    issues = {issue.id: len(issue.levels) - 1 for issue in scenario.issues}
    accords = {accord.id: accord.turns for accord in scenario.accords}
    probes = scenario.probe.each_game
    most = {
        "date": last - 1,
        "days": half_days // 2,
        "turn": last,
        "war": scenario.turns,
        "now.strike": 1,
        "danger_run": 1,
        "incidents": half_days * max(1, len(scenario.incidents)),
        "deal": 1,
        "deal.by": 2,
        "deal.public": 1,
        "reopened": 1,
    }
    for name, register in names.registers.items():
        if register.kind not in ("fact", "share"):
            continue
        first, _, rest = name.partition(".")
        high = most.get(name)
        if high is None:
            if register.kind == "share":
                names.bounds[name] = (0, names.registers[rest.partition(".")[2]].high)
                continue
            if first in names.seats:
                seat_types = len(names.ids[f"type.{first}"])
                high = {"type": max(0, seat_types - 1), "cabinet": last, "deadline": 20}.get(rest, 1)
            elif first == "deal":
                high = issues.get(rest, 1)
            elif first in ("ask", "heard"):
                high = issues.get(rest.partition(".")[2], 1)
            else:
                high = {
                    "mark": 3,
                    "unanswered": scenario.tests.most_unanswered,
                    "open": 4 * last,
                    "probes": probes,
                    "incident": half_days,
                    "accord": accords.get(rest, 1),
                    "now": 1,
                    "test": 1,
                }.get(first, 1)
        names.bounds[name] = (register.low, high * 1000)
