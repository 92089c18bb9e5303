"""What a viewer is handed: built from his own knowledge, never from the truth."""

from __future__ import annotations

from game.engine.knowledge import Knowledge, looked
from game.engine.state import State

View = Knowledge
"""A view is a copy of the viewer's knowledge: it holds no key, seed, digest or count of moves."""


def view(state: State, viewer: int) -> View:
    """The view of a seat (0, 1) or of the public (2)."""
    known = state.knowledge[viewer]
    return looked(known) if state.quiet else known
