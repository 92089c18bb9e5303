"""Choices of a paper as rows that can be taken; a refused one stays, with its reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from game.desktop import lay
from game.desktop.blocks import Tone
from game.desktop.painter import Painter
from game.desktop.ui import Run, Ui
from game.desktop.widget import Widget
from game.papers.paper import ChoiceItem

Take = Callable[[str], object]


def choice_rows(
    ui: Ui, items: Iterable[ChoiceItem], width: float, take: Take, tone: Tone, prefix: str = ""
) -> list[Widget | float]:
    return [choice_row(ui, item, width, take, tone, prefix) for item in items]


def choice_row(
    ui: Ui,
    item: ChoiceItem,
    width: float,
    take: Take,
    tone: Tone,
    prefix: str = "",
    key: bool = True,
    around: float = 16.0,
) -> Widget:
    """A row: its key, what it is, more about it; filled at the left when it is chosen; `around` is above and below."""
    cap = (
        lay.key_cap(ui, item.key, tone.ink if not item.refusal else tone.second) if key and len(item.key) == 1 else None
    )
    lead = 46.0 if cap else 16.0
    room = width - lead - 12
    ink = tone.second if item.refusal else tone.ink
    parts: list[Widget | float] = [ui.text(_capital(item.label), room, "interface", ink, strong=True)]
    if item.detail:
        parts.append(ui.text(_capital(item.detail), room, "small", ink))
    if item.note:
        parts.append(ui.text(_capital(item.note), room, "small", tone.second, aside=True))
    if item.refusal:
        parts.append(ui.text([Run(item.refusal)], room, "small", tone.warning))
    inner = lay.column(parts, room)
    tall = inner.h + around
    rule_colour, full = ui.colour(tone.rule), tone.accent

    def paint(p: Painter, x: float, y: float) -> None:
        p.rule(rule_colour, x, y + tall - 1, width, 1)
        if item.chosen:
            p.fill(full, x, y + 4, 8, tall - 9)

    out = Widget(
        "choice",
        item.label,
        value=item.detail,
        w=width,
        h=tall,
        paint=paint,
        act=None if item.refusal else (lambda: take(item.id)),
        keys=(item.key,) if key and len(item.key) == 1 else (),
        id=f"{prefix}{item.group or 'choice'} {item.id}",
        disabled=item.refusal,
        chosen=item.chosen,
        inside=True,
    )
    out.children = [inner.at(lead, around / 2)]
    if cap:
        out.children.append(cap.at(12, around / 2))
    return out


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
