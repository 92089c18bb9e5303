"""Decisions, riders, standing orders: what a seat can order."""

from __future__ import annotations

from collections.abc import Sequence

from game.engine.tables import Decision, Delayed, Option, Rider, Standing
from game.scenario.resolve import Resolver
from game.scenario.shape import orders
from game.scenario.shape.whole import Scenario
from game.scenario.source import Path


def option(resolver: Resolver, shaped: orders.Order, path: Path, seat: int | None, where: str) -> Option:
    """One option or rider; `where` is the stem of its text ids."""
    delayed = tuple(
        Delayed(
            late.turns,
            resolver.effects(late.effects, (*path, "delayed", number, "effects"), seat),
            f"{where}.because.{number}" if late.because else "",
            resolver.expression(late.condition, (*path, "delayed", number, "if"), "when", seat, shaped.id),
        )
        for number, late in enumerate(shaped.delayed)
    )
    for number, late in enumerate(shaped.delayed):
        if late.turns < 1:
            resolver.error((*path, "delayed", number, "in"), "a delayed effect comes at least one turn later")
    if not -2000 <= shaped.hardness <= 2000:
        resolver.error((*path, "hardness"), "hardness goes from -2 (soft) to 2 (hard)")
    if shaped.never and shaped.requires:
        resolver.error((*path, "requires"), f"`{shaped.id}` is never open, so it needs no `requires`")
    closed = "(0 > 1)" if shaped.never else ""
    effects = resolver.effects(shaped.effects, (*path, "effects"), seat)
    requires = closed or resolver.expression(shaped.requires, (*path, "requires"), "requires", seat, shaped.id)
    return Option(shaped.id, shaped.hardness, shaped.public, shaped.seen, effects, delayed, requires, shaped.historical)


def decisions(resolver: Resolver, scenario: Scenario) -> tuple[Decision, ...]:
    out = []
    taken: dict[tuple[int, int], str] = {}
    for number, shaped in enumerate(scenario.decisions):
        path: Path = ("decisions", number)
        seat = resolver.seat(shaped.seat, (*path, "seat"))
        whom = seat if seat >= 0 else None
        entries = _entries(resolver, shaped.entry, (*path, "entry"))
        options = []
        seen: set[str] = set()
        for index, choice in enumerate(shaped.options):
            if choice.id in seen:
                resolver.error((*path, "options", index, "id"), f"this decision has two options `{choice.id}`")
            seen.add(choice.id)
            options.append(option(resolver, choice, (*path, "options", index), whom, f"option.{shaped.id}.{choice.id}"))
        for index, variant in enumerate(shaped.variants):
            resolver.expression(variant.when, (*path, "variants", index, "when"), "variant", whom, shaped.id)
        unasked = -1
        if not shaped.extra:
            unasked = _unasked(resolver, shaped, path)
            for entry in entries:
                if (seat, entry) in taken:
                    other = taken[seat, entry]
                    day = scenario.calendar[entry].id
                    sentence = f"{shaped.seat} is asked `{other}` on `{day}` already; one decision a day"
                    resolver.error((*path, "entry"), sentence)
                taken[seat, entry] = shaped.id
        out.append(Decision(shaped.id, seat, entries, shaped.extra, unasked, tuple(options)))
    return tuple(out)


def _entries(resolver: Resolver, named: Sequence[str], path: Path) -> tuple[int, ...]:
    """The ordinals of the calendar entries named."""
    return tuple(place for index, entry in enumerate(named) if (place := resolver.entry(entry, (*path, index))) >= 0)


def _unasked(resolver: Resolver, shaped: orders.Decision, path: Path) -> int:
    ids = [choice.id for choice in shaped.options]
    if not shaped.unasked:
        resolver.error(
            path, f"`unasked` is missing: the option that `{shaped.id}` takes when a shorter pace does not ask"
        )
        return 0
    if shaped.unasked not in ids:
        if shaped.unasked not in resolver.names.dropped:
            sentence = f"`{shaped.id}` has no option `{shaped.unasked}`"
            resolver.error((*path, "unasked"), sentence, resolver.near(shaped.unasked, ids))
        return 0
    place = ids.index(shaped.unasked)
    if shaped.options[place].requires or shaped.options[place].never:
        sentence = f"`{shaped.unasked}` is taken unasked, so nothing may close it"
        resolver.error((*path, "unasked"), sentence)
    return place


def riders(resolver: Resolver, scenario: Scenario) -> tuple[Rider, ...]:
    out = []
    for number, shaped in enumerate(scenario.riders):
        path: Path = ("riders", number)
        seat = resolver.seat(shaped.seat, (*path, "seat"))
        whom = seat if seat >= 0 else None
        entries = _entries(resolver, shaped.entries, (*path, "entries"))
        if shaped.unlisted:
            flag(resolver, shaped.unlisted, (*path, "unlisted"))
        for index, name in enumerate(shaped.goes_with):
            if whom is not None:
                resolver.one_of(f"option.{shaped.seat}", name, (*path, "with", index))
        for index, name in enumerate(shaped.excludes):
            resolver.one_of(f"rider.{shaped.seat}", name, (*path, "excludes", index))
        made = option(resolver, shaped, path, whom, f"rider.{shaped.id}")
        out.append(
            Rider(made, seat, entries, shaped.link, shaped.unlisted, tuple(shaped.goes_with), tuple(shaped.excludes))
        )
    return tuple(out)


def flag(resolver: Resolver, name: str, path: Path) -> bool:
    """Whether `name` is a declared flag."""
    return resolver.one_of("flag", name, path)


def standing(resolver: Resolver, scenario: Scenario) -> tuple[Standing, ...]:
    out = []
    for number, shaped in enumerate(scenario.standing):
        path: Path = ("standing", number)
        seat = resolver.seat(shaped.seat, (*path, "seat"))
        whom = seat if seat >= 0 else None
        dial = resolver.register(shaped.dial, (*path, "dial"), whom)
        if dial:
            register = resolver.names.registers[dial]
            wanted = register.high // 1000 + 1
            if register.low or len(shaped.levels) != wanted:
                sentence = f"`{shaped.id}` names {len(shaped.levels)} levels, but `{dial}` has {wanted} (from 0)"
                resolver.error((*path, "levels"), sentence)
        if shaped.unlisted:
            flag(resolver, shaped.unlisted, (*path, "unlisted"))
        for entry, level in shaped.history.items():
            resolver.entry(entry, (*path, "history", entry))
            if not 0 <= level < len(shaped.levels):
                resolver.error((*path, "history", entry), f"`{shaped.id}` has no level {level}")
        out.append(
            Standing(
                shaped.id,
                seat,
                dial,
                len(shaped.levels),
                shaped.up.hardness,
                resolver.effects(shaped.up.effects, (*path, "up", "effects"), whom),
                shaped.down.hardness,
                resolver.effects(shaped.down.effects, (*path, "down", "effects"), whom),
                resolver.expression(shaped.recall, (*path, "recall"), "chance", whom, shaped.id),
                shaped.jump,
                shaped.unlisted,
                resolver.expression(shaped.requires, (*path, "requires"), "requires", whom, shaped.id),
                resolver.entry(shaped.since, (*path, "from")),
                tuple(
                    sorted((resolver.names.entries.get(entry, -1), level) for entry, level in shaped.history.items())
                ),
            )
        )
    return tuple(out)
