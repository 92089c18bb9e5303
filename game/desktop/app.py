"""The window itself: a loop that rests when nothing changes, a stack of scenes, one focus, and the edges to the
world.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pygame

from game.desktop import NO_DISPLAY, canvas, events, focus, reading, tongue
from game.desktop import settings as kept
from game.desktop.edges import Clock, Input, NoSound, RealClock, RealInput, Sound, sound
from game.desktop.faces import Faces
from game.desktop.motion import Motion
from game.desktop.seen import Seen
from game.desktop.settings import Settings
from game.desktop.stack import Stack
from game.desktop.surfaces import Surfaces
from game.desktop.theme import Theme
from game.desktop.ui import Ui
from game.desktop.widget import Box, Widget
from game.referee.wanted import NOTHING, Wanted
from game.wording.catalogue import _, speaking

if TYPE_CHECKING:
    from game.desktop.session import Session

USUAL = (1280, 720)
IDLE, BUSY = 15, 60
AWAKE = 1.0
"""Seconds after the last input in which the loop runs fast."""


class App(Stack):
    """Everything that scenes share. `step` is one turn of the loop, so that a test can drive it."""

    def __init__(
        self,
        scenario: Any,
        wanted: Wanted = NOTHING,
        mind: Callable[..., Any] | None = None,
        size: tuple[int, int] = USUAL,
        clock: Clock | None = None,
        reader: Input | None = None,
        noise: Sound | None = None,
        settings: Settings | None = None,
        inline: bool = False,
    ) -> None:
        super().__init__()
        self.scenario, self.wanted, self.mind, self.inline = scenario, wanted, mind, inline
        self.settings = settings if settings is not None else kept.load()
        self.clock = clock or RealClock()
        self.reader = reader or RealInput()
        self.sound = noise or NoSound()
        self.seen, self.motion = Seen(), Motion()
        self.faces, self.surfaces = Faces(), Surfaces()
        self.session: Session | None = None
        self.seat = 0
        self.uncovered = -1
        """Where two share the desk: the seat that is alone with the screen, or -1."""
        self.open_phase = ""
        """The phase whose open page both have seen."""
        self.rulebook: Any = None
        self.root = Widget("window")
        self.ring_on = True
        self._caption_until = 0.0
        self.running = True
        self.frames = 0
        self._dirty = True
        self._ring_moved = False
        self._scrolled = False
        """Somebody scrolls: the focus may go out of sight."""
        self._awake = 0.0
        self._mouse: tuple[int, int] = (0, 0)
        self.canvas = canvas.Canvas()
        self._reader_tree: Any = None
        self.speak(wanted.language or self.settings.language)
        self._open(size)
        self.ui = self.layout()

    # -- the window ---------------------------------------------------------------------------------------------

    def speak(self, language: str) -> None:
        """The game in a language: the program's sentences, and the scenario's where it is translated."""
        self.language = language
        self.texts = tongue.texts(self.scenario, language)
        self.terms = tongue.terms(self.texts)
        self.theme = self._theme()

    def turned(self, way: int) -> None:
        self.motion.start(self, self.scene, way)
        self._awake = max(self._awake, self.clock.now() + AWAKE)

    def _theme(self) -> Theme:
        raw = self.texts.content.get("theme") or {}
        ids = [one["id"] for one in self.texts.content.get("seats", ())]
        seats = (ids[0], ids[1]) if len(ids) > 1 else ("one", "two")
        return Theme(raw, seats, self.settings.contrast, self.settings.spaced)

    def _open(self, size: tuple[int, int]) -> None:
        full = pygame.FULLSCREEN if self.settings.full_screen else 0
        self.screen = pygame.display.set_mode((0, 0) if full else size, pygame.RESIZABLE | full)
        self.canvas.forget()
        pygame.display.set_caption(str(self.texts.get("title", "October")))

    def layout(self) -> Ui:
        width, height = self.screen.get_size()
        base = max(16 / 18, min(width / USUAL[0], height / USUAL[1]))
        scale = base * self.settings.text / 100
        return Ui((width, height), scale, self.theme, self.faces, self.surfaces, self.seat, {}, self.open_term)

    def apply_settings(self) -> None:
        """Take up what was set, and keep it."""
        self.theme = self._theme()
        self.sound.volumes(self.settings.effects, self.settings.room)
        if not kept.save(self.settings):
            self.say(_("Your settings cannot be kept here; they hold until you leave."))
        self.changed()

    def full_screen(self) -> None:
        self.settings.full_screen = not self.settings.full_screen
        self._open(USUAL)
        self.apply_settings()

    def open_term(self, id: str) -> None:
        """A word of the glossary was chosen."""
        from game.desktop.screens.library import LibraryScene

        self.push(LibraryScene(self, id))

    # -- the loop -----------------------------------------------------------------------------------------------

    def changed(self) -> None:
        """Something on the screen is no longer so: build and draw it anew."""
        self._dirty = True

    def say(self, text: str, seconds: float = 6.0) -> None:
        """A remark of the program at the foot of the window, for a while."""
        self.caption = text
        self._caption_until = self.clock.now() + seconds
        self.changed()

    def play(self, name: str, caption: str = "") -> None:
        """A sound, and its caption where captions are on."""
        if self.scenes and self.scene.still:
            return
        self.sound.play(name)
        if caption and self.settings.captions:
            self.say(f"[{caption}]", 2.5)

    def step(self) -> None:
        """One turn of the loop: what came in, what was thought, what changed."""
        now = self.clock.now()
        with speaking(self.language):
            for event in self.reader.events():
                self._awake = now + AWAKE
                self.rest.stirred()
                events.event(self, event)
                if not self.running:
                    return
            reading.heed(self)
            if self.scenes and (self.scene.tick(now) or self.scene.telling.tick(now)):
                self.changed()
            if self.session is not None and self.session.waiting():
                self.session.think()  # beside whoever is reading; nothing can be resolved while he owes a move
            if self.caption and now > self._caption_until:
                self.caption = ""
                self.changed()
            if self.session is not None:
                from game.desktop import unsigned  # it brings the rules, which the title has no need of

                unsigned.keep(self)
            if self._dirty or self._scrolled:
                self.motion.draw(self)
                return
            self.rest.between()
            if self.motion.going:
                self.motion.frame(self)
            elif (box := self.scene.moving(now)) is not None:
                self._draw_again(box)
            elif self._ring_moved:
                self._draw_ring()
            elif now > self._awake:
                self.rest.turn(self)

    def run(self) -> None:
        """Until the window is closed."""
        while self.running:
            self.step()
            busy = self.clock.now() < self._awake or self.rest.busy
            self.clock.rest(BUSY if busy else IDLE)

    def close(self) -> None:
        self.running = False

    @property
    def read_aloud(self) -> bool:
        """Whether a screen reader listens."""
        return self._reader_tree is not None and self._reader_tree.listening

    # -- building and drawing -----------------------------------------------------------------------------------

    def build(self) -> None:
        """The tree of the scene on top, with focus and scrolling as they were."""
        for one in self.root.walk():
            if one.view and one.id:
                self._scrolls[one.id] = one.scroll
        before = self.focus.id if self.focus is not None else ""
        self.ui = self.layout()
        self.ui.seat = self.scene.seat
        self.ui.terms, self.ui.shown_terms = self.terms, set()
        self.ui.telling = self.scene.telling
        self.ui.telling.begin()
        with speaking(self.language):
            self.root = self.scene.build(self.ui)
        for one in self.root.walk():
            if one.view and one.id in self._scrolls:
                one.scroll = min(self._scrolls[one.id], max(0.0, one.inner - one.h))
        wanted = before or self._focus_of.get(self.scene.name, "") or self.scene.first()
        found = [one for one, _place in focus.places(self.root)]
        named = next((one for one in found if wanted and one.id == wanted), None)
        first = next((one for one in found if one.id == self.scene.first()), None)
        self.focus = named or first or next((one for one in found if not one.id.startswith("term ")), None)
        asked = self.scene.telling.asked()
        if asked is not None:
            focus.show(self.root, asked)
        elif self.focus is not None and not self._scrolled:
            focus.show(self.root, self.focus)

    def draw(self, flip: bool = True) -> None:
        """Bring the screen to what the scene says now."""
        if flip and self.motion.going:
            self.canvas.forget()
            self.motion.stop()
        if self._dirty or not self._scrolled:
            self.build()
        self._dirty = self._scrolled = self._ring_moved = False
        size = self.screen.get_size()
        ground, lamp = self.scene.backdrop(self.ui, size), self.scene.lamp(self.ui, size)
        tree = self.root
        if self.caption:
            tree = Widget("window", w=self.ui.w, h=self.ui.h)
            tree.children = [*self.root.children, canvas.caption(self.ui, self.caption)]
        parts = self.canvas.show(self.screen, self.ui, tree, ground, lamp)
        parts += self.canvas.put_ring(self.screen, self.ui, self.root, self.focus)
        self._out(parts if flip else [])

    def _draw_ring(self) -> None:
        """Nothing but the focus has moved."""
        self._ring_moved = False
        self._out(self.canvas.put_ring(self.screen, self.ui, self.root, self.focus))

    def _draw_again(self, box: Box) -> None:
        """Nothing but what moves by itself has moved."""
        self._ring_moved = False
        parts = self.canvas.again(self.screen, self.ui, self.ui.painter(self.screen).rect(*box))
        parts += self.canvas.put_ring(self.screen, self.ui, self.root, self.focus)
        self._out(parts)

    def _out(self, parts: list[pygame.Rect]) -> None:
        if parts:
            pygame.display.update(parts)
        self.frames += 1
        reading.tell(self)

    # -- input --------------------------------------------------------------------------------------------------

    def move_to(self, what: Widget | None, show: bool = True) -> None:
        """Put the focus somewhere; what the mouse points at is not drawn away from under it (`show` false)."""
        if what is None or what is self.focus:
            return
        self.focus = what
        if show and focus.show(self.root, what):
            self._repaint()
        self._ring_moved = True

    def _repaint(self) -> None:
        """Draw again without building: something was scrolled."""
        for one in self.root.walk():
            if one.view and one.id:
                self._scrolls[one.id] = one.scroll
        self._scrolled = True

    def act(self, what: Widget | None) -> None:
        """Do what a widget is for."""
        if what is None:
            return
        if what.disabled:
            self.say(what.disabled)
            return
        if what.act is not None:
            what.act()
            self.changed()

    def resize(self, size: tuple[int, int]) -> None:
        """Another size of the window (the system does this; tests ask for it)."""
        self.screen = pygame.display.set_mode(size, pygame.RESIZABLE)
        self.canvas.forget()
        self.changed()


def start(app: App) -> None:
    """The first scene."""
    from game.desktop.screens.title import TitleScene

    with speaking(app.language):
        app.only(TitleScene(app))
        if app.wanted.resume is not None:
            from game.desktop.begin import resume

            resume(app, app.wanted.resume)
        elif app.wanted.seat:
            from game.desktop.screens.setup import SetupScene

            app.push(SetupScene(app, app.wanted.seat))


def run(scenario: Any, wanted: Wanted = NOTHING, mind: Callable[..., Any] | None = None) -> int:
    """Open the window and play until it is closed."""
    os.environ.setdefault("SDL_VIDEO_X11_WMCLASS", "october")
    try:
        pygame.display.init()
        pygame.font.init()
        app = App(scenario() if callable(scenario) else scenario, wanted, mind)
    except pygame.error as error:
        sys.stderr.write(f"{_(NO_DISPLAY)} ({error})\n")
        return 2
    app.say("")
    start(app)
    app.step()
    app.sound = sound()
    app.sound.volumes(app.settings.effects, app.settings.room)
    with suppress(Exception):  # no way to screen readers here is no reason not to play
        reading.aloud(app)
    try:
        app.run()
    finally:
        if app.session is not None:
            app.session.close()
        pygame.quit()
    return 0


def play(scenario: Any, wanted: Wanted = NOTHING) -> int:
    """As the command line calls it."""
    return run(scenario, wanted)


__all__ = ["App", "Wanted", "play", "run", "start"]
