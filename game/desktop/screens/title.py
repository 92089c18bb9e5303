"""The title: one horizon, two that have not met, and where to sit."""

from __future__ import annotations

import random
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from game.desktop import lay
from game.desktop.art import drawing
from game.desktop.painter import Painter
from game.desktop.scene import Scene
from game.desktop.surfaces import field
from game.desktop.theme import mix
from game.desktop.ui import Ui
from game.desktop.widget import Act, Widget
from game.journal.home import any_games
from game.wording.catalogue import _

if TYPE_CHECKING:
    from game.desktop.app import App

HORIZON = 0.5569
SKY = ((0.0, (5, 8, 13)), (0.28, (13, 21, 29)), (0.44, (25, 42, 50)), (0.53, (62, 66, 60)), (0.5569, (132, 108, 74)))
SEA = ((0.5569, (62, 45, 33)), (0.62, (35, 27, 23)), (0.78, (16, 12, 11)), (1.0, (9, 6, 6)))
GLOW = [bytes((196, 152, 92, int(74 * max(0.0, 1 - far / 100) ** 1.5))) for far in range(100)]


WATER = 205
"""How much of 255 of the month in the water covers what shines through it."""


class TitleScene(Scene):
    name = "title"

    def __init__(self, app: App) -> None:
        super().__init__(app)
        self.saved = self.where = ""
        self._looked = False

    def wake(self) -> None:
        self._looked = False

    def tick(self, now: float) -> bool:
        """Once the title stands: the rules are read, and the last game looked for."""
        if self._looked or not self.app.frames:
            return False
        from game.desktop.begin import book_of

        self._looked, before = True, self.saved
        book_of(self.app)
        self.saved = self._last() if any_games() else ""
        self.where = self._stands() if self.saved else ""
        if self.saved != before:
            self.app.focus = None
        return self.saved != before

    def _last(self) -> str:
        from game.journal import slots

        id = str(self.app.texts.content.get("id", ""))
        for slot in slots.games(slots.folder()):
            if slot.header is not None and slot.header.scenario == id:
                return str(slot.path)
        return ""

    @property
    def seat(self) -> int:
        return 0

    def lamp(self, ui: Ui, size: tuple[int, int]) -> None:
        return None

    def backdrop(self, ui: Ui, size: tuple[int, int]) -> pygame.Surface:
        return ui.surfaces.once(("title", size, ui.theme.contrast), lambda: _horizon(ui, size))

    def build(self, ui: Ui) -> Widget:
        root = Widget("window", str(self.app.texts.get("title")), w=ui.w, h=ui.h)
        cream, grey = ui.colour("text"), mix(ui.colour("text"), (60, 66, 66), 0.3)
        wide = ui.w >= 1100 and ui.h >= 600
        subtitle = str(self.app.texts.get("subtitle", ""))
        half = ui.w * (0.6 if wide else 0.94) - 32
        motto = ui.text(subtitle, half, "long", grey, aside=True)
        top: list[Widget] = [motto.at(32, 34)]
        keep = self._continue(ui) if self.saved else None
        if keep is not None:
            keep.at(ui.w - 32 - keep.w, 32) if wide else keep.at(32, 34 + motto.h + 8)
            top.append(keep)
        entries = self._entries()
        if wide:
            root.children += top
            self._big(ui, root)
            each = (ui.w - 64 - 32 * (len(entries) - 1)) / len(entries)
            for number, (id, label, detail, act) in enumerate(entries):
                one = self._choice(ui, id, label, detail, act, str(number + 1), each)
                root.children.append(one.at(32 + number * (each + 32), ui.h - 140))
            foot = self._aside(ui)
            root.children.append(foot.at(32, ui.h - 42))
        else:
            width = ui.w - 64
            parts: list[Widget | float] = [motto, 12.0]
            if keep is not None:
                parts += [keep, 12.0]
            parts += [ui.text(str(self.app.texts.get("title")), width, "ending_line", cream, kind="heading"), 12.0]
            parts += [
                self._choice(ui, id, label, detail, act, str(number + 1), width)
                for number, (id, label, detail, act) in enumerate(entries)
            ]
            parts += [12.0, self._aside(ui)]
            inner = lay.column(parts, width, 8)
            root.children = [lay.viewport(inner, width + 10, ui.h - 48, "title view", ui, "text").at(32, 24)]
        return root

    def _big(self, ui: Ui, root: Widget) -> None:
        """The month in both languages, above and below the line."""
        theme = ui.theme
        one, two = (theme.word("month", seat) for seat in theme.seats)
        line = ui.h * HORIZON
        cream = ui.colour("text")
        if not one:
            style = (
                "title" if ui.wide(ui.style("title"), str(self.app.texts.get("title"))) < ui.w - 96 else "ending_line"
            )
            words = ui.text(str(self.app.texts.get("title")), ui.w - 64, style, cream, "centre", kind="heading")
            root.children.append(words.at(32, line - words.h - 40))
            return
        red = mix(theme.room(1)["accent"], (84, 46, 38), 0.38) if not theme.contrast else theme.room(1)["text"]
        style = "title" if ui.wide(ui.style("title"), two or one) < ui.w - 64 else "ending_line"
        upper = ui.text(one, ui.w - 64, style, cream, "centre", kind="heading")
        root.children.append(upper.at(40, line - 174 if style == "title" else line - 100))
        if two:
            lower = ui.text(two, ui.w - 64, style, red, "centre", kind="image")
            if not theme.contrast:
                _in_the_water(ui, lower, two)
            root.children.append(lower.at(40, line + 28))

    def _entries(self) -> list[tuple[str, str, str, Act]]:
        texts = self.app.texts
        seats = texts.content.get("seats", ())
        out: list[tuple[str, str, str, Act]] = []
        for number, one in enumerate(seats):
            head = self.app.theme.word("form_heads", one["id"]) or one.get("adjective", "")
            leader = str(texts.get(f"person.{one.get('leader', '')}.name", "")) or head
            out.append((one["id"], one["name"], leader, partial(self._seat, str(number))))
        out.append(("human", _("Two at this desk"), _("Each in turn"), lambda: self._seat("human")))
        out.append(("class", _("A class"), _("Two groups, one screen"), self._class))
        return out

    def _choice(self, ui: Ui, id: str, label: str, detail: str, act: Act, key: str, width: float) -> Widget:
        cream, grey = ui.colour("text"), ui.colour("second_text")
        cap = lay.key_cap(ui, key, cream)
        words = ui.text(label, width - 40, "choice", cream, most=2)
        below = ui.text(detail, width - 40, "small", grey, most=2)
        words.silenced()
        below.silenced()
        tall = 20 + words.h + below.h + 4
        edge = mix(grey, (0, 0, 0), 0.45)
        out = Widget("button", label, detail, w=width, h=tall, act=act, keys=(key,), id=id, rule=True)
        out.children = [
            cap.at(0, 22 + (words.h - cap.h) / 2 if words.h < 40 else 22),
            words.at(38, 20),
            below.at(40, 20 + words.h),
        ]
        out.paint = lambda p, x, y: p.rule(edge, x, y, width, 1)
        return out

    def _aside(self, ui: Ui) -> Widget:
        open_aside = self._open
        return lay.flow(
            [
                lay.button(ui, _("Saved games"), lambda: open_aside("f3"), "f3", "bare", id="saves", height=24),
                lay.button(ui, _("Settings"), lambda: open_aside("f10"), "f10", "bare", id="settings", height=24),
                lay.button(ui, _("Leave"), self.app.close, "q", "bare", id="leave", height=24),
            ],
            ui.w - 64,
            28,
        )

    def _open(self, key: str) -> None:
        from game.desktop.screens.asides import open_aside

        open_aside(self.app, key)

    def _continue(self, ui: Ui) -> Widget:
        """The last game, with who and when."""
        button = lay.button(ui, _("Continue"), self._resume, "c", "bare", id="continue")
        where = ui.text(self.where, ui.w * 0.4, "small", "second_text", most=1)
        where.label, where.w = self.where, where.inner
        out = Widget(w=max(button.w, where.w), h=button.h + where.h)
        out.children = [button.at(out.w - button.w, 0), where.at(out.w - where.w, button.h)]
        return out

    def _stands(self) -> str:
        """Who sat there and what day it was, from the last line of the file."""
        from game.journal.fault import Fault
        from game.journal.file import read

        texts = self.app.texts
        found = read(Path(self.saved))
        if isinstance(found, Fault):
            return ""
        names = {one["id"]: one["name"] for one in texts.content.get("seats", ())}
        people = [
            names.get(seat, seat)
            for seat, who in zip(self.app.theme.seats, found.header.seats, strict=True)
            if who == "person"
        ]
        phases = [phase for one in found.records if (phase := getattr(getattr(one, "move", one), "phase", ""))]
        day = str(texts.get(f"calendar.{phases[-1].split('.')[0]}.label", "")) if phases else ""
        return ", ".join(part for part in (" / ".join(people), day) if part)

    def _resume(self) -> None:
        from game.desktop.begin import resume

        resume(self.app, Path(self.saved))

    def _seat(self, who: str) -> None:
        from game.desktop.screens.setup import SetupScene

        self.app.push(SetupScene(self.app, who))

    def _class(self) -> None:
        self.app.say(
            _("A class plays as two groups on one screen: take Two at this desk. This version has no more screens.")
        )

    def first(self) -> str:
        return "continue" if self.saved else ""

    def back(self) -> None:
        """The title is where it begins."""


def _in_the_water(ui: Ui, words: Widget, text: str) -> None:
    """The light on the sea shows through the words."""
    opaque = words.paint
    assert opaque is not None

    def made(p: Painter) -> pygame.Surface:
        layer = pygame.Surface((p.px(words.w), p.px(words.h)), pygame.SRCALPHA)
        opaque(ui.painter(layer), 0, 0)
        layer.set_alpha(WATER)
        return layer

    def paint(p: Painter, x: float, y: float) -> None:
        p.blit(ui.surfaces.keep(("water", text, p.surface.get_width(), round(p.scale, 3)), lambda: made(p)), x, y)

    words.paint = paint


def _horizon(ui: Ui, size: tuple[int, int]) -> pygame.Surface:
    """Sky, sea of flat dashes thinning out, the line, and two ships that have not met."""
    width, height = size
    if ui.theme.contrast:
        plain = pygame.Surface(size)
        plain.fill(ui.colour("room"))
        return plain.convert()
    out = ui.surfaces.gradient(size, (*SKY, *SEA))
    line = round(height * HORIZON)
    glow = field("RGBA", (640, 720 * HORIZON), (624, 208), lambda far: GLOW[min(99, int(far * 100))])
    out.blit(pygame.transform.smoothscale(glow.convert_alpha(), size), (0, 0))
    chance = random.Random(13)
    scale = height / 720
    veil = pygame.Surface((width, round(height * 0.21) + 6), pygame.SRCALPHA)
    for _number in range(150):
        deep = chance.random() ** 1.9
        y = 3 * scale + deep * (height * 0.20)
        spread = 0.16 + deep * 0.55
        x = width / 2 + chance.gauss(0, 1) * width * spread * 0.5
        long = (5 + 34 * deep) * scale
        alpha = int(88 * (1 - deep) ** 1.3) + 10
        pygame.draw.rect(veil, (206, 168, 112, alpha), (x, y, long, max(1, round(1.4 * scale))))
    out.blit(veil, (0, line))
    pygame.draw.rect(out, (214, 172, 104), (0, line, width, max(1, round(1.4 * scale))))
    if ui.theme.word("month", ui.theme.seats[0]):
        for name, at, box, foot in (
            ("destroyer-horizon", 0.153, (60, 26), 24),
            ("freighter-horizon", 0.852, (64, 22), 20),
        ):
            picture = drawing("props", name, round(box[0] * 0.95 * scale), round(box[1] * 0.95 * scale))
            if picture is not None:
                out.blit(picture, (round(width * at) - picture.get_width() // 2, line - round(foot * 0.95 * scale) + 1))
    return out
