"""At the left of the desk: what came in overnight, each kind on its own paper, one upon another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.desktop import lay
from game.desktop.slips import CLOSE, CLOSEST, WIDE, Sort, slip
from game.desktop.ui import Ui
from game.desktop.widget import Act, Widget

SORTS: tuple[Sort, ...] = ("teletype", "typed", "telegram")
TILTS = (0.6, -0.5, 0.4)
SHIFTS = (0.0, 16.0, 0.0)
MOST = 3
LAP = 6.0
"""Units by which a slip lies over the next."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Something that came in, and what reading it opens."""

    head: str
    dated: str
    text: str
    act: Act


def incoming(ui: Ui, pieces: Sequence[Piece], width: float, height: float | None) -> Widget:
    """Each slip as tall as its text asks for; where all of them are too tall, in smaller letters, or to be scrolled."""
    pieces = pieces[:MOST]
    if height is None:
        return lay.column([_alone(ui, pieces, number, width) for number in range(len(pieces))], width, 14)
    for close in (WIDE, CLOSE, CLOSEST):
        tall = _heights(ui, pieces, width, height, close)
        if sum(tall) <= height + 0.5:
            return _pile(ui, pieces, width, tall, close)
    made = [_alone(ui, pieces, number, width - 16, close=CLOSEST) for number in range(len(pieces))]
    inner = lay.column([6.0, *made, 12.0], width - 16, 14)
    return lay.viewport(inner, width, height, "incoming", ui, "text")


def _alone(ui: Ui, pieces: Sequence[Piece], number: int, width: float, close: int = WIDE) -> Widget:
    one = pieces[number]
    sort = SORTS[number]
    return slip(ui, one.head, one.dated, one.text, width, None, sort, one.act, f"slip {number}", 0.0, close=close)


def _heights(ui: Ui, pieces: Sequence[Piece], width: float, height: float, close: int) -> list[float]:
    """Equal shares; where one of them is too short for its text, what each asks for and an equal part of the rest."""
    share = height / max(1, len(pieces)) if len(pieces) > 1 else height * 0.7
    asked = [_laid(ui, one, number, width, 0.0, close).h for number, one in enumerate(pieces)]
    if all(one <= share + LAP for one in asked):
        return [share] * len(pieces)
    rest = max(0.0, height - sum(asked)) / len(pieces)
    return [one + rest for one in asked]


def _laid(ui: Ui, one: Piece, number: int, width: float, tall: float, close: int, stamped: str = "") -> Widget:
    wide, sort, id = width - 16 * (number == 1), SORTS[number], f"slip {number}"
    return slip(ui, one.head, one.dated, one.text, wide, tall, sort, one.act, id, TILTS[number], stamped, close)


def _pile(ui: Ui, pieces: Sequence[Piece], width: float, tall: Sequence[float], close: int) -> Widget:
    """One upon another, the first on top."""
    out = Widget(w=width, h=sum(tall), pile=True)
    words = ui.room.words.get("stamps")
    stamp = str(words.get("secret", "")) if isinstance(words, dict) else ""
    y = 0.0
    for number, one in enumerate(pieces):
        last = number == len(pieces) - 1
        found = _laid(ui, one, number, width, tall[number] + (-2 if last else LAP), close, stamp if number == 1 else "")
        found.floats = True
        out.children.append(found.at(SHIFTS[number], y))
        y += tall[number]
    return out
