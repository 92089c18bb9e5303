"""The window: the whole game in pygame-ce, drawn from the same papers as the terminal.

`game.cli` calls two functions, and imports nothing else of this room:

    from game.desktop import trouble
    from game.desktop.app import run
    from game.referee.wanted import Wanted

    trouble() -> str                                  one sentence why no window can open here, or ''
    run(scenario, wanted, mind=None) -> int           until the window is closed; 0 done, 2 no window

- `scenario`: whatever the library loads; it has `.rulebook` and `.texts`. `run` also takes a function that gives it, so
  that the window may stand before the rules are read.
- `wanted`: `Wanted(seat="", against="", pace="", lens="", seed=None, resume=None)`, as for the terminal: what is fixed
  there is not asked on the title.
- `mind`: `decide(rulebook, view, skill, draw) -> Decision(move, reasons)`; None takes the opponent room's own, in a
  process of its own, so that the window never waits.

If `run` cannot open the window after all it says so in one sentence on standard error and returns 2: offer `--text`.
"""

from __future__ import annotations

import importlib.util
import os
import sys

from game.wording.catalogue import _, phrase

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")  # it greets on standard output otherwise

WRONG_EDITION = phrase(
    "The window needs pygame-ce, but the older `pygame` stands in its place: `pip uninstall pygame`, then "
    "`pip install --force-reinstall pygame-ce`. Without a window: october play --text"
)
BOTH_EDITIONS = phrase(
    "Both editions of pygame are installed and write over one another: `pip uninstall pygame pygame-ce`, then "
    "`pip install pygame-ce`. Without a window: october play --text"
)
NO_PYGAME = phrase("The window needs pygame-ce: `pip install pygame-ce`. Without a window: october play --text")
NO_DISPLAY = phrase("There is no display here to open a window on. Without a window: october play --text")


def trouble() -> str:
    """Why no window can be opened here, in one sentence, or ''. Looks without importing pygame."""
    found = importlib.util.find_spec("pygame")
    if found is None or found.origin is None:
        return _(NO_PYGAME)
    folder = os.path.dirname(found.origin)
    if not _is_ce(folder):
        return _(WRONG_EDITION)
    if _has_both(os.path.dirname(folder)):
        return _(BOTH_EDITIONS)
    if os.environ.get("SDL_VIDEODRIVER") or not sys.platform.startswith("linux"):
        return ""
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return ""
    return _(NO_DISPLAY)


def _is_ce(folder: str) -> bool:
    """pygame-ce alone has the module `geometry`."""
    try:
        return any(name.startswith("geometry") for name in os.listdir(folder))
    except OSError:
        return False


def _has_both(site: str) -> bool:
    """Whether the older edition is installed beside the maintained one."""
    try:
        return any(name.startswith("pygame-") and name.endswith(".dist-info") for name in os.listdir(site))
    except OSError:
        return False


__all__ = ["BOTH_EDITIONS", "NO_DISPLAY", "NO_PYGAME", "WRONG_EDITION", "trouble"]
