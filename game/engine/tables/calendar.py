"""When it is played: entries, the turns and paces that merge them, the lenses and circumstances of a game."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    id: str
    kind: str
    """prologue | turn | aftermath"""
    half_days: int
    at: int
    """Minutes UTC since the epoch of the tables."""
    questions: int


@dataclass(frozen=True, slots=True)
class Turn:
    """Calendar entries played as one turn; `asks` is the entry whose decision each seat is asked."""

    entries: tuple[int, ...]
    asks: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Pace:
    id: str
    minutes: int
    reading: int
    riders: int
    changes: int
    drafts: bool
    turns: tuple[Turn, ...]
    early_before: int = -1
    """Until this entry fewer standing orders may change in a turn; -1 for never."""
    early_changes: int = 1


@dataclass(frozen=True, slots=True)
class Lens:
    id: str
    priors: tuple[tuple[str, int], ...]
    start: tuple[tuple[str, int], ...]
    scale: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Circumstance:
    id: str
    in_fact: bool
