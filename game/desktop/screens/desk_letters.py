"""Below the chart: his open letter and mine, side by side."""

from __future__ import annotations

from dataclasses import dataclass

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

SIDE, ABOVE = 18.0, 11.0
"""Units of paper beside the words, and above and below them."""


def two_letters(ui: Ui, book: Book, view: View, width: float, height: float | None, act: Act) -> Widget:
    made = []
    for number, (lying, tilt) in enumerate(zip(_lying(book, view), (0.4, -0.4), strict=True)):
        one = _sheet(ui, book, lying, (width - 16) / 2, height, tilt)
        one.id, one.act, one.tilt = f"letter {number}", act, tilt
        made.append(one)
    return lay.row(made, 16, False)


def asked(ui: Ui, book: Book, view: View, width: float) -> float:
    """How tall the two have to be to say all in small letters."""
    inner = (width - 16) / 2 - 2 * SIDE
    return max(_written(ui, book, one, inner, "card").h for one in _lying(book, view)) + 2 * ABOVE


@dataclass(frozen=True, slots=True)
class Lying:
    """A letter that lies there, if one does, and what is said of it or of there being none."""

    label: str
    letter: Letter | None
    said: Line
    none: str


def _lying(book: Book, view: View) -> tuple[Lying, Lying]:
    his = next((letter for letter in reversed(view.inbox) if letter.status in (OPEN, HELD)), None)
    mine = next((letter for letter in reversed(view.outbox) if letter.status in (OPEN, HELD)), None)
    return (
        Lying(_("His letter"), his, desk.his(book, view), _("None lies open.")),
        Lying(_("My letter"), mine, desk.mine(book, view), _("None is under way.")),
    )


def _sheet(ui: Ui, book: Book, one: Lying, width: float, height: float | None, tilt: float) -> Widget:
    """A letter on a small sheet, in small letters where that spares scrolling; the whole of it is one key away."""
    inner = width - 2 * SIDE
    block = _written(ui, book, one, inner, "letter")
    if height is not None and block.h + 2 * ABOVE > height:
        block = _written(ui, book, one, inner, "card")
    out = lay.sheet(ui, block, width, height, "plain", tilt, "paper", (SIDE, ABOVE), id=one.label)
    out.role, out.label, out.floats = "button", one.label, False
    out.value = one.said.value if one.letter is not None else one.none
    return out


def _written(ui: Ui, book: Book, one: Lying, inner: float, role: str) -> Widget:
    tone = on_paper(ui)
    head = lay.heading(ui, one.label, inner, "label", tone.accent)
    head.w = head.inner
    right = Widget()
    text = one.none
    note = ""
    if one.letter is not None:
        public = book.rulebook.tables.negotiation.channels[one.letter.channel].public
        word = ui.text(_("public") if public else _("secret"), inner, "small", tone.ink)
        word.w = word.inner
        right = lay.row([word, seal(ui, public, tone.ink)], 8)
        text, note = one.said.value, one.said.note
    parts: list[Widget | float] = [lay.split(ui, head, right, inner), ui.text(text, inner, role, tone.ink, aside=True)]
    if note:
        parts += [4.0, ui.text(f"{note[:1].upper()}{note[1:]}.", inner, "small", tone.second)]
    return lay.column(parts, inner, 2)
