"""Standing orders as a board of brass switches on the dark: others will carry this out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pygame

from game.desktop import lay
from game.desktop.painter import Painter
from game.desktop.theme import mix
from game.desktop.ui import Run, Ui
from game.desktop.widget import Widget
from game.engine.choices import choices
from game.engine.move import Order
from game.engine.view import View
from game.papers import standing
from game.papers.paper import Line
from game.wording.book import Book
from game.wording.catalogue import _, several
from game.wording.reasons import refused

Set = Callable[[str, int], object]


def board(ui: Ui, book: Book, view: View, order: Order, put: Set, width: float, height: float | None) -> Widget:
    """Every standing order of this seat: what holds now, what is to be set, what was moved by others."""
    inner = width - 48
    text, second, brass = ui.colour("text"), ui.colour("second_text"), ui.colour("brass")
    found = choices(book.rulebook, view)
    parts: list[Widget | float] = [
        lay.heading(ui, _("Standing orders"), inner, "sheet_heading", text),
        ui.text(
            [
                Run(_("Others will carry this out."), strong=True, colour=brass),
                Run(" " + several("You may change {count}.", "You may change {count}.", found.most_changes)),
            ],
            inner,
            "small",
            text,
        ),
        8.0,
    ]
    why = {(one.id, one.level): refused(book, one.refusal) if one.refusal else "" for one in found.changes}
    paper = standing.standing(book, view, order)
    notes = _notes(paper.blocks)
    pending = dict(order.changes)
    shown = 0
    for number, one in book.rulebook.orders_of(view.viewer):
        if one.unlisted and not view.exact[book.rulebook.index[one.unlisted]]:
            continue
        shown += 1
        stem = f"standing.{one.id}"
        now = view.exact[book.rulebook.standing_at[number]] // 1000
        name = book.get(f"{stem}.name", one.id)
        parts.append(ui.text(name, inner, "small", text, strong=True))
        levels = [book.get(f"{stem}.levels.{level}", str(level)) for level in range(one.levels)]
        parts += [4.0, _switch(ui, name, one.id, levels, now, pending.get(one.id, -1), why, put, inner)]
        note = notes.get(name, "")
        if note:
            parts.append(ui.text(note[:1].upper() + note[1:] + ".", inner, "small", second, aside=True))
        parts.append(10.0)
    if not shown:
        parts.append(ui.text(_("No standing orders are in your hand."), inner, "small", second))
    dark = mix(ui.colour("room"), ui.room.stops[2], 0.55)
    return lay.sheet(
        ui,
        lay.column(parts, inner),
        width,
        height,
        "board",
        0.0,
        dark,
        (24, 20),
        id="board",
        label=_("Standing orders"),
    )


def _notes(blocks: object) -> dict[str, str]:
    """The remark of each order, by its name."""
    out: dict[str, str] = {}
    name = ""
    assert isinstance(blocks, tuple)
    for block in blocks:
        if hasattr(block, "level"):
            name = block.text
        elif isinstance(block, Line) and block.note:
            out[name] = block.note
    return out


def _switch(
    ui: Ui,
    name: str,
    id: str,
    levels: list[str],
    now: int,
    pending: int,
    why: dict[tuple[str, int], str],
    put: Set,
    width: float,
) -> Widget:
    """A row of positions: brass where it stands, dashed where it is to be set."""
    text, brass, second = ui.colour("text"), ui.colour("brass"), ui.colour("second_text")
    dark = mix(ui.colour("room"), (0, 0, 0), 0.45)
    ink = ui.colour("ink")
    short = [level.split(" (")[0] for level in levels]
    fits = all(ui.wide(ui.style("small", strong=True), one) + 16 <= width / len(levels) for one in short)
    out = Widget("group", name, w=width)
    if fits:
        each, tall, rows = (width - 8) / len(levels), 32.0, 1
        out.h = tall + 8
    else:
        each, tall, rows = width - 8, 30.0, len(levels)
        out.h = tall * rows + 8

    def ground(p: Painter, x: float, y: float) -> None:
        p.fill(dark, x, y, width, out.h)

    out.paint = ground
    for level, word in enumerate(short if fits else levels):
        here, next_one = level == now, level == pending
        reason = why.get((id, level), "")

        def paint(p: Painter, x: float, y: float, here: bool = here, next_one: bool = next_one) -> None:
            if here:
                p.blit(_brass(ui, p.px(each), p.px(tall)), x, y)
            if next_one:
                _dashes(p, brass, x + 1, y + 1, each - 2, tall - 2)

        colour = ink if here else (second if reason else text)
        words = ui.text(word, each - 8, "small", colour, "centre", strong=here or next_one, most=1)
        words.silenced()
        act = (
            partial(put, id, level)
            if not here and not reason
            else ((lambda: put(id, -1)) if here and pending >= 0 else None)
        )
        one = Widget(
            "switch",
            f"{name}: {levels[level]}",
            _("now") if here else _("to be set") if next_one else "",
            w=each,
            h=tall,
            paint=paint,
            act=act,
            id=f"switch {id} {level}",
            disabled=reason if not here else "",
            chosen=next_one or (here and pending < 0),
            inside=True,
        )
        one.children = [words.at(4, (tall - words.h) / 2)]
        out.children.append(one.at(4 + (each * level if fits else 0), 4 + (0 if fits else tall * level)))
    return out


def _brass(ui: Ui, w: int, h: int) -> pygame.Surface:
    """A plate of brass: lighter above than below."""
    brass = ui.colour("brass")

    def made() -> pygame.Surface:
        out = pygame.Surface((w, h))
        for y in range(h):
            out.fill(
                mix(mix(brass, (255, 255, 255), 0.2), mix(brass, (90, 50, 10), 0.22), y / max(1, h - 1)), (0, y, w, 1)
            )
        return out.convert()

    return ui.surfaces.keep(("brass", brass, w, h), made)


def _dashes(p: Painter, colour: tuple[int, int, int], x: float, y: float, w: float, h: float) -> None:
    at = 0.0
    while at < w:
        long = min(6.0, w - at)
        p.fill(colour, x + at, y, long, 1.6)
        p.fill(colour, x + at, y + h - 1.6, long, 1.6)
        at += 9
    at = 0.0
    while at < h:
        long = min(6.0, h - at)
        p.fill(colour, x, y + at, 1.6, long)
        p.fill(colour, x + w - 1.6, y + at, 1.6, long)
        at += 9
