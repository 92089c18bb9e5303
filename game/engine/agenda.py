"""The turns of a pace made ready: what is asked of each seat, what follows unasked, and how long it takes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from game.engine.act import Act, Dated, Listed
from game.engine.choice import Choice
from game.engine.compile import Listing
from game.engine.tables import Entry, Turn

Papers = tuple[Listing, Listing]
"""Which claims may be argued, and which cards laid out."""


class Sheet(NamedTuple):
    """What one seat may order on a turn, what it orders unasked, and its council."""

    entry: int
    """The entry whose decision it is asked; -1 for the public."""
    acts: tuple[Act, ...]
    headlines: dict[str, Act]
    """The same by id."""
    choices: tuple[Choice, ...]
    """The same where nothing closes them."""
    riders: dict[str, Listed]
    unasked: tuple[Act, ...]
    questions: int
    papers: Papers | None


class Agenda(NamedTuple):
    """One turn: its last entry names it; `owed` is who has something to decide when it begins."""

    entries: tuple[int, ...]
    name: str
    kind: str
    """prologue | turn | aftermath"""
    half_days: int
    date: int
    owed: tuple[bool, bool]
    sheets: tuple[Sheet, Sheet, Sheet]


NO_SHEET = Sheet(-1, (), {}, (), {}, (), 0, None)
"""The public orders nothing."""


def agenda(
    turn: Turn,
    entries: tuple[Entry, ...],
    dated: Mapping[tuple[int, int], Dated],
    riders: tuple[dict[str, Listed], dict[str, Listed]],
    councils: Mapping[tuple[int, int], Papers],
) -> Agenda:
    """A turn of a pace; `dated` and `councils` are by seat and entry, `riders` those of this turn by seat."""
    half_days = 0
    for entry in turn.entries:
        half_days += entries[entry].half_days
    sheets = []
    for seat, asked in enumerate(turn.asks):
        found = dated.get((seat, asked))
        acts = found.acts if found else ()
        unasked = [dated[seat, entry].unasked for entry in turn.entries if entry != asked and (seat, entry) in dated]
        headlines = {act.id: act for act in reversed(acts)}
        sheets.append(
            Sheet(
                asked, acts, headlines, tuple(Choice(act.id, act.source, None) for act in acts), riders[seat],
                tuple(unasked), entries[asked].questions, councils.get((seat, asked)),
            )
        )  # fmt: skip
    last = entries[turn.entries[-1]]
    owed = ((0, turn.asks[0]) in dated, (1, turn.asks[1]) in dated)
    return Agenda(
        turn.entries, last.id, last.kind, half_days, 1000 * max(turn.entries), owed, (sheets[0], sheets[1], NO_SHEET)
    )
