"""Where everything of the user's lies: the platform's data folder, or the one that OCTOBER_HOME names. Light: the
program's start passes through here.
"""

from __future__ import annotations

import os
from pathlib import Path

ENDING = ".october"


def home() -> Path:
    """The folder of everything the user keeps; it may not be there yet."""
    named = os.environ.get("OCTOBER_HOME")
    if named:
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path("october", appauthor=False)


def folder() -> Path:
    return home() / "games"


def any_games() -> bool:
    """Whether a game may have been kept at all; looks at names alone."""
    try:
        return any(path.suffix == ENDING for path in folder().iterdir())
    except OSError:
        return False
