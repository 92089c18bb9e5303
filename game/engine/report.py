"""Events and what each viewer gets of them. Never prose: words are looked up by id."""

from __future__ import annotations

from typing import NamedTuple

Values = tuple[tuple[str, int | str], ...]


class Event(NamedTuple):
    """Something that happened. `known` says for seat one, seat two, the public, whether they learn of it."""

    kind: str
    phase: str
    subject: str
    values: Values
    known: tuple[bool, bool, bool]
    owner: int = -1


class Report(NamedTuple):
    """An event as one viewer learned it."""

    kind: str
    phase: str
    subject: str
    values: Values
    owner: int = -1

    def value(self, name: str, otherwise: int | str = 0) -> int | str:
        """One of the report's values by name."""
        for key, value in self.values:
            if key == name:
                return value
        return otherwise


def as_report(event: Event) -> Report:
    return Report(event.kind, event.phase, event.subject, event.values, event.owner)
