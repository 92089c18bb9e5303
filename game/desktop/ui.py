"""What a scene builds its widgets with:

the size of the window in units, the room it is in, and words laid out to a width.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any

import pygame

from game.desktop.faces import Faces
from game.desktop.painter import Painter
from game.desktop.surfaces import Surfaces
from game.desktop.theme import Colour, Room, Style, Theme
from game.desktop.widget import Act, Widget

if TYPE_CHECKING:
    from game.desktop.telling import Telling


@dataclass(frozen=True, slots=True)
class Run:
    """Some words in one manner: strong, aside (italic), or a term of the glossary."""

    text: str
    strong: bool = False
    aside: bool = False
    term: str = ""
    colour: Colour | None = None


Text = str | Sequence[Run]

Laid = tuple[list[tuple[pygame.Surface, int, int]], float, float, list[tuple[Run, float, float, float]]]
"""Words with their places, the height, the widest line, and terms of the glossary with theirs."""

MOST_LAID, MOST_LINES = 500, 20_000


@dataclass(slots=True)
class Ui:
    """One window at one size, in one room. Lengths are in units; `scale` is how many pixels a unit is."""

    size: tuple[int, int]
    scale: float
    theme: Theme
    faces: Faces
    surfaces: Surfaces
    seat: int = 0
    terms: dict[str, str] = field(default_factory=dict)
    """Terms of the glossary by their words in small letters; each is underlined once a screen."""
    open_term: object = None
    """Called with the id of a term that was chosen."""
    shown_terms: set[str] = field(default_factory=set)
    telling: Telling | None = None
    """Where long prose comes in steps."""

    @property
    def look(self) -> tuple[object, ...]:
        """Everything that the same widgets would look different for."""
        return self.size, self.scale, self.theme, self.seat

    @property
    def w(self) -> float:
        return self.size[0] / self.scale

    @property
    def h(self) -> float:
        return self.size[1] / self.scale

    @property
    def room(self) -> Room:
        return self.theme.room(self.seat)

    def colour(self, name: str) -> Colour:
        return self.room[name]

    def style(self, role: str, strong: bool = False, aside: bool = False) -> Style:
        return self.theme.style(role, self.seat, strong, aside)

    def wide(self, style: Style, text: str) -> float:
        """How wide a line of words is, in units."""
        key = (style, self.scale, text)
        found = self.faces.lines.get(key)
        if found is None:
            shed(self.faces.lines, MOST_LINES)
            said = text.upper() if style.capitals else text
            words = said.split(" ")
            wide = sum(self.faces.width(style, self.scale, word) for word in words if word)
            wide += (len(words) - 1) * self.faces.width(style, self.scale, " ")
            found = self.faces.lines[key] = wide / self.scale
        return found

    # -- words --------------------------------------------------------------------------------------------------

    def text(
        self,
        text: Text,
        width: float,
        role: str = "interface",
        colour: Colour | str = "text",
        align: str = "left",
        strong: bool = False,
        aside: bool = False,
        kind: str = "text",
        most: int = 0,
    ) -> Widget:
        """Words wrapped to a width. `most` lines at most, the rest behind an ellipsis."""
        shade = self.colour(colour) if isinstance(colour, str) else colour
        runs = [Run(text)] if isinstance(text, str) else list(text)
        key = (
            tuple(runs),
            round(width * self.scale),
            role,
            shade,
            align,
            strong,
            aside,
            most,
            self.scale,
            self.seat,
            self.theme.spaced,
        )
        known = self.faces.laid.pop(key, None)
        if known is None:
            shed(self.faces.laid, MOST_LAID)
            known = self._lay(runs, width, role, shade, align, strong, aside, most)
        self.faces.laid[key] = known
        laid, tall, widest, terms = known
        base = self.style(role, strong, aside)
        full = "".join(run.text for run in runs)
        links = [self._term(run, x, y, wide, base.line, shade) for run, x, y, wide in terms]

        def paint(p: Painter, x: float, y: float) -> None:
            left, top = p.px(x), p.px(y)
            p.surface.fblits([(drawn, (left + dx, top + dy)) for drawn, dx, dy in laid])

        found = Widget(kind, full, w=width, h=tall, paint=paint, children=links)
        found.inner = widest
        return found

    def _lay(
        self, runs: list[Run], width: float, role: str, shade: Colour, align: str, strong: bool, aside: bool, most: int
    ) -> Laid:
        """Where every word stands; kept, for most of a screen is as it was."""
        lines = self.wrapped(runs, width, role, strong, aside)
        if most and len(lines) > most:
            lines = lines[:most]
            self.shortened(lines[-1], width, role, strong, aside)
        base = self.style(role, strong, aside)
        laid: list[tuple[pygame.Surface, int, int]] = []
        terms: list[tuple[Run, float, float, float]] = []
        widest = 0.0
        for number, line in enumerate(lines):
            length = line[-1][0] + line[-1][3] if line else 0.0
            shift = (width - length) / 2 if align == "centre" else width - length if align == "right" else 0.0
            widest = max(widest, length)
            for x, word, style, wide, run in line:
                drawn = self.faces.word(style, self.scale, word, run.colour or shade)
                down = (round(base.line * self.scale) - drawn.get_height()) // 2
                laid.append((drawn, round((x + shift) * self.scale), round(number * base.line * self.scale) + down))
                if run.term:
                    terms.append((run, x + shift, number * base.line, wide))
        return laid, base.line * max(1, len(lines)), widest, terms

    def _term(self, run: Run, x: float, y: float, wide: float, line: float, colour: Colour) -> Widget:
        opener = self.open_term
        term = run.term

        def paint(p: Painter, left: float, top: float) -> None:
            for step in range(0, int(wide), 4):
                p.fill(colour, left + step, top + line - 4, 2, 1.4)

        act: Act | None = (lambda: opener(term)) if callable(opener) else None
        return Widget(
            "link", run.text.strip(), x=x, y=y, w=wide, h=line, paint=paint, act=act, id=f"term {term}", inside=False
        )

    def wrapped(
        self, runs: list[Run], width: float, role: str, strong: bool, aside: bool
    ) -> list[list[tuple[float, str, Style, float, Run]]]:
        lines: list[list[tuple[float, str, Style, float, Run]]] = [[]]
        at = 0.0
        room = width + 0.6
        apart = False
        for run in runs:
            style = self.style(role, strong or run.strong, aside or run.aside)
            space = self.faces.width(style, self.scale, " ") / self.scale
            text = run.text.upper() if style.capitals else run.text
            glue = bool(lines[-1]) and not apart and not text.startswith(" ")
            apart = text.endswith(" ")
            for part, paragraph in enumerate(text.split("\n")):
                if part:
                    lines.append([])
                    at, glue = 0.0, False
                for word in paragraph.split():
                    wide = self.wide(style, word)
                    gap = 0.0 if glue or not lines[-1] else space
                    if at + gap + wide > room and lines[-1]:
                        lines.append([])
                        at, gap = 0.0, 0.0
                    while wide > room and len(word) > 1:
                        cut = self._fits(style, word, room)
                        head, word = word[:cut], word[cut:]
                        lines[-1].append((at, head, style, self.wide(style, head), run))
                        lines.append([])
                        at, wide = 0.0, self.wide(style, word)
                    lines[-1].append((at + gap, word, style, wide, run))
                    at += gap + wide
                    glue = False
        return lines if lines[-1] or len(lines) == 1 else lines[:-1]

    def _fits(self, style: Style, word: str, width: float) -> int:
        cut = len(word)
        while cut > 1 and self.wide(style, word[:cut]) > width:
            cut -= 1
        return cut

    def shortened(
        self, line: list[tuple[float, str, Style, float, Run]], width: float, role: str, strong: bool, aside: bool
    ) -> None:
        while line:
            x, word, style, _, run = line[-1]
            trial = word.rstrip(",.;:") + "…"
            wide = self.wide(style, trial)
            if x + wide <= width + 0.6 or len(line) == 1:
                while x + wide > width + 0.6 and len(trial) > 1:
                    trial = trial[:-2] + "…"
                    wide = self.wide(style, trial)
                line[-1] = (x, trial, style, wide, run)
                return
            line.pop()

    def explained(self, text: str) -> list[Run]:
        """A text with the terms of the glossary marked, each once a screen."""
        runs: list[Run] = [Run(text)]
        for words, id in self.terms.items():
            if id in self.shown_terms:
                continue
            for number, run in enumerate(runs):
                at = _word_at(run.text, words) if not run.term else -1
                if at >= 0:
                    self.shown_terms.add(id)
                    end = at + len(words)
                    runs[number : number + 1] = [
                        part
                        for part in (Run(run.text[:at]), Run(run.text[at:end], term=id), Run(run.text[end:]))
                        if part.text
                    ]
                    break
        return runs

    # -- painting -----------------------------------------------------------------------------------------------

    def painter(self, surface: pygame.Surface) -> Painter:
        return Painter(surface, self.scale, self.faces)


def shed(kept: dict[Any, Any], most: int) -> None:
    """Where there are so many, let a few of the oldest go: all at once, and a frame would have to make them anew."""
    if len(kept) >= most:
        for key in list(islice(kept, most // 50)):
            del kept[key]


def _word_at(text: str, words: str) -> int:
    """Where `words` stand in a text as whole words, or -1."""
    lower = text.lower()
    at = lower.find(words)
    while at >= 0:
        end = at + len(words)
        if (at == 0 or not lower[at - 1].isalnum()) and (end == len(lower) or not lower[end].isalnum()):
            return at
        at = lower.find(words, at + 1)
    return -1
