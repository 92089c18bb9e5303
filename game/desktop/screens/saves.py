"""Saved games: each with a small chart as its player sees it, and a line that says where it stands."""

from __future__ import annotations

import time
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from game.desktop import lay
from game.desktop.begin import book_of
from game.desktop.blocks import Tone, on_paper
from game.desktop.cards import Cards, viewer
from game.desktop.chart import chart
from game.desktop.marks import ladder_bars
from game.desktop.painter import Painter
from game.desktop.scene import Scene
from game.desktop.screens.frame import Section, foot, page, plain_strip, way_back
from game.desktop.screens.headed import headed
from game.desktop.ui import Ui
from game.desktop.unsigned import beside
from game.desktop.widget import Widget
from game.journal import slots
from game.papers.slot import Slot
from game.referee.seats import MIND, seated
from game.referee.wanted import HISTORY
from game.wording.catalogue import _

if TYPE_CHECKING:
    from game.desktop.app import App

MOST = 24
WIDE, TALL = 144.0, 82.0
"""A picture on the page, in units."""
LOW = 27.0
"""Of that, so much for the ladder."""
DRAWN = 3.4
"""It is drawn so many times larger, and made small: signs and coasts keep their weight to one another."""


class SavesScene(Scene):
    name = "saves"

    def __init__(self, app: App) -> None:
        super().__init__(app)
        self._pictures: dict[tuple[object, ...], pygame.Surface] = {}
        self.reword()

    def reword(self) -> None:
        id = str(self.app.texts.content.get("id", ""))
        self.games = [
            slot for slot in slots.games(slots.folder()) if slot.header is not None and slot.header.scenario == id
        ][:MOST]
        self.cards = Cards(self.app, book_of(self.app), self.games)

    def tick(self, now: float) -> bool:
        """A card, or a picture: one at a time, so that the window goes on."""
        if self.cards.tick():
            return True
        ui = self.app.layout()
        for game in self.games:
            card = self.cards.of(game.path)
            if card is not None and self._key(ui, game) not in self._pictures:
                self._pictures[self._key(ui, game)] = picture(ui, self.app, card, viewer(game))
                return True
        return False

    def _key(self, ui: Ui, game: slots.Slot) -> tuple[object, ...]:
        return game.path, game.written, round(ui.scale, 3), ui.theme.contrast

    def build(self, ui: Ui) -> Widget:
        tone = on_paper(ui)
        app = self.app

        def below(inner: float) -> list[Widget | float]:
            parts: list[Widget | float] = []
            if app.session is not None and app.session.path is not None:
                kept = _("This game is kept at every signature, in {path}.", path=app.session.path)
                parts.append(ui.text(kept, inner, "small", tone.second))
            elif app.session is not None:
                kept = _("This game is not being kept: there is no file for it.")
                parts.append(ui.text(kept, inner, "small", tone.warning))
            parts += [self._row(ui, number, game, inner, tone) for number, game in enumerate(self.games, 1)]
            if not self.games:
                parts += [12.0, ui.text(_("No game has been begun yet."), inner, "letter", tone.second)]
            return parts

        def sheet(width: float, height: float | None) -> Widget:
            return headed(ui, _("Saved games"), below, width, height, "saves", "plain", -0.3)

        bottom = foot(ui, [way_back(ui, self.back)])
        return page(ui, plain_strip(ui, _("Saved games")), [Section(sheet, 256, 76, 768, 568)], bottom, self.name)

    def _row(self, ui: Ui, number: int, game: slots.Slot, width: float, tone: Tone) -> Widget:
        card, key = self.cards.of(game.path), str(number) if number < 10 else ""
        cap = lay.key_cap(ui, key, tone.ink) if key else None
        left = 44.0
        room = width - left - WIDE - 28
        label, said = self._who(game), card.line() if card is not None else ""
        if beside(game.path).exists():
            said = f"{said} {_('An order lies there unsigned.')}".strip()
        when = _("Last played {when}.", when=time.strftime("%d.%m.%Y %H:%M", time.localtime(game.written)))
        last = when if card is not None else f"{when} {game.path.name}"
        parts: list[Widget | float] = [ui.text(label, room, "interface", tone.ink, strong=True)]
        if said:
            parts.append(ui.text(said, room, "small", tone.ink))
        parts.append(ui.text(last, room, "small", tone.second, aside=True))
        inner = lay.column(parts, room)
        tall = max(inner.h, TALL) + 20
        rule, shade = ui.colour(tone.rule), ui.colour("second_paper")
        drawn = self._pictures.get(self._key(ui, game))

        def paint(p: Painter, x: float, y: float) -> None:
            p.rule(rule, x, y + tall - 1, width, 1)
            if drawn is not None:
                p.blit(drawn, x + left, y + 10)
            else:
                p.fill(shade, x + left, y + 10, WIDE, TALL)
            p.frame(tone.ink, x + left, y + 10, WIDE, TALL, 1)

        for one in inner.walk():
            one.role, one.label = "group", ""
        return Widget(
            "choice",
            label,
            said or when,
            w=width,
            h=tall,
            paint=paint,
            act=partial(self._take, game.path),
            keys=(key,) if key else (),
            id=f"slot {game.path}",
            inside=True,
            children=[inner.at(left + WIDE + 16, 10), *([cap.at(8, 10)] if cap else [])],
        )

    def _who(self, game: slots.Slot) -> str:
        texts, header = self.app.texts, game.header
        assert header is not None
        names = {one["id"]: one["name"] for one in texts.content.get("seats", ())}
        pairs = zip(self.app.theme.seats, header.seats, strict=True)
        people = [names.get(seat, seat) for seat, who in pairs if who == "person"]
        pace = texts.get(f"pace.{header.options.pace}.name", header.options.pace)
        who = " / ".join(people) or _("nobody")
        parts = [pace, *([rival(header.seats)] if len(people) == 1 else [])]
        return "  ·  ".join([who, *(one for one in parts if one)])

    def _take(self, path: Path) -> None:
        from game.desktop.begin import resume

        resume(self.app, path)


def rival(seats: tuple[str, str]) -> str:
    """Who sits opposite a person who plays alone, in the words of the page on which he was chosen."""
    skills = {sitter.skill for sitter in seated(seats) if sitter.kind == MIND}
    if not skills:
        return ""
    return _("the record plays the other side") if HISTORY in skills else _("against the computer")


def picture(ui: Ui, app: App, card: Slot, by: int) -> pygame.Surface:
    """The chart as the player has it, above the ladder on which the crisis stands, in the colours of his room."""
    ui = replace(ui, seat=by if by < 2 else 0)
    wide, tall = WIDE * DRAWN, (TALL - LOW) * DRAWN
    large = pygame.Surface((round(wide * ui.scale), round(tall * ui.scale)))
    large.fill(ui.colour("strip"))
    book = book_of(app)
    drawn = chart(ui, str(book.content("id", "")), book.rulebook.seats, card.marks, wide, tall, zoom=1.25, labels=False)
    if drawn is not None and drawn.paint is not None:
        drawn.paint(ui.painter(large), 0, 0)
    out = pygame.Surface((round(WIDE * ui.scale), round(TALL * ui.scale)))
    out.fill(ui.colour("strip"))
    out.blit(pygame.transform.smoothscale(large, (out.get_width(), round((TALL - LOW) * ui.scale))), (0, 0))
    bars = ladder_bars(ui, card.rung, card.rungs, -1, ui.colour("brass"), ui.colour("second_text"))
    if bars.paint is not None:
        bars.paint(ui.painter(out), (WIDE - bars.w) / 2, TALL - LOW + 2)
    return out
