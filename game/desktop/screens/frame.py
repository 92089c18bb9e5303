"""What most screens share:

the strip above, the foot below, and sections that stand beside one another or in columns.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.desktop import lay
from game.desktop.marks import face, ladder_bars
from game.desktop.painter import Painter
from game.desktop.titles import title
from game.desktop.ui import Ui
from game.desktop.widget import Act, Widget
from game.engine.view import View
from game.papers import desk
from game.wording import dates
from game.wording.book import Book
from game.wording.catalogue import _

STRIP = 56.0
MARGIN = 32.0

Made = Callable[[float, float | None], Widget]
"""Build a section to a width, and to a height where one is given (what does not fit is scrolled)."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a screen: where it stands at 1280 by 720, and on which side where there is no room for that."""

    made: Made
    x: float
    y: float
    w: float
    h: float
    side: int = 0
    """0 what is read, 1 what is done."""


def roomy(ui: Ui) -> bool:
    """Whether the screen can stand as it is drawn; otherwise its sections go into columns."""
    return ui.w >= 1130 and ui.h >= 620


def strip(ui: Ui, book: Book, view: View, title: str = "") -> Widget:
    """The day, the hour in both capitals with the own one first and bright, and the ladder by name."""
    text, second, brass = ui.colour("text"), ui.colour("second_text"), ui.colour("brass")
    ground, edge = (
        ui.colour("strip"),
        ui.colour("surface_line") if "surface_line" in ui.room.colours else ui.colour("room"),
    )
    wide = ui.w >= 1000
    plain = title or dates.day(book, view.phase)
    written = ui.room.words.get("days")
    day = plain
    if not title and isinstance(written, dict) and not dates.again(view.phase):
        day = str(written.get(dates.entry_of(view.phase), plain))
    now = desk.ladder(book, view)
    bars = ladder_bars(ui, now.rung, now.of, now.pending, brass, second)
    rung = ui.text(_("rung {number}", number=now.rung + 1), 90, "small", second)
    rung.w = rung.inner
    name = ui.text(now.name, 260, "label", text, most=1)
    name.w = name.inner
    right = lay.row([rung, name, bars] if ui.w >= 720 else [name, bars], 12)
    right.role, right.label = "status", f"{_('rung {number}', number=now.rung + 1)}, {now.name}"
    left_room = (376 * ui.w / 1280 - 8) if wide else max(120.0, ui.w - right.w - 2 * MARGIN - 24)
    date = ui.text(day, left_room, "strip", text, kind="heading", most=1)
    date.label = plain
    if date.inner > left_room or ui.wide(ui.style("strip"), day) > left_room:
        date = ui.text(day, left_room, "label", text, kind="heading", most=2)
        date.label = plain
    out = Widget(w=ui.w, h=STRIP, id="above strip")
    out.children = [date.at(MARGIN, (STRIP - date.h) / 2), right.at(ui.w - MARGIN - right.w, (STRIP - right.h) / 2)]
    if wide:
        x = 408 * ui.w / 1280
        for number, (place, hour) in enumerate(dates.hours(book, view.phase, view.viewer)):
            bare = hour.split(" ")[0]
            colour = text if number == 0 else second
            city = (ui.theme.word("city", book.rulebook.seats[view.viewer]) if number == 0 else "") or place
            words = ui.text(city, 150, "label", colour, most=1)
            words.w = words.inner
            digits = ui.text(
                bare.lstrip("0") if not bare.startswith("00") else bare, 80, "clock", colour, strong=number == 0
            )
            digits.w = digits.inner
            clock = lay.row([face(ui, bare, 36, colour), words, digits], 12)
            clock.role, clock.label = "status", f"{place} {hour}"
            for child in clock.children:
                child.label = ""
            if x + clock.w > ui.w - MARGIN - right.w - 16:
                break
            out.children.append(clock.at(x, (STRIP - clock.h) / 2))
            x = max(656 * ui.w / 1280, x + clock.w + 24)

    def paint(p: Painter, left: float, top: float) -> None:
        p.fill(ground, left, top, ui.w, STRIP)
        p.rule(edge, left, top + STRIP - 1, ui.w, 1)

    out.paint = paint
    return out


def plain_strip(ui: Ui, title: str, right: str = "") -> Widget:
    """A strip for pages that stand outside a day."""
    ground, edge = ui.colour("strip"), ui.colour("room")
    side = ui.text(right, ui.w * 0.35, "small", ui.colour("second_text"), most=1)
    side.w = side.inner
    words = ui.text(title, ui.w - 2 * MARGIN - side.w - 24, "strip", ui.colour("text"), kind="heading", most=1)
    words.label = title
    out = Widget(w=ui.w, h=STRIP, id="above strip")
    out.children = [words.at(MARGIN, (STRIP - words.h) / 2)]
    if right:
        out.children.append(side.at(ui.w - MARGIN - side.w, (STRIP - side.h) / 2))

    def paint(p: Painter, left: float, top: float) -> None:
        p.fill(ground, left, top, ui.w, STRIP)
        p.rule(edge, left, top + STRIP - 1, ui.w, 1)

    out.paint = paint
    return out


def foot(ui: Ui, left: Sequence[Widget], right: Sequence[Widget] = ()) -> Widget:
    """Controls at the lower edge: at the left what leads elsewhere, at the right what goes on."""
    width = ui.w - 2 * MARGIN
    right_side = lay.row(list(right), 12) if right else Widget()
    room = width - right_side.w - 24
    left_width = sum(one.w for one in left) + 24 * max(0, len(left) - 1)
    out = Widget(w=ui.w, id="above foot")
    if left_width <= room:
        inner = lay.row(list(left), 24)
        tall = max(inner.h, right_side.h)
        out.children = [
            inner.at(MARGIN, (tall - inner.h) / 2),
            right_side.at(ui.w - MARGIN - right_side.w, (tall - right_side.h) / 2),
        ]
        out.h = tall
    else:
        inner = lay.flow(list(left), width, 20, 6)
        below = lay.flow(list(right), width, 12, 6)
        out.children = [inner.at(MARGIN, 0), below.at(MARGIN, inner.h + 8)]
        out.h = inner.h + 8 + below.h
    return out


def way_back(ui: Ui, back: Act, label: str = "", key: str = "b") -> Widget:
    """The control that puts this screen away; by itself it says no more than that."""
    return lay.button(ui, label or _("Back"), back, key, "bare", id="back")


def page(
    ui: Ui, top: Widget | None, sections: Sequence[Section], bottom: Widget | None, name: str, low: float = 16.0
) -> Widget:
    """Put a screen together: as it is drawn where there is room, else in one or two columns that scroll."""
    root = Widget("window", title(name), w=ui.w, h=ui.h)
    head = top.h if top is not None else 0.0
    if bottom is not None:
        bottom.y = ui.h - low - bottom.h
    across, down = ui.w / 1280, ui.h / 720
    lowest = max(((one.y + one.h) * down for one in sections), default=0.0)
    if roomy(ui) and (bottom is None or low or bottom.y >= lowest):
        for one in sections:
            w, h = one.w * across, one.h * down
            made = one.made(w, h)
            root.children.append(made.at(one.x * across, one.y * down))
    else:
        floor = bottom.y - 8 if bottom is not None else ui.h - 8
        floor = max(floor, head + 120)
        columns = 2 if ui.w >= 860 and len({one.side for one in sections}) > 1 else 1
        margin = MARGIN if ui.w >= 700 else 20.0
        gap = 24.0
        wide = (ui.w - 2 * margin - gap * (columns - 1)) / columns - 10
        for number in range(columns):
            parts = [one.made(wide, None) for one in sections if columns == 1 or one.side == number]
            inner = lay.column([6.0, *parts, 12.0], wide, 18)
            view = lay.viewport(inner, wide + 10, floor - head - 4, f"{name} {number}", ui, "text")
            root.children.append(view.at(margin + number * (wide + 10 + gap), head + 4))
    if top is not None:
        root.children.append(top)
    if bottom is not None:
        root.children.append(bottom)
    return root
