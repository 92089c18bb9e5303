"""The last decision: a clock without a second hand, one sentence, a few papers. Nothing moves."""

from __future__ import annotations

import pygame

from game.desktop import lay
from game.desktop.blocks import on_paper
from game.desktop.course import signed
from game.desktop.marks import dots, face
from game.desktop.scene import Scene
from game.desktop.theme import mix
from game.desktop.ui import Ui
from game.desktop.widget import Widget
from game.engine.move import Order
from game.papers import last
from game.papers.paper import ChoiceItem, Figure, Line, Paragraph
from game.wording.catalogue import _, phrase


class LastScene(Scene):
    name = "last"
    still = True

    def wake(self) -> None:
        self.app.sound.silence()

    def backdrop(self, ui: Ui, size: tuple[int, int]) -> pygame.Surface:
        dark = mix(ui.colour("room"), (0, 0, 0), 0.5)
        return ui.surfaces.glow(size, mix(ui.colour("strip"), ui.room.stops[2], 0.28), dark, (640, 400), (640, 430))

    def lamp(self, ui: Ui, size: tuple[int, int]) -> None:
        return None

    def build(self, ui: Ui) -> Widget:
        session = self.app.session
        assert session is not None
        view = session.view(self.seat)
        paper = last.last(session.book, view)
        hours = [one for one in paper.blocks if isinstance(one, Line)]
        words = [one for one in paper.blocks if isinstance(one, Paragraph)]
        width = min(900.0, ui.w - 64)
        roomy = ui.h >= 620 and ui.w >= 900
        size = 144.0 if roomy else 72.0
        grey = mix(ui.colour("text"), ui.colour("room"), 0.25)
        parts: list[Widget | float] = []
        if hours:
            clock = face(ui, hours[0].value.split(" ")[0], size, grey, mix(ui.colour("room"), (0, 0, 0), 0.1))
            parts += [lay.row([Widget(w=(width - size) / 2), clock], 0), 8.0]
            said = "  ·  ".join(f"{one.label} {one.value.split(' ')[0]}" for one in hours)
            parts += [ui.text(said, width, "sheet_heading", grey, "centre"), 24.0]
        for one in words:
            role = "last_sentence" if one.role == "lead" and ui.w >= 760 else "letter"
            parts += [ui.text(one.text, width, role, "text", "centre"), 12.0]
        odds = [one for one in paper.blocks if isinstance(one, Figure)]
        known = odds if len(odds) == len(paper.choices) else [None] * len(paper.choices)
        cards = [
            self._card(ui, item, number, len(paper.choices), chance)
            for number, (item, chance) in enumerate(zip(paper.choices, known, strict=True))
        ]
        root = Widget("window", paper.title, w=ui.w, h=ui.h)
        upper = lay.column(parts, width)
        if roomy and cards:
            each = cards[0].w
            total = each * len(cards) + 24 * (len(cards) - 1)
            x = (ui.w - total) / 2
            tall = max(card.h for card in cards)
            y = min(ui.h - tall - 40, max(ui.h * 0.6, upper.h + 90))
            top = max(24.0, min(ui.h * 64 / 720, (y - upper.h) / 2))
            if top + upper.h + 16 <= y:
                root.children.append(upper.at((ui.w - width) / 2, top))
                for number, card in enumerate(cards):
                    root.children.append(card.at(x + number * (each + 24), y))
                return root
        inner = lay.column([12.0, upper, 16.0, lay.flow(cards, width, 16, 16), 16.0], width)
        root.children.append(
            lay.viewport(inner, width + 10, ui.h - 24, "last view", ui, "text").at((ui.w - width) / 2, 12)
        )
        return root

    def first(self) -> str:
        return "last 0"

    def _card(self, ui: Ui, item: ChoiceItem, number: int, count: int, chance: Figure | None) -> Widget:
        tone = on_paper(ui)
        wide = min(336.0, (ui.w - 64 - 24 * (count - 1)) / max(1, count)) if ui.w >= 900 else min(420.0, ui.w - 64)
        inner = wide - 48
        cap = lay.key_cap(ui, item.key, tone.ink)
        head, _dot, rest = item.label.partition(". ") if len(item.label) > 60 else (item.label, "", "")
        short = NAMES.get(item.id, "")
        title = lay.heading(ui, _(short) if short else head, inner - 40, "screen_heading")
        body = item.label if short else rest or item.detail
        parts: list[Widget | float] = [
            Widget(w=inner, h=max(title.h, cap.h), children=[title, cap.at(inner - cap.w, 2)]),
            6.0,
        ]
        if body:
            parts.append(ui.text(body, inner, "letter", tone.ink))
        if chance is not None:
            array = dots(ui, chance.dots.full, chance.dots.perhaps, tone.ink, tone.second, 6.0)
            said = ui.text(f"{chance.label} {chance.words}", max(60.0, inner - array.w - 12), "card", tone.ink)
            low = Widget(w=inner, h=max(array.h, said.h), children=[said, array.at(inner - array.w, 4)])
            parts += [10.0, lay.rule(ui, inner), 6.0, low]
        block = lay.column(parts, inner)
        block.silenced()
        tall = max(150.0 if ui.h >= 620 else 0.0, block.h + 48)
        tilt = (0.4, -0.3, 0.2)[number % 3]
        focused = self.app.focus is not None and self.app.focus.id == f"last {number}"
        fill = ui.colour("paper") if focused or number == 0 else mix(ui.colour("paper"), ui.colour("second_paper"), 0.8)
        out = Widget(
            "button",
            item.label,
            w=wide,
            h=tall,
            act=lambda: self._decide(item.id),
            keys=(item.key,),
            id=f"last {number}",
            tilt=tilt,
        )
        lay.papered(out, ui, fill, "plain", tone.accent)
        out.children = [block.at(24, 24)]
        return out

    def _decide(self, id: str) -> None:
        session = self.app.session
        assert session is not None
        why = session.sign(Order(self.seat, session.view(self.seat).phase, id))
        if why:
            self.app.say(why)
            return
        signed(self.app)

    def back(self) -> None:
        """There is no way back from here."""


NAMES = {"hold": phrase("Hold"), "call": phrase("Call him"), "answer": phrase("Answer")}
