"""Laying widgets out: above one another, side by side, on paper, in a viewport.

Everything is measured before it is placed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.desktop.painter import Painter
from game.desktop.sheets import margin
from game.desktop.theme import Colour, mix
from game.desktop.ui import Text, Ui
from game.desktop.widget import Act, Widget
from game.wording.catalogue import _, phrase

FADE = 22.0
"""Units over which what goes on below fades away."""
SHADOW = 48.0
"""Units by which the shadow of a paper, or a corner of what lies aslant, may go beyond its box."""


def column(parts: Iterable[Widget | float], width: float, gap: float = 0.0, id: str = "") -> Widget:
    """One above the other; a number between two is extra room."""
    out = Widget(w=width, id=id)
    y = 0.0
    first = True
    for part in parts:
        if not isinstance(part, Widget):
            y += part
            continue
        if not first:
            y += gap
        first = False
        part.y = y
        out.children.append(part)
        y += part.h
    out.h = y
    return out


def row(parts: Sequence[Widget], gap: float = 8.0, middle: bool = True) -> Widget:
    """Side by side, from the left."""
    tall = max((part.h for part in parts), default=0.0)
    out = Widget(h=tall)
    x = 0.0
    for part in parts:
        part.x = x
        part.y = (tall - part.h) / 2 if middle else 0.0
        x += part.w + gap
        out.children.append(part)
    out.w = max(0.0, x - gap)
    return out


def flow(parts: Sequence[Widget], width: float, gap: float = 8.0, down: float = 8.0) -> Widget:
    """Side by side, going on below where the line is full."""
    out = Widget(w=width)
    x = y = tall = 0.0
    for part in parts:
        if x and x + part.w > width + 0.5:
            x, y, tall = 0.0, y + tall + down, 0.0
        part.x, part.y = x, y
        x += part.w + gap
        tall = max(tall, part.h)
        out.children.append(part)
    out.h = y + tall
    return out


def split(ui: Ui, left: Widget, right: Widget, width: float) -> Widget:
    """One at the left edge and one at the right; above each other where they do not both fit."""
    lw, rw = left.inner or left.w, right.inner or right.w
    if lw + rw + 12 > width:
        return column([left, right], width)
    right.x, right.y = width - right.w, 0.0
    out = Widget(w=width, h=max(left.h, right.h), children=[left, right])
    left.w = min(left.w, max(0.0, width - rw - 12))
    right.x = width - right.w
    if right.w > rw:
        right.x, right.w = width - rw, rw
    return out


def pad(inner: Widget, left: float, top: float, right: float | None = None, bottom: float | None = None) -> Widget:
    inner.x, inner.y = left, top
    right = left if right is None else right
    bottom = top if bottom is None else bottom
    return Widget(w=inner.w + left + right, h=inner.h + top + bottom, children=[inner])


def gap(height: float) -> Widget:
    return Widget(h=height)


def rule(
    ui: Ui, width: float, colour: str = "rule", thick: float = 1.0, above: float = 0.0, below: float = 0.0
) -> Widget:
    shade = ui.colour(colour)
    return Widget(w=width, h=above + thick + below, paint=lambda p, x, y: p.rule(shade, x, y + above, width, thick))


def viewport(
    inner: Widget, width: float, height: float, id: str, ui: Ui, on: str = "ink", ground: Colour | None = None
) -> Widget:
    """A window on something that may be taller: a thin bar says how much lies below, and it fades into its ground."""
    tall = inner.h
    out = Widget(w=width, h=height, children=[inner], view=True, inner=tall, id=id)
    if tall > height + 0.5:
        shade = ui.colour(on)

        def over(p: Painter, x: float, y: float) -> None:
            length = max(24.0, height * height / tall)
            top = y + (height - length) * (out.scroll / max(1.0, tall - height))
            if ground is not None:
                edge = min(FADE, height / 3)
                for down, more in ((False, out.scroll > 1), (True, out.scroll < tall - height - 1)):
                    if more:
                        veil = ui.surfaces.veil((p.px(width + 6), p.px(edge)), ground, down)
                        p.surface.blit(veil, (p.px(x - 6), p.px(y + height) - veil.get_height() if down else p.px(y)))
            p.fill(shade, x + width - 4, y, 3, height, 0.1, 1.5)
            p.fill(shade, x + width - 4, top, 3, length, 0.55, 1.5)

        out.over = over
    return out


def sheet(
    ui: Ui,
    inner: Widget,
    width: float,
    height: float | None = None,
    kind: str = "plain",
    tilt: float = 0.0,
    fill: str | Colour = "paper",
    padding: tuple[float, float] = (28, 24),
    lifted: bool = False,
    id: str = "",
    label: str = "",
    shrink: bool = False,
) -> Widget:
    """A paper with its content. Where the content is taller than the sheet, it is scrolled on the sheet."""
    side, head = padding
    tall = height if height is not None else inner.h + 2 * head
    if shrink:
        tall = min(tall, inner.h + 2 * head)
    room = tall - 2 * head
    shade = ui.colour(fill) if isinstance(fill, str) else fill
    if inner.h > room + 0.5:
        on = "text" if kind == "board" else "ink"
        body = viewport(inner, width - 2 * side + 10, room, f"{id} view", ui, on, shade)
    else:
        body = inner
    body.x, body.y = side, head
    accent = ui.colour("brass" if kind == "board" else "accent")
    out = Widget("sheet", label, w=width, h=tall, children=[body], id=id, tilt=tilt)
    return papered(out, ui, shade, kind, accent, lifted)


def papered(out: Widget, ui: Ui, shade: Colour, kind: str, accent: Colour, lifted: bool = False) -> Widget:
    """The widget on paper of its size and tilt, with a shadow."""
    width, height = out.w, out.h
    plain = ui.theme.contrast
    turn = 0.0 if plain else out.tilt

    def paint(p: Painter, x: float, y: float) -> None:
        if plain:
            p.fill(shade, x, y, width, height)
            p.frame(ui.colour("text" if kind == "board" else "ink"), x, y, width, height, 1.5)
            return
        room = margin(p.scale)
        at, size = (p.px(x) - room, p.px(y) - room), (p.px(width), p.px(height))
        ui.surfaces.lay(p.surface, at, size, shade, p.scale, turn, kind, accent, lifted)

    out.paint, out.far = paint, SHADOW
    return out


# --- controls -------------------------------------------------------------------------------------------------------

NAMES = {
    "enter": phrase("Enter"),
    "escape": phrase("Esc"),
    "left": "←",
    "right": "→",
    "space": phrase("Space"),
    "backspace": "⌫",
    "tab": phrase("Tab"),
    "plus": "+",
    "minus": "-",
}


def key_cap(ui: Ui, key: str, colour: Colour) -> Widget:
    """A key drawn as a cap, in the colour of its control."""
    style = ui.style("key")
    name = _(NAMES[key]) if key in NAMES else key.upper()
    arrow = name in "←→" and len(name) == 1
    wide = max(24.0, style.size * 1.35, (0 if arrow else ui.wide(style, name)) + 14)
    tall = max(24.0, style.line + 4)

    def paint(p: Painter, x: float, y: float) -> None:
        p.frame(colour, x, y, wide, tall, 1.5, 3)
        if arrow:
            sign = 1 if name == "→" else -1
            cx, cy = x + wide / 2, y + tall / 2
            p.stroke(colour, [(cx - 5 * sign, cy), (cx + 5 * sign, cy)], 1.6)
            p.stroke(colour, [(cx + 1 * sign, cy - 4), (cx + 5 * sign, cy), (cx + 1 * sign, cy + 4)], 1.6)
            return
        drawn = p.faces.word(style, p.scale, name, colour)
        p.surface.blit(
            drawn, (p.px(x) + (p.px(wide) - drawn.get_width()) // 2, p.px(y) + (p.px(tall) - drawn.get_height()) // 2)
        )

    return Widget(w=wide, h=tall, paint=paint)


def button(
    ui: Ui,
    label: str,
    act: Act | None,
    key: str = "",
    kind: str = "main",
    width: float = 0.0,
    id: str = "",
    disabled: str = "",
    height: float = 40.0,
) -> Widget:
    """main: brass; second: outlined; bare: words on the dark; ink: filled on paper; line: outlined on paper."""
    ink, brass, text = ui.colour("ink"), ui.colour("brass"), ui.colour("text")
    tone = {"main": ink, "second": text, "bare": text, "ink": ui.colour("paper"), "line": ink}[kind]
    if disabled:
        tone = {
            "main": ui.colour("second_text"),
            "second": ui.colour("second_text"),
            "bare": ui.colour("second_text"),
        }.get(kind, ui.colour("second_ink"))
    style = ui.style("label")
    cap = key_cap(ui, key, tone) if key else None
    inner = ui.wide(style, label)
    side = 0.0 if kind == "bare" else 16.0
    extra = cap.w + 10 if cap else 0.0
    wide = width or inner + extra + 2 * side
    out = Widget(
        "button",
        label,
        w=wide,
        act=None if disabled else act,
        keys=(key,) if key else (),
        id=id or label,
        disabled=disabled,
        clear=3.0 if kind == "bare" else 0.0,
    )
    first = kind in ("bare", "line", "ink")
    words_room = wide - 2 * side - extra
    words = ui.text(label, max(20.0, min(words_room, inner + 1)), "label", tone)
    tall = max(height if kind != "bare" else 28.0, words.h + (8 if kind == "bare" else 14))
    out.h = tall
    length = words.w + extra
    x = side if kind in ("bare", "line", "ink") else (wide - length) / 2
    if cap and first:
        cap.at(x, (tall - cap.h) / 2)
        words.at(x + cap.w + 8, (tall - words.h) / 2)
    else:
        words.at(x, (tall - words.h) / 2)
        if cap:
            cap.at(x + words.w + 10, (tall - cap.h) / 2)
    words.silenced()
    out.children = [words, *([cap] if cap else [])]

    def paint(p: Painter, x: float, y: float) -> None:
        if kind == "main" and not disabled:
            p.fill(brass, x, y, wide, tall)
        elif kind == "main":
            p.frame(tone, x, y, wide, tall, 1.5)
        elif kind == "second":
            p.fill(ui.colour("strip"), x, y, wide, tall)
            p.frame(brass if not disabled else tone, x, y, wide, tall, 1.5)
        elif kind == "ink":
            p.fill(ink if not disabled else ui.colour("second_ink"), x, y, wide, tall)
        elif kind == "line":
            p.frame(tone, x, y, wide, tall, 1.5)

    out.paint = paint
    return out


def tab(ui: Ui, label: str, act: Act, key: str, width: float = 0.0, height: float = 56.0) -> Widget:
    """The tab of a folder, standing at the foot; its slanted feet reach a little under its neighbours."""
    ink, folder = ui.colour("ink"), ui.colour("folder")
    cap = key_cap(ui, key, ink)
    words = ui.text(label, ui.wide(ui.style("label"), label) + 1, "label", ink)
    wide = width or words.w + cap.w + 52
    out = Widget("button", label, w=wide, h=height, act=act, keys=(key,), id=label, children=[cap, words])
    x = (wide - words.w - cap.w - 8) / 2
    cap.at(x, (height - cap.h) / 2)
    words.at(x + cap.w + 8, (height - words.h) / 2)
    words.silenced()
    dark, pale = mix(folder, (0, 0, 0), 0.35), mix(folder, (255, 255, 255), 0.5)

    def paint(p: Painter, left: float, top: float) -> None:
        a, b, low = left - 4, left + wide + 4, top + height + 2
        p.shape(dark, [(a + 2, low), (a + 12, top + 2), (b - 8, top + 2), (b + 2, low)])
        p.shape(folder, [(a, low), (a + 7, top + 6), (a + 12, top), (b - 12, top), (b - 7, top + 6), (b, low)])
        p.rule(pale, a + 12, top + 1, wide - 16, 1)

    out.paint = paint
    return out


def heading(ui: Ui, text: Text, width: float, role: str = "sheet_heading", colour: Colour | str = "ink") -> Widget:
    return ui.text(text, width, role, colour, kind="heading")


def icon(ui: Ui, kind: str, name: str, size: float, tint: Colour | None = None) -> Widget:
    from game.desktop.art import drawing

    def paint(p: Painter, x: float, y: float) -> None:
        picture = drawing(kind, name, p.px(size), p.px(size), tint)
        if picture is not None:
            p.blit(picture, x, y)

    return Widget(w=size, h=size, paint=paint)


def stamp(ui: Ui, word: str, colour: Colour, turn: float = 5.0) -> Widget:
    """A rubber stamp: a broken frame and a word, a little aslant. It may lie over what is near it, never over words."""
    import pygame

    style = ui.style("stamp")
    wide, tall = ui.wide(style, word) + 36, style.line + 18

    def made(p: Painter) -> pygame.Surface:
        w, h = p.px(wide), p.px(tall)
        flat = pygame.Surface((w, h), pygame.SRCALPHA)
        thick = max(2, p.px(2.6))
        for box in (
            pygame.Rect(0, 0, round(w * 0.52), thick),
            pygame.Rect(round(w * 0.56), 0, w, thick),
            pygame.Rect(0, 0, thick, h),
            pygame.Rect(w - thick, 0, thick, round(h * 0.34)),
            pygame.Rect(w - thick, round(h * 0.42), thick, h),
            pygame.Rect(round(w * 0.38), h - thick, w, thick),
            pygame.Rect(0, h - thick, round(w * 0.34), thick),
        ):
            flat.fill(colour, box)
        pygame.draw.rect(flat, colour, flat.get_rect().inflate(-2 * p.px(5), -2 * p.px(5)), max(1, p.px(1)))
        drawn = p.faces.word(style, p.scale, word.upper(), colour)
        flat.blit(drawn, ((w - drawn.get_width()) // 2, (h - drawn.get_height()) // 2))
        turned = pygame.transform.rotozoom(flat, turn, 1)
        turned.set_alpha(185)
        return turned

    def paint(p: Painter, x: float, y: float) -> None:
        picture = ui.surfaces.keep(("stamp", word, colour, round(p.scale, 3), turn), lambda: made(p))
        p.surface.blit(picture, picture.get_rect(center=(p.px(x + wide / 2), p.px(y + tall / 2))))

    return Widget("image", word, w=wide, h=tall, paint=paint, floats=True, far=SHADOW)
