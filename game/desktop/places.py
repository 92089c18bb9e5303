"""Where the assets lie: in the installed package, or beside the source tree."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import game

PACKAGE = Path(game.__file__).resolve().parent


@cache
def assets() -> Path:
    """The folder of fonts, map, drawings and sounds."""
    installed = PACKAGE / "_data" / "assets"
    return installed if installed.is_dir() else PACKAGE.parent / "assets"
