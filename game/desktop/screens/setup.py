"""Before the first day: how long, which reading of the record, who sits opposite, and what matters most to you."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.desktop import lay
from game.desktop.begin import book_of, new, seat
from game.desktop.blocks import on_paper
from game.desktop.course import proceed
from game.desktop.marks import portrait
from game.desktop.scene import Scene
from game.desktop.screens.choices import choice_row
from game.desktop.screens.frame import Section, foot, page, plain_strip, way_back
from game.desktop.ui import Ui
from game.desktop.widget import Widget
from game.papers.paper import ChoiceItem
from game.referee.wanted import HISTORY, HUMAN
from game.wording.book import Book
from game.wording.catalogue import _, several

if TYPE_CHECKING:
    from game.desktop.app import App


class SetupScene(Scene):
    name = "setup"

    def __init__(self, app: App, who: str) -> None:
        super().__init__(app)
        seats = [one["id"] for one in app.texts.content.get("seats", ())]
        self.people: tuple[int, ...] = (0, 1) if who == HUMAN else (seats.index(who) if who in seats else int(who),)
        self.pace, self.lens, self.against = app.wanted.pace, app.wanted.lens, app.wanted.against
        self.ranking: list[str] = []

    @property
    def seat(self) -> int:
        return self.people[0] if len(self.people) == 1 else 0

    def build(self, ui: Ui) -> Widget:
        book = book_of(self.app)
        tables = book.rulebook.tables
        tone = on_paper(ui)
        self.pace = self.pace or tables.paces[0].id
        self.lens = self.lens or tables.lenses[0].id

        def group(title: str, items: list[ChoiceItem], take: object, width: float) -> list[Widget | float]:
            assert callable(take)
            rows: list[Widget | float] = [lay.heading(ui, title, width, "label", tone.accent)]
            return [*rows, *(choice_row(ui, item, width, take, tone, around=12.0) for item in items), 12.0]

        def left(width: float, height: float | None) -> Widget:
            inner = width - 56
            parts: list[Widget | float] = []
            if len(self.people) == 1:
                parts += [
                    lay.heading(ui, book.seat(self.seat), inner, "screen_heading"),
                    lay.rule(ui, inner, "ink", 2, 2, 8),
                ]
                who = book.content("seats", ())[self.seat].get("leader", "")
                face = portrait(ui, str(who), 128, True, "unknown_one" if self.seat == 0 else "unknown_two")
                said = book.get(f"seat.{book.rulebook.seats[self.seat]}.brief")
                words = ui.text(said, inner - face.w - 20, "letter", tone.ink)
                tall = max(words.h, face.h)
                parts.append(Widget(w=inner, h=tall, children=[words.at(0, 0), face.at(inner - face.w, tall - face.h)]))
            else:
                parts += [
                    lay.heading(ui, _("Two at this desk"), inner, "screen_heading"),
                    lay.rule(ui, inner, "ink", 2, 2, 8),
                ]
                parts += [
                    ui.text(
                        _("Each side sits down in turn, alone with the screen. What is public is read together."),
                        inner,
                        "letter",
                        tone.ink,
                    )
                ]
            parts += [12.0, lay.heading(ui, _("What matters most"), inner, "label", tone.accent)]
            parts += [
                ui.text(
                    _(
                        "Choose in order, or leave it: then it is dealt to you. "
                        "The end will be held against it, in words."
                    ),
                    inner,
                    "small",
                    tone.second,
                )
            ]
            criteria = {one["id"]: one for one in book.content("criteria", ())}
            for id in tables.criteria:
                place = self.ranking.index(id) + 1 if id in self.ranking else 0
                label = f"{place}. {criteria[id]['name']}" if place else criteria[id]["name"]
                item = ChoiceItem(id, label, "", chosen=bool(place), group="rank")
                parts.append(choice_row(ui, item, inner, self._rank, tone, key=False, around=12.0))
            return lay.sheet(
                ui, lay.column(parts, inner), width, height, "typed", 0.0, padding=(28, 32), id="brief sheet"
            )

        def right(width: float, height: float | None) -> Widget:
            inner = width - 56
            parts: list[Widget | float] = []
            paces = []
            for number, found in enumerate(tables.paces, 1):
                detail = _(
                    "{turns}, about {minutes} minutes",
                    turns=several("{count} turn", "{count} turns", len(found.turns)),
                    minutes=found.minutes,
                )
                paces.append(
                    ChoiceItem(
                        found.id,
                        book.get(f"pace.{found.id}.name", found.id),
                        detail,
                        key=str(number),
                        chosen=self.pace == found.id,
                        group="pace",
                    )
                )
            parts += group(_("How long"), paces, self._pace, inner)
            if len(self.people) == 1:
                rivals = [
                    ChoiceItem(
                        "",
                        _("Whoever it turns out to be"),
                        _("drawn in secret"),
                        chosen=not self.against,
                        group="rival",
                    ),
                    ChoiceItem(
                        HISTORY,
                        _("He does what was done then"),
                        _("the record plays the other side"),
                        chosen=self.against == HISTORY,
                        group="rival",
                    ),
                ]
                parts += group(_("Who sits opposite"), rivals, self._rival, inner)
            if len(tables.lenses) > 1:
                lenses = [
                    ChoiceItem(
                        found.id,
                        book.get(f"lens.{found.id}.name", found.id),
                        book.get(f"lens.{found.id}.text"),
                        chosen=self.lens == found.id,
                        group="lens",
                    )
                    for found in tables.lenses
                ]
                parts += group(_("Which reading of the record"), lenses, self._lens, inner)
            return lay.sheet(
                ui, lay.column(parts, inner), width, height, "plain", 0.0, padding=(28, 24), id="choices sheet"
            )

        bottom = foot(
            ui,
            [way_back(ui, self.back)],
            [lay.button(ui, _("Sit down"), self._begin, "enter", "main", 216, id="begin")],
        )
        return page(
            ui,
            plain_strip(ui, str(self.app.texts.get("title")), str(self.app.texts.get("subtitle", ""))),
            [Section(left, 64, 80, 560, 556), Section(right, 656, 80, 560, 556, 1)],
            bottom,
            self.name,
        )

    def first(self) -> str:
        return "begin"

    def _rank(self, id: str) -> None:
        if id in self.ranking:
            self.ranking.remove(id)
        else:
            self.ranking.append(id)

    def _pace(self, id: str) -> None:
        self.pace = id

    def _lens(self, id: str) -> None:
        self.lens = id

    def _rival(self, id: str) -> None:
        self.against = id

    def _begin(self) -> None:
        book = book_of(self.app)
        rest = [id for id in book.rulebook.tables.criteria if id not in self.ranking]
        rankings = dict.fromkeys(self.people, (*self.ranking, *rest)) if self.ranking else {}
        found = new(self.app, self.people, self.against, self.pace, self.lens, rankings)
        if isinstance(found, str):
            self.app.say(found, 12)
            return
        for one, place in found.places.items():
            if not place.ranking:
                place.ranking = dealt(book, one, found.view(one).own_type)
        self.app.uncovered, self.app.open_phase = -1, ""
        seat(self.app, found)
        proceed(self.app)


def dealt(book: Book, who: int, own_type: int) -> tuple[str, ...]:
    """The criteria by the weights of the leader this seat has drawn."""

    criteria = book.rulebook.tables.criteria
    weights = book.rulebook.types[who][own_type].weights
    order = sorted((-weight, place, id) for place, (id, weight) in enumerate(zip(criteria, weights, strict=True)))
    return tuple(id for _weight, _place, id in order)
