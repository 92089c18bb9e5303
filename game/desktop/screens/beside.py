"""What may be signed beside the order: riders, a question to the other side, an agreement for the time being."""

from __future__ import annotations

from game.desktop import lay
from game.desktop.blocks import on_paper
from game.desktop.scene import Scene
from game.desktop.screens.choices import choice_row
from game.desktop.screens.frame import Section, foot, page, strip, way_back
from game.desktop.ui import Ui
from game.desktop.widget import Widget
from game.engine.move import Order
from game.papers import order_sheet
from game.papers.paper import Paper, Paragraph
from game.wording.catalogue import _


class BesideScene(Scene):
    name = "beside"

    def build(self, ui: Ui) -> Widget:
        session = self.app.session
        assert session is not None
        book, view = session.book, session.view(self.seat)
        order = session.places[self.seat].sheet(view)
        tone = on_paper(ui)

        def made(paper: Paper, take: object, id: str, tilt: float, fill: str = "paper") -> object:
            def sheet(width: float, height: float | None) -> Widget:
                assert callable(take)
                inner = width - 48
                parts: list[Widget | float] = [
                    lay.heading(ui, paper.title, inner, "sheet_heading"),
                    lay.rule(ui, inner, "ink", 2, 4, 6),
                ]
                for one in paper.blocks:
                    if isinstance(one, Paragraph):
                        parts += [ui.text(one.text, inner, "small", tone.second), 6.0]
                parts += [choice_row(ui, item, inner, take, tone, key=False) for item in paper.choices]
                return lay.sheet(
                    ui, lay.column(parts, inner), width, height, "plain", tilt, fill, (24, 22), id=id, label=paper.title
                )

            return sheet

        sections = []
        papers = (
            (order_sheet.riders(book, view, order), self._rider, "riders", 0.3, "paper"),
            (order_sheet.accords(book, view, order), self._accord, "accords", -0.3, "second_paper"),
            (order_sheet.probes(book, view, order), self._probe, "probes", 0.2, "paper"),
        )
        for number, (paper, take, id, tilt, fill) in enumerate(papers):
            sheet = made(paper, take, id, tilt, fill)
            assert callable(sheet)
            sections.append(Section(sheet, 32 + number * 412, 84, 392, 544, 0 if number < 2 else 1))
        bottom = foot(ui, [way_back(ui, self.back, _("Back to the order"))])
        return page(ui, strip(ui, book, view), sections, bottom, self.name)

    def _put(self, order: Order) -> None:
        session = self.app.session
        assert session is not None
        session.places[self.seat].order = order

    @property
    def _order(self) -> Order:
        session = self.app.session
        assert session is not None
        return session.places[self.seat].sheet(session.view(self.seat))

    def _rider(self, id: str) -> None:
        order = self._order
        riders = tuple(one for one in order.riders if one != id) if id in order.riders else (*order.riders, id)
        self._put(order._replace(riders=riders))

    def _accord(self, id: str) -> None:
        self._put(self._order._replace(accord="" if self._order.accord == id else id))

    def _probe(self, id: str) -> None:
        self._put(self._order._replace(probe="" if self._order.probe == id else id))
