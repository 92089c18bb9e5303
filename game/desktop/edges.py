"""Where the window touches the world: its clock, its input, its sounds. Tests put others in their place."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Protocol

import pygame

from game.desktop.places import assets


class Clock(Protocol):
    def now(self) -> float:
        """Seconds since some beginning."""

    def rest(self, frames: int) -> None:
        """Wait, so that there are at most so many frames a second."""


class Input(Protocol):
    def events(self) -> Sequence[pygame.Event]:
        """What has happened since the last call."""


class Sound(Protocol):
    def play(self, name: str) -> None:
        """One of the sounds of `assets/sounds`, once."""

    def room(self, danger: float) -> None:
        """The tone of the room; its second voice follows the danger, from 0 to 1."""

    def volumes(self, effects: int, room: int) -> None:
        """In per cent."""

    def silence(self) -> None: ...


class RealClock:
    def __init__(self) -> None:
        self._clock = pygame.time.Clock()

    def now(self) -> float:
        return pygame.time.get_ticks() / 1000.0

    def rest(self, frames: int) -> None:
        self._clock.tick(frames)


class RealInput:
    def events(self) -> Sequence[pygame.Event]:
        return pygame.event.get()


class NoSound:
    """A silent machine, or one whose sound will not start."""

    def __init__(self) -> None:
        self.played: list[str] = []

    def play(self, name: str) -> None:
        self.played = [*self.played[-40:], name]

    def room(self, danger: float) -> None: ...

    def volumes(self, effects: int, room: int) -> None: ...

    def silence(self) -> None: ...


class RealSound:
    """The mixer, with two voices for the room kept on channels of their own."""

    def __init__(self) -> None:
        self._loaded: dict[str, pygame.mixer.Sound] = {}
        self._effects, self._room = 0.7, 0.5
        self._running = False

    def _sound(self, name: str) -> pygame.mixer.Sound | None:
        if name not in self._loaded:
            path = assets() / "sounds" / f"{name}.ogg"
            with suppress(pygame.error, OSError):
                self._loaded[name] = pygame.mixer.Sound(str(path))
        return self._loaded.get(name)

    def play(self, name: str) -> None:
        found = self._sound(name) if self._effects > 0 else None
        if found is not None:
            found.set_volume(self._effects)
            found.play()

    def room(self, danger: float) -> None:
        one, two = self._sound("room-1"), self._sound("room-2")
        if one is None or two is None or self._room <= 0:
            return
        if not self._running:
            self._running = True
            pygame.mixer.Channel(0).play(one, loops=-1, fade_ms=1500)
            pygame.mixer.Channel(1).play(two, loops=-1, fade_ms=1500)
        pygame.mixer.Channel(0).set_volume(self._room)
        pygame.mixer.Channel(1).set_volume(self._room * min(1.0, max(0.0, danger)))

    def volumes(self, effects: int, room: int) -> None:
        self._effects, self._room = effects / 100, room / 100
        if self._running and self._room <= 0:
            self.silence()

    def silence(self) -> None:
        self._running = False
        with suppress(pygame.error):
            pygame.mixer.fadeout(600)


def sound() -> Sound:
    """The machine's sound, or silence where there is none."""
    try:
        pygame.mixer.init(22050, -16, 2, 512)
        pygame.mixer.set_reserved(2)
        return RealSound()
    except pygame.error:
        return NoSound()


def write_whole(path: Path, value: object) -> bool:
    """A small JSON file put down whole or not at all."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f".{path.name}.new")
        beside.write_text(json.dumps(value, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        os.replace(beside, path)
    except OSError:
        return False
    return True


def read_whole(path: Path) -> object:
    """What a small JSON file holds, or None where it is missing or damaged."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
