"""What was typed, understood: by number, by key, or by the beginning of a word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from game.papers.paper import ChoiceItem


class Unclear(NamedTuple):
    """Several things begin like this."""

    names: tuple[str, ...]


def find(items: Sequence[ChoiceItem], typed: str) -> ChoiceItem | Unclear | None:
    """The item that is meant: its key, its id, or the beginning of its label or of a word in it."""
    wanted = " ".join(typed.casefold().split())
    if not wanted:
        return None
    for test in (
        lambda item: item.key.casefold() == wanted or item.id.casefold() == wanted,
        lambda item: item.label.casefold().startswith(wanted),
        lambda item: len(wanted) > 2 and any(word.startswith(wanted) for word in item.label.casefold().split()),
    ):
        found = [item for item in items if test(item)]
        if len(found) == 1:
            return found[0]
        if found:
            return Unclear(tuple(item.label for item in found))
    return None


def command(names: Sequence[str], typed: str) -> tuple[str, str] | Unclear | None:
    """(command, rest) of a line whose first word begins one of the commands."""
    first, _space, rest = typed.strip().partition(" ")
    wanted = first.casefold()
    if not wanted:
        return None
    if wanted in names:
        return wanted, rest.strip()
    found = [name for name in names if name.startswith(wanted)]
    if len(found) == 1:
        return found[0], rest.strip()
    return Unclear(tuple(found)) if found else None
