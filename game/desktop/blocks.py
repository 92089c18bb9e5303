"""Papers to widgets: every kind of block that a paper may hold, laid out to a width, on paper or on the dark."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.desktop import lay
from game.desktop.marks import dots, ladder_bars, mark, seal, strokes
from game.desktop.theme import Colour
from game.desktop.ui import Run, Ui
from game.desktop.widget import Paint, Widget
from game.papers.paper import (
    Block,
    Clipping,
    Figure,
    Heading,
    Ladder,
    Letter,
    Line,
    Mark,
    Paragraph,
    Slip,
    Table,
    Tally,
)


@dataclass(frozen=True, slots=True)
class Tone:
    """Colours of words on a ground."""

    ink: Colour
    second: Colour
    accent: Colour
    warning: Colour
    rule: str


def on_paper(ui: Ui) -> Tone:
    return Tone(ui.colour("ink"), ui.colour("second_ink"), ui.colour("accent"), ui.colour("warning"), "rule")


def on_dark(ui: Ui) -> Tone:
    return Tone(
        ui.colour("text"), ui.colour("second_text"), ui.colour("brass"), ui.colour("night_map.theirs"), "second_text"
    )


def render(ui: Ui, blocks: Iterable[Block], width: float, tone: Tone, role: str = "letter") -> list[Widget]:
    """Each block as a widget, in order."""
    return [block(ui, one, width, tone, role) for one in blocks]


def block(ui: Ui, one: Block, width: float, tone: Tone, role: str = "letter") -> Widget:
    match one:
        case Heading():
            return heading(ui, one.text, width, tone, one.level)
        case Paragraph():
            return paragraph(ui, one, width, tone, role)
        case Line():
            return line(ui, one, width, tone)
        case Figure():
            return figure(ui, one, width, tone)
        case Tally():
            return tally(ui, one, width, tone)
        case Ladder():
            return ladder(ui, one, width, tone)
        case Slip():
            return slip(ui, one, width, tone)
        case Letter():
            return letter(ui, one, width, tone)
        case Clipping():
            return clipping(ui, one, width, tone)
        case Table():
            return table(ui, one, width, tone)
        case Mark():
            return line(ui, Line(one.label, one.words, mark="" if one.state == "known" else "unknown"), width, tone)


def heading(ui: Ui, text: str, width: float, tone: Tone, level: int = 2) -> Widget:
    role = "screen_heading" if level <= 1 else "sheet_heading" if level == 2 else "label"
    words = lay.heading(ui, text, width, role, tone.ink if level <= 2 else tone.accent)
    if level > 2:
        return lay.column([lay.gap(6), words], width)
    below = lay.rule(ui, width, "ink" if tone.rule == "rule" else "second_text", 2, 6, 4)
    return lay.column([lay.gap(0 if level <= 1 else 8), words, below], width)


def paragraph(ui: Ui, one: Paragraph, width: float, tone: Tone, role: str = "letter") -> Widget:
    match one.role:
        case "note":
            return ui.text(one.text, width, "small", tone.second)
        case "quote":
            return quote(ui, one.text, width, tone)
        case "warning":
            bar = ui.text(one.text, width - 16, "interface", tone.warning, strong=False)
            shade = tone.warning
            return Widget(
                w=width, h=bar.h + 8, children=[bar.at(16, 4)], paint=lambda p, x, y: p.fill(shade, x, y + 4, 4, bar.h)
            )
        case "lead":
            return ui.text(ui.explained(one.text), width, role, tone.ink)
        case "last":
            return ui.text(one.text, width, role, tone.second, aside=True)
    return ui.text(ui.explained(one.text), width, role, tone.ink)


def quote(ui: Ui, text: str, width: float, tone: Tone) -> Widget:
    """What somebody says, his name before it."""
    who, colon, said = text.partition(": ")
    runs = [Run(f"{who}:", strong=True), Run(f" {said}", aside=True)] if colon else [Run(text, aside=True)]
    return ui.text(runs, width, "letter", tone.ink)


def line(ui: Ui, one: Line, width: float, tone: Tone, tall: float = 32.0, under: bool = True) -> Widget:
    """A label, its value, and a remark below."""
    glyph = mark(ui, one.mark, tone.ink) if one.mark in ("yours", "his", "nobody", "unknown") else None
    lead = 26.0 if glyph else 0.0
    strong = tone.warning if one.mark == "warning" else tone.ink
    room = width - lead
    value_width = ui.wide(ui.style("small", strong=True), one.value)
    label_width = ui.wide(ui.style("small"), one.label)
    parts: list[Widget] = []
    if label_width + value_width + 20 <= room:
        label = ui.text(one.label, label_width + 1, "small", tone.second if tone.rule != "rule" else tone.ink)
        value = ui.text(one.value, value_width + 1, "small", strong, strong=True)
        both = Widget(w=room, h=24, children=[label, value.at(room - value.w, 0)])
        parts.append(both)
    else:
        side = room * 0.34
        if label_width <= side - 8 and room > 300:
            label = ui.text(one.label, side - 8, "small", tone.second)
            value = ui.text(ui.explained(one.value), room - side, "small", strong, strong=True)
            parts.append(Widget(w=room, h=max(label.h, value.h), children=[label, value.at(side, 0)]))
        else:
            parts.append(ui.text(one.label, room, "card", tone.second))
            parts.append(ui.text(ui.explained(one.value), room, "card", strong, strong=True))
    if one.note:
        parts.append(ui.text(one.note, room, "small", tone.second, aside=True))
    inner = lay.column(parts, room)
    above = max(4.0, (tall - 24) / 2)
    out = Widget(w=width, h=inner.h + 2 * above + 1, children=[inner.at(lead, above)])
    if glyph:
        out.children.append(glyph.at(0, above + 4))
    if under:
        shade = ui.colour(tone.rule)
        out.paint = lambda p, x, y: p.rule(shade, x, y + out.h - 1, width, 1)
    return out


def figure(ui: Ui, one: Figure, width: float, tone: Tone) -> Widget:
    """A chance in words, with a hundred dots; where there is next to none, the words alone."""
    label = ui.text(one.label, width, "small", tone.ink)
    words = chance(ui, one, width, width - label.inner - 12, tone)
    words.w = words.inner
    parts: list[Widget | float] = []
    if one.dots.full or one.dots.perhaps > 1 or label.inner + words.inner + 12 > width:
        pitch = 8.0
        if label.inner + words.inner + 12 > width:
            pitch = 8.0 if width - 200 >= words.inner + 12 else 6.0
            array = dots(ui, one.dots.full, one.dots.perhaps, tone.ink, tone.second, pitch)
            side = array.w + words.inner + 12 <= width
            array.label = ""
            low = Widget(
                w=width,
                h=max(array.h, words.h),
                children=[array.at(0, (words.h - array.h) / 2 if array.h < words.h else 0)],
            )
            if side:
                low.children.append(words.at(width - words.inner, (low.h - words.h) / 2))
                parts += [label, low]
            else:
                parts += [label, words, low]
        else:
            array = dots(ui, one.dots.full, one.dots.perhaps, tone.ink, tone.second, pitch)
            array.label = ""
            parts += [lay.split(ui, label, words, width), array]
    else:
        parts.append(lay.split(ui, label, words, width))
    if one.note:
        parts.append(ui.text(one.note, width, "small", tone.second, aside=True))
    parts.append(4.0)
    return lay.column(parts, width, 2)


def chance(ui: Ui, one: Figure, width: float, room: float, tone: Tone) -> Widget:
    """A chance in words: in fewer where there are, and in the fewest where those have no room."""
    ways = one.shorter or (one.words,)
    said = next((way for way in ways if ui.wide(ui.style("small", strong=True), way) <= room), ways[-1])
    words = ui.text(said, width, "small", tone.ink, strong=True)
    words.label = one.words
    return words


def tally(ui: Ui, one: Tally, width: float, tone: Tone) -> Widget:
    """How angry somebody is: strokes and a word."""
    bars = strokes(ui, one.count, one.of, tone.warning if tone.rule == "rule" else tone.accent)
    word = ui.text(one.word, width, "small", tone.ink, strong=True)
    word.w = word.inner
    right = lay.row([bars, word], 10)
    name = ui.text(one.label, max(80.0, width - right.w - 12), "small", tone.ink)
    tall = max(35.0, name.h + 10)
    shade = ui.colour(tone.rule)
    out = Widget(w=width, h=tall, paint=lambda p, x, y: p.rule(shade, x, y + tall - 1, width, 1))
    out.children = [name.at(0, (tall - name.h) / 2), right.at(width - right.w, (tall - right.h) / 2)]
    return out


def ladder(ui: Ui, one: Ladder, width: float, tone: Tone) -> Widget:
    """Where the crisis stands: bars, number, name."""
    bars = ladder_bars(ui, one.rung, one.of, one.pending, tone.accent, tone.second)
    name = ui.text(f"{one.rung + 1}. {one.name}", max(60.0, width - bars.w - 16), "small", tone.ink, strong=True)
    name.w = min(name.w, name.inner)
    return lay.split(ui, name, bars, width)


def slip(ui: Ui, one: Slip, width: float, tone: Tone, body: str = "interface") -> Widget:
    """What came in: a head with its date, and the text."""
    head = ui.text(one.title, width, "cable", tone.accent, strong=True, kind="heading")
    dated = ui.text(one.dated, width, "small", tone.second)
    parts: list[Widget | float] = [
        head,
        lay.rule(ui, width, tone.rule, 1, 2, 6),
        ui.text(ui.explained(one.text), width, body, tone.ink),
    ]
    if one.dated:
        parts += [4.0, dated]
    return lay.column(parts, width)


def letter(ui: Ui, one: Letter, width: float, tone: Tone, role: str = "letter") -> Widget:
    """A letter: who and how, what is open, what is for one man alone, and its terms."""
    parts: list[Widget | float] = [ui.text(one.head, width, "small", tone.second), lay.rule(ui, width, "ink", 2, 6, 8)]
    for text in one.open:
        parts += [ui.text(ui.explained(text), width, role, tone.ink), 10.0]
    for text in one.private:
        inner = ui.text(text, width - 18, role, tone.second, aside=True)
        shade = tone.accent
        tall = inner.h
        parts.append(
            Widget(
                w=width,
                h=tall,
                children=[inner.at(18, 0)],
                paint=_bar(shade, tall),
            )
        )
        parts.append(10.0)
    if one.terms:
        parts += [4.0, lay.rule(ui, width, tone.rule, 1)]
        parts += [term(ui, found, width, tone) for found in one.terms]
    foot = ", ".join(text for text in (one.binding, one.status) if text)
    if foot:
        parts += [8.0, ui.text(foot, width, "small", tone.second)]
    return lay.column(parts, width)


def term(ui: Ui, one: Line, width: float, tone: Tone) -> Widget:
    """A clause of a letter; one that differs says so with a word and a sign."""
    found = line(ui, Line(one.label, one.value, one.note, "warning" if "differ" in one.note else ""), width, tone, 32)
    if one.note == "secret":
        return (
            line(ui, Line(one.label, one.value, "", ""), width - 30, tone, 32)
            if width < 160
            else _sealed(ui, one, width, tone)
        )
    return found


def _sealed(ui: Ui, one: Line, width: float, tone: Tone) -> Widget:
    inner = line(ui, Line(one.label, one.value, one.note), width - 30, tone, 32, under=False)
    lock = seal(ui, False, tone.ink)
    shade = ui.colour(tone.rule)
    out = Widget(w=width, h=inner.h, children=[inner, lock.at(width - 22, 6)])
    out.paint = lambda p, x, y: p.rule(shade, x, y + out.h - 1, width, 1)
    return out


def clipping(ui: Ui, one: Clipping, width: float, tone: Tone) -> Widget:
    """A story of a front page, as far as there is no room for the page itself."""
    parts: list[Widget | float] = [
        ui.text(one.masthead, width, "small", tone.second, aside=True),
        ui.text(one.headline, width, "sheet_heading", tone.ink, kind="heading"),
    ]
    if one.line:
        parts.append(ui.text(one.line, width, "letter", tone.ink, aside=True))
    return lay.column([*parts, 8.0], width, 2)


def table(ui: Ui, one: Table, width: float, tone: Tone) -> Widget:
    """Rows under their heads."""
    count = max(1, len(one.columns))
    wide = width / count
    parts: list[Widget | float] = []
    if one.title:
        parts.append(ui.text(one.title, width, "label", tone.ink, kind="heading"))
    for number, cells in enumerate((one.columns, *one.rows)):
        made = [
            ui.text(cell, wide - 10, "small", tone.second if number == 0 else tone.ink, strong=number > 0 and place > 0)
            for place, cell in enumerate(cells)
        ]
        for place, cell in enumerate(made):
            cell.x = place * wide
        parts.append(Widget(w=width, h=max(cell.h for cell in made) + 4, children=list(made)))
        parts.append(lay.rule(ui, width, tone.rule, 1, 0, 2))
    return lay.column(parts, width)


def _bar(colour: Colour, tall: float) -> Paint:
    """A line down the left of something set apart."""
    return lambda p, x, y: p.fill(colour, x, y, 3, tall)
