"""The man over there: three sketches without names, evidence pinned with its date, two guesses, a marker only you
move.
"""

from __future__ import annotations

from functools import partial

from game.desktop import lay
from game.desktop.blocks import Tone, on_paper
from game.desktop.painter import Painter
from game.desktop.scene import Scene
from game.desktop.screens.frame import Section, foot, page, roomy, strip, way_back
from game.desktop.ui import Run, Ui
from game.desktop.widget import Widget
from game.engine.view import View
from game.papers import man_over_there
from game.papers.paper import Paragraph
from game.wording.catalogue import _
from game.wording.numbers import ordinal

HEAD = 20.0
"""Units of paper above what is written, and below it."""


class ManScene(Scene):
    name = "man"

    def build(self, ui: Ui) -> Widget:
        session = self.app.session
        assert session is not None
        book, view = session.book, session.view(self.seat)
        place = session.places[self.seat]
        sketches = list(man_over_there.sketches(book, view))
        found = man_over_there.evidence(book, view)
        sections: list[Section] = []
        count = max(1, len(sketches))
        each = (1216 - 24 * (count - 1)) / count
        for number, sketch in enumerate(sketches):
            pinned = [one for one in found if one.sketch == number][-6:]
            section = Section(
                partial(self._sketch, ui, number, sketch, pinned, place.marker == number),
                32 + number * (each + 24),
                80,
                each,
                500,
                0 if number < 2 else 1,
            )
            sections.append(section)
        sections.append(Section(lambda w, h: self._guesses(ui, view, w, h), 32, 590, 1216, 64, 1))
        bottom = foot(ui, [way_back(ui, self.back, _("Back to the desk"))])
        title = _("The man over there")
        return page(ui, strip(ui, book, view, title if not roomy(ui) else ""), sections, bottom, self.name)

    def first(self) -> str:
        return "sketch 0"

    def _sketch(
        self,
        ui: Ui,
        number: int,
        sketch: dict[str, str],
        pinned: list[man_over_there.Evidence],
        mine: bool,
        width: float,
        height: float | None,
    ) -> Widget:
        tone = on_paper(ui)
        inner = width - 56
        made = self._written(ui, number, sketch, pinned, inner, tone, False)
        if height is not None and made.h > height - 2 * HEAD:
            made = self._written(ui, number, sketch, pinned, inner, tone, True)
        out = lay.sheet(
            ui,
            made,
            width,
            height,
            "plain",
            (0.5, -0.4, 0.3)[number % 3],
            "paper" if mine else "second_paper",
            (28, HEAD),
            mine,
            f"sheet {number}",
        )
        button = Widget(
            "choice",
            _("The {place} sketch", place=ordinal(number + 1)),
            _("your marker lies here") if mine else _("put your marker here"),
            w=out.w,
            h=out.h,
            act=lambda: self._mark(number),
            keys=(str(number + 1),),
            id=f"sketch {number}",
            chosen=mine,
            tilt=out.tilt,
        )
        out.tilt = 0
        button.children = [out]
        if mine:
            brass = ui.colour("brass")

            def over(p: Painter, x: float, y: float) -> None:
                p.dot((20, 16, 12), x + width / 2 + 1, y + 9, 12)
                p.dot(brass, x + width / 2, y + 7, 11)
                p.dot((255, 246, 220), x + width / 2 - 3, y + 4, 3)

            button.over = over
        return button

    def _written(
        self,
        ui: Ui,
        number: int,
        sketch: dict[str, str],
        pinned: list[man_over_there.Evidence],
        inner: float,
        tone: Tone,
        tight: bool,
    ) -> Widget:
        """What is on the sheet: amply, or `tight`, so that what is pinned is not below its edge."""
        head = lay.heading(ui, _("The {place} sketch", place=ordinal(number + 1)), inner - 40, "sheet_heading")
        cap = lay.key_cap(ui, str(number + 1), tone.ink)
        parts: list[Widget | float] = [
            Widget(w=inner, h=max(head.h, cap.h), children=[head, cap.at(inner - cap.w, 0)]),
            lay.rule(ui, inner, "ink", 2, 4, 4 if tight else 8),
        ]
        for label, key in ((_("He fears"), "fears"), (_("He wants"), "wants"), (_("It would break him"), "breaks")):
            if tight:
                runs = [Run(f"{label}. ", strong=True, colour=tone.accent), Run(" " + sketch[key])]
                parts += [ui.text(runs, inner, "card", tone.ink), 5.0]
            else:
                parts += [
                    ui.text(label, inner, "small", tone.accent, strong=True),
                    ui.text(sketch[key], inner, "sketch", tone.ink),
                    6.0,
                ]
        parts += [
            0.0 if tight else 4.0,
            lay.rule(ui, inner, "rule", 1, 0, 3 if tight else 6),
            ui.text(_("Pinned"), inner, "small", tone.second, strong=True),
        ]
        for one in pinned:
            parts.append(self._pin(ui, one, inner, tone, "card" if tight else "small"))
        if not pinned:
            parts.append(ui.text(_("Nothing yet."), inner, "small", tone.second, aside=True))
        return lay.column(parts, inner)

    def _pin(self, ui: Ui, one: man_over_there.Evidence, width: float, tone: Tone, role: str) -> Widget:
        words = ui.text([Run(f"{one.dated}: ", strong=True), Run(" " + one.text + ".")], width - 18, role, tone.ink)
        red = ui.colour("pencil")

        def paint(p: Painter, x: float, y: float) -> None:
            p.dot(red, x + 5, y + 11, 4)

        return Widget(w=width, h=words.h + 4, paint=paint, children=[words.at(18, 2)])

    def _guesses(self, ui: Ui, view: View, width: float, height: float | None) -> Widget:
        session = self.app.session
        assert session is not None
        book = session.book
        found = [
            one
            for one in man_over_there.guesses(book, view, man_over_there.evidence(book, view))
            if isinstance(one, Paragraph)
        ]
        half = (width - 24) / 2 if width > 700 else width
        made: list[Widget] = []
        for one in found:
            who, _colon, said = one.text.partition(": ")
            made.append(
                ui.text(
                    [Run(who, strong=True, colour=ui.colour("brass")), Run(" " + said, aside=True)],
                    half,
                    "letter",
                    "text",
                )
            )
        inner = lay.flow(made, width, 24, 8)
        out = (
            inner if height is None or inner.h <= height else lay.viewport(inner, width, height, "guesses", ui, "text")
        )
        return Widget(w=width, h=out.h, children=[out], id="above guesses")

    def _mark(self, number: int) -> None:
        session = self.app.session
        assert session is not None
        place, view = session.places[self.seat], session.view(self.seat)
        if place.marker == number:
            return
        place.marker = number
        place.markers.append((view.phase, number))
        session.note(self.seat, {"marker": number})
        self.app.play("pen", _("a pen"))
