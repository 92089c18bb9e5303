"""The first day, guided: a few cards on the desk itself, one at a time, to be put away at any moment."""

from __future__ import annotations

from collections.abc import Callable

from game.desktop import lay
from game.desktop.theme import mix
from game.desktop.ui import Ui
from game.desktop.widget import Widget
from game.wording.catalogue import _

Place = tuple[float, float]


def cards() -> tuple[tuple[Place, str, str], ...]:
    """Where each card lies at 1280 by 720, its head and its words."""
    return (
        (
            (404, 96),
            _("What came in"),
            _(
                "New papers lie at the left, the day's decision on top. Enter or a click opens the one that has the "
                "ring; Tab and the arrows move it."
            ),
        ),
        (
            (488, 96),
            _("How near it is"),
            _(
                "The sheet at the right says what could go wrong tonight: shots nobody ordered, events "
                "that outrun both of you, the end. A full dot is at least, a ring is perhaps."
            ),
        ),
        (
            (60, 420),
            _("The council"),
            _(
                "C: your advisers argue. You have a question: put a paper from the table to a claim that "
                "it bears against. If it does, he gives way, and the figures become clearer."
            ),
        ),
        (
            (260, 420),
            _("The order"),
            _("O: draw one paper from the pile and sign it. Beside it stand the switches that other people carry out."),
        ),
        (
            (420, 420),
            _("The letter"),
            _("L: write to him, clause by clause, or answer what he wrote. What you sign, he can hold you to."),
        ),
        (
            (560, 420),
            _("The rest"),
            _(
                "M: who is he? D: the drawer, with everything else. N ends the day. That is all; the rest "
                "you learn by playing."
            ),
        ),
    )


def card(ui: Ui, number: int, on: Callable[[], object], skip: Callable[[], object]) -> Widget | None:
    """The card of that number, or None after the last."""
    found = cards()
    if number >= len(found):
        return None
    (x, y), head, words = found[number]
    width = min(400.0, ui.w - 48)
    inner = width - 40
    ink, second = ui.colour("ink"), ui.colour("second_ink")
    count = ui.text(f"{number + 1} / {len(found)}", inner, "small", second)
    count.w = count.inner
    title = lay.heading(ui, head, inner, "label", ui.colour("accent"))
    title.w = title.inner
    feet = lay.flow(
        [
            lay.button(ui, _("Go on"), on, "g", "ink", id="guide on", height=32),
            lay.button(ui, _("No guide, thank you"), skip, "x", "line", id="guide skip", height=32),
        ],
        inner,
        8,
        8,
    )
    block = lay.column(
        [lay.split(ui, title, count, inner), 4.0, ui.text(words, inner, "interface", ink), 10.0, feet], inner
    )
    tall = block.h + 32
    pale = mix(ui.colour("paper"), (255, 255, 255), 0.35)
    out = Widget("sheet", head, w=width, h=tall, children=[block.at(20, 16)], floats=True, id="above guide")
    lay.papered(out, ui, pale, "plain", ui.colour("accent"), True)
    across, down = ui.w / 1280, ui.h / 720
    out.at(min(max(8.0, x * across), ui.w - width - 16), min(max(64.0, y * down), max(64.0, ui.h - tall - 16)))
    return out
