"""The letter desk: his letters side by side, the answer composed to the right, clause by clause."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from game.desktop import lay
from game.desktop.screens.frame import Section, foot, page, roomy, strip, way_back
from game.desktop.screens.his_letter import his, mine_before, none, pencil_between
from game.desktop.screens.letter_readings import how_he_takes_it
from game.desktop.screens.letter_spread import spread
from game.desktop.screens.letter_work import LetterWork
from game.desktop.screens.my_letter import answer
from game.desktop.ui import Ui
from game.desktop.widget import Widget
from game.engine.view import View
from game.negotiation.letter import OFFER
from game.wording.catalogue import _

if TYPE_CHECKING:
    pass


class LetterScene(LetterWork):
    """The letter desk."""

    # -- the screen ---------------------------------------------------------------------------------------------

    def build(self, ui: Ui) -> Widget:
        session = self.app.session
        assert session is not None
        book, view = session.book, session.view(self.seat)
        numbers = self.pair(view)
        sections: list[Section] = []
        if not numbers:
            sections.append(Section(lambda w, h: none(self, ui, w, h), 32, 84, 728, 552))
        alone = len(numbers) == 1 and not view.outbox and roomy(ui)
        if alone:
            sections.append(Section(lambda w, h: spread(self, ui, view, numbers[0], w, h), 32, 80, 728, 556))
        for place, number in enumerate(numbers if not alone else ()):
            tilt = (0.5, -0.4)[place % 2]
            section = Section(
                partial(his, self, ui, view, number, tilt, place),
                32 + 364 * place,
                80 + 8 * place,
                364,
                552,
            )
            sections.append(section)
        if len(numbers) == 1 and not alone:
            sections.append(Section(lambda w, h: mine_before(self, ui, view, w, h), 404, 88, 356, 552))
        said = self.draft is not None and bool(self.draft.terms)
        sections.append(Section(lambda w, h: answer(self, ui, view, w, h), 784, 72, 464, 438 if said else 564, 1))
        if said:
            sections.append(Section(lambda w, h: how_he_takes_it(self, ui, view, w, h), 784, 518, 464, 130, 1))
        feet: list[Widget] = [
            way_back(ui, self.back),
            lay.button(ui, _("All letters"), self._all, "a", "bare", id="all"),
        ]
        if len(view.inbox) > 2:
            feet.append(lay.button(ui, _("Older"), self._older, "o", "bare", id="older"))
        put = lay.button(
            ui, _("Put it to the order"), self._put, "enter", "main", id="put", disabled=self._why(view), height=48
        )
        root = page(
            ui, strip(ui, book, view), sections, foot(ui, feet, [put] if self.draft is not None else []), self.name
        )
        if roomy(ui):
            pencil = pencil_between(ui, root)
            if pencil is not None:
                root.children.append(pencil)
        if roomy(ui) and self.draft is not None and self.draft.strength == OFFER and self.draft.terms:
            left = 784 * ui.w / 1280
            room = ui.w - 32 - put.w - 16 - left
            words = ui.text(_("If he takes this as it stands, it is signed."), room, "card", "text", strong=True)
            if words.h > put.h:  # beside the other controls, where there is more room
                left = 56.0 + sum(one.w + 24 for one in feet)
                room = ui.w - 32 - put.w - 16 - left
                words = ui.text(_("If he takes this as it stands, it is signed."), room, "card", "text", "right", True)
            note = Widget(id="above note", children=[words], w=room, h=words.h)
            root.children.append(note.at(left, ui.h - 16 - 48 + (48 - words.h) / 2))
        return root

    def first(self) -> str:
        return "strength offer" if self.draft is not None else ""

    def pair(self, view: View) -> list[int]:
        """The letters that lie open, two at most; where none does, the last that came."""
        live = self.open_ones[-2:]
        if not live and view.inbox:
            live = [len(view.inbox)]
        if self.shown:
            live = [self.shown]
        return live
