"""The end: daylight, plain paper. Left the ending, right what you knew against what was so. Then what lay behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.debrief.reveal import Reveal, reveal
from game.debrief.timeline import Step
from game.desktop import lay
from game.desktop.blocks import Tone, line, on_paper
from game.desktop.painter import Painter
from game.desktop.scene import Scene
from game.desktop.screens.frame import foot
from game.desktop.screens.page import PaperScene
from game.desktop.telling import told
from game.desktop.theme import Colour, mix
from game.desktop.ui import Run, Ui
from game.desktop.widget import Widget
from game.engine.view import View
from game.journal.fault import Fault
from game.journal.fold import opening
from game.papers import debrief
from game.papers.ending import chosen, ending
from game.papers.paper import Heading, Line, Paper, Paragraph
from game.wording.catalogue import _
from game.wording.dates import day
from game.wording.numbers import sentence

if TYPE_CHECKING:
    from game.desktop.app import App
    from game.desktop.session import Session

LONG = 40
"""Letters from which on a value is a sentence, and no entry of a form."""
STORY = 320
"""Letters from which on an ending is set smaller, so that who paid stands on the same page."""


def revealed(session: Session) -> Reveal | None:
    """The truth, which the referee hands out only now."""
    table = session.table
    start = opening(table.rulebook, table.header, "")
    if isinstance(start, Fault):
        return None
    return reveal(table.rulebook, session.book.texts.content, start, table.records(), table.revealed())


class EndingScene(Scene):
    name = "ending"
    still = True

    def __init__(self, app: App) -> None:
        super().__init__(app)
        session = app.session
        assert session is not None
        self.truth = revealed(session)
        self.shown = app.seat

    @property
    def seat(self) -> int:
        return self.shown

    def wake(self) -> None:
        self.app.sound.silence()
        session = self.app.session
        assert session is not None
        paper = self._paper()
        place = session.places.get(self.shown)
        if place is not None and paper is not None:
            place.said += [text for text in paper.told() if text not in place.said[-80:]]

    def _paper(self) -> Paper | None:
        session = self.app.session
        assert session is not None
        if self.truth is None:
            return None
        place = session.places.get(self.shown)
        return ending(session.book, session.view(self.shown), self.truth, place.ranking if place else ())

    def lamp(self, ui: Ui, size: tuple[int, int]) -> None:
        return None

    def backdrop(self, ui: Ui, size: tuple[int, int]) -> pygame.Surface:
        return ui.surfaces.once(("daylight", ui.room.seat, size, ui.theme.contrast), lambda: _daylight(ui, size))

    def build(self, ui: Ui) -> Widget:
        session = self.app.session
        assert session is not None
        book, view = session.book, session.view(self.shown)
        tone = on_paper(ui)
        paper = self._paper()
        root = Widget("window", paper.title if paper else _("The end"), w=ui.w, h=ui.h)
        feet: list[Widget] = [_paper_button(ui, _("What lay behind it"), self._behind, "l", "behind")]
        if session.hot:
            other = book.seat(1 - self.shown)
            feet.append(_paper_button(ui, _("For {seat}", seat=other), self._turn, "t", "turn"))
        feet.append(_paper_button(ui, _("All that was said"), self._history, "f2", "history"))
        feet.append(_paper_button(ui, _("Close"), self._close, "enter", "close"))
        bottom = foot(ui, [], feet)
        bottom.y = ui.h - 28 - bottom.h
        root.children.append(bottom)
        floor = bottom.y - 12
        day = _day(ui)
        wide = ui.w >= 1100 and ui.h >= 600
        left_w = 456.0 if wide else ui.w - 96
        left = self._ending(ui, paper, view, left_w, tone)
        if wide:
            root.children.insert(0, lay.viewport(left, left_w + 12, floor - 40, "ending", ui, ground=day).at(64, 40))
            right_w = ui.w - 592
            right = self._timeline(ui, right_w, tone)
            root.children.insert(
                1, lay.viewport(right, right_w + 8, floor - 40, "timeline", ui, ground=day).at(568, 40)
            )
        else:
            inner = lay.column([left, 24.0, self._timeline(ui, left_w, tone), 16.0], left_w)
            root.children.insert(0, lay.viewport(inner, left_w + 12, floor - 24, "ending", ui, ground=day).at(48, 24))
        return root

    def first(self) -> str:
        return "close"

    def _ending(self, ui: Ui, paper: Paper | None, view: View, width: float, tone: Tone) -> Widget:
        session = self.app.session
        assert session is not None
        if paper is None:
            return ui.text(_("The game is over."), width, "ending_line", tone.ink)
        parts: list[Widget | float] = [
            ui.text(
                day(session.book, self.truth.outcome.turn if self.truth else view.phase), width, "label", tone.second
            ),
            8.0,
        ]
        title = paper.title if paper.title.endswith(".") else f"{paper.title}."
        big = ui.text(title, width, "ending_line", tone.ink, kind="heading")
        if big.h > 3 * ui.style("ending_line").line:
            big = ui.text(title, width, "order_heading", tone.ink, kind="heading")
        parts += [big, 14.0]
        ruled = False
        told_in_all = sum(len(one.text) for one in paper.blocks if isinstance(one, Paragraph) and one.role == "body")
        for one in paper.blocks:
            match one:
                case Paragraph() if one.role == "last":
                    parts += [18.0, told(ui, ui.text(one.text, width, "letter", tone.second, aside=True))]
                case Paragraph() if one.role == "note":
                    parts += [told(ui, ui.text(one.text, width, "small", tone.second)), 6.0]
                case Paragraph():
                    role = "letter" if ruled or told_in_all > STORY else "long"
                    words = ui.text(ui.explained(one.text), width, role, tone.ink)
                    parts += [told(ui, words), 12.0 if not ruled else 6.0]
                case Heading():
                    ruled = True
                    parts += [
                        12.0,
                        told(ui, lay.rule(ui, width, "ink", 2, 0, 8), lead=False),
                        told(ui, ui.text(one.text, width, "label", tone.ink, kind="heading"), lead=False),
                    ]
                case Line() if len(one.value) > LONG:
                    words = ui.text([Run(f"{one.label}: ", strong=True), Run(one.value)], width, "interface", tone.ink)
                    words.label = f"{one.label}: {one.value}"
                    parts += [told(ui, words, lead=False), 6.0]
                case Line():
                    parts.append(told(ui, line(ui, one, width, tone), lead=False))
        return lay.column(parts, width)

    def _timeline(self, ui: Ui, width: float, tone: Tone) -> Widget:
        """Two columns about one line: what you did and knew, what was so."""
        session = self.app.session
        assert session is not None
        book = session.book
        half = (width - 64) / 2
        ours, theirs = tone.accent, ui.theme.room(1 - ui.seat)["accent"]
        if ours == theirs:
            theirs = tone.warning
        if self.truth is None:
            return Widget(w=width)
        head = Widget(w=width, h=36)
        head.children = [
            ui.text(_("What you did"), half, "label", ours, "right", kind="heading").at(0, 0),
            ui.text(_("What was so"), half, "label", theirs, kind="heading").at(half + 64, 0),
        ]
        parts: list[Widget | float] = [head]
        ink = tone.ink
        for step in self.truth.steps:
            mine = _deed(session, step, self.shown)
            his = _deed(session, step, 1 - self.shown)
            hidden = [text for one in step.hidden if (text := sentence(debrief._hidden(book, one)))][:2]
            if not mine and not his and not hidden:
                continue
            left = ui.text(mine or "—", half - 8, "letter", tone.ink, "right")
            right_parts: list[Widget | float] = [ui.text(his or "—", half - 8, "letter", tone.ink)]
            right_parts += [ui.text(text, half - 8, "small", tone.warning) for text in hidden]
            right = lay.column(right_parts, half - 8)
            tall = max(left.h, right.h, 40.0) + 30
            number = _number(session, step)
            label = ui.text(number, 40, "label", tone.ink, "centre")
            label.label = day(book, step.phase)

            def paint(p: Painter, x: float, y: float, tall: float = tall) -> None:
                cx = x + half + 32
                p.fill(ink, cx - 1, y, 2, tall)
                p.dot(ui.colour("paper"), cx, y + 20, 18)
                p.dot(ink, cx, y + 20, 18, 2)

            parts.append(
                Widget(
                    w=width,
                    h=tall,
                    paint=paint,
                    children=[left.at(0, 6), label.at(half + 12, 8), right.at(half + 64, 6)],
                )
            )
        return lay.column(parts, width)

    def _behind(self) -> None:
        session = self.app.session
        truth = self.truth
        if session is None or truth is None:
            return
        book, view = session.book, session.view(self.shown)

        def taken(id: str) -> None:
            self.app.push(PaperScene(self.app, lambda: debrief.part(book, view, truth, id), name=f"debrief {id}"))

        self.app.push(PaperScene(self.app, lambda: debrief.debrief(book, view, truth), taken, "debrief"))

    def _turn(self) -> None:
        self.shown = 1 - self.shown

    def _history(self) -> None:
        from game.desktop.screens.asides import open_aside

        open_aside(self.app, "f2")

    def _close(self) -> None:
        from game.desktop.screens.title import TitleScene

        if self.app.session is not None:
            self.app.session.close()
            self.app.session = None
        self.app.seat = 0
        self.app.only(TitleScene(self.app))

    def back(self) -> None:
        self._close()


def _deed(session: Session, step: Step, seat: int) -> str:
    side = step.sides[seat]
    if not side.source:
        return ""
    text = chosen(session.book, seat, side).rstrip(".")
    return f"{text[:1].upper()}{text[1:]}."


def _number(session: Session, step: Step) -> str:
    """The day of the month in the circle, or the number of the step."""
    for word in day(session.book, step.phase).split():
        if word.isdigit():
            return word
    return "·"


def _paper_button(ui: Ui, label: str, act: object, key: str, id: str) -> Widget:
    """Words with a key, in ink on daylight."""
    assert callable(act)
    out = lay.button(ui, label, act, key, "line", id=id, height=36)
    out.paint = None
    return out


def _day(ui: Ui) -> Colour:
    return mix(ui.colour("paper"), ui.colour("second_paper"), 0.25)


def _daylight(ui: Ui, size: tuple[int, int]) -> pygame.Surface:
    """Plain paper, with the seat's colour down the left edge."""
    from game.desktop.sheets import tile

    out = pygame.Surface(size)
    out.fill(_day(ui))
    if not ui.theme.contrast:
        coarse = pygame.transform.smoothscale(ui.surfaces.grain(31, 4), (768, 768))
        tile(out, coarse)
        tile(out, ui.surfaces.grain(7, 7))
    pygame.draw.rect(out, ui.colour("accent"), (0, 0, max(4, round(8 * ui.scale)), size[1]))
    return out.convert()
