"""His letter as a sheet: what it says, its clauses always in sight, and the ways to answer it."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING

from game.desktop import focus, lay
from game.desktop.blocks import Tone, line, on_paper
from game.desktop.painter import Painter, Point
from game.desktop.telling import told
from game.desktop.theme import Colour
from game.desktop.ui import Run, Ui
from game.desktop.widget import Act, Box, Paint, Widget
from game.engine.move import ACCEPT
from game.engine.view import View
from game.negotiation.letter import Letter as Sent
from game.papers import letters, unready
from game.papers.paper import Letter as Written
from game.papers.paper import Line
from game.papers.sight import turn_day
from game.wording.catalogue import _
from game.wording.numbers import sentence

if TYPE_CHECKING:
    from game.desktop.screens.letters import LetterScene


def none(scene: LetterScene, ui: Ui, width: float, height: float | None) -> Widget:
    inner = width - 80
    text = ui.text(_("No letter of his has come. You may write the first."), inner, "letter", "ink")
    return lay.sheet(ui, text, width, height, "plain", -0.3, "second_paper", (40, 40), id="none", shrink=True)


def his(
    scene: LetterScene, ui: Ui, view: View, number: int, tilt: float, place: int, width: float, height: float | None
) -> Widget:
    session = scene.app.session
    assert session is not None
    book = session.book
    tone = on_paper(ui)
    found = view.inbox[number - 1]
    inner = width - 56
    public = book.rulebook.tables.negotiation.channels[found.channel].public
    others = [view.inbox[one - 1] for one in scene.pair(view) if one != number]
    made = letters.sheet(book, view, found)
    title = _("One text for both") if found.tone == "one_text" else _("His letter")
    if others and found.tone != "one_text":
        title = (_("First letter"), _("Second letter"))[place]
    head = lay.heading(ui, title, inner, "sheet_heading", tone.accent)
    top = headed(scene, ui, view, found, made, head, inner, tone, ("card", 6))
    early = unready.answering(book, view, ACCEPT, found) if number in scene.open_ones and found.clauses else None
    low = lay.column(
        [
            lay.rule(ui, inner),
            *terms(scene, ui, found, others, inner, tone, height is not None),
            8.0,
            *([line(ui, early, inner, tone)] if early is not None else []),
            ways_to_answer(scene, ui, view, number, inner, tone),
        ],
        inner,
    )
    fill = "second_paper" if place and not others else "paper"
    room = height - 44 - top.h - low.h - 6 if height is not None else 0.0
    text = said(ui, made, public, inner, tone, room, 7.0)
    if height is not None and text.h > room >= LEAST:
        text = lay.viewport(text, inner + 10, room, f"his {number} text", ui)
        text.w = inner
    parts: list[Widget | float] = [top, text, 6.0, low]
    block = lay.column(parts, inner)
    if height is not None and block.h < height - 44:
        parts.insert(2, height - 44 - block.h)
        block = lay.column(parts, inner)
    return lay.sheet(ui, block, width, height, "plain", tilt, fill, (28, 22), id=f"his {number}", label=_("His letter"))


LEAST = 84.0
"""So much of a letter is shown at least where it is scrolled above its clauses; else all of the sheet is scrolled."""


def headed(
    scene: LetterScene,
    ui: Ui,
    view: View,
    found: Sent,
    made: Written,
    head: Widget,
    width: float,
    tone: Tone,
    under: tuple[str, float],
) -> Widget:
    """The head of his letter: its title, who may read it, when and by what way it came; `under` is the role of the
    date and the room below the rule."""
    session = scene.app.session
    assert session is not None
    book = session.book
    channel = book.rulebook.tables.negotiation.channels[found.channel]
    head.w = head.inner
    word = ui.text(_("public") if channel.public else _("secret"), 90, "small", tone.second)
    word.w = word.inner
    dated = " ".join(
        sentence(part) for part in (turn_day(book, view, found.due), book.channel(channel.id), made.binding)
    )
    role, below = under
    return lay.column(
        [
            lay.split(ui, head, word, width),
            ui.text(dated, width, role, tone.second),
            lay.rule(ui, width, "ink", 2, 4, below),
        ],
        width,
    )


def said(ui: Ui, made: Written, public: bool, width: float, tone: Tone, room: float, gap: float) -> Widget:
    """What he writes, and aside what is for one man alone, in the larger of two sizes where it fits."""
    out = Widget()
    for role in ("broadcast", "sketch") if public else ("letter", "sketch"):
        parts: list[Widget | float] = []
        for text in made.open:
            words = ui.text(ui.explained(text) if role == "sketch" else text, width, role, tone.ink)
            parts += [told(ui, words), gap]
        for text in made.private:
            parts += [told(ui, set_apart(ui, text, width, tone)), gap]
        out = lay.column(parts[:-1], width)
        if out.h <= room:
            break
    return out


def terms(
    scene: LetterScene, ui: Ui, found: Sent, others: list[Sent], width: float, tone: Tone, tight: bool
) -> list[Widget | float]:
    """Its clauses; where two letters lie open, what differs is marked, and one of those is circled in red pencil."""
    session = scene.app.session
    assert session is not None
    book = session.book
    mine = {clause.issue: clause for clause in found.clauses}
    apart = differing(found, others)
    theirs = {clause.issue for other in others for clause in other.clauses}
    out: list[Widget | float] = []
    for issue in sorted(mine.keys() | theirs, key=lambda one: (one not in apart, one)):
        clause = mine.get(issue)
        value = book.clause(issue, clause.level) if clause is not None else _("not mentioned")
        note = _("secret") if clause is not None and clause.secret else ""
        differs = issue in apart
        if tight:
            one = _clause(ui, book.issue(issue), value, note, differs, width, tone)
        else:
            mark = ", ".join(x for x in (note, _("differs") if differs else "") if x)
            one = line(ui, Line(book.issue(issue), value, mark, "warning" if differs else ""), width, tone)
        if apart and issue == apart[0]:
            one.id = f"circled {issue}"
            one.over, one.far = _pencil(ui, one), 28.0
        out.append(one)
    return out


def _clause(ui: Ui, label: str, value: str, note: str, differs: bool, width: float, tone: Tone) -> Widget:
    """A clause, whole: what it is about, and what it says; unequal ones in red with a sign."""
    colour = tone.warning if differs else tone.ink
    said = f"{value} ({note})" if note else value
    side = 22.0 if differs else 0.0
    name_wide = min(width * 0.42, ui.wide(ui.style("card"), label) + 1)
    name = ui.text(label, name_wide, "card", tone.second)
    name.label = label
    room = width - name_wide - 12 - side
    words = ui.text(said, room, "card", colour, "right", strong=True)
    words.label = f"{said}, {_('differs')}" if differs else said
    tall = max(25.0, name.h + 3, words.h + 3)
    shade = ui.colour(tone.rule)

    def paint(p: Painter, x: float, y: float) -> None:
        p.rule(shade, x, y + tall - 1, width, 1)
        if differs:
            cx, cy = x + width - 12, y + tall / 2
            p.stroke(colour, [(cx - 5, cy - 2.5), (cx + 5, cy - 2.5)], 1.4)
            p.stroke(colour, [(cx - 5, cy + 2.5), (cx + 5, cy + 2.5)], 1.4)
            p.stroke(colour, [(cx - 3, cy + 7), (cx + 3, cy - 7)], 1.4)

    out = Widget(w=width, h=tall, paint=paint)
    out.inner = words.inner + side + 6
    out.children = [name.at(0, (tall - name.h) / 2), words.at(width - side - room, (tall - words.h) / 2)]
    return out


def _pencil(ui: Ui, one: Widget) -> Paint:
    """A ring of red pencil round the value, not quite closed."""
    pencil, tall, width = ui.colour("pencil"), one.h, one.w
    wide = min(width, one.inner or width * 0.62)

    def over(p: Painter, x: float, y: float) -> None:
        cx, cy = x + width - wide / 2 + 2, y + tall / 2
        rx, ry = wide / 2 + 6, tall / 2 + 3
        points = []
        for step in range(45):
            angle = step / 20 * math.pi - 0.5
            grow = 1 + 0.05 * step / 45
            points.append((cx + rx * grow * math.cos(angle), cy + ry * grow * math.sin(angle)))
        p.stroke(pencil, points, 2.2, 0.85)

    return over


def pencil_between(ui: Ui, root: Widget) -> Widget | None:
    """The line of red pencil from the ring on one sheet to the ring on the other, wherever they are scrolled to."""
    if ui.theme.contrast or sum(one.id.startswith("circled ") for one in root.walk()) != 2:
        return None
    pencil = ui.colour("pencil")

    def late() -> tuple[Paint, Box] | None:
        points = _between(root)
        if not points:
            return None
        left, top = min(x for x, _y in points), min(y for _x, y in points)
        wide, tall = max(x for x, _y in points) - left, max(y for _x, y in points) - top
        return partial(_pencilled, pencil, points), (left, top, wide, tall)

    return Widget(id="above pencil", late=late, floats=True)


def _pencilled(pencil: Colour, points: list[Point], p: Painter, x: float, y: float) -> None:
    p.stroke(pencil, points, 2.2, 0.85)


def _between(root: Widget) -> list[Point]:
    """From ring to ring in one bow, below each of them; nothing where one of them is out of sight."""
    places = {id(one): (x, y) for one, x, y in root.placed()}
    rings = [one for one in root.walk() if one.id.startswith("circled ")]
    for ring in rings:
        for view, _at in focus.scrollers(root, ring):
            top, y = places[id(view)][1], places[id(ring)][1]
            if y < top or y + ring.h > top + view.h:
                return []
    one, other = rings
    (x0, y0), (x1, y1) = places[id(one)], places[id(other)]
    start = (x0 + one.w + 6, y0 + one.h / 2 + 4)
    end = (x1 + other.w - min(other.w, other.inner or other.w) - 4, y1 + other.h / 2 + 3)
    bends = (start, (start[0] + 18, y0 + one.h + 7), (end[0] - 40, y1 + other.h + 10), end)
    points = []
    for step in range(25):
        t = step / 24
        parts = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        across = sum(part * bend[0] for part, bend in zip(parts, bends, strict=True))
        points.append((across, sum(part * bend[1] for part, bend in zip(parts, bends, strict=True))))
    return points


def ways_to_answer(scene: LetterScene, ui: Ui, view: View, number: int, width: float, tone: Tone) -> Widget:
    session = scene.app.session
    assert session is not None
    now = next((one for one in scene.order.answers if one.letter == number), None)
    made = []
    for item in letters.answers(session.book, view, number):
        label = item.label[:1].upper() + item.label[1:]
        made.append((f"{number} {item.id}", label, now is not None and now.kind == item.id, item.id))
    rows: list[Widget | float] = [
        _answer(ui, label, chosen, partial(scene._reply, number, kind), f"answer {id}", width, tone)
        for id, label, chosen, kind in made
    ]
    return lay.column(rows, width, 2)


def _answer(ui: Ui, text: str, chosen: bool, act: Act, id: str, width: float, tone: Tone) -> Widget:
    """A way to answer, in a row of its own: an empty box before it, or all of it in ink where it is chosen."""
    ink, paper = tone.ink, ui.colour("paper")
    words = ui.text(text, width - 38, "small", paper if chosen else ink, strong=chosen)
    words.silenced()
    tall = words.h + 3

    def paint(p: Painter, x: float, y: float) -> None:
        if chosen:
            p.fill(ink, x, y, width, tall)
            p.stroke(paper, [(x + 11, y + 13), (x + 15, y + 18), (x + 23, y + 8)], 2)
        else:
            p.frame(ink, x + 10, y + 7, 13, 13, 1.4)

    out = Widget("choice", text, w=width, h=tall, paint=paint, act=act, id=id, chosen=chosen, inside=True)
    out.children = [words.at(34, 1.5)]
    return out


def choice_box(
    ui: Ui, text: str, chosen: bool, act: Act, id: str, most: float, tone: Tone, wide: float = 0.0, lap: float = 0.0
) -> Widget:
    """A word in a box; filled with ink where it is chosen."""
    ink, paper = tone.ink, ui.colour("paper")
    wide = wide or min(most, ui.wide(ui.style("small", strong=True), text) + 24)
    words = ui.text(text, wide - 16, "small", paper if chosen else ink, "centre", strong=chosen)
    words.silenced()
    tall = words.h + 6

    def paint(p: Painter, x: float, y: float) -> None:
        if chosen:
            p.fill(ink, x, y, wide, tall)
        p.frame(ink, x, y, wide + lap, tall, 1)

    return Widget("choice", text, w=wide, h=tall, paint=paint, act=act, id=id, chosen=chosen, children=[words.at(8, 3)])


def mine_before(scene: LetterScene, ui: Ui, view: View, width: float, height: float | None) -> Widget:
    session = scene.app.session
    assert session is not None
    tone = on_paper(ui)
    inner = width - 56
    if not view.outbox:
        return lay.sheet(
            ui,
            ui.text(_("You have not written yet."), inner, "letter", tone.second),
            width,
            height,
            "plain",
            -0.4,
            "second_paper",
            id="mine",
        )
    found = view.outbox[-1]
    made = letters.sheet(session.book, view, found)
    head = lay.heading(ui, _("My last letter"), inner, "sheet_heading", tone.accent)
    parts: list[Widget | float] = [
        head,
        ui.text(
            f"{turn_day(session.book, view, found.sent)}. {made.head}. {made.status}.", inner, "small", tone.second
        ),
        lay.rule(ui, inner, "ink", 2, 6, 10),
    ]
    for text in made.open:
        parts += [ui.text(text, inner, "letter", tone.ink), 8.0]
    for text in made.private:
        parts += [set_apart(ui, text, inner, tone), 8.0]
    parts += [line(ui, one, inner, tone) for one in made.terms]
    return lay.sheet(
        ui,
        lay.column(parts, inner),
        width,
        height,
        "plain",
        -0.4,
        "second_paper",
        id="mine",
        label=_("My last letter"),
    )


def set_apart(ui: Ui, text: str, width: float, tone: Tone) -> Widget:
    """What is for one man alone: set apart, in italics, behind a line."""
    inner = ui.text([Run(text, aside=True)], width - 18, "letter", tone.second, aside=True)
    accent, tall = tone.accent, inner.h
    return Widget(w=width, h=tall, children=[inner.at(18, 0)], paint=lambda p, x, y: p.fill(accent, x, y, 3, tall))


def differing(found: Sent, others: list[Sent]) -> list[int]:
    """The issues on which a letter and the others that lie open do not say the same."""
    mine = {clause.issue: clause for clause in found.clauses}
    theirs = {clause.issue: clause for other in others for clause in other.clauses}
    return [issue for issue in sorted(mine.keys() | theirs.keys()) if others and mine.get(issue) != theirs.get(issue)]
