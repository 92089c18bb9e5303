"""The library: terms, people, ways to write, what is counted.

Reached from any underlined word, and left the way it was come.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from game.desktop import lay
from game.desktop.art import file
from game.desktop.blocks import on_paper
from game.desktop.marks import portrait
from game.desktop.scene import Scene
from game.desktop.screens.choices import choice_row
from game.desktop.screens.frame import Section, foot, page, plain_strip, way_back
from game.desktop.screens.headed import headed, written
from game.desktop.ui import Ui
from game.desktop.widget import Widget
from game.papers.library import entries
from game.papers.paper import ChoiceItem
from game.wording.catalogue import _

if TYPE_CHECKING:
    from game.desktop.app import App


class LibraryScene(Scene):
    name = "library"

    def __init__(self, app: App, wanted: str = "") -> None:
        super().__init__(app)
        self.wanted = wanted
        self.group = "term"

    def _entries(self) -> list[ChoiceItem]:
        session = self.app.session
        if session is not None:
            found = list(entries(session.book, session.view(self.seat)))
        else:
            found = [
                ChoiceItem(one["id"], one["term"], one["text"], group="term")
                for one in self.app.texts.content.get("glossary", ())
            ]
        return found

    def build(self, ui: Ui) -> Widget:
        tone = on_paper(ui)
        found = self._entries()
        now = next((one for one in found if one.id == self.wanted), None)
        if now is not None:
            self.group = now.group
        names = {"term": _("Terms"), "person": _("People"), "channel": _("Ways to write"), "dial": _("What is counted")}
        shelves = [group for group in names if any(one.group == group for one in found)]
        listed = sorted((one for one in found if one.group == self.group), key=lambda one: one.label)
        now = now or next(iter(listed), None)
        ui.shown_terms.add(now.id if now is not None else "")

        def shelf(inner: float) -> list[Widget | float]:
            rows: list[Widget | float] = []
            for one in listed:
                row = ChoiceItem(one.id, one.label, chosen=now is not None and one.id == now.id, group="entry")
                rows.append(choice_row(ui, row, inner, self._open, tone, key=False))
            return rows

        def left(width: float, height: float | None) -> Widget:
            title = names.get(self.group, _("The library"))
            return headed(
                ui, title, shelf, width, height, f"shelf {self.group}", "plain", 0.3, (20, 24), "sheet_heading",
                fill="second_paper",
            )  # fmt: skip

        def right(width: float, height: float | None) -> Widget:
            inner = width - 80
            if now is None:
                text = ui.text(_("Choose a word, and it is explained here."), inner, "letter", tone.second)
                return lay.sheet(ui, text, width, height, "typed", -0.3, padding=(40, 40), id="entry")
            parts: list[Widget | float] = [lay.heading(ui, now.label, inner, "screen_heading")]
            if now.note:
                parts.append(ui.text(now.note, inner, "small", tone.second))
            parts += [lay.rule(ui, inner, "ink", 2, 4, 12)]
            if now.group == "person" and file("people", now.id) is not None:
                picture = portrait(ui, now.id, 168)
                parts += [picture, 10.0]
            parts.append(ui.text(ui.explained(now.detail), min(inner, 560.0), "letter", tone.ink))
            return written(ui, parts, width, height, f"entry {now.id}", now.label, "typed", -0.3)

        feet = [way_back(ui, self.back)]
        feet += [
            lay.button(
                ui,
                names[group],
                partial(self._shelf, group),
                str(number),
                "second" if group != self.group else "main",
                id=f"shelf {group}",
            )
            for number, group in enumerate(shelves, 1)
        ]
        return page(
            ui,
            plain_strip(ui, _("The library")),
            [Section(left, 64, 80, 400, 556), Section(right, 496, 80, 720, 556, 1)],
            foot(ui, feet),
            self.name,
        )

    def first(self) -> str:
        return f"entry {self.wanted}" if self.wanted else ""

    def _open(self, id: str) -> None:
        self.wanted = id

    def _shelf(self, group: str) -> None:
        self.group, self.wanted = group, ""
