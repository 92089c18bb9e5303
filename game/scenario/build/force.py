"""Incidents, the last decision, the war phase, types of leader, endings."""

from __future__ import annotations

from game.engine.tables import (
    Beliefs,
    Ending,
    Incident,
    LastDecision,
    Strike,
    Type,
    War,
    WarChoice,
    WarRow,
)
from game.scenario.names import viewers
from game.scenario.resolve import Resolver
from game.scenario.shape import force
from game.scenario.shape.whole import Scenario
from game.scenario.source import Path

OUTCOMES = ("next", "ceasefire", "limited", "nuclear", "general")
HIGHER = "higher_"


def incidents(resolver: Resolver, scenario: Scenario) -> tuple[Incident, ...]:
    out = []
    known = (*resolver.names.seats, "public")
    for number, incident in enumerate(scenario.incidents):
        path: Path = ("incidents", number)
        holder = -1
        if not incident.holder.startswith(HIGHER):
            holder = resolver.seat(incident.holder, (*path, "holder"))
        own = holder if holder >= 0 else None
        for step, listed in (("knows", list(incident.knows)), ("report", list(incident.report.by()))):
            for index, viewer in enumerate(listed):
                if viewer not in known:
                    at: Path = (*path, step, index if step == "knows" else viewer)
                    resolver.error(
                        at,
                        f"nobody called `{viewer}` could know of it",
                        resolver.near(viewer, known),
                        key=step == "report",
                    )
        if incident.direct and incident.direct not in resolver.names.ids["strike"]:
            resolver.one_of("ending", incident.direct, (*path, "direct"), "ending or strike")
        if not incident.direct and incident.last is None:
            resolver.error(path, f"`last` is missing: what `{incident.id}` says when it outruns control (or `direct:`)")
        out.append(
            Incident(
                incident.id,
                resolver.expression(incident.chance, (*path, "chance"), "chance", own, incident.id),
                resolver.expression(incident.outruns, (*path, "outruns"), "chance", own, incident.id),
                holder,
                resolver.effects(incident.still, (*path, "still"), own),
                incident.direct,
                viewers(incident.knows or incident.report.by(), resolver.names.seats),
                resolver.expression(incident.general, (*path, "general"), "chance", own, incident.id),
            )
        )
    return tuple(out)


def last_decision(resolver: Resolver, scenario: Scenario) -> LastDecision:
    shaped = scenario.last_decision
    hold_one, hold_two = (
        resolver.expression(shaped.hold, ("last_decision", "hold"), "chance", seat, "last_decision")
        for seat in range(2)
    )
    call_one, call_two = (
        resolver.expression(shaped.call, ("last_decision", "call"), "chance", seat, "last_decision")
        for seat in range(2)
    )
    return LastDecision((hold_one, hold_two), (call_one, call_two), _alerts(resolver, scenario))


def _alerts(resolver: Resolver, scenario: Scenario) -> tuple[str, str]:
    """The dial that says who holds the trigger of an incident that names nobody."""
    written, path = scenario.last_decision.alerts, ("last_decision", "alerts")
    for number, incident in enumerate(scenario.incidents):
        if not written and incident.holder.startswith(HIGHER):
            written, path = f"own.{incident.holder.removeprefix(HIGHER)}", ("incidents", number, "holder")  # type: ignore[assignment]
    if not written:
        fallback = next(iter(sorted(resolver.names.each)), "")
        if not fallback:
            return "date", "date"
        written = f"own.{fallback}"
    one, two = (resolver.register(written, path, seat) for seat in range(2))
    return one, two


def war(resolver: Resolver, scenario: Scenario) -> War:
    names = scenario.war_endings
    strikes = tuple(_strike(resolver, scenario, number) for number in range(len(scenario.strikes)))
    choices = []
    for seat_name, listed in scenario.choices.items():
        seat = resolver.seat(seat_name, ("choices", seat_name))
        choices += [WarChoice(choice.id, seat, choice.hardness, choice.ceasefire) for choice in listed]
    if scenario.opens:
        resolver.one_of("strike", scenario.opens, ("opens",))
    elif strikes:
        resolver.error(("strikes",), "`opens` is missing: the strike that a failed last decision counts as", key=True)
    for name in ("ceasefire", "limited", "nuclear", "general"):
        ending = getattr(names, name)
        if ending:
            resolver.one_of("ending", ending, ("war_endings", name))
        elif strikes:
            resolver.error(("war_endings",), f"`{name}` is missing: the ending that `{name}` in the war table comes to")
    return War(
        strikes,
        tuple(choices),
        _table(resolver, scenario),
        scenario.turns,
        scenario.opens,
        resolver.expression(scenario.local_nuclear_general, ("local_nuclear_general",), "chance", None, "war"),
        (names.ceasefire, names.limited, names.nuclear, names.general),
        resolver.effects(scenario.ceasefire, ("ceasefire",)),
    )


def _strike(resolver: Resolver, scenario: Scenario, number: int) -> Strike:
    strike = scenario.strikes[number]
    path: Path = ("strikes", number)
    seat = resolver.seat(strike.seat, (*path, "seat"))
    own = seat if seat >= 0 else None
    for part, ending in (("ending", strike.ending), ("fails", strike.fails), ("halted", strike.halted)):
        if ending:
            resolver.one_of("ending", ending, (*path, part))
    return Strike(
        strike.id,
        seat,
        resolver.expression(strike.works, (*path, "works"), "chance", own, strike.id),
        resolver.expression(strike.nuclear, (*path, "nuclear"), "chance", own, strike.id),
        strike.ending,
        strike.fails or scenario.war_endings.limited,
        resolver.effects(strike.effects, (*path, "effects"), own),
        strike.softens,
        strike.halted,
        strike.goes_on,
    )


def _table(resolver: Resolver, scenario: Scenario) -> tuple[WarRow, ...]:
    seats = resolver.names.seats
    out: dict[tuple[str, str], WarRow] = {}
    for number, row in enumerate(scenario.table):
        path: Path = ("table", number)
        for key in row:
            if key not in (*seats, *OUTCOMES):
                resolver.error(
                    (*path, key), f"`{key}` is not a key here", resolver.near(key, (*seats, *OUTCOMES)), key=True
                )
        chosen = []
        for seat in seats:
            choice = row.get(seat, "")
            if not choice:
                resolver.error(path, f"this row does not say what {seat} chooses")
            else:
                resolver.one_of(f"war.{seat}", choice, (*path, seat), "choice")
            chosen.append(choice)
        chances = tuple(
            resolver.expression(row.get(key, "0"), (*path, key), "chance", None, "war table") for key in OUTCOMES
        )
        place = (chosen[0], chosen[1])
        if place in out:
            resolver.error(path, f"there are two rows for {place[0]} and {place[1]}")
        out[place] = WarRow(place, (chances[0], chances[1], chances[2], chances[3], chances[4]))
    for one in resolver.names.ids[f"war.{seats[0]}"]:
        for two in resolver.names.ids[f"war.{seats[1]}"]:
            if (one, two) not in out:
                resolver.error(("table",), f"the war table has no row for {seats[0]} `{one}` and {seats[1]} `{two}`")
    return tuple(out.values())


def _gives_way(resolver: Resolver, kind: force.Type, path: Path) -> tuple[int, int]:
    """The two chances that a leader gives way, each from 0 to 1."""
    for name in ("hard", "soft"):
        if not 0 <= getattr(kind.gives_way, name) <= 1000:
            resolver.error((*path, "gives_way", name), f"`{kind.id}` gives way with a chance from 0 to 1")
    return kind.gives_way.hard, kind.gives_way.soft


def types(resolver: Resolver, scenario: Scenario) -> tuple[Type, ...]:
    out = []
    criteria = [criterion.id for criterion in scenario.criteria]
    for number, kind in enumerate(scenario.types):
        path: Path = ("types", number)
        seat = resolver.seat(kind.seat, (*path, "seat"))
        own = seat if seat >= 0 else None
        for criterion in criteria:
            if criterion not in kind.weights:
                resolver.error((*path, "weights"), f"`{kind.id}` gives no weight to `{criterion}`")
        for criterion in kind.weights:
            if criterion not in criteria:
                resolver.error(
                    (*path, "weights", criterion),
                    f"there is no criterion `{criterion}`",
                    resolver.near(criterion, criteria),
                    key=True,
                )
        stresses = resolver.names.ids.get(f"stress.{kind.seat}", ())
        for stress in kind.stress:
            resolver.one_of(f"stress.{kind.seat}", stress, (*path, "stress", stress))
        choices = resolver.names.ids.get(f"war.{kind.seat}", ())
        acts = dict(kind.war) or dict(zip(choices, scenario.weights.get(kind.id, ()), strict=False))
        for choice in kind.war:
            resolver.one_of(f"war.{kind.seat}", choice, (*path, "war", choice), "war choice")
        taste = tuple(
            (resolver.expression(like.when, (*path, "taste", place, "when"), "when", own, kind.id), like.points)
            for place, like in enumerate(kind.taste)
        )
        first, last = (resolver.entry(entry, (*path, "cabinet", place)) for place, entry in enumerate(kind.cabinet))
        if first > last:
            resolver.error((*path, "cabinet"), "`cabinet` is written [earliest entry, latest entry]")
        out.append(
            Type(
                kind.id,
                seat,
                tuple(kind.weights.get(criterion, 0) for criterion in criteria),
                kind.liking,
                kind.fear,
                kind.prior,
                kind.acts,
                tuple(kind.stress.get(stress, 0) for stress in stresses),
                kind.answers,
                _gives_way(resolver, kind, path),
                tuple(acts.items()),
                taste,
                (first, last),
                kind.optimism,
            )
        )
    for name in scenario.weights:
        resolver.one_of("type", name, ("weights", name))
    for seat_name in resolver.names.seats:
        if not resolver.names.ids[f"type.{seat_name}"]:
            resolver.error(("types",), f"{seat_name} has no type of leader", key=True)
    return tuple(out)


def beliefs(scenario: Scenario) -> Beliefs:
    return Beliefs(scenario.beliefs.spread, scenario.beliefs.floor, scenario.beliefs.orders)


def endings(resolver: Resolver, scenario: Scenario) -> tuple[Ending, ...]:
    named = scenario.war_endings
    at_war = {named.limited, named.nuclear, named.general}
    for strike in scenario.strikes:
        at_war |= {strike.ending, strike.fails, strike.halted}
    out = []
    for number, ending in enumerate(scenario.endings):
        path: Path = ("endings", number)
        if ending.group not in scenario.groups:
            sentence = f"there is no group `{ending.group}`"
            resolver.error((*path, "group"), sentence, resolver.near(ending.group, scenario.groups))
        out.append(
            Ending(
                ending.id,
                ending.group,
                resolver.expression(ending.when, (*path, "when"), "when", None, ending.id),
                ending.aftermath if ending.aftermath is not None else ending.id != named.general,
                ending.war if ending.war is not None else ending.id in at_war,
            )
        )
    return tuple(out)


def runs_out(resolver: Resolver, scenario: Scenario) -> str:
    """The ending of a crisis that runs out its calendar: the one named, else the only one called so."""
    if scenario.runs_out:
        resolver.one_of("ending", scenario.runs_out, ("runs_out",))
        return scenario.runs_out
    for ending in scenario.endings:
        if "standoff" in (ending.id, ending.group):
            return ending.id
    resolver.error(
        ("endings",), "`runs_out` is missing: the ending when the calendar ends with nothing settled", key=True
    )
    return ""
