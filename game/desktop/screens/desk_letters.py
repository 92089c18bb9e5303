"""Below the chart: his open letter and mine, side by side."""

from __future__ import annotations

from game.desktop import lay
from game.desktop.blocks import on_paper
from game.desktop.marks import seal
from game.desktop.ui import Ui
from game.desktop.widget import Act, Widget
from game.engine.view import View
from game.negotiation.letter import HELD, OPEN, Letter
from game.papers import desk
from game.papers.paper import Line
from game.wording.book import Book
from game.wording.catalogue import _

ABOVE = 11.0
"""Units of paper above the words and below them."""


def two_letters(ui: Ui, book: Book, view: View, width: float, height: float | None, act: Act) -> Widget:
    half = (width - 16) / 2
    his = next((letter for letter in reversed(view.inbox) if letter.status in (OPEN, HELD)), None)
    mine = next((letter for letter in reversed(view.outbox) if letter.status in (OPEN, HELD)), None)
    left = _sheet(ui, book, _("His letter"), his, desk.his(book, view), _("None lies open."), half, height)
    right = _sheet(ui, book, _("My letter"), mine, desk.mine(book, view), _("None is under way."), half, height)
    for number, (one, tilt) in enumerate(((left, 0.4), (right, -0.4))):
        one.id, one.act, one.tilt = f"letter {number}", act, tilt
    return lay.row([left, right], 16, False)


def _sheet(
    ui: Ui, book: Book, label: str, found: Letter | None, said: Line, none: str, width: float, height: float | None
) -> Widget:
    """A letter as far as it goes on a small sheet; the whole of it is one key away."""
    tone = on_paper(ui)
    inner = width - 36
    head = lay.heading(ui, label, inner, "label", tone.accent)
    head.w = head.inner
    right = Widget()
    if found is not None:
        public = book.rulebook.tables.negotiation.channels[found.channel].public
        word = ui.text(_("public") if public else _("secret"), inner, "small", tone.ink)
        word.w = word.inner
        right = lay.row([word, seal(ui, public, tone.ink)], 8)
    text = said.value if found is not None else none
    note = f"{said.note[:1].upper()}{said.note[1:]}." if said.note and found is not None else ""
    body = ui.text(text, inner, "letter", tone.ink, aside=True)
    room = height - 2 * ABOVE - head.h - 2 - (30 if note else 0) if height else 1e9
    if body.h > room:
        line = ui.style("card").line
        body = ui.text(text, inner, "card", tone.ink, aside=True, most=max(1, int(room // line)))
    body.label = text
    parts: list[Widget | float] = [lay.split(ui, head, right, inner), body]
    if note and (height is None or body.h + head.h + 30 + 2 * ABOVE <= height):
        parts += [4.0, ui.text(note, inner, "small", tone.second)]
    tilt = 0.4 if label == _("His letter") else -0.4
    out = lay.sheet(ui, lay.column(parts, inner, 2), width, height, "plain", tilt, "paper", (18, ABOVE), id=label)
    out.role, out.label, out.value, out.floats = "button", label, text, False
    return out
