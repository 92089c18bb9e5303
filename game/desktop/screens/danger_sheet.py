"""At the right of the desk: one ruled sheet with the danger, the sites, the angry, what runs, and my word.

It shows all of them at once. Where the words are long it says them shortly, and the sheet itself opens the whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from game.desktop import lay
from game.desktop.blocks import Tone, chance, line, on_paper, tally
from game.desktop.marks import broken_ring, dots, strokes
from game.desktop.painter import Painter
from game.desktop.ui import Run, Ui
from game.desktop.widget import Act, Widget
from game.papers.paper import Figure, Line, Paper, Paragraph, Tally
from game.wording.catalogue import _

QUOTED = re.compile("[“„«]([^“”„«»]*)[”“»]")


@dataclass(frozen=True, slots=True)
class Sizes:
    """How tightly the sheet is set."""

    row: float
    pitch: float
    short: bool
    most: int = 99
    """Rows of what runs."""


SENTENCE = 80
"""A remark as long as this is no row of the sheet: it stands on the whole paper."""
LOOSE = Sizes(33, 8.0, False)
TIGHTER = (
    Sizes(36, 8.0, True),
    Sizes(32, 8.0, True),
    Sizes(30, 7.0, True),
    Sizes(28, 6.0, True),
    Sizes(26, 5.0, True),
    Sizes(26, 5.0, True, 3),
    Sizes(26, 5.0, True, 1),
)


def danger_sheet(ui: Ui, paper: Paper, so_far: tuple[str, str], width: float, height: float | None, act: Act) -> Widget:
    """`so_far`: incidents and the chance of the end over the days before this one, each or ''."""
    inner = width - 48
    if height is None:
        made = _set(ui, paper, so_far, inner, LOOSE)
    else:
        made = _set(ui, paper, so_far, inner, TIGHTER[0])
        for sizes in TIGHTER[1:]:
            if made.h <= height - 32:
                break
            made = _set(ui, paper, so_far, inner, sizes)
    out = lay.sheet(ui, made, width, height, "typed", 0.0, padding=(24, 16), id="danger", label=_("Danger tonight"))
    head = next(one for one in out.walk() if one.role == "heading")
    head.role, head.act, head.id, head.keys = "button", act, "danger whole", ("s",)
    return out


def _set(ui: Ui, paper: Paper, so_far: tuple[str, str], inner: float, sizes: Sizes) -> Widget:
    tone = on_paper(ui)
    head = lay.heading(ui, _("Danger tonight"), inner, "sheet_heading")
    head.w = head.inner
    side = ui.text(_("so far"), inner, "small", tone.second)
    side.w = side.inner
    past = next((one for one in paper.blocks if isinstance(one, Line) and one.label == _("So far")), None)
    header = lay.split(ui, head, side if past is not None and sizes.short else Widget(), inner)
    parts: list[Widget | float] = [8.0, header, lay.rule(ui, inner, "ink", 2, 3, 5)]
    skip = {_("His open letter"), _("Yours")}
    figures = [one for one in paper.blocks if isinstance(one, Figure)]
    widest = max(ui.wide(ui.style("small"), text) for text in so_far) if past is not None and sizes.short else 0.0
    pitch = max(5.0, min(sizes.pitch, (inner - widest - 9) / 25))  # one scale for all, so that the dots can be compared
    running = 0
    for one in paper.blocks:
        match one:
            case Figure():
                beside = ""
                if past is not None and sizes.short:
                    first, last = one is figures[0], one is figures[-1]
                    beside = so_far[0] if first else so_far[1] if last else ""
                parts.append(_range(ui, one, beside, inner, tone, pitch))
            case Line() if one.label == _("Widest unknown"):
                text = f"{one.label}: {one.value}."
                parts += [ui.text([Run(text, aside=True)], inner, "card", tone.accent, aside=True), 3.0]
                parts.append(lay.rule(ui, inner))
            case Line() if one is past:
                if not sizes.short:
                    words = f"{one.label}: {one.value}" + (f"; {one.note}" if one.note else "")
                    parts += [ui.text(words, inner, "card", tone.second), 4.0]
            case Line() if sizes.short and not one.mark and len(one.value) > SENTENCE:
                pass
            case Line() if one.label not in skip:
                if one.mark == "":
                    running += 1
                if running <= sizes.most or one.mark:
                    parts.append(
                        _row(ui, one, inner, tone, sizes.row) if sizes.short else line(ui, one, inner, tone, sizes.row)
                    )
            case Tally():
                parts.append(_angry(ui, one, inner, tone, sizes.row) if sizes.short else tally(ui, one, inner, tone))
            case Paragraph():
                parts.append(ui.text(one.text, inner, "small", tone.ink))
            case _:
                pass
    return lay.column(parts, inner, 1 if sizes.short else 2)


def _range(ui: Ui, one: Figure, so_far: str, width: float, tone: Tone, pitch: float) -> Widget:
    """A chance: what it is of, in words, in dots; and what it has been so far."""
    label = ui.text(one.label.removesuffix(_(", this turn")), width, "small", tone.ink)
    words = chance(ui, one, width, width - label.inner - 12, tone)
    words.w, label.w = words.inner, label.inner
    fits = label.inner + words.inner + 12 <= width
    parts: list[Widget | float] = [lay.split(ui, label, words if fits else Widget(), width)]
    past = ui.text(so_far, width, "small", tone.second)
    past.w = past.inner
    right = past if fits else words
    some = one.dots.full or one.dots.perhaps > 1
    if some or not fits or so_far:
        array = dots(ui, one.dots.full, one.dots.perhaps, tone.ink, tone.second, pitch) if some else Widget(h=22)
        array.label = ""
        if array.w + right.w + 8 > width:
            array = dots(ui, one.dots.full, one.dots.perhaps, tone.ink, tone.second, min(pitch, 5.0))
            array.label = ""
        if right.w > width - array.w - 8:
            right = ui.text(one.shorter[-1] if one.shorter else one.words, width - array.w - 8, "small", tone.ink,
                            strong=True)  # fmt: skip
            right.label, right.w = one.words, right.inner
        low = Widget(w=width, h=max(array.h, right.h - 4, 20.0), children=[array])
        if right.label:
            low.children.append(right.at(width - right.w, (low.h - right.h) / 2))
        parts.append(low)
    parts.append(4.0)
    return lay.column(parts, width, 1)


def _row(ui: Ui, one: Line, width: float, tone: Tone, tall: float) -> Widget:
    """A label and its value in one line, in fewer words where they are many; what is guessed has a broken ring."""
    label = ui.text(one.label, width, "small", tone.ink, most=1)
    label.w = label.inner
    guessed = one.mark == "unknown"
    lead = 20.0 if guessed else 0.0
    room = width - label.w - lead - 10
    if room < 60:
        label = ui.text(one.label, width * 0.55, "small", tone.ink, most=1)
        label.label, label.w = one.label, min(label.w, label.inner)
        room = width - label.w - lead - 10
    said = fitting(ui, one.value, room)
    shade, ink = ui.colour(tone.rule), tone.ink
    if ui.wide(ui.style("small", strong=True), said) > room:
        below = ui.text(one.value, width, "card", tone.ink, strong=True)
        high = label.h + below.h + 5
        out = Widget(w=width, h=high, paint=lambda p, x, y: p.rule(shade, x, y + high - 1, width, 1))
        out.children = [label.at(0, 0), below.at(0, label.h)]
        return out
    value = ui.text(said, room, "small", tone.ink, strong=True, most=1)
    value.label = f"{one.value}. {one.note}".rstrip(". ") if one.note else one.value
    value.w = value.inner
    out = Widget(w=width, h=tall, children=[label.at(0, (tall - label.h) / 2)])
    out.children.append(value.at(width - value.w, (tall - value.h) / 2))

    def paint(p: Painter, x: float, y: float) -> None:
        p.rule(shade, x, y + tall - 1, width, 1)
        if guessed:
            broken_ring(p, ink, x + width - value.w - 13, y + tall / 2, 6, 1.8)

    out.paint = paint
    return out


def _angry(ui: Ui, one: Tally, width: float, tone: Tone, tall: float) -> Widget:
    """How angry somebody is: strokes and a word."""
    bars = strokes(ui, one.count, one.of, tone.warning)
    word = ui.text(one.word, width, "small", tone.ink, strong=True)
    word.w = word.inner
    right = lay.row([bars, word], 10)
    name = ui.text(one.label, max(80.0, width - right.w - 12), "small", tone.ink, most=1)
    name.label = one.label
    shade = ui.colour(tone.rule)
    out = Widget(w=width, h=tall, paint=lambda p, x, y: p.rule(shade, x, y + tall - 1, width, 1))
    out.children = [name.at(0, (tall - name.h) / 2), right.at(width - right.w, (tall - right.h) / 2)]
    return out


def fitting(ui: Ui, value: str, room: float) -> str:
    """The fullest of some shorter ways to say it that fits into one line; else the shortest."""
    ways = [value]
    quoted = QUOTED.findall(value)
    if len(quoted) == 3:
        likely, low, high = quoted
        if low == likely:
            ways = [_("{likely}, perhaps {other}", likely=likely, other=high)]
        elif high == likely:
            ways = [_("{low} or {likely}", low=low, likely=likely)]
        else:
            ways = [_("{low} to {high}", low=low, high=high)]
        ways.append(_("perhaps {likely}", likely=likely))
        ways.append(likely)
    else:
        ways += [value.split(mark)[0] for mark in (";", ":", ",") if mark in value]
        if quoted:
            ways.append(_("“{words}”", words=quoted[0]))
    style = ui.style("small", strong=True)
    return next((way for way in ways if ui.wide(style, way) <= room), min(ways, key=len))
