"""Calendar, paces, lenses, ladder: the frame of a crisis."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise

from game.engine.tables import Entry, Lens, Pace, Rung, Turn
from game.scenario.resolve import Resolver
from game.scenario.shape import scene
from game.scenario.shape.whole import Scenario
from game.scenario.source import Path


def moment(written: str) -> datetime | None:
    """A date and time in UTC as written, or None."""
    try:
        return datetime.strptime(written.strip(), "%Y-%m-%d %H:%M").replace(tzinfo=UTC)
    except ValueError:
        return None


def epoch(scenario: Scenario) -> datetime:
    """The first of January of the calendar's first year."""
    times = [found for entry in scenario.calendar if (found := moment(entry.at))]
    return datetime(min(time.year for time in times) if times else 1970, 1, 1, tzinfo=UTC)


def minutes(resolver: Resolver, written: str, start: datetime, path: Path) -> int:
    """Minutes from the epoch; a problem where the time cannot be read."""
    found = moment(written)
    if found is None:
        resolver.error(path, f"`{written}` is not a time; write '2031-06-10 08:00', in UTC")
        return 0
    return int((found - start).total_seconds()) // 60


def entries(resolver: Resolver, scenario: Scenario) -> tuple[Entry, ...]:
    start = epoch(scenario)
    out: list[Entry] = []
    seen: set[str] = set()
    for number, entry in enumerate(scenario.calendar):
        path: Path = ("calendar", number)
        if entry.id in seen:
            resolver.error((*path, "id"), f"the calendar has two entries `{entry.id}`")
        seen.add(entry.id)
        if entry.days % 500 or entry.days < 0:
            resolver.error((*path, "days"), "days are counted in halves: 0, 0.5, 1, ...")
        at = minutes(resolver, entry.at, start, (*path, "at"))
        if moment(entry.at) is None and out:
            at = out[-1].at
        if out and at < out[-1].at:
            resolver.error((*path, "at"), f"`{entry.id}` is earlier than the entry before it")
        out.append(Entry(entry.id, entry.kind, entry.days // 500, at, entry.questions))
    return tuple(out)


def paces(resolver: Resolver, scenario: Scenario) -> tuple[Pace, ...]:
    asked: dict[int, set[int]] = {0: set(), 1: set()}
    for decision in scenario.decisions:
        if not decision.extra and decision.seat in resolver.names.seats:
            seat = resolver.names.seats.index(decision.seat)
            asked[seat] |= {
                resolver.names.entries[entry] for entry in decision.entry if entry in resolver.names.entries
            }
    out: list[Pace] = []
    for name, pace in scenario.paces.items():
        path: Path = ("paces", name)
        turns = []
        for place, listed in enumerate(pace.turns):
            numbers = tuple(
                number
                for index, entry in enumerate(listed)
                if (number := resolver.entry(entry, (*path, "turns", place, index))) >= 0
            )
            if numbers:
                turns.append(Turn(numbers, _asks(resolver, pace, numbers, listed, asked, path)))
            elif not listed:
                resolver.error((*path, "turns", place), "this turn has no entry")
        for first in pace.asks:
            if first not in {listed[0] for listed in pace.turns if listed}:
                resolver.error((*path, "asks", first), f"no turn of this pace begins with `{first}`", key=True)
        _order(resolver, scenario, name, [number for turn in turns for number in turn.entries])
        before, changes = (pace.early.before, pace.early.changes) if pace.early else ("", 1)
        out.append(
            Pace(
                name,
                pace.minutes,
                pace.reading,
                pace.riders,
                pace.changes,
                pace.drafts,
                tuple(turns),
                resolver.entry(before, (*path, "early", "before")),
                changes,
            )
        )
    return tuple(out)


def _asks(
    resolver: Resolver,
    pace: scene.Pace,
    numbers: tuple[int, ...],
    listed: list[str],
    asked: dict[int, set[int]],
    path: Path,
) -> tuple[int, int]:
    """The entry whose decision each seat is asked: the one named, else the last that has one."""
    named = pace.asks.get(listed[0], {})
    out = []
    for seat, seat_name in enumerate(resolver.names.seats):
        wanted = named.get(seat_name, named.get("", ""))
        if wanted:
            number = resolver.entry(wanted, (*path, "asks", listed[0]))
            if number >= 0 and number not in numbers:
                resolver.error((*path, "asks", listed[0]), f"`{wanted}` is not part of this turn")
            out.append(number if number in numbers else numbers[-1])
        else:
            out.append(next((number for number in reversed(numbers) if number in asked[seat]), numbers[-1]))
    for seat_name in named:
        if seat_name and seat_name not in resolver.names.seats:
            resolver.seat(seat_name, (*path, "asks", listed[0], seat_name))
    return out[0], out[1]


def _order(resolver: Resolver, scenario: Scenario, name: str, played: list[int]) -> None:
    """A pace plays every entry once, in the order of the calendar."""
    path: Path = ("paces", name, "turns")
    for earlier, later in pairwise(played):
        if later <= earlier:
            resolver.error(path, f"`{scenario.calendar[later].id}` stands out of order, or twice")
            return
    for number, entry in enumerate(scenario.calendar):
        if number not in played:
            resolver.error(path, f"the pace `{name}` leaves out `{entry.id}`; merge it with another entry instead")


def lenses(resolver: Resolver, scenario: Scenario) -> tuple[Lens, ...]:
    out: list[Lens] = []
    for name, lens in scenario.lenses.items():
        path: Path = ("lenses", name)
        for kind in lens.priors:
            resolver.one_of("type", kind, (*path, "priors", kind))
        starts: list[tuple[str, int]] = []
        for dial, amount in lens.start.items():
            full = resolver.register(dial, (*path, "start", dial), None, key=True)
            if full:
                _within(resolver, full, amount, (*path, "start", dial))
                starts.append((full, amount))
        for op, target, amount in resolver.effects(lens.set, (*path, "set")):
            if op == "set":
                starts.append((target, amount))
            else:
                resolver.error((*path, "set"), "`set:` takes true, false and '=2'")
        scales = []
        for dial, factor in lens.scale.items():
            full = resolver.register(dial, (*path, "scale", dial), None, key=True)
            if full:
                scales.append((full, factor))
        out.append(Lens(name, tuple(lens.priors.items()), tuple(starts), tuple(scales)))
    return tuple(out) or (Lens("record", (), (), ()),)


def _within(resolver: Resolver, name: str, amount: int, path: Path) -> None:
    register = resolver.names.registers[name]
    if not register.low <= amount <= register.high:
        resolver.error(path, f"this start is outside the range of `{name}`")


def ladder(resolver: Resolver, scenario: Scenario) -> tuple[Rung, ...]:
    out = []
    for number, rung in enumerate(scenario.ladder):
        path: Path = ("ladder", number)
        if not 1 <= rung.band <= len(scenario.bands):
            resolver.error((*path, "band"), f"there are {len(scenario.bands)} bands, counted from 1")
        out.append(Rung(rung.band, resolver.expression(rung.when, (*path, "when"), "rung", None, rung.name)))
    return tuple(out)


def dials(resolver: Resolver, scenario: Scenario) -> None:
    """Ranges, starts and sight that the shape alone cannot judge."""
    seats = resolver.names.seats
    for top, group in (("dials", scenario.dials), ("flags", scenario.flags)):
        for name, dial in group.items():
            path: Path = (top, name)
            known = ("own", "other", *seats, "public") if dial.each else (*seats, "public")
            for viewer in dial.sees:
                if viewer not in known:
                    sentence = f"`{viewer}` is nobody who could see it; there are {', '.join(known)}"
                    resolver.error((*path, "sees", viewer), sentence, resolver.near(viewer, known), key=True)
            for seat in dial.late:
                if seat and seat not in seats:
                    resolver.seat(seat, (*path, "late", seat))
            if dial.owner:
                resolver.seat(dial.owner, (*path, "owner"))
            if isinstance(dial, scene.Dial):
                _range(resolver, name, dial, path)
    for name in scenario.flags:
        if name in scenario.dials:
            resolver.error(("flags", name), f"`{name}` is a dial already", key=True)


def _range(resolver: Resolver, name: str, dial: scene.Dial, path: Path) -> None:
    low, high = dial.range
    if low >= high:
        resolver.error((*path, "range"), "a range is written [lowest, highest]")
        return
    for seat, start in dial.start.items():
        if seat and seat not in resolver.names.seats:
            resolver.seat(seat, (*path, "start", seat))
        if not low <= start <= high:
            resolver.error((*path, "start"), f"`{name}` starts outside its range")
    for level in dial.words:
        if not low <= level <= high:
            resolver.error((*path, "words"), f"`{name}` has a word for a level outside its range")
            break
    for seat, words in dial.own_words.items():
        resolver.seat(seat, (*path, "own_words", seat))
        if any(not low <= level <= high for level in words):
            resolver.error((*path, "own_words", seat), f"`{name}` has a word for a level outside its range")
