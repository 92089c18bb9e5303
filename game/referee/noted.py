"""A player's own word, kept beside the game and put back when it is taken up."""

from __future__ import annotations

from typing import Protocol

from game.journal.line import Note
from game.referee.table import Table


class Place(Protocol):
    """What lies before one person, as far as he notes it himself."""

    seat: int
    marker: int
    """The sketch on which his marker lies, or -1."""
    markers: list[tuple[str, int]]
    """Phase and sketch, each time the marker moved."""
    ranking: tuple[str, ...]
    """What matters most to him, the weightiest first."""


def put_back(table: Table, place: Place) -> None:
    """His marker and his ranking, as he had noted them."""
    for record in table.records():
        if isinstance(record, Note) and record.seat == place.seat and isinstance(record.about, dict):
            marker, ranking = record.about.get("marker"), record.about.get("ranking")
            if isinstance(marker, int):
                place.marker = marker
                place.markers.append((record.phase, marker))
            if isinstance(ranking, list):
                place.ranking = tuple(str(one) for one in ranking)
