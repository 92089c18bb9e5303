"""Any paper as a sheet on the desk: what has no screen of its own is read here."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.desktop import lay
from game.desktop.blocks import on_paper, render
from game.desktop.scene import Scene
from game.desktop.screens.choices import choice_rows
from game.desktop.screens.frame import Section, foot, page, plain_strip, way_back
from game.desktop.screens.headed import headed
from game.desktop.telling import told
from game.desktop.ui import Ui
from game.desktop.widget import Widget
from game.papers.paper import Paper, Paragraph
from game.wording.catalogue import _

if TYPE_CHECKING:
    from game.desktop.app import App


class PaperScene(Scene):
    """A paper with its choices; `chosen` is called with the id of the one that is taken."""

    def __init__(
        self,
        app: App,
        made: Callable[[], Paper],
        chosen: Callable[[str], None] | None = None,
        name: str = "paper",
        role: str = "letter",
    ) -> None:
        super().__init__(app)
        self.made, self.chosen, self.name, self.role = made, chosen, name, role

    def wake(self) -> None:
        self.app.play("paper", _("paper"))

    def build(self, ui: Ui) -> Widget:
        paper = self.made()
        tone = on_paper(ui)

        def below(inner: float) -> list[Widget | float]:
            parts: list[Widget | float] = []
            if paper.question:
                parts += [ui.text(paper.question, inner, "letter", tone.ink, strong=True), 8.0]
            blocks = render(ui, paper.blocks, inner, tone, self.role)
            for one, made in zip(paper.blocks, blocks, strict=True):
                if self.name.startswith("debrief"):
                    made = told(ui, made, lead=isinstance(one, Paragraph))
                parts.append(lay.pad(made, 0, 0, 0, 6))
            return [*parts, *choice_rows(ui, paper.choices, inner, self._take, tone)]

        def sheet(width: float, height: float | None) -> Widget:
            named = f"{self.name} sheet"
            return headed(ui, paper.title, below, width, height, named, "typed", padding=(40, 36), gap=12, shrink=True)

        bottom = foot(ui, [way_back(ui, self.back)])
        return page(
            ui,
            plain_strip(ui, str(self.app.texts.get("title"))),
            [Section(sheet, 224, 80, 832, 560)],
            bottom,
            self.name,
        )

    def _take(self, id: str) -> None:
        if self.chosen is not None:
            self.chosen(id)
