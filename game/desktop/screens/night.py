"""Night: what came, because of whom, what was expected beside it; the map; and what the public was told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

import pygame

from game.desktop import lay
from game.desktop.blocks import on_dark
from game.desktop.course import proceed
from game.desktop.marks import mark
from game.desktop.newspaper import front
from game.desktop.painter import Painter
from game.desktop.scene import Scene
from game.desktop.screens.frame import Section, foot, page, roomy, strip
from game.desktop.screens.night_map import night_map, owner
from game.desktop.telling import told
from game.desktop.theme import Colour, mix
from game.desktop.ui import Run, Text, Ui
from game.desktop.widget import Paint, Widget
from game.papers import night
from game.papers.paper import Block, Clipping, Heading, Line, Paper, Paragraph
from game.wording.catalogue import _
from game.wording.dates import day, entry_of

if TYPE_CHECKING:
    from game.desktop.app import App


class Words(NamedTuple):
    """The size of what came and of its causes, and the gap between them."""

    came: str
    because: str
    gap: float


SIZES = (Words("letter", "small", 8.0), Words("letter", "card", 6.0), Words("sketch", "card", 5.0))
"""From ample to tight; the first with which the night is seen whole is taken."""

Tell = Callable[[Ui, Widget, bool], Widget]

LEAST = 150.0
"""Units of what came that must be in sight for it to be scrolled by itself."""


def _in_turn(ui: Ui, one: Widget, lead: bool) -> Widget:
    return told(ui, one, lead, dark=True)


def _plainly(ui: Ui, one: Widget, lead: bool) -> Widget:
    """To see how tall it is."""
    return one


class NightScene(Scene):
    name = "night"

    def __init__(self, app: App, again: bool = False) -> None:
        super().__init__(app)
        session = app.session
        assert session is not None
        place = session.places[app.seat]
        self.again = again
        self.reader = app.seat
        self.view = session.view(app.seat)
        since = place.night_from if again else place.seen
        self.since, self.before, self.expected = since, place.before, place.expected
        self.reword()
        place.said += [text for text in self.paper.told() if text not in place.said[-60:]]
        if not again:
            place.night_from, place.seen = place.seen, len(self.view.reports)

    def reword(self) -> None:
        session = self.app.session
        assert session is not None
        phase = night.ordered(self.view, self.since, self.before)
        self.day = day(session.book, phase)
        kinds = {one["id"]: one["kind"] for one in session.book.content("calendar", ())}
        self.night = kinds.get(entry_of(phase), "turn") == "turn"
        self.paper: Paper = night.night(
            session.book, self.view, session.view(2), self.since, self.before, self.expected, whole=self.again
        )

    def wake(self) -> None:
        self.app.play("teletype", _("a teletype prints"))

    def backdrop(self, ui: Ui, size: tuple[int, int]) -> pygame.Surface:
        if ui.theme.contrast:
            return ui.surfaces.room(ui.room, size)
        sea, dark = ui.colour("night_map.sea"), mix(ui.colour("room"), (0, 0, 0), 0.25)
        return ui.surfaces.glow(size, mix(sea, dark, 0.1), dark, (660, 300), (700, 480))

    def lamp(self, ui: Ui, size: tuple[int, int]) -> None:
        return None

    def build(self, ui: Ui) -> Widget:
        session = self.app.session
        assert session is not None
        book, view = session.book, self.view
        blocks = self.paper.blocks
        parted = _parted(blocks)
        clippings = [one for one in blocks if isinstance(one, Clipping)]

        def came(width: float, height: float | None) -> Widget:
            return self._came(ui, parted, width, height)

        def expected(width: float, height: float | None) -> Widget:
            return self._expected(ui, parted, width, height)

        def press(width: float, height: float | None) -> Widget:
            return front(ui, clippings, book.theme("paper_price") or "", self.day, width, height)

        tall = 0 if not parted["expected"] else 84 if len(parted["expected"]) == 1 else 116
        sections = [Section(came, 32, 72, 376 if clippings else 500, 572 - tall if tall else 560)]
        if parted["expected"]:
            sections.append(Section(expected, 32, 660 - tall, 832, tall))
        if clippings:
            sections.append(Section(press, 912, 88, 336, 524, 1))
        go = lay.button(
            ui, _("Close") if self.again else _("Go on"), self._on, "enter", "main", 248, id="on", height=48
        )
        left = [] if self.again else [lay.button(ui, _("All that was said"), self._history, "f2", "bare", id="history")]
        title = _("Night of {day}", day=self.day)
        if not self.night or "," in self.day or ui.wide(ui.style("strip"), title) > 352 * ui.w / 1280:
            title = self.day  # a part of a day, or several days, is no night
        root = page(
            ui,
            strip(ui, book, view, title),
            sections,
            foot(ui, left, [go]),
            self.name,
        )
        if roomy(ui):
            lines = [one for one in parted["because"] if isinstance(one, Line)]
            under = night_map(ui, book, view, lines, bool(clippings))
            if under is not None:
                root.children.insert(0, under)
            if clippings:
                words, wide = _("What the public was allowed to know."), 336 * ui.w / 1280
                role = "letter" if ui.wide(ui.style("letter", aside=True), words) <= wide else "small"
                note = ui.text(words, wide, role, "second_text", "centre", aside=True)
                low = min(618 * ui.h / 720, ui.h - 16 - go.h - 2 - note.h)
                root.children.append(note.at(912 * ui.w / 1280, low))
        return root

    def first(self) -> str:
        return "on"

    def _came(self, ui: Ui, parted: dict[str, list[Block]], width: float, height: float | None) -> Widget:
        news = [
            (one.text if one.role == "last" else ui.explained(one.text), one.role == "last")
            for one in parted["came"]
            if isinstance(one, Paragraph)
        ]
        words = SIZES[-1]
        for words in SIZES:
            tall = self._above(ui, news, width, words, _plainly).h
            if height is None or tall + self._because(ui, parted["because"], width, words, _plainly).h <= height:
                break
        above = self._above(ui, news, width, words, _in_turn)
        below = self._because(ui, parted["because"], width, words, _in_turn)
        if height is None or above.h + below.h <= height:
            return lay.column([above, below], width)
        ground = mix(ui.colour("room"), (0, 0, 0), 0.25)
        if height - below.h >= LEAST:
            return lay.column([lay.viewport(above, width, height - below.h, "came", ui, "text", ground), below], width)
        return lay.viewport(lay.column([above, below], width), width, height, "came", ui, "text", ground)

    def _above(self, ui: Ui, news: Sequence[tuple[Text, bool]], width: float, words: Words, tell: Tell) -> Widget:
        """What came, a paragraph at a time; how it ended stands out."""
        parts: list[Widget | float] = [lay.heading(ui, _("What came"), width, "screen_heading", "text"), words.gap]
        for text, end in news:  # clear of the bar, should it come
            said = ui.text(text, width - 12, "order_text" if end else words.came, "text", strong=end)
            parts += [tell(ui, said, True), words.gap]
        return lay.column(parts, width)

    def _because(self, ui: Ui, lines: list[Block], width: float, words: Words, tell: Tell) -> Widget:
        """Whose doing it was: the lines that stay in sight, however much came."""
        if not lines:
            return Widget(w=width)
        parts: list[Widget | float] = [
            words.gap + 2,
            tell(ui, lay.rule(ui, width, "second_text", 1, 0, words.gap), False),
            tell(ui, ui.text(_("Because"), width, "label", "second_text", kind="heading"), False),
            4.0,
        ]
        for one in lines:
            if isinstance(one, Line):
                glyph = mark(ui, owner(one), ui.colour("text"))
                label = f"{one.label}, {_('not seen')}." if one.mark == "unknown" else f"{one.label}."
                said = ui.text([Run(label, strong=True), Run(" " + one.value)], width - 30, words.because, "text")
                said.label = f"{label} {one.value}"
                row = Widget(w=width, h=said.h, children=[glyph.at(0, 5), said.at(30, 0)])
                parts += [tell(ui, row, True), words.gap - 2]
        return lay.column(parts, width)

    def _expected(self, ui: Ui, parted: dict[str, list[Block]], width: float, height: float | None) -> Widget:
        tone = on_dark(ui)
        pale = mix((233, 128, 116), ui.colour("text"), 0.35)
        parts: list[Widget | float] = [
            ui.text(_("Expected, and what came"), width, "label", "second_text", kind="heading"),
            lay.rule(ui, width, "second_text", 1, 2, 4),
        ]
        for one in parted["expected"]:
            if isinstance(one, Line):
                side = min(180.0, width * 0.3)
                label = ui.text(one.label, side - 10, "card", tone.second)
                value = ui.text([Run(one.value)], width - side - 36, "card", pale, most=2 if height else 0)
                value.label = one.value
                row = Widget(w=width, h=max(label.h, value.h) + 4, children=[label, value.at(side + 24, 0)])
                row.over = _unlike(pale, side)
                parts += [row]
        inner = lay.column(parts, width)
        return (
            inner if height is None or inner.h <= height else lay.viewport(inner, width, height, "expected", ui, "text")
        )

    def _on(self) -> None:
        if self.again:
            self.app.pop()
            return
        proceed(self.app)

    def _history(self) -> None:
        from game.desktop.screens.asides import open_aside

        open_aside(self.app, "f2")

    def back(self) -> None:
        if self.again:
            self.app.pop()


def _unlike(colour: Colour, x: float) -> Paint:
    """The sign of the unequal before what was not as it was thought."""

    def paint(p: Painter, left: float, top: float) -> None:
        cx, cy = left + x + 7, top + 10
        for shift in (-2.5, 2.5):
            p.stroke(colour, [(cx - 5, cy + shift), (cx + 5, cy + shift)], 1.3)
        p.stroke(colour, [(cx - 3, cy + 7), (cx + 3, cy - 7)], 1.3)

    return paint


def _parted(blocks: tuple[Block, ...]) -> dict[str, list[Block]]:
    """The night's paper by its parts: the paragraphs, the because-lines, what was expected."""
    out: dict[str, list[Block]] = {"came": [], "because": [], "expected": []}
    now = "came"
    for one in blocks:
        if isinstance(one, Heading):
            now = {_("Because"): "because", _("Expected, and what came"): "expected"}.get(one.text, "press")
        elif now in out and not isinstance(one, Clipping):
            out[now].append(one)
    return out
