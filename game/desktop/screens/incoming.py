"""At the left of the desk: what came in overnight, each kind on its own paper, one upon another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.desktop import lay
from game.desktop.slips import Sort, slip
from game.desktop.ui import Ui
from game.desktop.widget import Act, Widget

SORTS: tuple[Sort, ...] = ("teletype", "typed", "telegram")
TILTS = (0.6, -0.5, 0.4)
SHIFTS = (0.0, 16.0, 0.0)
MOST = 3


@dataclass(frozen=True, slots=True)
class Piece:
    """Something that came in, and what reading it opens."""

    head: str
    dated: str
    text: str
    act: Act


def incoming(ui: Ui, pieces: Sequence[Piece], width: float, height: float | None) -> Widget:
    pieces = pieces[:MOST]
    if height is None:
        made = [
            slip(ui, one.head, one.dated, one.text, width, None, SORTS[number], one.act, f"slip {number}", 0.0)
            for number, one in enumerate(pieces)
        ]
        return lay.column(made, width, 14)
    out = Widget(w=width, h=height, pile=True)
    share = height / max(1, len(pieces)) if len(pieces) > 1 else height * 0.7
    words = ui.room.words.get("stamps")
    stamp = str(words.get("secret", "")) if isinstance(words, dict) else ""
    for number in range(len(pieces) - 1, -1, -1):
        one = pieces[number]
        found = slip(
            ui,
            one.head,
            one.dated,
            one.text,
            width - 16 * (number == 1),
            share + (6 if number < len(pieces) - 1 else -2),
            SORTS[number],
            one.act,
            f"slip {number}",
            TILTS[number],
            stamped=stamp if number == 1 else "",
        )
        found.floats = True
        out.children.append(found.at(SHIFTS[number], number * share))
    out.children.reverse()
    return out
