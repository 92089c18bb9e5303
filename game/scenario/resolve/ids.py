"""Ids and registers found by what an author calls them, and every problem met on the way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from game.scenario.gather import Document
from game.scenario.names import Names
from game.scenario.problems import Problem, nearest
from game.scenario.source import Path

MOST_OFFERS = 60
MEANINGLESS = "has no meaning here: nothing here belongs to a seat"


@dataclass(slots=True)
class Ids:
    """Finds the seats, entries, dials and other things of one scenario; what is not there becomes a problem."""

    document: Document
    names: Names
    problems: list[Problem] = field(default_factory=list)
    _near: dict[str, str] = field(default_factory=dict)

    def error(self, path: Path, sentence: str, close: str = "", key: bool = False) -> None:
        self.problems.append(Problem(*self.document.spot(path, key), "error", sentence, close))

    def near(self, name: str, known: Iterable[str]) -> str:
        """The nearest of `known`, sought only so often that a hopeless file still checks fast."""
        if name not in self._near:
            self._near[name] = nearest(name, known) if len(self._near) < MOST_OFFERS else ""
        return self._near[name]

    def seat(self, name: str, path: Path) -> int:
        """The number of a seat; where there is no such seat, of the nearest, so that one fault is told once."""
        if name in self.names.seats:
            return self.names.seats.index(name)
        close = nearest(name, self.names.seats)
        self.error(path, f"there is no seat `{name}`; the seats are {' and '.join(self.names.seats)}", close)
        return self.names.seats.index(close) if close else 0

    def whose(self, name: str, seat: int | None) -> str:
        """The seat meant by `own` or `other`, said where `seat` acts; any other name stays as it is."""
        if name in ("own", "other") and seat is not None:
            return self.names.seats[seat if name == "own" else 1 - seat]
        return name

    def one_of(self, kind: str, name: str, path: Path, word: str = "") -> bool:
        """Whether `name` is an id of that kind; a problem where it is not."""
        known = self.names.ids.get(kind, ())
        if name in known or name in self.names.dropped:
            return name in known
        self.error(path, f"there is no {word or kind.partition('.')[0]} `{name}`", nearest(name, known))
        return False

    def entry(self, name: str, path: Path) -> int:
        """The ordinal of a calendar entry (of the nearest where it is misspelt), -1 where there is none."""
        if not name:
            return -1
        if not self.one_of("entry", name, path, "calendar entry"):
            name = nearest(name, self.names.entries)
        return self.names.entries.get(name, -1)

    def register(self, name: str, path: Path, seat: int | None, key: bool = False, bare: int | None = None) -> str:
        """The canonical name of a dial or flag, '' where there is none. `bare` is the seat of unprefixed each-dials."""
        name = str(name)
        full = self.seated(name, seat)
        if full is None:
            self.error(path, f"`{name}` {MEANINGLESS}", key=key)
            return ""
        if bare is not None and full in self.names.each:
            full = f"{self.names.seats[bare]}.{full}"
        found = self.names.registers.get(full)
        if found is not None and found.kind in ("dial", "flag"):
            return full
        if any(part in self.names.dropped for part in full.split(".")):
            return ""
        if found is not None:
            self.error(path, f"`{name}` is kept by the engine; effects move dials and flags", key=key)
            return ""
        close = f"own.{name}" if full in self.names.each and seat is not None else ""
        close = close or (f"{self.names.seats[0]}.{name}" if full in self.names.each else self.near(name, self.dials()))
        self.error(path, f"there is no dial or flag `{name}`", close, key)
        return ""

    def dials(self) -> list[str]:
        """Every dial and flag as an author may write it."""
        out = [name for name, register in self.names.registers.items() if register.kind in ("dial", "flag")]
        return out + [f"{whose}.{short}" for short in self.names.each for whose in ("own", "other")]

    def seated(self, name: str, seat: int | None) -> str | None:
        """`own` and `other` replaced by seats; None where nothing belongs to a seat."""
        if "own" not in name and "other" not in name:
            return name
        parts = name.split(".")
        if "own" not in parts and "other" not in parts:
            return name
        if seat is None:
            return None
        seats = self.names.seats
        return ".".join(
            seats[seat] if part == "own" else seats[1 - seat] if part == "other" else part for part in parts
        )

    def levels(self, issue: str) -> list[str]:
        """Level ids of an issue, lowest first."""
        start = f"level.{issue}."
        return [name[len(start) :] for name in self.names.constants if name.startswith(start)]
