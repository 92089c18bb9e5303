"""The long version: the decision's text a page at a time, and the day's intelligence behind it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.desktop import lay
from game.desktop.blocks import on_paper, render, slip
from game.desktop.scene import Scene
from game.desktop.screens.frame import Section, foot, page, strip, way_back
from game.desktop.screens.headed import written
from game.desktop.telling import told
from game.desktop.ui import Ui
from game.desktop.widget import Widget
from game.papers import brief
from game.papers.paper import Paper, Slip
from game.wording.catalogue import _

if TYPE_CHECKING:
    from game.desktop.app import App


class DossierScene(Scene):
    """`intelligence` opens at that piece (from 1); 0 at the decision itself."""

    name = "dossier"

    def __init__(self, app: App, intelligence: int = 0) -> None:
        super().__init__(app)
        session = app.session
        assert session is not None
        self.at = 0
        self.reword()
        pieces = len(brief.intelligence(session.book, session.view(app.seat)))
        self.at = len(self.pages) - pieces + intelligence - 1 if intelligence else 0

    def reword(self) -> None:
        session = self.app.session
        assert session is not None
        view = session.view(self.app.seat)
        self.pages: list[Paper] = []
        while not self.pages or self.pages[-1].choices:
            self.pages.append(brief.dossier(session.book, view, len(self.pages)))
        self.at = min(self.at, len(self.pages) - 1)

    def wake(self) -> None:
        self.app.play("paper", _("paper"))

    def build(self, ui: Ui) -> Widget:
        session = self.app.session
        assert session is not None
        view = session.view(self.seat)
        paper = self.pages[self.at]
        tone = on_paper(ui)
        place = session.places[self.seat]
        read = replace(paper, choices=())  # to turn the page is not something that was said
        place.said += [text for text in read.told() if text not in place.said[-60:]]

        def sheet(width: float, height: float | None) -> Widget:
            inner = min(width - 80, 620.0)
            parts: list[Widget | float] = []
            wire = any(isinstance(one, Slip) for one in paper.blocks)
            if not wire:
                parts += [
                    lay.heading(ui, brief.told(session.book, view, "title"), inner, "order_heading"),
                    lay.rule(ui, inner, "ink", 2, 4, 12),
                ]
            for one in paper.blocks:
                if isinstance(one, Slip):
                    parts.append(slip(ui, one, inner, tone, "cable"))
                else:
                    parts += [*(told(ui, made) for made in render(ui, [one], inner, tone)), 12.0]
            if self.at == 0 and brief.told(session.book, view, "question"):
                question = brief.told(session.book, view, "question")
                parts += [8.0, told(ui, ui.text(question, inner, "letter", tone.ink, strong=True))]
            kind = "teletype" if wire else "typed"
            return written(
                ui, parts, width, height, f"page {self.at}", paper.title, kind, -0.3, lifted=True, shrink=True
            )

        where = ui.text(_("Page {page} of {pages}", page=self.at + 1, pages=len(self.pages)), 160, "small", "text")
        where.w = where.inner
        feet: list[Widget] = [way_back(ui, self.back)]
        if self.at > 0:
            feet.append(lay.button(ui, _("The page before"), lambda: self._turn(-1), "left", "bare", id="before"))
        right: list[Widget] = [where]
        if self.at + 1 < len(self.pages):
            right.append(lay.button(ui, _("The next page"), lambda: self._turn(1), "right", "second", id="more"))
        return page(
            ui, strip(ui, session.book, view), [Section(sheet, 280, 80, 720, 556)], foot(ui, feet, right), self.name
        )

    def first(self) -> str:
        return "more" if self.at + 1 < len(self.pages) else "back"

    def _turn(self, by: int) -> None:
        self.at = min(max(self.at + by, 0), len(self.pages) - 1)
        self.app.play("paper")
