"""The pictures of the README, made by playing: `python -m tests.desktop.pictures [folder]`.

A pilot plays the game on the shelf through the real window, with keys alone, and keeps the screens that are wanted, at
1280 x 720, each under 120 kB. Without a folder they go to `docs/pictures/`.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")

import pygame

from game.desktop import surfaces
from game.desktop.settings import Settings
from game.engine.preview import strip
from game.negotiation.letter import HELD, OPEN
from game.referee.wanted import Wanted
from tests.desktop import png
from tests.desktop.pilot import Pilot

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "pictures"
MOST = 120_000
SCENARIO = "october-1962"
NAMES = (
    "title", "desk-1", "desk-2", "council", "letters", "order", "warning", "night", "last-decision", "ending",
    "debrief",
)  # fmt: skip
GAMES = 40
"""As many games are played at most to find a last decision, a warning and two letters at once."""


class Camera:
    """Keeps the best picture of each name: a later one only where it shows more."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}
        self.worth: dict[str, float] = {}

    def take(self, pilot: Pilot, name: str, worth: float = 0.0) -> None:
        if self.worth.get(name, -1.0) < worth:
            pilot.app.caption = ""
            pilot.app.draw()
            self.kept[name] = png.data(pilot.app.screen.convert(24), MOST)
            self.worth[name] = worth


def _smooth(seed: int, alpha: int, tone: int) -> pygame.Surface:
    """Paper and cloth without their grain: on a page it shows as dirt, and it makes a file four times as large."""
    return pygame.Surface((256, 256), pygame.SRCALPHA)


def main(folder: Path = FOLDER) -> None:
    surfaces._grain = _smooth
    os.environ["OCTOBER_HOME"] = tempfile.mkdtemp(prefix="october-pictures-")
    camera = Camera()
    scenario = _scenario()
    seats = [one["name"] for one in scenario.texts.content["seats"]]
    camera.take(_pilot(scenario, 0), "title")
    play(scenario, seats[0], 7, camera, _historical(scenario), desk="desk-1")
    play(scenario, seats[1], 8, camera, _historical(scenario), desk="desk-2")
    for seed in range(GAMES):
        if {"last-decision", "warning"} <= camera.kept.keys() and camera.worth.get("letters", 0.0) >= 2:
            break
        play(scenario, seats[seed % 2], seed, camera, lambda ids: ids, desk="")
    folder.mkdir(parents=True, exist_ok=True)
    for name in NAMES:
        if name in camera.kept:
            (folder / f"{name}.png").write_bytes(camera.kept[name])
            sys.stdout.write(f"{folder / name}.png  {len(camera.kept[name]) // 1000} kB\n")
        else:
            sys.stdout.write(f"{name} never came\n")


def _scenario() -> Any:
    from game.engine.rulebook import Rulebook
    from game.scenario import library

    loaded = library.compiled(library.find(SCENARIO))
    assert loaded.tables is not None
    rules = Rulebook(loaded.tables)

    class Ready:
        rulebook, texts = rules, loaded.texts

    return Ready()


def _pilot(scenario: Any, seed: int) -> Pilot:
    return Pilot(scenario, Wanted(seed=seed), settings=Settings(guided=False, at_once=True, captions=False))


def _historical(scenario: Any) -> Callable[[list[str]], list[str]]:
    """Of what is offered, what was done in its time, where that is among it."""
    done = {one for ids in scenario.texts.content.get("historical", {}).values() for one in ids}
    return lambda ids: [one for one in ids if one in done] or ids


def play(
    scenario: Any, seat: str, seed: int, camera: Camera, wish: Callable[[list[str]], list[str]], desk: str
) -> None:
    """One game from the title to the end. `desk` is the name of its desk's picture; '' keeps only a last decision."""
    pilot = _pilot(scenario, seed)
    pilot.take(seat)
    pilot.take("Sit down")
    pick = random.Random(seed)
    for _turn in range(400):
        if pilot.scene == "ending":
            if desk:
                _end(pilot, camera)
            break
        _step(pilot, camera, wish, pick, desk)
    session = pilot.app.session
    if session is not None:
        session.close()


def _step(pilot: Pilot, camera: Camera, wish: Callable[[list[str]], list[str]], pick: random.Random, desk: str) -> None:
    session, seat = pilot.app.session, pilot.app.seat
    assert session is not None
    view = session.view(seat)
    match pilot.scene:
        case "prologue":
            pilot.do(_option(pilot, wish, pick))
        case "night":
            if desk:
                camera.take(pilot, "night", _words(pilot) if view.turn > 3 else 0.0)
            pilot.press("enter")
        case "desk":
            if desk:
                shots, _outrun, _end, _widest = strip(session.book.rulebook, view)
                camera.take(pilot, desk, 10 * shots.high + 5 * bool(view.inbox) if view.turn > 3 else 0.0)
                _council(pilot, camera)
            _letters(pilot, camera, view)
            pilot.press("o")
        case "order":
            pilot.do(_option(pilot, wish, pick))
            if desk:
                camera.take(pilot, "order", _words(pilot) + 200 * (view.turn > 6) if view.turn > 2 else 0.0)
            pilot.press("enter")
            if pilot.scene == "order":
                pilot.do(pilot.labelled("Sign"))
        case "confirm":
            camera.take(pilot, "warning", _words(pilot))
            pilot.take("Sign it all the same")
        case "last":
            camera.take(pilot, "last-decision")
            pilot.press("2")
        case "war":
            pilot.press("1")
            pilot.take("Order it")
        case _:
            pilot.step(1)


def _option(pilot: Pilot, wish: Callable[[list[str]], list[str]], pick: random.Random) -> Any:
    """An option that may be signed."""
    open_ones = {one.id.split(" ", 1)[1]: one for one in pilot.offered("option ") if not one.disabled}
    return open_ones[pick.choice(sorted(wish(sorted(open_ones))))]


def _words(pilot: Pilot) -> float:
    """How much a screen has to say, where nothing of it must be scrolled to."""
    hidden = any(one.view and one.inner > one.h + 1 for one in pilot.tree.walk())
    said = sum(len(one.label.split()) for one in pilot.tree.walk() if one.role in ("text", "heading"))
    return 1.0 + (said / 1000 if hidden else said)


def _council(pilot: Pilot, camera: Camera) -> None:
    pilot.press("c")
    cards = pilot.offered("card ")
    if cards:
        pilot.do(pilot.offered("card ")[min(2, len(cards) - 1)])
        camera.take(pilot, "council", len(cards) + len(pilot.offered("adviser ")) + _words(pilot) / 1000)
    pilot.press("escape")


def _letters(pilot: Pilot, camera: Camera, view: Any) -> None:
    """Where two of his lie open: the desk of letters, with an answer begun on one of their clauses."""
    live = [one for one in view.inbox if one.status in (OPEN, HELD)]
    if not live or camera.worth.get("letters", -1.0) >= min(2, len(live)):
        return
    pilot.press("l")
    for one in [one.id for one in pilot.offered("issue ")][:3]:
        pilot._reach(next(found for found in pilot.offered(one) if found.id == one))
        pilot.press("right")
    pilot.press("escape", "l")
    camera.take(pilot, "letters", len(live))
    pilot.press("escape")


def _end(pilot: Pilot, camera: Camera) -> None:
    camera.take(pilot, "ending")
    pilot.take("What lay behind it")
    pilot.press("1")
    camera.take(pilot, "debrief")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
