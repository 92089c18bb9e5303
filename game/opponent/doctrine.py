"""Doctrines of a scenario as lines to follow: whole ways of playing a seat, named like minds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from game.engine.rulebook import Rulebook
from game.opponent.skill import Letter, Record, Takes


def names(content: Mapping[str, Any], seat: str) -> tuple[str, ...]:
    """The doctrines that a scenario has for a seat, in its order."""
    return tuple(str(one["id"]) for one in content.get("doctrines") or () if one["seat"] == seat)


def line(rulebook: Rulebook, content: Mapping[str, Any], seat: str, name: str) -> Record:
    """The doctrine of that name as a line to follow; KeyError where the seat has none."""
    for raw in content.get("doctrines") or ():
        if (raw["id"], raw["seat"]) == (name, seat):
            return _line(rulebook, raw)
    raise KeyError(name)


def _line(rulebook: Rulebook, raw: Mapping[str, Any]) -> Record:
    entries = {entry.id: number for number, entry in enumerate(rulebook.tables.entries)}
    seat = rulebook.seats.index(raw["seat"])
    letters = []
    for letter in raw["letters"]:
        terms = tuple((issue, level, issue in letter["secret"]) for issue, level in letter["terms"].items())
        letters.append(
            Letter(seat, entries[letter["entry"]], letter["channel"], letter["strength"], terms, letter["stress"])
        )
    standing = tuple(
        (str(order), entries[entry], int(level))
        for order, levels in raw["standing"].items()
        for entry, level in levels.items()
    )
    takes = tuple(
        Takes(
            entries[taken["from"]],
            tuple((issue, level, False) for issue, level in taken["terms"].items()),
            taken["when"],
        )
        for taken in raw["accepts"]
    )
    orders = tuple((entries[entry], tuple(options)) for entry, options in raw["orders"].items())
    return Record(standing, tuple(letters), (-1, -1), False, orders, tuple(raw["riders"]), takes)
