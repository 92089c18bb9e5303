"""The screens that are always one key away: library, what was said, saved games, settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.desktop import lay, tongue
from game.desktop.blocks import on_paper
from game.desktop.painter import Painter
from game.desktop.scene import Scene
from game.desktop.screens.frame import Section, foot, page, plain_strip, way_back
from game.desktop.screens.headed import headed, written
from game.desktop.ui import Ui
from game.desktop.widget import Act, Widget
from game.wording.catalogue import _, named

if TYPE_CHECKING:
    from game.desktop.app import App


def open_aside(app: App, key: str) -> None:
    """F1 the library, F2 what was said, F3 saved games, F10 settings; a second time goes back."""
    from game.desktop.screens.library import LibraryScene
    from game.desktop.screens.saves import SavesScene

    makers = {"f1": LibraryScene, "f2": HistoryScene, "f3": SavesScene, "f10": SettingsScene}
    maker = makers[key]
    if isinstance(app.scene, maker):
        app.pop()
        return
    if app.scene.name in ("hand over", "last") and key in ("f1", "f2"):
        return
    app.push(maker(app))


class HistoryScene(Scene):
    name = "history"

    def build(self, ui: Ui) -> Widget:
        session = self.app.session
        said = session.places[self.seat].said if session is not None and self.seat in session.places else []
        tone = on_paper(ui)

        def sheet(width: float, height: float | None) -> Widget:
            inner = min(width - 80, 620.0)
            parts: list[Widget | float] = []
            for text in said[-160:]:
                parts += [ui.text(text, inner, "letter", tone.ink), 8.0]
            if not parts:
                parts = [ui.text(_("Nothing yet."), inner, "letter", tone.second)]
            return written(ui, parts, width, height, "said", _("All that was said"), "teletype", padding=(40, 32))

        bottom = foot(ui, [way_back(ui, self.back)])
        return page(ui, plain_strip(ui, _("All that was said")), [Section(sheet, 280, 76, 720, 564)], bottom, self.name)

    def wake(self) -> None:
        self.app._scrolls["said view"] = 1e9


class SettingsScene(Scene):
    name = "settings"

    def build(self, ui: Ui) -> Widget:
        s = self.app.settings
        tone = on_paper(ui)

        def toggle(name: str) -> Act:
            def act() -> None:
                setattr(s, name, not getattr(s, name))
                self.app.apply_settings()

            return act

        def turn(name: str, step: int, low: int, high: int) -> object:
            def adjust(by: int) -> None:
                setattr(s, name, min(max(getattr(s, name) + by * step, low), high))
                self.app.apply_settings()

            return adjust

        def larger(by: int) -> None:
            s.larger(by)
            self.app.apply_settings()

        def speak(by: int) -> None:
            tongue.turn(self.app, by)

        def below(inner: float) -> list[Widget | float]:
            on, off = _("on"), _("off")
            return [
                setting(ui, _("Language"), named(self.app.language), inner, "language", adjust=speak),
                setting(ui, _("Size of text"), f"{s.text} %", inner, "text", adjust=larger),
                setting(ui, _("High contrast"), on if s.contrast else off, inner, "contrast", toggle("contrast")),
                setting(ui, _("Wider spacing"), on if s.spaced else off, inner, "spaced", toggle("spaced")),
                setting(ui, _("Motion"), on if s.motion else off, inner, "motion", toggle("motion")),
                setting(ui, _("Text at once"), on if s.at_once else off, inner, "at_once", toggle("at_once")),
                setting(ui, _("Captions for sounds"), on if s.captions else off, inner, "captions", toggle("captions")),
                setting(
                    ui, _("Volume of sounds"), f"{s.effects} %", inner, "effects", adjust=turn("effects", 10, 0, 100)
                ),
                setting(ui, _("Volume of the room"), f"{s.room} %", inner, "room", adjust=turn("room", 10, 0, 100)),
                setting(ui, _("Full screen"), on if s.full_screen else off, inner, "full", self.app.full_screen),
                setting(ui, _("Forget what I have read"), "", inner, "forget", self._forget),
                12.0,
                ui.text(
                    _(
                        "Keys: Tab and the arrows move, Enter takes, Esc goes back. + and − change the size of text, "
                        "F11 the whole screen, F1 the library, F2 all that was said, F3 saved games, F10 this page."
                    ),
                    inner,
                    "small",
                    tone.second,
                ),
            ]

        def sheet(width: float, height: float | None) -> Widget:
            return headed(ui, _("Settings"), below, width, height, "settings", "typed", padding=(32, 30))

        feet = [way_back(ui, self.back)]
        right: list[Widget] = []
        if self.app.session is not None:
            right.append(lay.button(ui, _("To the title"), self._title, "t", "second", id="title"))
        right.append(lay.button(ui, _("Leave the game"), self.app.close, "q", "second", id="leave"))
        return page(
            ui, plain_strip(ui, _("Settings")), [Section(sheet, 320, 68, 640, 584)], foot(ui, feet, right), self.name
        )

    def _forget(self) -> None:
        """Text comes in steps again, as if it had never been read."""
        if self.app.seen.forget():
            self.app.say(_("Forgotten: every text comes as if for the first time."))
        else:
            self.app.say(_("What you have read cannot be forgotten: the file cannot be written."))

    def _title(self) -> None:
        from game.desktop.screens.title import TitleScene

        if self.app.session is not None:
            self.app.session.close()
            self.app.session = None
        self.app.seat = 0
        self.app.only(TitleScene(self.app))


def setting(
    ui: Ui, label: str, value: str, width: float, id: str, act: Act | None = None, adjust: object = None
) -> Widget:
    """A row with a value: Enter turns it, left and right change it."""
    tone = on_paper(ui)
    name = ui.text(label, width * 0.56, "interface", tone.ink)
    said = ui.text(value, width * 0.3, "interface", tone.ink, strong=True)
    said.w = said.inner
    tall = max(35.0, name.h + 10)
    shade = ui.colour("rule")
    arrows = adjust is not None

    def paint(p: Painter, x: float, y: float) -> None:
        p.rule(shade, x, y + tall - 1, width, 1)
        if arrows:
            cy = y + tall / 2
            for sign, cx in ((-1, x + width - said.w - 42), (1, x + width - 15)):
                p.shape(tone.ink, [(cx - 4 * sign, cy - 6), (cx + 5 * sign, cy), (cx - 4 * sign, cy + 6)])

    for one in (name, said):
        one.silenced()
    change = adjust if callable(adjust) else None
    out = Widget(
        "switch",
        label,
        value,
        w=width,
        h=tall,
        paint=paint,
        act=act or (lambda: change(1) if change else None),
        id=f"setting {id}",
        adjust=change,
        inside=True,
    )
    out.children = [
        name.at(8, (tall - name.h) / 2),
        said.at(width - said.w - (28 if arrows else 8), (tall - said.h) / 2),
    ]
    return out
