"""The council: advisers behind the table, only the speaker in the light; his claims, four cards, and one question."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.desktop import lay
from game.desktop.scene import Scene
from game.desktop.screens.argument import argument
from game.desktop.screens.chamber import chamber
from game.desktop.screens.council_table import table
from game.desktop.screens.frame import Section, foot, page, roomy, strip, way_back
from game.desktop.screens.thread import thread
from game.desktop.ui import Run, Ui
from game.desktop.widget import Widget
from game.engine.move import Ask
from game.engine.view import View
from game.papers import council
from game.wording.catalogue import _, several

if TYPE_CHECKING:
    from game.desktop.app import App


class CouncilScene(Scene):
    name = "council"

    def __init__(self, app: App) -> None:
        super().__init__(app)
        self.speaker = ""
        self.said = ""

    def advisers(self, view: View) -> list[str]:
        """Who speaks today, by id, in order."""
        session = self.app.session
        assert session is not None
        claims = session.book.content("claims", {})
        out: list[str] = []
        for number in view.dossier.claims:
            who = str(claims.get(session.book.rulebook.tables.council.claims[number].id, {}).get("adviser", ""))
            if who and who not in out:
                out.append(who)
        return out

    def build(self, ui: Ui) -> Widget:
        session = self.app.session
        assert session is not None
        book, view, place = session.book, session.view(self.seat), session.places[self.seat]
        names = self.advisers(view)
        if self.speaker not in names:
            self.speaker = names[0] if names else ""
        claims = [one for one in council.claims(book, view) if self._who(one.id) == self.speaker or not names]
        cards = council.cards(book, view)
        if place.claim not in {one.id for one in claims}:
            place.claim = claims[0].id if claims else ""

        def said(width: float, height: float | None) -> Widget:
            return argument(self, ui, view, claims, width, height)

        def before(width: float, height: float | None) -> Widget:
            return table(self, ui, names, cards, width, height)

        left = view.dossier.questions
        put_why = self._why(view, place.claim, place.card)
        put = lay.button(ui, _("Put it to him"), self._put, "enter", "main", 240, id="put", disabled=put_why, height=48)
        keep = lay.button(ui, _("Keep it"), self.back, "k", "second", id="keep", height=48)
        feet: list[Widget] = [way_back(ui, self.back, _("Back to the desk"), "escape")]
        if len(names) > 1:
            feet.append(self._others(ui))
        root = page(
            ui,
            strip(ui, book, view),
            [Section(before, 0, 56, 840, 664), Section(said, 864, 80, 384, 480, 1)],
            foot(ui, feet, [put, keep]),
            self.name,
        )
        if roomy(ui):
            text = (
                several("You have {count} question this turn.", "You have {count} questions this turn.", left)
                if left
                else _("You have no question left this turn.")
            )
            hint = book.get(view.cabinet) if view.ended is None and not self.said else ""
            runs = [Run(f"{self.said} ", aside=True)] if self.said else []
            note = ui.text([*runs, Run(text, strong=True), Run(f" {hint}")], 384 * ui.w / 1280, "card", "text", most=4)
            note.label = f"{self.said} {text} {hint}".strip()
            root.children.append(
                Widget(id="above note", children=[note], w=note.w, h=note.h).at(864 * ui.w / 1280, 566 * ui.h / 720)
            )
            thread(self, ui, root)
        return root

    def backdrop(self, ui: Ui, size: tuple[int, int]) -> pygame.Surface:
        if ui.theme.contrast or not roomy(ui):
            return ui.surfaces.room(ui.room, size)
        return ui.surfaces.once(("council", ui.room.seat, size), lambda: chamber(ui, size))

    def first(self) -> str:
        return "card 0"

    def key(self, name: str) -> bool:
        return False

    def _who(self, claim: str) -> str:
        session = self.app.session
        assert session is not None
        return str(session.book.content("claims", {}).get(claim, {}).get("adviser", ""))

    def _others(self, ui: Ui) -> Widget:
        """Both ways round the table, in one control of two keys."""
        on = lay.button(ui, _("Another adviser"), lambda: self._next(1), "right", "bare", id="next")
        cap = lay.key_cap(ui, "left", ui.colour("text"))
        back = Widget("button", _("The adviser before"), w=cap.w, h=on.h, act=lambda: self._next(-1), id="before")
        back.keys, back.children = ("left",), [cap.at(0, (on.h - cap.h) / 2)]
        return lay.row([back, on], 6)

    # -- acts ---------------------------------------------------------------------------------------------------

    def _why(self, view: View, claim: str, card: str) -> str:
        from game.engine.legality import refusal
        from game.wording.reasons import refused

        session = self.app.session
        assert session is not None
        if view.dossier.questions <= 0:
            return _("You have no question left this turn.")
        if not card:
            return _("Choose a card first.")
        found = refusal(session.book.rulebook, view, Ask(self.seat, view.phase, claim, card))
        return refused(session.book, found) if found else ""

    def speak(self, person: str) -> None:
        self.speaker, self.said = person, ""

    def _next(self, by: int) -> None:
        session = self.app.session
        assert session is not None
        names = self.advisers(session.view(self.seat))
        self.speak(names[(names.index(self.speaker) + by) % len(names)])

    def pick(self, id: str) -> None:
        session = self.app.session
        assert session is not None
        place = session.places[self.seat]
        place.card = "" if place.card == id else id

    def claimed(self, id: str) -> None:
        session = self.app.session
        assert session is not None
        session.places[self.seat].claim = id

    def _put(self) -> None:
        session = self.app.session
        assert session is not None
        view, place = session.view(self.seat), session.places[self.seat]
        why = self._why(view, place.claim, place.card) or session.submit(
            Ask(self.seat, view.phase, place.claim, place.card)
        )
        if why:
            self.app.say(why)
            return
        self.said = council.answers(session.book, session.view(self.seat))[-1]
        place.card = ""
        self.app.play("paper", _("paper"))
        if self.app.read_aloud or not roomy(self.app.ui):
            self.app.say(self.said, 8)
