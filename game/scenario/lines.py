"""Lines of play laid down in advance: what was really done, and the doctrines that are tried against each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from game.scenario.resolve import Resolver
from game.scenario.shape.balance import Doctrine, DoctrineLetter
from game.scenario.shape.whole import Scenario
from game.scenario.source import Path

MINDS = (
    "random", "history", "reckless", "careful",
    "leader", "reader", "guesser", "unreading", "silent", "plain", "deep",
)  # fmt: skip
"""Names that minds have already (a test keeps them equal to those of `game.opponent.minds`)."""


def doctrines(resolver: Resolver, scenario: Scenario) -> list[dict[str, Any]]:
    """Every doctrine as plain values, every name in it looked up."""
    return [_doctrine(resolver, scenario, doctrine, number) for number, doctrine in enumerate(scenario.doctrines)]


def _doctrine(resolver: Resolver, scenario: Scenario, doctrine: Doctrine, number: int) -> dict[str, Any]:
    path: Path = ("doctrines", number)
    seat = resolver.names.seats[resolver.seat(doctrine.seat, (*path, "seat"))]
    if doctrine.id in MINDS or doctrine.id in resolver.names.ids.get("type", ()):
        resolver.error((*path, "id"), f"`{doctrine.id}` is the name of a mind already; a doctrine needs one of its own")
    for entry, wanted in doctrine.orders.items():
        if resolver.one_of("entry", entry, (*path, "orders", entry), "calendar entry"):
            _options(resolver, scenario, seat, entry, wanted, (*path, "orders", entry))
    for order, levels in doctrine.standing.items():
        _standing(resolver, scenario, seat, order, levels, (*path, "standing", order))
    for index, rider in enumerate(doctrine.riders):
        resolver.one_of(f"rider.{seat}", rider, (*path, "riders", index))
    for index, letter in enumerate(doctrine.letters):
        _letter(resolver, scenario, seat, letter, (*path, "letters", index))
    for index, taken in enumerate(doctrine.accepts):
        place: Path = (*path, "accepts", index)
        resolver.one_of("entry", taken.since, (*place, "from"), "calendar entry")
        terms_of(resolver, taken.terms, (), place)
    out = doctrine.model_dump(by_alias=True)
    for index, (raw, taken) in enumerate(zip(out["accepts"], doctrine.accepts, strict=True)):
        place = (*path, "accepts", index, "when")
        viewer = resolver.names.seats.index(seat) if seat in resolver.names.seats else None
        raw["when"] = resolver.expression(taken.when, place, "accepts", viewer, doctrine.id)
    return out


def _options(resolver: Resolver, scenario: Scenario, seat: str, entry: str, wanted: Sequence[str], path: Path) -> None:
    known = [
        option.id
        for decision in scenario.decisions
        if decision.seat == seat and entry in decision.entry
        for option in decision.options
    ]
    for name in wanted:
        if name not in known and name not in resolver.names.dropped:
            resolver.error(path, f"{seat} has no option `{name}` on `{entry}`", resolver.near(name, known))


def _standing(
    resolver: Resolver, scenario: Scenario, seat: str, name: str, levels: Mapping[str, int], path: Path
) -> None:
    known = {order.id: order for order in scenario.standing if order.seat == seat}
    order = known.get(name)
    if order is None:
        if name not in resolver.names.dropped:
            resolver.error(path, f"{seat} has no standing order `{name}`", resolver.near(name, known), key=True)
        return
    for entry, level in levels.items():
        resolver.one_of("entry", entry, (*path, entry), "calendar entry")
        if not 0 <= level < len(order.levels):
            resolver.error((*path, entry), f"`{name}` has no level {level}; it has 0 to {len(order.levels) - 1}")


def _letter(resolver: Resolver, scenario: Scenario, seat: str, letter: DoctrineLetter, path: Path) -> None:
    resolver.one_of("entry", letter.entry, (*path, "entry"), "calendar entry")
    if resolver.one_of("channel", letter.channel, (*path, "channel")):
        channel = next(channel for channel in scenario.channels if channel.id == letter.channel)
        if channel.seats and seat not in channel.seats:
            resolver.error((*path, "channel"), f"`{letter.channel}` is no road of {seat}'s")
        if channel.public and letter.secret:
            resolver.error((*path, "secret"), f"nothing sent by `{letter.channel}` can be secret: everyone hears it")
    if letter.stress:
        resolver.one_of(f"stress.{seat}", letter.stress, (*path, "stress"))
    terms_of(resolver, letter.terms, letter.secret, path)
    for issue in scenario.issues:
        always = issue.always.get(letter.terms.get(issue.id, ""))
        if always == "secret" and issue.id not in letter.secret:
            sentence = f"`{letter.terms[issue.id]}` is always secret, so `{issue.id}` belongs under `secret:`"
            resolver.error((*path, "terms", issue.id), sentence)
        if always == "public" and issue.id in letter.secret:
            resolver.error((*path, "secret"), f"`{letter.terms[issue.id]}` is always public")


def terms_of(resolver: Resolver, terms: Mapping[str, str], secret: Sequence[str], path: Path) -> None:
    """Every issue and level of a text is one; what is secret stands in it."""
    for issue, level in terms.items():
        known = resolver.one_of("issue", issue, (*path, "terms", issue))
        if known and level not in resolver.levels(issue):
            close = resolver.near(level, resolver.levels(issue))
            resolver.error((*path, "terms", issue), f"`{issue}` has no level `{level}`", close)
    for number, issue in enumerate(secret):
        if resolver.one_of("issue", issue, (*path, "secret", number)) and issue not in terms:
            resolver.error((*path, "secret", number), f"`{issue}` is secret, but the text does not mention it")
