"""The end: a quiet page, and then, for whoever wants it, what lay behind it."""

from __future__ import annotations

from game.terminal.session import Session


def close(session: Session) -> None:
    session.tell("THE END (to do)")
