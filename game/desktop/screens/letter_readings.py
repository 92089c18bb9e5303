"""How two of one's own people think he will take the letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.desktop import lay
from game.desktop.marks import portrait
from game.desktop.ui import Ui
from game.desktop.widget import Widget
from game.engine.view import View
from game.papers import letter_draft
from game.papers.readings import spoken

if TYPE_CHECKING:
    from game.desktop.screens.letters import LetterScene


def how_he_takes_it(scene: LetterScene, ui: Ui, view: View, width: float, height: float | None) -> Widget:
    session = scene.app.session
    assert session is not None
    book, draft = session.book, scene.draft
    clauses = letter_draft.clauses_of(book, draft) if draft is not None else ()
    if draft is None or not clauses:
        return Widget(w=width, h=0)
    half = (width - 16) / 2
    people = {one["name"]: one["id"] for one in book.content("people", ())}
    made: list[Widget] = []
    for name, said in spoken(book, view, draft, clauses):
        face = portrait(ui, str(people.get(name, "")), 56, True, "unknown_one" if scene.seat == 0 else "unknown_two")
        room = half - 68
        short = name if ui.wide(ui.style("label"), name) <= room else name.split(" ")[-1]
        words = ui.text(
            said,
            room,
            "card",
            "text",
            aside=True,
            most=max(1, int((height - 24) // 21)) if height is not None else 0,
        )
        words.label = said
        block = lay.column([ui.text(short, room, "label", "brass", most=1), words], room)
        face.h = min(face.h, max(64.0, block.h))
        made.append(Widget(w=half, h=max(64.0, block.h), children=[face, block.at(64, 0)]))
    out = lay.row(made, 16, False)
    out.id = "above readings"
    return out
