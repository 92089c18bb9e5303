"""The minds by name, as `--against` or a seat's own option names them, and how a name becomes a skill."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from game.engine.rulebook import Rulebook
from game.opponent.skill import Letter, Record, Skill, Values, values_from_json

MANNERS = ("random", "history", "reckless", "careful")
VARIANTS: dict[str, dict[str, Any]] = {
    "leader": {},
    "reader": {"questions": "perfect"},
    "guesser": {"questions": "random"},
    "unreading": {"freeze_belief": True},
    "silent": {"no_letters": True},
    "plain": {"values": None},
    "deep": {"depth": 4},
}
"""Standard minds: `unreading` keeps the prior, letters are withheld from `silent`, `plain` has learned nothing."""


def names(rulebook: Rulebook) -> tuple[str, ...]:
    """Every name that `mind` knows."""
    types = tuple(kind.id for side in rulebook.types for kind in side)
    return (*MANNERS, *VARIANTS, *types)


def mind(name: str, rulebook: Rulebook, content: Mapping[str, Any] | None = None) -> Skill:
    """The skill of that name; KeyError for a name that is none. `content` brings the record and learned values."""
    given = content or {}
    values = learned(rulebook, given.get("values"))
    if name in MANNERS:
        record = recorded(rulebook, given.get("history") or {}) if name == "history" else None
        return Skill(name, manner=name, values=values, record=record)
    if name in VARIANTS:
        return replace(Skill(name, values=values), **VARIANTS[name])
    for side in rulebook.types:
        for kind in side:
            if kind.id == name:
                return Skill(name, kind=name, values=values)
    raise KeyError(name)


def learned(rulebook: Rulebook, raw: Mapping[str, Any] | None) -> Values | None:
    """The weights of a scenario's values file, or None where it has none."""
    if not raw:
        return None
    types = {kind.id: (seat, number) for seat, side in enumerate(rulebook.types) for number, kind in enumerate(side)}
    entries = {entry.id: number for number, entry in enumerate(rulebook.tables.entries)}
    return values_from_json(raw, types, entries)


def recorded(rulebook: Rulebook, raw: Mapping[str, Any]) -> Record:
    """What was really done, from the scenario's `history`: standing levels by entry, letters, first acceptances."""
    entries = {entry.id: number for number, entry in enumerate(rulebook.tables.entries)}
    seats = {seat: number for number, seat in enumerate(rulebook.seats)}
    standing = []
    for name, levels in (raw.get("standing") or {}).items():
        for entry, level in levels.items():
            if entry in entries:
                standing.append((str(name), entries[entry], int(level)))
    letters = []
    for letter in raw.get("letters") or ():
        secret = list(letter.get("secret") or ())
        terms = tuple((issue, level, issue in secret) for issue, level in letter["terms"].items())
        letters.append(
            Letter(
                seats[letter["seat"]], entries[letter["entry"]], letter["channel"], letter["strength"], terms,
                letter.get("stress", ""),
            )
        )  # fmt: skip
    accepts = raw.get("accepts") or {}
    since = tuple(entries.get(accepts.get(seat, ""), -1) for seat in rulebook.seats)
    return Record(tuple(standing), tuple(letters), (since[0], since[1]))
