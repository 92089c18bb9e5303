"""What kind of mind plays: a small frozen value that can be sent to a worker."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

PERFECT = "perfect"

Row = tuple[int, int, int]
"""Seat, type, calendar entry."""


class Values(NamedTuple):
    """Learned weights: by seat, type and entry, one number (points a unit) for each named feature."""

    features: tuple[tuple[str, ...], tuple[str, ...]]
    """Names by seat."""
    rows: tuple[tuple[Row, tuple[float, ...]], ...]
    acts: tuple[tuple[int, int, str, float], ...] = ()
    """(seat, type, option or rider, points): what it brought beyond what was foreseen."""
    deals: tuple[tuple[int, str, float], ...] = ()
    """(seat, settlement, points): what keeping it brought beyond its worth when it was signed."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter that was really sent: by seat, on an entry."""

    seat: int
    entry: int
    channel: str
    strength: str
    terms: tuple[tuple[str, str, bool], ...]
    """(issue, level, secret)."""
    stress: str


@dataclass(frozen=True, slots=True)
class Takes:
    """What a line accepts from an entry on, while a condition holds: a signed text with at least these terms."""

    entry: int
    terms: tuple[tuple[str, str, bool], ...]
    when: str = ""
    """Canonical text of a condition over what the seat sees exactly; '' always holds."""


@dataclass(frozen=True, slots=True)
class Record:
    """A line laid down in advance: what was really done, or a doctrine of the scenario."""

    standing: tuple[tuple[str, int, int], ...] = ()
    """(standing order, entry, level)."""
    letters: tuple[Letter, ...] = ()
    accepts: tuple[int, int] = (-1, -1)
    """The entry from which a seat accepts, or -1."""
    marked: bool = True
    """Options and riders are those marked as really done; otherwise those named here."""
    orders: tuple[tuple[int, tuple[str, ...]], ...] = ()
    """(entry, options in order of preference)."""
    riders: tuple[str, ...] = ()
    takes: tuple[Takes, ...] = ()


@dataclass(frozen=True, slots=True)
class Skill:
    """How a mind decides. `manner` picks the procedure; the rest shapes the standard mind."""

    name: str
    manner: str = "leader"
    """leader | random | history | reckless | careful"""
    kind: str = ""
    """A type id to play as, or '' for the type the seat was dealt."""
    values: Values | None = None
    temperature: int = 2222
    """Thousandths of a point: at 2.222 an alternative a point better has .45 more logit."""
    freeze_belief: bool = False
    no_letters: bool = False
    """Letters are withheld from it: it reads none and writes none."""
    questions: str = ""
    """'' asks the council nothing | `perfect` asks only what is right | `random` asks anything."""
    depth: int = 0
    """Supposed worlds looked into for each of the best orders; 0 trusts the values."""
    record: Record | None = None
    only: str = ""
    """An option that it signs wherever that is open, whatever it thinks of it."""


def values_from_json(
    raw: Mapping[str, Any], types: Mapping[str, tuple[int, int]], entries: Mapping[str, int]
) -> Values:
    """The weights that `learn` wrote; rows of types or entries that the scenario no longer has are left out."""
    first, second = raw["features"]
    rows = []
    for row in raw["rows"]:
        if row["type"] in types and row["entry"] in entries:
            seat, kind = types[row["type"]]
            rows.append(
                ((seat, kind, entries[row["entry"]]), tuple(float(weight) * 0.001 for weight in row["weights"]))
            )
    acts = tuple(
        (*types[one["type"]], name, float(points) * 0.001)
        for one in raw.get("acts", ())
        if one["type"] in types
        for name, points in one["points"].items()
    )
    deals = tuple((int(seat), str(ending), float(points) * 0.001) for seat, ending, points in raw.get("deals", ()))
    return Values((tuple(first), tuple(second)), tuple(rows), acts, deals)
