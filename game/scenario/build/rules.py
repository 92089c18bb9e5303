"""Drift, thresholds, tests, accords, worth: what happens by itself, and what follows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from game.engine.tables import (
    Accord,
    Audience,
    Circumstance,
    Drift,
    Floor,
    Observation,
    Ops,
    Reception,
    Relief,
    Tests,
    Trigger,
    Worth,
)
from game.scenario.names import viewers
from game.scenario.resolve import Resolver
from game.scenario.shape import rules
from game.scenario.shape.whole import Scenario
from game.scenario.source import Path


def whose(resolver: Resolver, each: bool, seat: str, path: Path) -> Iterator[int | None]:
    """The seats a rule stands for: both, the one named, or nobody in particular."""
    if each:
        yield from (0, 1)
    elif seat:
        number = resolver.seat(seat, (*path, "seat"))
        if number >= 0:
            yield number
    else:
        yield None


def drift(resolver: Resolver, scenario: Scenario) -> tuple[Drift, ...]:
    out = []
    for number, rule in enumerate(scenario.drift):
        path: Path = ("drift", number)
        for seat in whose(resolver, rule.each, rule.seat, path):
            dial = resolver.register(rule.dial, (*path, "dial"), seat)
            rate = resolver.expression(rule.rate, (*path, "rate"), "rate", seat, rule.dial)
            when = resolver.expression(rule.when, (*path, "when"), "when", seat, rule.dial)
            out.append(Drift(dial, rate, when))
    return tuple(out)


def floors(resolver: Resolver, scenario: Scenario) -> tuple[Floor, ...]:
    out = []
    for number, rule in enumerate(scenario.floors):
        path: Path = ("floors", number)
        for seat in whose(resolver, rule.each, rule.seat, path):
            dial = resolver.register(rule.dial, (*path, "dial"), seat)
            out.append(Floor(dial, resolver.expression(rule.floor, (*path, "floor"), "floor", seat, rule.dial)))
    return tuple(out)


def observation(resolver: Resolver, scenario: Scenario) -> tuple[Observation, ...]:
    out = []
    seen: set[tuple[int, str]] = set()
    for number, rule in enumerate(scenario.observation):
        path: Path = ("observation", number)
        for seat in whose(resolver, rule.each, rule.seat, path):
            if seat is None:
                resolver.error(path, "an observation needs its `seat:`")
                continue
            dial = resolver.register(rule.dial, (*path, "dial"), seat)
            parts = tuple(
                resolver.expression(getattr(rule, part), (*path, part), role, seat, rule.dial)
                for part, role in (("error", "error"), ("bias", "bias"), ("when", "when"))
            )
            if dial and resolver.names.registers[dial].sees[seat] != "estimate":
                sight = resolver.names.registers[dial].sees[seat]
                resolver.error(
                    (*path, "dial"), f"{resolver.names.seats[seat]} sees `{dial}` as {sight}, not as an estimate"
                )
            if (seat, dial) in seen:
                resolver.error(path, f"`{dial}` is observed by {resolver.names.seats[seat]} in another rule already")
            seen.add((seat, dial))
            out.append(Observation(seat, dial, parts[0], parts[1], parts[2]))
    return tuple(out)


def tests(resolver: Resolver, scenario: Scenario) -> Tests:
    shaped = scenario.tests
    return Tests(
        shaped.opens_at,
        shaped.answers_at,
        shaped.turns,
        resolver.by_seat(shaped.answered, ("tests", "answered")),
        resolver.by_seat(shaped.unanswered, ("tests", "unanswered")),
        shaped.most_unanswered,
    )


def reception(resolver: Resolver, scenario: Scenario) -> tuple[Reception, Reception]:
    for name, one in (("hard", scenario.reception.hard), ("soft", scenario.reception.soft)):
        if one is not None and one.since < 1:
            resolver.error(("reception", name, "from"), "`from` counts points of hardness: 1 or more")
    hard, soft = (
        Reception(
            one.since,
            resolver.by_seat(one.gave_way, ("reception", name, "gave_way")),
            resolver.by_seat(one.stood_firm, ("reception", name, "stood_firm")),
        )
        if one
        else Reception(0, ((), ()), ((), ()))
        for name, one in (("hard", scenario.reception.hard), ("soft", scenario.reception.soft))
    )
    return hard, soft


def relief(resolver: Resolver, scenario: Scenario) -> Relief:
    shaped = scenario.relief
    one, two = (resolver.register(shaped.dial, ("relief", "dial"), seat) for seat in range(2))
    return Relief(shaped.since, (one, two), shaped.each_point, shaped.most)


def accords(resolver: Resolver, scenario: Scenario) -> tuple[Accord, ...]:
    out = []
    for number, accord in enumerate(scenario.accords):
        path: Path = ("accords", number)
        keeps = []
        for seat, name in enumerate(resolver.names.seats):
            if name not in accord.keeps:
                resolver.error((*path, "keeps"), f"`keeps` does not say what {name} keeps to")
            keeps.append(
                resolver.expression(accord.keeps.get(name, ""), (*path, "keeps", name), "keeps", seat, accord.id)
                or "true"
            )
        for name in accord.keeps:
            if name not in resolver.names.seats:
                resolver.seat(name, (*path, "keeps", name))
        kept = resolver.by_seat(accord.kept, (*path, "kept"))
        out.append(
            Accord(
                accord.id,
                resolver.entry(accord.since, (*path, "from")),
                accord.turns,
                (keeps[0], keeps[1]),
                resolver.effects(accord.enter, (*path, "enter")),
                kept[0] + kept[1],
                resolver.by_seat(accord.broken, (*path, "broken")),
            )
        )
    return tuple(out)


def audiences(resolver: Resolver, scenario: Scenario) -> tuple[Audience, ...]:
    out = []
    for number, audience in enumerate(scenario.audiences):
        path: Path = ("audiences", number)
        seat = resolver.seat(audience.seat, (*path, "seat"))
        whom = seat if seat >= 0 else None
        feels = []
        for dial, weight in audience.feels.items():
            name = resolver.register(dial, (*path, "feels", dial), whom, key=True)
            if name:
                feels.append((name, weight))
        dial_name = resolver.register(audience.dial, (*path, "dial"), whom)
        out.append(Audience(audience.id, seat, dial_name, audience.angry == "low", tuple(feels)))
    return tuple(out)


def triggers(resolver: Resolver, scenario: Scenario) -> tuple[Trigger, ...]:
    out: list[Trigger] = []
    for number, rule in enumerate(scenario.triggers):
        path: Path = ("triggers", number)
        if rule.daily and rule.chance:
            resolver.error((*path, "chance"), "say `daily:` (a chance each day) or `chance:` (once), not both")
        if rule.audience:
            resolver.one_of("audience", rule.audience, (*path, "audience"))
        _reports(resolver, rule.report.by(), path, rule.each or bool(rule.seat))
        for seat in whose(resolver, rule.each, rule.seat, path):
            made = _trigger(resolver, rule, path, seat)
            out.append(replace(made, id=f"{rule.id}.{resolver.names.seats[seat or 0]}") if rule.each else made)
    for number, chance in enumerate(scenario.circumstances):
        path = ("circumstances", number)
        _reports(resolver, chance.report.by(), path)
        shaped = rules.Trigger.model_construct(
            id=f"circumstance.{chance.id}",
            kind="rule",
            link="",
            armed=chance.armed,
            when=chance.when,
            daily=chance.daily,
            chance=chance.chance,
            once=True,
            effects=chance.effects,
            report=chance.report,
        )
        made = _trigger(resolver, shaped, path, None)
        armed = f"circumstance.{chance.id}"
        if made.armed not in ("", "true", "1"):
            armed = f"({armed} and {made.armed})"
        out.append(replace(made, kind="circumstance", armed=armed))
    return tuple(out)


def _reports(resolver: Resolver, report: dict[str, str], path: Path, owned: bool = False) -> None:
    for viewer in report:
        known = (*resolver.names.seats, "public", *(("own", "other") if owned else ()))
        if viewer not in known:
            resolver.error(
                (*path, "report", viewer),
                f"nobody called `{viewer}` reads reports",
                resolver.near(viewer, known),
                key=True,
            )


def _trigger(resolver: Resolver, rule: rules.Trigger, path: Path, seat: int | None) -> Trigger:
    def read(part: str, source: str, role: str) -> str:
        return resolver.expression(source, (*path, part), role, seat, rule.id)

    effects: Ops = resolver.effects(rule.effects, (*path, "effects"), seat)
    return Trigger(
        rule.id,
        rule.kind,
        rule.link,
        -1 if seat is None else seat,
        read("armed", rule.armed, "when"),
        read("when", rule.when, "when"),
        read("daily", rule.daily, "chance"),
        read("chance", rule.chance, "chance"),
        rule.once,
        effects,
        viewers(_told(rule.report.by(), seat, resolver.names.seats), resolver.names.seats),
    )


def _told(report: dict[str, str], seat: int | None, seats: tuple[str, str]) -> list[str]:
    if seat is None:
        return list(report)
    whose = {"own": seats[seat], "other": seats[1 - seat]}
    return [whose.get(viewer, viewer) for viewer in report]


def circumstances(resolver: Resolver, scenario: Scenario) -> tuple[Circumstance, ...]:
    if scenario.drawn > len(scenario.circumstances):
        resolver.error(
            ("drawn",), f"{scenario.drawn} circumstances are drawn, but there are {len(scenario.circumstances)}"
        )
    return tuple(Circumstance(chance.id, chance.in_fact) for chance in scenario.circumstances)


def worth(resolver: Resolver, scenario: Scenario) -> tuple[Worth, ...]:
    out = []
    criteria = [criterion.id for criterion in scenario.criteria]
    for name, table in scenario.worth.items():
        seat = resolver.seat(name, ("worth", name))
        if seat < 0:
            continue
        for ending, points in table.items():
            path: Path = ("worth", name, ending)
            if ending != "deal":
                resolver.one_of("ending", ending, path)
            for criterion in points:
                if criterion not in criteria:
                    resolver.error(
                        (*path, criterion),
                        f"there is no criterion `{criterion}`",
                        resolver.near(criterion, criteria),
                        key=True,
                    )
            for criterion in criteria:
                if criterion not in points:
                    resolver.error(
                        path, f"`{criterion}` is missing: every ending is worth something by every criterion", key=True
                    )
            values = tuple(
                resolver.expression(points.get(criterion, "0"), (*path, criterion), "worth", seat, f"{name}.{ending}")
                for criterion in criteria
            )
            out.append(Worth(seat, ending, values))
    for seat_name in resolver.names.seats:
        if "deal" not in scenario.worth.get(seat_name, {}):
            resolver.error(("worth",), f"what a `deal` is worth to {seat_name} is missing")
    return tuple(out)
