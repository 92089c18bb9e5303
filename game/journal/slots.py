"""The user's recorded games: which there are, the last played first, and names for new ones."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from game.journal import line as lines
from game.journal.fault import Fault, of_system, phrase
from game.journal.home import ENDING, folder, home
from game.journal.line import Header

__all__ = ["ENDING", "Slot", "folder", "games", "home", "latest", "new", "ready"]

_FIRST_LINE = 16_384


class Slot(NamedTuple):
    """One recorded game of the user's: its file, how it began (None: unreadable) and when it was last written."""

    path: Path
    header: Header | None
    written: float


def ready(place: Path) -> Fault | None:
    """Make the folder where it is missing; why games cannot be kept there, or None."""
    try:
        place.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        return Fault("unwritable", str(place), 0, f"{error.filename or place} is a file, not a folder")
    except OSError as error:
        return of_system(error, str(place), writing=True)
    if not os.access(place, os.W_OK | os.X_OK):
        return Fault("unwritable", str(place), 0, phrase("you may not"))
    return None


def new(place: Path, scenario: str, now: datetime | None = None) -> Path:
    """A name that no file has yet: scenario, day and minute, and a number where that is not enough."""
    stem = f"{scenario}-{(now or datetime.now()):%Y-%m-%d-%H%M}"
    path = place / f"{stem}{ENDING}"
    number = 2
    while path.exists():
        path = place / f"{stem}-{number}{ENDING}"
        number += 1
    return path


def games(place: Path) -> tuple[Slot, ...]:
    """The user's games, the last played first; a folder that cannot be read holds none."""
    found = []
    try:
        paths = sorted(place.glob(f"*{ENDING}"))
    except OSError:
        return ()
    for path in paths:
        try:
            written = path.stat().st_mtime
        except OSError:
            continue
        found.append(Slot(path, _began(path), written))
    return tuple(sorted(found, key=lambda slot: (-slot.written, slot.path.name)))


def latest(place: Path) -> Path | None:
    """The game last played that can be read."""
    return next((slot.path for slot in games(place) if slot.header is not None), None)


def _began(path: Path) -> Header | None:
    try:
        if not path.is_file():
            return None
        with path.open("rb") as stream:
            first = stream.readline(_FIRST_LINE)
    except OSError:
        return None
    raw = lines.parsed(first)
    if raw is None or raw.get("journal") != lines.NAME or raw.get("format") != lines.FORMAT:
        return None
    return lines.header(raw)
