"""A front page: invented masthead, headline, a picture of simple shapes, grey bars for body copy and never a false
word.
"""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.desktop import lay
from game.desktop.art import drawing
from game.desktop.painter import Painter
from game.desktop.theme import Colour, mix
from game.desktop.ui import Ui
from game.desktop.widget import Widget
from game.papers.paper import Clipping


def front(ui: Ui, stories: Sequence[Clipping], price: str, dated: str, width: float, height: float | None) -> Widget:
    """The first story large, the others small beside the picture."""
    if not stories:
        return Widget(w=width)
    inner = width - 48
    ink, grey = (30, 28, 26), (120, 118, 110)
    paper: Colour = mix(ui.colour("second_paper"), (232, 230, 222), 0.5)
    lead = stories[0]
    parts: list[Widget | float] = [
        ui.text(
            lead.masthead,
            inner,
            "masthead" if ui.wide(ui.style("masthead"), lead.masthead) <= inner else "masthead_small",
            ink,
            "centre",
            kind="heading",
        ),
        _rule(inner, ink, 1, 2, 3),
        ui.text(dated + (f"   {price}" if price else ""), inner, "small", ink),
        _rule(inner, ink, 3, 2, 8),
    ]
    role = "headline"
    made = ui.text(lead.headline.rstrip(".").upper(), inner, role, ink, kind="heading")
    if made.h > 3.2 * ui.style(role).line:
        made = ui.text(lead.headline.rstrip(".").upper(), inner, "headline_mid", ink, kind="heading")
    parts += [made, 6.0]
    if lead.line:
        parts += [ui.text(lead.line, inner, "letter", ink, aside=True), 8.0]
    others = list(stories[1:3])
    side = inner * 0.38 if others else 0.0
    picture_w = inner - side - (14 if others else 0)
    if others:
        column: list[Widget | float] = []
        for one in others:
            column += [
                ui.text(one.masthead, side, "small", grey if ui.theme.contrast else (84, 82, 76), aside=True),
                ui.text(one.headline.rstrip("."), side, "headline_small", ink, kind="heading"),
                8.0,
            ]
        text = lay.column(column, side)
        tall = max(110.0, min(text.h, 170.0))
        picture = _picture(ui, picture_w, tall, ink, paper)
        both = Widget(w=inner, h=max(tall, text.h), children=[picture, text.at(picture_w + 14, 0)])
        parts += [both, 8.0]
    else:
        parts += [_picture(ui, picture_w, 120, ink, paper), 8.0]
    block = lay.column(parts, inner)
    rest = (height - 40 - block.h) if height else 70.0
    if rest > 24:
        block = lay.column([block, _bars(inner, min(rest, 150.0), (128, 126, 118))], inner)
    tall = height if height is not None else block.h + 40
    tilt = -2.0 if height is not None else 0.0
    body: Widget = block
    if block.h > tall - 36:
        body = lay.viewport(block, inner + 8, tall - 40, "front", ui, "ink")
    out = Widget("sheet", lead.masthead, w=width, h=tall, children=[body.at(24, 20)], id="front page", tilt=tilt)
    return lay.papered(out, ui, paper, "plain", ink)


def _rule(width: float, ink: Colour, thick: float, above: float, below: float) -> Widget:
    return Widget(w=width, h=above + thick + below, paint=lambda p, x, y: p.rule(ink, x, y + above, width, thick))


def _bars(width: float, height: float, grey: Colour) -> Widget:
    """Body copy as grey bars, in two columns."""
    half = (width - 14) / 2

    def paint(p: Painter, x: float, y: float) -> None:
        for column in range(2):
            top, number = 4.0, 0
            while top < height - 4:
                long = half * (0.62 if top + 8 >= height - 4 else 1.0)
                p.fill(grey, x + column * (half + 14), y + top, long, 2.2)
                top += 7
                number += 1

    return Widget(w=width, h=height, paint=paint)


def _picture(ui: Ui, width: float, height: float, ink: Colour, paper: Colour) -> Widget:
    """A ship on a grey sea."""
    sky, sea = mix(paper, (150, 148, 140), 0.3), mix(paper, (90, 88, 82), 0.36)

    def paint(p: Painter, x: float, y: float) -> None:
        p.fill(sky, x, y, width, height)
        p.fill(sea, x, y + height * 0.56, width, height * 0.44)
        picture = drawing(
            "props", "destroyer-horizon", p.px(width * 0.62), p.px(width * 0.62 * 26 / 60), mix(ink, (60, 60, 58), 0.3)
        )
        if picture is not None:
            p.surface.blit(picture, (p.px(x + width * 0.2), p.px(y + height * 0.58) - picture.get_height() + p.px(3)))
        for number in range(9):
            left = x + (number * 53 % 100) / 100 * width * 0.8
            top = y + height * (0.62 + 0.04 * number)
            if top < y + height - 3:
                p.fill(mix(ink, sea, 0.5), left, top, min(width * 0.2, x + width - left), 1.2)
        pygame.draw.rect(p.surface, ink, p.rect(x, y, width, height), max(1, p.px(0.8)))

    return Widget("image", "", w=width, h=height, paint=paint)
