"""His letter where it lies alone on the desk: what he writes, beside it what it asks, and below both how to answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.desktop import lay
from game.desktop.blocks import Tone, line, on_paper
from game.desktop.screens.his_letter import headed, said, terms, ways_to_answer
from game.desktop.ui import Ui
from game.desktop.widget import Widget
from game.engine.move import ACCEPT
from game.engine.view import View
from game.papers import letters, unready
from game.wording.catalogue import _

if TYPE_CHECKING:
    from game.desktop.screens.letters import LetterScene

SIDE, HEAD, GUTTER = 36.0, 24.0, 28.0
TERMS = 0.5
"""The part of the sheet that what it asks takes."""


def spread(scene: LetterScene, ui: Ui, view: View, number: int, width: float, height: float | None) -> Widget:
    session = scene.app.session
    assert session is not None
    book, tone = session.book, on_paper(ui)
    found = view.inbox[number - 1]
    public = book.rulebook.tables.negotiation.channels[found.channel].public
    made = letters.sheet(book, view, found)
    inner = width - 2 * SIDE
    title = _("One text for both") if found.tone == "one_text" else _("His letter")
    head = lay.heading(ui, title, inner * 0.6, "screen_heading", tone.accent)
    top = headed(scene, ui, view, found, made, head, inner, tone, ("small", 12))
    right = round((inner - GUTTER) * TERMS)
    left = inner - GUTTER - right
    low = lay.column([lay.rule(ui, inner, "ink", 1, 8, 6), _ways(scene, ui, view, number, inner, tone)], inner)
    room = height - 2 * HEAD - top.h - low.h if height is not None else 1e9
    words = said(ui, made, public, left, tone, room, 8.0)
    if words.h > room:
        words = lay.viewport(words, left + 10, room, f"his {number} text", ui, "ink", ui.colour("paper"))
    early = unready.answering(book, view, ACCEPT, found) if number in scene.open_ones and found.clauses else None
    asked: list[Widget | float] = [
        *terms(scene, ui, found, [], right, tone, True),
        *([line(ui, early, right, tone)] if early is not None else []),
    ]
    does = lay.column(asked, right)
    if does.h > room:
        does = lay.viewport(does, right + 10, room, f"his {number} terms", ui, "ink", ui.colour("paper"))
    both = Widget(
        w=inner,
        h=room if height is not None else max(words.h, does.h),
        children=[words.at(0, 0), does.at(left + GUTTER, 0)],
    )
    return lay.sheet(
        ui,
        lay.column([top, both, low], inner),
        width,
        height,
        "plain",
        0.4,
        padding=(SIDE, HEAD),
        id=f"his {number}",
        label=_("His letter"),
    )


def _ways(scene: LetterScene, ui: Ui, view: View, number: int, width: float, tone: Tone) -> Widget:
    """The ways to answer, two and two."""
    wide = round((width - GUTTER) * 0.58)
    columns = []
    for number_of, across in enumerate((wide, width - GUTTER - wide)):
        rows = ways_to_answer(scene, ui, view, number, across, tone).children
        half = (len(rows) + 1) // 2
        columns.append(lay.column(list(rows[half:] if number_of else rows[:half]), across, 2))
    return lay.row(columns, GUTTER, False)
