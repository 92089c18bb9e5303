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

WIDE, CLOSE, CLOSEST = 0, 1, 2
"""In letters as large as may be; smaller, except on a teletype; all small, on less paper."""
BELOW = 18.0
"""Units of paper under the words."""


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
    close: int = WIDE,
) -> Widget:
    """A slip with the whole of its text, at least as tall as is asked, written as close as is said.

    Where no height is asked it lies by itself, and terms of the glossary are marked on it.
    """
    tone = on_paper(ui)
    side = 36.0 if sort == "teletype" else 22.0
    above = (26.0 if sort == "typed" else 18.0) - (4 if close == CLOSEST else 0)
    below = BELOW - (8 if close == CLOSEST else 0)
    inner = width - 2 * side
    title = ui.text(head.upper(), inner, "cable", tone.accent, strong=True, kind="heading")
    date = ui.text(dated, inner * 0.5, "cable", tone.second, most=1)
    date.w = date.inner
    if dated and title.inner + ui.wide(ui.style("cable"), dated) + 12 <= inner:
        top = lay.split(ui, title, date, inner)
    else:
        top = title
    parts: list[Widget | float] = [top, lay.rule(ui, inner, "rule", 1, 3, 4 if close == CLOSEST else 8)]
    small = close == CLOSEST or (close == CLOSE and sort != "teletype")
    role = "card" if small else "cable" if sort == "teletype" else "interface"
    if sort == "telegram":
        body = _strips(ui, text, inner - 8, role)
    else:
        body = ui.text(ui.explained(text) if height is None else text, inner, role, tone.ink)
    body.label = text
    parts.append(body)
    block = lay.column(parts, inner)
    tall = max(height or 0.0, block.h + above + below)
    fill = "second_paper" if sort == "telegram" else "paper"
    out = Widget("button", head, text, w=width, h=tall, act=act, id=id, tilt=tilt)
    block.silenced()
    lay.papered(out, ui, ui.colour(fill), sort, tone.accent)
    out.children = [block.at(side, above)]
    if stamped and height is not None:
        found = lay.stamp(ui, stamped, tone.accent, 5)
        if found.w < width - 40 and block.h + above + found.h + 20 < tall:
            out.children.append(found.at(width - found.w - 26, tall - found.h - 10))
    return out


def _strips(ui: Ui, text: str, width: float, role: str) -> Widget:
    """The words of a telegram on lighter strips of paper, each with a shadow of its own."""
    style = ui.style(role)
    pale = mix(ui.colour("paper"), (255, 255, 255), 0.35)
    pitch = style.line + 3
    lines: list[tuple[str, float]] = []
    for found in ui.wrapped([Run(text)], width - 12, role, False, False):
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
