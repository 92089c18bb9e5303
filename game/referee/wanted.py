"""What the command line fixed before a game begins."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

HUMAN, HISTORY = "human", "history"
"""Who may sit opposite, beside the kinds of leader: another person; one who does what was really done."""


class Wanted(NamedTuple):
    """Ids of the scenario; what is left open is asked on the first screen."""

    seat: str = ""
    against: str = ""
    pace: str = ""
    lens: str = ""
    seed: int | None = None
    resume: Path | None = None
    language: str = ""
    """'' leaves it to the player's settings."""


NOTHING = Wanted()
"""All is asked."""
