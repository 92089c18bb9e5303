"""What came in, each kind on its own paper: teletype, typed sheet, pasted telegram."""

from __future__ import annotations

from typing import Literal

from game.desktop import lay
from game.desktop.blocks import on_paper
from game.desktop.painter import Painter
from game.desktop.theme import mix
from game.desktop.ui import Run, Ui
from game.desktop.widget import Act, Widget

Sort = Literal["teletype", "typed", "telegram"]


def slip(
    ui: Ui,
    head: str,
    dated: str,
    text: str,
    width: float,
    height: float | None,
    sort: Sort,
    act: Act,
    id: str,
    tilt: float,
    stamped: str = "",
) -> Widget:
    """A slip with as much of its text as fits; the whole is one key away."""
    tone = on_paper(ui)
    side = 36.0 if sort == "teletype" else 22.0
    above = 26.0 if sort == "typed" else 18.0
    inner = width - 2 * side
    title = ui.text(head.upper(), inner, "cable", tone.accent, strong=True, kind="heading", most=2)
    date = ui.text(dated, inner * 0.5, "cable", tone.second, most=1)
    date.w = date.inner
    if dated and title.inner + ui.wide(ui.style("cable"), dated) + 12 <= inner:
        top = lay.split(ui, title, date, inner)
    else:
        top = title
    parts: list[Widget | float] = [top, lay.rule(ui, inner, "rule", 1, 3, 8)]
    body_width = inner - (8 if sort == "telegram" else 0)
    role = {"teletype": "cable", "typed": "interface", "telegram": "interface"}[sort]
    line = ui.style(role).line + (3 if sort == "telegram" else 0)
    most = 0
    if height is not None:
        room = height - above - 16 - top.h - 12
        most = max(1, int(room // line))
    if sort == "telegram":
        body = _strips(ui, text, body_width, role, most)
    else:
        body = ui.text(ui.explained(text) if not most else text, body_width, role, tone.ink, most=most)
    body.label = text
    parts.append(body)
    block = lay.column(parts, inner)
    tall = height if height is not None else block.h + above + 18
    fill = "second_paper" if sort == "telegram" else "paper"
    out = Widget("button", head, text, w=width, h=tall, act=act, id=id, tilt=tilt)
    block.silenced()
    lay.papered(out, ui, ui.colour(fill), sort, tone.accent)
    out.children = [block.at(side, above)]
    if stamped and height is not None and block.h + above < tall - 46:
        found = lay.stamp(ui, stamped, tone.accent, 5)
        if found.w < width - 40:
            out.children.append(found.at(width - found.w - 26, tall - found.h - 10))
    return out


def _strips(ui: Ui, text: str, width: float, role: str, most: int) -> Widget:
    """The words of a telegram on lighter strips of paper, each with a shadow of its own."""
    words = ui.text(text, width - 12, role, "ink", most=most)
    style = ui.style(role)
    count = max(1, round(words.h / style.line))
    pale = mix(ui.colour("paper"), (255, 255, 255), 0.35)
    pitch = style.line + 3
    lines: list[tuple[str, float]] = []
    rest = ui.wrapped([Run(text)], width - 12, role, False, False)[:count]
    if most and len(ui.wrapped([Run(text)], width - 12, role, False, False)) > most:
        ui.shortened(rest[-1], width - 12, role, False, False)
    for found in rest:
        lines.append(
            (" ".join(word for _x, word, _s, _w, _r in found), (found[-1][0] + found[-1][3]) if found else 0.0)
        )
    ink = ui.colour("ink")

    def paint(p: Painter, x: float, y: float) -> None:
        for number, (_line, length) in enumerate(lines):
            top = y + number * pitch
            p.fill((0, 0, 0), x + 1, top + 2, length + 12, style.line, 0.22)
            p.fill(pale, x, top, length + 12, style.line)
        for number, (line, _length) in enumerate(lines):
            p.text(style, line, ink, x + 6, y + number * pitch)

    return Widget("text", text, w=width, h=pitch * len(lines), paint=paint)
