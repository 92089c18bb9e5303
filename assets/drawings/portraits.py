# ruff: noqa: E501, E741  (drawings are long lines, in terms of left and right)
"""Draw the rest of the cast, in the hand of the eleven busts that were drawn first.

    python assets/drawings/portraits.py

One lamp from the left; the edge of the shadow draws brow, nose and lips; a wedge under the brow stands for the eye; two
or three telling things each. Types, not likenesses: nothing is traced. The eleven first busts are not written over.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent / "people"


@dataclass(frozen=True)
class Tones:
    deep: str
    coat: str
    lit: str
    shade: str
    skin: str
    paper: str
    brass: str
    red: str
    grey: str = "#8B8D88"


WEST = Tones("#0F161C", "#1E2A33", "#34444E", "#4A4C49", "#B4A98F", "#E4DBC6", "#C49A52", "#9E2A24", "#8E948F")
EAST = Tones("#160D0A", "#2C1A15", "#4A3026", "#5C4130", "#C29B70", "#EEDFC0", "#D2A050", "#A8281F", "#9A8672")
GREEN, GREEN_DARK = "#5A6044", "#3E4431"


@dataclass(frozen=True)
class Bust:
    """Half-width of the head, its top, the chin, half-width of the jaw, half-width of the shoulders."""

    tones: Tones
    head: float = 45
    top: float = 50
    chin: float = 176
    jaw: float = 32
    shoulders: float = 108
    nose: float = 0

    @property
    def left(self) -> float:
        return 120 - self.head

    @property
    def right(self) -> float:
        return 120 + self.head

    @property
    def brow(self) -> float:
        return self.chin - 77


Part = Callable[[Bust], str]


def path(d: str, fill: str) -> str:
    return f'<path d="{d}" fill="{fill}"/>'


def line(d: str, stroke: str, width: float) -> str:
    return (f'<path d="{d}" fill="none" stroke="{stroke}" stroke-width="{width:g}" stroke-linecap="round" '
            f'stroke-linejoin="round"/>')  # fmt: skip


def star(x: float, y: float, size: float, fill: str) -> str:
    points = []
    for number in range(10):
        far = size if number % 2 == 0 else size * 0.4
        angle = math.pi * number / 5 - math.pi / 2
        points.append(f"{x + far * math.cos(angle):.1f},{y + far * math.sin(angle):.1f}")
    return f'<polygon points="{" ".join(points)}" fill="{fill}"/>'


def n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


# --- the body -------------------------------------------------------------------------------------------------------


def coat(b: Bust, fill: str, lit: str) -> str:
    s = b.shoulders
    body = (f"M{n(120 - s)} 280 C{n(120 - s)} 246 {n(130 - s)} 218 {n(160 - s)} 206 C76 194 90 186 94 180 L146 180 C150 186 164 194 {n(80 + s)} 206 "
            f"C{n(110 + s)} 218 {n(120 + s)} 246 {n(120 + s)} 280 Z")  # fmt: skip
    edge = (f"M{n(120 - s)} 280 C{n(120 - s)} 246 {n(130 - s)} 218 {n(160 - s)} 206 C76 194 90 186 94 182 L98 196 C78 208 {n(172 - s)} 216 {n(160 - s)} 230 "
            f"C{n(144 - s)} 246 {n(140 - s)} 262 {n(140 - s)} 280 Z")  # fmt: skip
    return path(body, fill) + path(edge, lit)


def neck(b: Bust) -> str:
    w = max(24, b.jaw * 0.78)
    return path(f"M{n(120 - w)} 150 L{n(120 + w)} 150 L{n(122 + w)} 192 L120 214 L{n(118 - w)} 192 Z", b.tones.shade)


def shirt(b: Bust) -> str:
    t = b.tones
    dark = t.skin
    return path("M92 186 L120 216 L148 186 L170 204 L128 280 L112 280 L70 204 Z", t.paper) + path(
        "M120 216 L148 186 L170 204 L128 280 L120 280 Z", dark
    )


def tie(fill: str = "") -> Part:
    return lambda b: path("M110 214 L120 208 L130 214 L126 228 L132 280 L108 280 L114 228 Z", fill or b.tones.deep)


def lapels(b: Bust) -> str:
    t = b.tones
    return path("M92 184 L66 204 L54 232 L74 238 L66 248 L110 280 L118 280 Z", t.lit) + path(
        "M148 184 L174 204 L186 232 L166 238 L174 248 L130 280 L122 280 Z", t.deep
    )


def suit(tie_fill: str = "") -> Part:
    return lambda b: coat(b, b.tones.coat, b.tones.lit) + neck(b) + shirt(b) + tie(tie_fill)(b) + lapels(b)


def grey_suit(tie_fill: str = "") -> Part:
    def drawn(b: Bust) -> str:
        t = b.tones
        light, dark = ("#5C4434", "#4A3427") if t is EAST else ("#46555E", "#2A363E")
        return (coat(b, dark, light) + neck(b) + shirt(b) + tie(tie_fill or t.deep)(b)
                + path("M92 184 L66 204 L54 232 L74 238 L66 248 L110 280 L118 280 Z", "#A58766" if t is EAST else "#74838A")
                + path("M148 184 L174 204 L186 232 L166 238 L174 248 L130 280 L122 280 Z", dark))  # fmt: skip

    return drawn


def open_shirt(light: str, dark: str) -> Part:
    def drawn(b: Bust) -> str:
        return (coat(b, dark, light) + path(f"M94 182 C78 200 {n(160 - b.shoulders)} 206 {n(160 - b.shoulders)} 206 L{n(140 - b.shoulders)} 280 L120 280 L120 216 Z", light)
                + neck(b) + path("M94 182 L120 222 L102 240 L78 204 Z", light) + path("M146 182 L120 222 L138 240 L162 204 Z", dark)
                + line("M120 224 L120 280", b.tones.shade, 2))  # fmt: skip

    return drawn


def checked(b: Bust) -> str:
    drawn = open_shirt("#B79B74", "#7E6248")(b)
    lines = "".join(line(f"M{x} 226 L{x} 280", b.tones.shade, 1.4) for x in (50, 70, 90, 150, 170, 190))
    return (
        drawn
        + lines
        + "".join(
            line(f"M{40 + 4 * k} {y} L{200 - 4 * k} {y}", b.tones.shade, 1.2) for k, y in enumerate((240, 258, 274))
        )
    )


def high_collar(collar: str, fill: str = "", lit: str = "") -> Part:
    def drawn(b: Bust) -> str:
        t = b.tones
        return (coat(b, fill or t.coat, lit or t.lit) + neck(b) + path("M86 186 L120 206 L154 186 L164 202 L120 226 L76 202 Z", collar)
                + path("M117 226 h5 v54 h-5 Z", t.deep))  # fmt: skip

    return drawn


def boards(stars: int, fill: str = "") -> Part:
    def drawn(b: Bust) -> str:
        out = path("M14 226 L58 205 L66 215 L20 241 Z M226 226 L182 205 L174 215 L220 241 Z", fill or b.tones.brass)
        for number in range(stars):
            x = 40 + (number - (stars - 1) / 2) * 11
            y = 223 - (number - (stars - 1) / 2) * 5.4
            out += star(x, y, 4.6, b.tones.deep) + star(240 - x, y, 4.6, b.tones.deep)
        return out

    return drawn


def shoulder_stars(count: int) -> Part:
    def drawn(b: Bust) -> str:
        out = ""
        for number in range(count):
            x, y = 58 - 11 * number, 212 + 5.6 * number
            out += star(x, y, 5.2, b.tones.brass) + star(240 - x, y, 5.2, b.tones.brass)
        return out

    return drawn


def ribbons(x: float, y: float, rows: int, columns: int = 3) -> Part:
    def drawn(b: Bust) -> str:
        t = b.tones
        hues = [t.red, "#4E6E86" if t is WEST else "#7E6049", "#57694E", t.brass, t.paper]
        return "".join(
            f'<rect x="{x + 15 * column:g}" y="{y + 9 * row:g}" width="14" height="7" fill="{hues[(row + column) % 5]}"/>'
            for row in range(rows) for column in range(columns)
        )  # fmt: skip

    return drawn


def medals(count: int, x: float = 160, y: float = 246) -> Part:
    return lambda b: "".join(
        star(x + 22 * k, y, 8.5, b.tones.brass) + path(f"M{x - 4 + 22 * k:g} {y - 17:g} h8 v7 h-8 Z", b.tones.red)
        for k in range(count)
    )


def bow_tie(fill: str) -> Part:
    return lambda b: path("M100 212 L118 218 L118 222 L100 232 Z M140 212 L122 218 L122 222 L140 232 Z", fill)


# --- the head -------------------------------------------------------------------------------------------------------


def face(b: Bust) -> str:
    t, c, l, r, j = b.tones, b.chin, b.left, b.right, b.jaw
    top = b.top
    x = b.nose
    ears = (f'<ellipse cx="{n(l - 0.5)}" cy="{n(c - 64)}" rx="7" ry="13" fill="{t.skin}"/>'
            f'<ellipse cx="{n(r + 0.5)}" cy="{n(c - 64)}" rx="7" ry="13" fill="{t.shade}"/>')  # fmt: skip
    half = (f"C{n(r - 18)} {n(top)} {n(r)} {n(top + 16)} {n(r)} {n(c - 72)} C{n(r)} {n(c - 48)} {n(120 + b.head * 0.98)} {n(c - 30)} {n(120 + j)} {n(c - 13)} "
            f"C{n(120 + j * 0.8)} {n(c - 3)} {n(120 + j * 0.42)} {n(c)} 120 {n(c)}")  # fmt: skip
    whole = (f"M{n(l)} {n(c - 72)} C{n(l)} {n(top + 16)} {n(l + 18)} {n(top)} 120 {n(top)} {half} C{n(120 - j * 0.42)} {n(c)} {n(120 - j * 0.8)} {n(c - 3)} {n(120 - j)} {n(c - 13)} "
             f"C{n(120 - b.head * 0.98)} {n(c - 30)} {n(l)} {n(c - 48)} {n(l)} {n(c - 72)} Z")  # fmt: skip
    shade = (f"M120 {n(top)} {half} L114 {n(c - 1)} C118 {n(c - 10)} 116 {n(c - 16)} 112 {n(c - 22)} C108 {n(c - 26)} 114 {n(c - 29)} 112 {n(c - 32)} C108 {n(c - 36)} 112 {n(c - 39)} 116 {n(c - 42)} "
             f"C{n(112 - x)} {n(c - 40)} {n(106 - x)} {n(c - 44)} {n(108 - x)} {n(c - 51)} C112 {n(c - 62)} 116 {n(c - 70)} 116 {n(c - 78)} C110 {n(c - 84)} 108 {n(c - 90)} 112 {n(c - 96)} "
             f"C118 {n(c - 108)} 118 {n(top + 10)} 120 {n(top)} Z")  # fmt: skip
    e = b.brow
    wedge = (f"M{n(l + 8)} {n(e)} C{n(l + 18)} {n(e - 6)} 106 {n(e - 5)} 117 {n(e)} L116 {n(e + 9)} C104 {n(e + 6)} 100 {n(e + 13)} {n(l + 22)} {n(e + 9)} "
             f"C{n(l + 14)} {n(e + 7)} {n(l + 10)} {n(e + 4)} {n(l + 8)} {n(e)} Z")  # fmt: skip
    return ears + path(whole, t.skin) + path(shade, t.shade) + path(wedge, t.shade)


def hair(kind: str, fill: str = "", shine: str = "") -> Part:
    """side: parted; back: brushed back; bald: a rim; thin: receding; wave; short; curly; long."""

    def drawn(b: Bust) -> str:
        t, l, r, top = b.tones, b.left, b.right, b.top
        dark, light = fill or t.deep, shine or t.lit
        e = b.brow
        match kind:
            case "side":
                return path(f"M{n(l - 1)} {n(e + 11)} C{n(l - 8)} {n(top + 22)} {n(l + 2)} {n(top - 12)} 112 {n(top - 18)} C146 {n(top - 24)} {n(r + 6)} {n(top - 4)} {n(r + 5)} {n(top + 28)} "
                            f"L{n(r + 1)} {n(e + 11)} C{n(r - 3)} {n(e - 8)} {n(r - 4)} {n(top + 36)} {n(r - 11)} {n(top + 28)} C138 {n(top + 22)} 112 {n(top + 18)} 98 {n(top + 10)} "
                            f"C{n(l + 12)} {n(top + 24)} {n(l + 6)} {n(top + 34)} {n(l + 2)} {n(e + 11)} Z", dark) + line(f"M106 {n(top - 10)} C126 {n(top - 16)} 146 {n(top - 8)} {n(r - 8)} {n(top + 8)}", light, 3)  # fmt: skip
            case "back":
                return path(f"M{n(l - 1)} {n(e + 9)} C{n(l - 9)} {n(top + 20)} {n(l + 4)} {n(top - 8)} 118 {n(top - 12)} C{n(r - 4)} {n(top - 10)} {n(r + 8)} {n(top + 20)} {n(r + 1)} {n(e + 9)} "
                            f"C{n(r - 3)} {n(e - 8)} {n(r - 6)} {n(top + 24)} {n(r - 14)} {n(top + 16)} C132 {n(top + 8)} 106 {n(top + 8)} {n(l + 14)} {n(top + 18)} C{n(l + 5)} {n(top + 28)} {n(l + 3)} {n(e - 10)} {n(l + 2)} {n(e + 9)} Z", dark) + line(
                    f"M{n(l + 18)} {n(top + 4)} C108 {n(top - 6)} 136 {n(top - 6)} {n(r - 14)} {n(top + 6)}", light, 2.5)  # fmt: skip
            case "bald":
                return path(f"M{n(l + 1)} {n(e + 14)} C{n(l - 7)} {n(e - 8)} {n(l - 5)} {n(e - 26)} {n(l + 5)} {n(e - 38)} C{n(l + 5)} {n(e - 20)} {n(l + 5)} {n(e - 4)} {n(l + 3)} {n(e + 14)} Z "
                            f"M{n(r - 1)} {n(e + 14)} C{n(r + 7)} {n(e - 8)} {n(r + 5)} {n(e - 26)} {n(r - 5)} {n(e - 38)} C{n(r - 4)} {n(e - 20)} {n(r - 4)} {n(e - 4)} {n(r - 2)} {n(e + 14)} Z", dark)  # fmt: skip
            case "thin":
                return hair("bald", fill)(b) + path(f"M{n(l + 6)} {n(top + 18)} C{n(l + 14)} {n(top - 6)} {n(r - 14)} {n(top - 8)} {n(r - 6)} {n(top + 18)} C{n(r - 16)} {n(top + 4)} 134 {n(top)} 120 {n(top)} C104 {n(top)} {n(l + 16)} {n(top + 6)} {n(l + 6)} {n(top + 18)} Z", light if shine else dark)  # fmt: skip
            case "wave":
                return path(f"M{n(l - 1)} {n(e + 10)} C{n(l - 12)} {n(top + 20)} {n(l)} {n(top - 14)} 108 {n(top - 20)} C138 {n(top - 30)} {n(r + 8)} {n(top - 6)} {n(r + 5)} {n(top + 30)} L{n(r + 1)} {n(e + 10)} "
                            f"C{n(r - 4)} {n(top + 40)} {n(r - 6)} {n(top + 30)} {n(r - 14)} {n(top + 24)} C140 {n(top + 34)} 126 {n(top + 12)} 112 {n(top + 22)} C100 {n(top + 30)} {n(l + 16)} {n(top + 16)} {n(l + 8)} {n(top + 30)} C{n(l + 4)} {n(top + 38)} {n(l + 3)} {n(e)} {n(l + 2)} {n(e + 10)} Z", dark) + line(
                    f"M96 {n(top - 6)} C112 {n(top - 16)} 124 {n(top)} 148 {n(top - 8)}", light, 3)  # fmt: skip
            case "short":
                return path(f"M{n(l - 1)} {n(e + 4)} C{n(l - 4)} {n(top + 18)} {n(l + 10)} {n(top - 6)} 120 {n(top - 8)} C{n(r - 10)} {n(top - 6)} {n(r + 4)} {n(top + 18)} {n(r + 1)} {n(e + 4)} "
                            f"C{n(r - 3)} {n(top + 34)} {n(r - 8)} {n(top + 24)} {n(r - 12)} {n(top + 20)} L{n(l + 12)} {n(top + 20)} C{n(l + 8)} {n(top + 24)} {n(l + 3)} {n(top + 34)} {n(l + 1)} {n(e + 4)} Z", dark)  # fmt: skip
            case "long":
                return path(f"M{n(l - 6)} {n(e + 52)} C{n(l - 20)} {n(e)} {n(l - 8)} {n(top - 2)} 116 {n(top - 10)} C{n(r + 2)} {n(top - 8)} {n(r + 20)} {n(e)} {n(r + 8)} {n(e + 52)} C{n(r - 2)} {n(e + 40)} {n(r + 1)} {n(e)} {n(r - 8)} {n(top + 30)} "
                            f"L{n(l + 10)} {n(top + 30)} C{n(l + 2)} {n(e)} {n(l + 4)} {n(e + 40)} {n(l - 6)} {n(e + 52)} Z", dark)  # fmt: skip
        return ""

    return drawn


def glasses(kind: str = "round", width: float = 2.6) -> Part:
    def drawn(b: Bust) -> str:
        t, y = b.tones, b.brow + 11
        style = f'fill="{t.paper}" fill-opacity="0.28" stroke="{t.deep}" stroke-width="{width:g}"'
        if kind == "round":
            lens = "".join(f'<circle cx="{x}" cy="{n(y)}" r="15" {style}/>' for x in (96, 140))
        elif kind == "half":
            lens = path(
                f"M81 {n(y)} H111 C110 {n(y + 14)} 83 {n(y + 14)} 81 {n(y)} Z M125 {n(y)} H155 C154 {n(y + 14)} 126 {n(y + 14)} 125 {n(y)} Z",
                t.paper,
            ).replace("/>", f' fill-opacity="0.3" stroke="{t.deep}" stroke-width="{width:g}"/>')
        else:
            lens = "".join(f'<rect x="{x}" y="{n(y - 11)}" width="31" height="22" rx="5" {style}/>' for x in (80, 125))
        if kind == "pushed":
            y = b.top + 12
            lens = "".join(f'<circle cx="{x}" cy="{n(y)}" r="14" {style}/>' for x in (98, 140))
        return (lens + line(f"M111 {n(y - 2)} Q118 {n(y - 6)} 125 {n(y - 2)}", t.deep, width) + line(f"M81 {n(y - 2)} L{n(b.left)} {n(y - 5)}", t.deep, width)
                + line(f"M156 {n(y - 2)} L{n(b.right)} {n(y - 5)}", t.deep, width))  # fmt: skip

    return drawn


def brows(width: float = 6, slant: float = 4) -> Part:
    def drawn(b: Bust) -> str:
        y = b.brow - 3
        return line(f"M83 {n(y)} L109 {n(y + slant)}", b.tones.deep, width) + line(
            f"M125 {n(y + slant)} L153 {n(y)}", b.tones.deep, width
        )

    return drawn


def moustache(kind: str = "full", fill: str = "") -> Part:
    def drawn(b: Bust) -> str:
        y = b.chin - 36
        dark = fill or b.tones.deep
        if kind == "thin":
            return path(
                f"M101 {n(y + 2)} C108 {n(y - 3)} 115 {n(y - 2)} 119 {n(y)} C123 {n(y - 2)} 132 {n(y - 3)} 139 {n(y + 2)} C132 {n(y + 4)} 124 {n(y + 3)} 119 {n(y + 3)} C113 {n(y + 3)} 107 {n(y + 4)} 101 {n(y + 2)} Z",
                dark,
            )
        if kind == "guards":
            return path(
                f"M92 {n(y - 4)} C98 {n(y + 4)} 108 {n(y - 6)} 119 {n(y - 2)} C130 {n(y - 6)} 140 {n(y + 4)} 148 {n(y - 5)} C146 {n(y + 9)} 128 {n(y + 8)} 119 {n(y + 4)} C110 {n(y + 8)} 94 {n(y + 8)} 92 {n(y - 4)} Z",
                dark,
            )
        return path(
            f"M97 {n(y)} C104 {n(y - 7)} 114 {n(y - 6)} 118 {n(y - 2)} C122 {n(y - 6)} 135 {n(y - 6)} 143 {n(y + 1)} C139 {n(y + 7)} 126 {n(y + 7)} 118 {n(y + 4)} C111 {n(y + 7)} 101 {n(y + 6)} 97 {n(y)} Z",
            dark,
        )

    return drawn


def beard(b: Bust) -> str:
    y = b.chin
    return path(
        f"M{n(b.left + 1)} {n(y - 60)} C{n(b.left + 2)} {n(y - 24)} 92 {n(y + 8)} 120 {n(y + 10)} C148 {n(y + 8)} {n(b.right - 2)} {n(y - 24)} {n(b.right - 1)} {n(y - 60)} C{n(b.right - 6)} {n(y - 40)} 146 {n(y - 34)} 136 {n(y - 38)} C126 {n(y - 42)} 112 {n(y - 42)} 104 {n(y - 36)} C92 {n(y - 34)} {n(b.left + 6)} {n(y - 40)} {n(b.left + 1)} {n(y - 60)} Z",
        b.tones.deep,
    ) + path(
        f"M106 {n(y - 27)} C112 {n(y - 30)} 126 {n(y - 30)} 132 {n(y - 27)} C126 {n(y - 22)} 112 {n(y - 22)} 106 {n(y - 27)} Z",
        b.tones.shade,
    )


def stubble(b: Bust) -> str:
    y = b.chin
    return path(
        f"M{n(b.left + 3)} {n(y - 44)} C{n(b.left + 6)} {n(y - 20)} 98 {n(y)} 120 {n(y)} L114 {n(y - 1)} C118 {n(y - 10)} 116 {n(y - 16)} 112 {n(y - 22)} C100 {n(y - 22)} {n(b.left + 12)} {n(y - 26)} {n(b.left + 3)} {n(y - 44)} Z",
        "#A58B68",
    )


def cap(crown: str, crown_dark: str, band: str, badge: str = "", tilt: float = 0) -> Part:
    def drawn(b: Bust) -> str:
        t, y = b.tones, b.brow - 99 - tilt
        out = (
            path(
                f"M54 {n(y + 60)} C60 {n(y + 30)} 90 {n(y + 18)} 120 {n(y + 18)} C150 {n(y + 18)} 180 {n(y + 30)} 186 {n(y + 60)} C170 {n(y + 76)} 146 {n(y + 80)} 120 {n(y + 80)} C94 {n(y + 80)} 70 {n(y + 76)} 54 {n(y + 60)} Z",
                crown,
            )
            + path(
                f"M120 {n(y + 18)} C150 {n(y + 18)} 180 {n(y + 30)} 186 {n(y + 60)} C170 {n(y + 76)} 146 {n(y + 80)} 120 {n(y + 80)} C132 {n(y + 62)} 132 {n(y + 38)} 120 {n(y + 18)} Z",
                crown_dark,
            )
            + path(
                f"M62 {n(y + 64)} C94 {n(y + 80)} 146 {n(y + 80)} 178 {n(y + 64)} L170 {n(y + 90)} C146 {n(y + 98)} 94 {n(y + 98)} 70 {n(y + 90)} Z",
                band,
            )
            + path(
                f"M70 {n(y + 90)} C92 {n(y + 98)} 148 {n(y + 98)} 170 {n(y + 90)} C166 {n(y + 103)} 144 {n(y + 109)} 120 {n(y + 109)} C96 {n(y + 109)} 74 {n(y + 103)} 70 {n(y + 90)} Z",
                "#0B0706" if t is EAST else "#070B0E",
            )
        )
        return out + (star(120, y + 80, 9, badge) if badge else "")

    return drawn


def beret(b: Bust) -> str:
    y = b.brow - 60
    return (
        path(
            f"M66 {n(y + 44)} C58 {n(y + 10)} 96 {n(y - 4)} 130 {n(y)} C172 {n(y + 2)} 194 {n(y + 30)} 182 {n(y + 42)} C160 {n(y + 34)} 100 {n(y + 32)} 66 {n(y + 44)} Z",
            "#1A1512",
        )
        + path(
            f"M68 {n(y + 42)} C100 {n(y + 30)} 150 {n(y + 32)} 174 {n(y + 40)} L170 {n(y + 48)} C146 {n(y + 40)} 100 {n(y + 40)} 71 {n(y + 50)} Z",
            "#3A2A20",
        )
        + star(112, y + 26, 7, b.tones.brass)
    )


def headset(b: Bust) -> str:
    y, t = b.brow + 8, b.tones
    return (
        line(
            f"M{n(b.left - 2)} {n(y - 10)} C{n(b.left)} {n(b.top - 20)} {n(b.right)} {n(b.top - 20)} {n(b.right + 2)} {n(y - 10)}",
            t.deep,
            6,
        )
        + f'<ellipse cx="{n(b.left - 3)}" cy="{n(y + 6)}" rx="10" ry="17" fill="{t.deep}"/><ellipse cx="{n(b.right + 3)}" cy="{n(y + 6)}" rx="10" ry="17" fill="{t.deep}"/>'
        + line(
            f"M{n(b.left - 2)} {n(y + 20)} C{n(b.left + 6)} {n(b.chin + 2)} 96 {n(b.chin - 8)} 100 {n(b.chin - 22)}",
            t.deep,
            3,
        )
    )


# --- things held ----------------------------------------------------------------------------------------------------


def sheet(b: Bust) -> str:
    t = b.tones
    return path("M172 236 L206 226 L216 280 L178 280 Z", t.paper) + line(
        "M182 246 L202 240 M184 256 L204 250 M186 266 L206 260", t.shade, 2
    )


def pencil(fill: str) -> Part:
    return lambda b: line("M168 258 L196 214", fill, 5) + line("M196 214 L199 209", b.tones.skin, 4)


def cigarette(b: Bust) -> str:
    y = b.chin - 24
    return (
        line(f"M110 {n(y)} L76 {n(y + 8)}", b.tones.paper, 4.5)
        + f'<circle cx="75" cy="{n(y + 8.2)}" r="2.6" fill="{b.tones.red}"/>'
    )


def cigar(b: Bust) -> str:
    y = b.chin - 24
    return (
        path(f"M112 {n(y - 4)} L72 {n(y + 8)} L74 {n(y + 16)} L114 {n(y + 4)} Z", "#5A3B26")
        + f'<circle cx="72" cy="{n(y + 12)}" r="4" fill="{b.tones.red}"/>'
    )


def folder(fill: str, tape: str = "") -> Part:
    def drawn(b: Bust) -> str:
        out = path("M164 232 L212 222 L224 280 L172 280 Z", fill) + path(
            "M164 232 L176 229.5 L178 224 L194 221 L197 225.5 L212 222 L213 228 L165 238 Z", b.tones.skin
        )
        return out + (line("M190 228 L200 280", tape, 4) if tape else "")

    return drawn


def case(b: Bust) -> str:
    return path("M164 240 L214 230 L224 280 L170 280 Z", "#6A4A2C") + line(
        "M180 238 L182 229 L198 226 L200 233", b.tones.brass, 3
    )


def book(b: Bust) -> str:
    return path("M34 244 L74 234 L84 280 L40 280 Z", b.tones.deep) + line("M42 250 L72 243", b.tones.brass, 2)


def phone(b: Bust) -> str:
    t, y = b.tones, b.brow + 18
    return (
        line(
            f"M{n(b.left - 6)} {n(y - 24)} C{n(b.left - 18)} {n(y)} {n(b.left - 14)} {n(y + 24)} {n(b.left + 6)} {n(y + 40)}",
            t.deep,
            9,
        )
        + f'<circle cx="{n(b.left - 4)}" cy="{n(y - 24)}" r="9" fill="{t.deep}"/><circle cx="{n(b.left + 8)}" cy="{n(y + 42)}" r="9" fill="{t.deep}"/>'
        + line(
            f"M{n(b.left + 8)} {n(y + 52)} C{n(b.left - 6)} {n(y + 80)} {n(b.left + 16)} {n(y + 90)} {n(b.left - 4)} {n(y + 120)}",
            t.deep,
            2.5,
        )
    )


def rule(b: Bust) -> str:
    return path("M178 214 L186 213 L192 262 L184 263 Z", b.tones.brass) + line(
        "M182 222 l4 -.5 M183 232 l5 -.6 M184.5 242 l4 -.5 M186 252 l5 -.6", b.tones.deep, 1.2
    )


def map_case(b: Bust) -> str:
    return (
        path("M28 236 L72 228 L80 280 L34 280 Z", "#6A4A2C")
        + path("M34 241 L68 235 L70 248 L36 254 Z", "#D9C79C")
        + line("M38 249 C46 240 52 250 66 241", b.tones.red, 1.6)
    )


def stopwatch(b: Bust) -> str:
    return (
        f'<circle cx="184" cy="248" r="15" fill="{b.tones.brass}"/><circle cx="184" cy="248" r="11" fill="{b.tones.paper}"/>'
        + line("M184 248 L184 240 M184 248 L190 251", b.tones.deep, 2)
        + line("M184 231 v-5", b.tones.brass, 4)
    )


def roll(b: Bust) -> str:
    return (
        path("M160 250 L218 214 L226 226 L168 262 Z", "#5E7C96")
        + f'<ellipse cx="222" cy="220" rx="5" ry="8" fill="{b.tones.paper}"/>'
    )


def wreath(b: Bust) -> str:
    out = f'<circle cx="120" cy="118" r="92" fill="none" stroke="{b.tones.lit}" stroke-width="2"/>'
    for k in range(1, 9):
        for side in (-1, 1):
            a = math.radians(90 + side * k * 16)
            x, y = 120 + 98 * math.cos(a), 118 + 98 * math.sin(a)
            out += f'<ellipse cx="{x:.1f}" cy="{y:.1f}" rx="12" ry="4.6" transform="rotate({math.degrees(a) + 62 * side:.0f} {x:.1f} {y:.1f})" fill="{b.tones.lit}"/>'
    return out


def collar_up(b: Bust) -> str:
    return path("M84 160 L58 214 L96 236 L112 280 L126 280 L118 222 Z", "#8A775A") + path(
        "M156 160 L182 214 L146 236 L130 280 L122 280 L122 222 Z", "#4E4232"
    )


def kerchief(b: Bust) -> str:
    return path("M160 246 L176 240 L180 252 L164 256 Z", b.tones.paper)


def minaret(b: Bust) -> str:
    return path("M196 206 V92 L203 74 L210 92 V206 Z M192 128 H214 V134 H192 Z", "#223039")


def inhaler(b: Bust) -> str:
    return path("M178 248 h14 v-10 h12 v10 h4 v26 h-30 Z", b.tones.paper)


def periscope(b: Bust) -> str:
    return (
        path("M196 0 H214 V280 H196 Z", "#3A302A")
        + path("M186 96 H224 V126 H186 Z", "#4A4038")
        + line("M176 112 H234", b.tones.deep, 7)
    )


def pipe(b: Bust) -> str:
    return path("M20 180 C20 166 46 166 48 180 L42 206 H28 Z M30 206 H40 V280 H30 Z", "#8A6A38")


W, E = WEST, EAST
CAST: dict[str, tuple[Bust, tuple[Part, ...]]] = {
    "rusk": (Bust(W, 50, 50, 180, 37, 116), (suit(), face, hair("bald", W.deep), hair("thin", W.deep, W.deep), cigarette)),
    "bundy": (Bust(W, 45, 48, 174, 31, 104), (suit(), face, hair("side", "#4E4B45", W.grey), glasses("square", 2), pencil(W.brass))),
    "taylor": (Bust(W, 43, 48, 176, 31, 108), (high_collar(W.coat), path_tie := (lambda b: shirt(b) + tie()(b) + lapels(b)), boards(4, W.deep), shoulder_stars(4), ribbons(150, 238, 4), face, hair("back", "#5C5F5C", W.grey), glasses("half", 2))),
    "mccone": (Bust(W, 45, 50, 176, 33, 110), (suit(W.red), face, hair("back", W.paper, W.skin), glasses("round", 1.6), folder(W.skin, W.red))),
    "dillon": (Bust(W, 44, 50, 174, 30, 104), (grey_suit("#27507C"), kerchief, face, hair("thin", W.deep, W.deep), cigarette)),
    "nitze": (Bust(W, 42, 46, 174, 29, 104), (suit(), face, hair("back", W.paper, W.skin), brows(4, 2), rule)),
    "acheson": (Bust(W, 44, 50, 172, 31, 108), (grey_suit(W.red), bow_tie(W.red), face, hair("side", "#6B6C68", W.paper), moustache("guards", "#6B6C68"), brows(6, -3))),
    "ball": (Bust(W, 51, 46, 184, 42, 118), (suit("#27507C"), face, hair("side", "#5C5F5C", W.grey), case)),
    "sorensen": (Bust(W, 44, 50, 174, 32, 104), (suit(), face, hair("side", W.deep), glasses("square", 4.2), sheet, pencil("#27507C"))),
    "stevenson": (Bust(W, 50, 44, 178, 36, 108), (suit("#27507C"), face, hair("bald", W.grey), sheet)),
    "johnson": (Bust(W, 46, 48, 182, 34, 116), (suit(), lambda b: f'<ellipse cx="70" cy="114" rx="13" ry="22" fill="{b.tones.skin}"/><ellipse cx="170" cy="114" rx="13" ry="22" fill="{b.tones.shade}"/>', face, hair("back", "#3B403F", W.grey), kerchief, brows(4, 3))),
    "hare": (Bust(W, 41, 48, 174, 28, 98), (minaret, grey_suit("#27507C"), face, hair("thin", W.grey, W.grey), sheet)),
    "u_thant": (Bust(W, 50, 52, 174, 37, 104), (wreath, suit(W.deep), face, hair("back", W.deep), glasses("square", 2.4))),
    "gromyko": (Bust(E, 46, 48, 178, 36, 110), (suit(), face, hair("side", E.deep), brows(6, 3), lambda b: line("M104 158 C112 153 124 153 134 159", E.deep, 2.5), folder("#8E6F4A"))),
    "kuznetsov": (Bust(E, 45, 46, 176, 33, 108), (grey_suit(), face, hair("thin", E.grey, E.grey), rule)),
    "kozlov": (Bust(E, 46, 50, 176, 34, 112), (grey_suit(E.red), face, hair("wave", "#8B7A66", E.paper), pencil(E.brass))),
    "suslov": (Bust(E, 39, 42, 176, 26, 98), (suit(), face, hair("side", "#5E5148", E.grey), lambda b: line("M112 44 C104 52 98 62 100 74", "#5E5148", 5), glasses("round", 2), sheet)),
    "brezhnev": (Bust(E, 47, 50, 178, 37, 114), (suit(E.red), medals(2, 168, 250), face, hair("back", E.deep), brows(11, 2))),
    "kosygin": (Bust(E, 41, 46, 182, 29, 104), (suit(), face, hair("short", "#6A5B4E"), glasses("pushed", 2), book)),
    "feklisov": (Bust(E, 44, 50, 174, 32, 106), (coat_only := (lambda b: coat(b, "#4E4232", "#8A775A") + neck(b) + shirt(b) + tie()(b)), collar_up, face, hair("back", E.deep))),
    "pliyev": (Bust(E, 47, 50, 178, 36, 112), (checked, face, hair("bald", E.grey), moustache("guards", "#4A3A2E"))),
    "grechko": (Bust(E, 46, 52, 176, 35, 110), (high_collar(E.red), boards(2), ribbons(66, 240, 3), face, hair("short", E.deep), headset, cigarette)),
    "garbuz": (Bust(E, 45, 52, 174, 34, 108), (open_shirt("#9A8B66", "#6E6248"), boards(1), face, hair("short", "#5E5148"), stopwatch)),
    "statsenko": (Bust(E, 43, 50, 174, 32, 106), (open_shirt("#7E7856", "#565238"), boards(1), face, hair("wave", E.deep), stopwatch)),
    "arkhipov": (Bust(E, 44, 54, 176, 33, 106), (periscope, high_collar("#2A2C30", "#1E1A18", "#3A332E"), face, hair("short", E.deep), stubble, cap("#1A1A1E", "#0E0E12", "#0B0706", E.brass, -2))),
    "savitsky": (Bust(E, 47, 54, 178, 37, 114), (pipe, open_shirt("#C9B28C", "#8E7554"), face, hair("short", E.deep), stubble, brows(6, 5), cap("#1A1A1E", "#0E0E12", "#0B0706", E.brass, 14))),
    "alekseyev": (Bust(E, 45, 50, 176, 34, 106), (open_shirt("#CDBB96", "#94805E"), face, hair("wave", E.deep), cigar, book)),
    "guevara": (Bust(E, 44, 56, 172, 31, 104), (high_collar(GREEN_DARK, GREEN_DARK, GREEN), hair("long", E.deep), face, beard, beret, inhaler)),
    "troyanovsky": (Bust(E, 41, 50, 172, 29, 98), (grey_suit(), face, hair("side", E.deep), phone, sheet)),
    "zakharov": (Bust(E, 52, 62, 186, 44, 120), (high_collar(E.red), boards(3), ribbons(150, 240, 4), medals(2, 62, 252), face, cap("#4A5038", "#353A29", E.red, E.brass))),
    "biryuzov": (Bust(E, 46, 56, 178, 35, 112), (high_collar(E.red, "#4E4232", "#7A6850"), boards(3), face, cap("#4A5038", "#353A29", "#1A1512", E.brass), roll)),
    "unknown_one": (Bust(W, 46, 50, 176, 33, 108), (suit(), face, hair("side", W.deep))),
    "unknown_two": (Bust(E, 46, 50, 176, 33, 108), (suit(), face, hair("short", E.deep))),
}  # fmt: skip


def main() -> None:
    for name, (bust, parts) in CAST.items():
        drawn = "\n".join(part(bust) for part in parts).replace("/><", "/>\n<")
        text = f'<svg xmlns="http://www.w3.org/2000/svg" width="240" height="280" viewBox="0 0 240 280">\n{drawn}\n</svg>\n'
        (HERE / f"{name}.svg").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
