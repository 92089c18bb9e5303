"""From a scenario that fits the format to the Tables of the engine; every name resolved on the way."""

from __future__ import annotations

from game.engine.tables import Tables
from game.scenario.build import council, force, ledger, letters, orders, rules, scene
from game.scenario.resolve import Resolver
from game.scenario.resolve.lets import lets
from game.scenario.shape.whole import Scenario


def build(resolver: Resolver, scenario: Scenario) -> Tables:
    """The tables; meaningful only where the resolver found no error."""
    scene.dials(resolver, scenario)
    named = lets(resolver, scenario.let, scenario.let_each)
    entries = scene.entries(resolver, scenario)
    parts = {
        "paces": scene.paces(resolver, scenario),
        "lenses": scene.lenses(resolver, scenario),
        "ladder": scene.ladder(resolver, scenario),
        "drift": rules.drift(resolver, scenario),
        "floors": rules.floors(resolver, scenario),
        "observation": rules.observation(resolver, scenario),
        "tests": rules.tests(resolver, scenario),
        "reception": rules.reception(resolver, scenario),
        "relief": rules.relief(resolver, scenario),
        "accords": rules.accords(resolver, scenario),
        "deadline_passed": resolver.by_seat(scenario.deadline.passed, ("deadline", "passed")),
        "audiences": rules.audiences(resolver, scenario),
        "triggers": rules.triggers(resolver, scenario),
        "decisions": orders.decisions(resolver, scenario),
        "riders": orders.riders(resolver, scenario),
        "standing": orders.standing(resolver, scenario),
        "negotiation": letters.negotiation(resolver, scenario),
        "incidents": force.incidents(resolver, scenario),
        "last": force.last_decision(resolver, scenario),
        "war": force.war(resolver, scenario),
        "types": force.types(resolver, scenario),
        "endings": force.endings(resolver, scenario),
        "standoff": force.runs_out(resolver, scenario),
        "council": council.council(resolver, scenario),
        "circumstances": rules.circumstances(resolver, scenario),
        "worth": rules.worth(resolver, scenario),
    }
    ledgered = ledger.ledgered(resolver.names, resolver.readings)
    return Tables(
        format=1,
        id=scenario.id,
        version=scenario.version,
        seats=resolver.names.seats,
        criteria=tuple(criterion.id for criterion in scenario.criteria),
        registers=tuple(resolver.names.registers.values()),
        ledgered=ledgered,
        entries=entries,
        lets=named,
        beliefs=force.beliefs(scenario),
        circumstances_drawn=scenario.drawn,
        preview_width=scenario.preview.width,
        strip_width=scenario.preview.strip,
        reopen_entry=_reopen(resolver, scenario),
        epoch=scene.epoch(scenario).strftime("%Y-%m-%d %H:%M"),
        **parts,  # type: ignore[arg-type]
    )


def _reopen(resolver: Resolver, scenario: Scenario) -> int:
    """Where a broken peace takes the crisis up again: the entry named, else the last turn; -1 where none can break."""
    if scenario.reopen:
        return resolver.entry(scenario.reopen, ("reopen",))
    if not any(op == "reopen" for effect in resolver.effects_made for op, _, _ in effect.ops):
        return -1
    return max((number for number, entry in enumerate(scenario.calendar) if entry.kind == "turn"), default=-1)
