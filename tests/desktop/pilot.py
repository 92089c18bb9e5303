"""A player without eyes: posts key and mouse events, reads the widget tree, and finds each choice by its label."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pygame

from game.desktop import focus
from game.desktop.app import App, start
from game.desktop.edges import NoSound
from game.desktop.keys import event_of
from game.desktop.settings import Settings
from game.desktop.widget import Widget, dump
from game.referee.wanted import Wanted
from game.wording.catalogue import _, speaking

FRAME = 1 / 60


class Hands:
    """The injected input: what the pilot has pressed."""

    def __init__(self) -> None:
        self.waiting: list[pygame.Event] = []

    def events(self) -> Sequence[pygame.Event]:
        waiting, self.waiting = self.waiting, []
        return waiting


class Watch:
    """The injected clock: it goes when the pilot says so."""

    def __init__(self) -> None:
        self.time = 0.0

    def now(self) -> float:
        return self.time

    def rest(self, frames: int) -> None:
        self.time += 1 / frames


class Pilot:
    """Drives the real window. `mouse` plays by clicking, else by the keyboard alone."""

    def __init__(
        self,
        scenario: Any,
        wanted: Wanted | None = None,
        mouse: bool = False,
        size: tuple[int, int] = (1280, 720),
        settings: Settings | None = None,
        inline: bool = True,
    ) -> None:
        pygame.display.init()
        pygame.font.init()
        self.hands, self.watch, self.mouse = Hands(), Watch(), mouse
        self.app = App(
            scenario,
            wanted or Wanted(seed=7),
            size=size,
            clock=self.watch,
            reader=self.hands,
            noise=NoSound(),
            settings=settings or Settings(),
            inline=inline,
        )
        start(self.app)
        self.step()

    # -- time and input -----------------------------------------------------------------------------------------

    def step(self, turns: int = 2) -> None:
        for _turn in range(turns):
            self.watch.time += FRAME
            self.app.step()

    def press(self, *names: str) -> None:
        for name in names:
            self.hands.waiting.append(event_of(name))
            self.step()

    def click_at(self, x: float, y: float) -> None:
        pos = (round(x * self.app.ui.scale), round(y * self.app.ui.scale))
        self.hands.waiting.append(pygame.Event(pygame.MOUSEMOTION, pos=pos, rel=(0, 0), buttons=(0, 0, 0)))
        self.step()
        self.hands.waiting.append(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=pos, button=1))
        self.step()

    def wheel(self, by: int) -> None:
        self.hands.waiting.append(pygame.Event(pygame.MOUSEWHEEL, x=0, y=by))
        self.step()

    # -- reading ------------------------------------------------------------------------------------------------

    @property
    def scene(self) -> str:
        return self.app.scene.name

    @property
    def tree(self) -> Widget:
        return self.app.root

    def text(self) -> str:
        return dump(self.tree, self.app.focus)

    def labelled(self, label: str) -> Widget:
        """The control with this label, or whose label begins so; the program's own labels by their English."""
        with speaking(self.app.language):
            labels = (label, _(label))
        found = [one for one in self.tree.walk() if one.focusable and one.label in labels]
        found = found or [one for one in self.tree.walk() if one.focusable and one.label.startswith(labels)]
        assert found, f"nothing is called {label!r} on\n{self.text()}"
        return found[0]

    def offered(self, *prefixes: str) -> list[Widget]:
        """What can be done now, by the beginning of its id."""
        return [one for one in self.tree.walk() if one.act is not None and one.id.startswith(prefixes)]

    # -- doing --------------------------------------------------------------------------------------------------

    def take(self, label: str) -> None:
        """Do what a label says, by the mouse or by the keyboard, as this pilot plays."""
        self.do(self.labelled(label))

    def do(self, what: Widget) -> None:
        if self.mouse:
            self._click(what)
        else:
            self._reach(what)
            self.press("space")

    def _reach(self, what: Widget) -> None:
        """Tab to it, as anybody would."""
        wanted = what.id
        for _turn in range(400):
            now = self.app.focus
            if now is not None and now.id == wanted:
                return
            self.press("tab")
        raise AssertionError(f"Tab never comes to {wanted!r} on\n{self.text()}")

    def _click(self, what: Widget) -> None:
        """Bring it into sight with the wheel's own means, then click in its middle."""
        wanted = what.id
        for _turn in range(60):
            place = self.place(wanted)
            assert place is not None
            one, x, y = place
            px, py = x + min(one.w / 2, 60), y + min(one.h / 2, 14)
            if focus.under(self.tree, px, py) is one:
                self.click_at(px, py)
                return
            self._scroll_to(one)
        raise AssertionError(f"the mouse never comes to {wanted!r} on\n{self.text()}")

    def _scroll_to(self, one: Widget) -> None:
        for view, at in focus.scrollers(self.tree, one):
            x, y = next((x, y) for found, x, y in self.tree.placed() if found is view)
            pos = (round((x + view.w / 2) * self.app.ui.scale), round((y + view.h / 2) * self.app.ui.scale))
            self.hands.waiting.append(pygame.Event(pygame.MOUSEMOTION, pos=pos, rel=(0, 0), buttons=(0, 0, 0)))
            by = 1 if at < view.scroll else -1
            self.hands.waiting.append(pygame.Event(pygame.MOUSEWHEEL, x=0, y=by))
            self.step()

    def place(self, id: str) -> tuple[Widget, float, float] | None:
        return next(((one, x, y) for one, x, y in self.tree.placed() if one.id == id), None)
