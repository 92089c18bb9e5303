"""The window draws only what has changed, and what stands there is what a whole drawing would give."""

from __future__ import annotations

import random

import pygame
import pytest

from game.desktop.app import App
from game.desktop.pieces import changed, pieces, together
from game.desktop.same import same
from game.desktop.settings import Settings
from game.desktop.widget import Widget
from tests.desktop import play, screens
from tests.desktop.pilot import Pilot


def whole(app: App) -> bytes:
    """What the window would show if all of it were drawn now."""
    before = pygame.image.tobytes(app.screen, "RGB")
    app.canvas.forget()
    app._scrolled = True
    app.draw()
    after = pygame.image.tobytes(app.screen, "RGB")
    if before != after:
        one, other = (pygame.image.frombytes(data, app.screen.get_size(), "RGB") for data in (before, after))
        mask = pygame.mask.from_threshold(one, (0, 0, 0), (1, 1, 1, 255), other)
        mask.invert()
        raise AssertionError(f"{app.scene.name}: drawn in parts it differs in {mask.get_bounding_rects()}")
    return after


@pytest.mark.parametrize("seat", [0, 1])
def test_drawn_in_parts_is_what_a_whole_drawing_gives(october, seat, monkeypatch):
    pilot = Pilot(october, settings=Settings(motion=False))
    play.begin(pilot, october.texts.content["seats"][seat]["name"])
    step, seen = pilot.step, set()

    def checked(turns: int = 2) -> None:
        step(turns)
        if pilot.app.frames not in seen:
            seen.add(pilot.app.frames)
            whole(pilot.app)

    monkeypatch.setattr(pilot, "step", checked)
    pick = random.Random(seat)
    for _turn in range(14):
        if pilot.scene == "ending":
            break
        play.turn(pilot, pilot.scene, pick, 1.0)
        for key in ("tab", "pagedown", "pageup"):
            pilot.press(key)
    for key in ("f1", "pagedown", "escape", "f10", "right", "escape"):
        pilot.press(key)
    assert len(seen) > 40


def test_one_change_is_drawn_where_it_is(october):
    pilot = Pilot(october, settings=Settings(motion=False))
    play.begin(pilot, october.texts.content["seats"][0]["name"])
    app = pilot.app
    before = pieces(app.root, app.ui.scale)
    app.build()
    assert changed(before, pieces(app.root, app.ui.scale)) == []
    app.say("Something is said.")
    parts = app.canvas.show(
        app.screen,
        app.ui,
        Widget("window", w=app.ui.w, h=app.ui.h, children=app.root.children[:-1]),
        app.scene.backdrop(app.ui, app.screen.get_size()),
        app.scene.lamp(app.ui, app.screen.get_size()),
    )
    assert parts and sum(part.w * part.h for part in parts) < 1280 * 720 / 2


def test_parts_are_joined_where_that_is_less_to_paint():
    near = [pygame.Rect(100 * number, 0, 10, 10) for number in range(30)]
    assert together([pygame.Rect(0, 0, 10, 10), pygame.Rect(5, 5, 10, 10)]) == [pygame.Rect(0, 0, 15, 15)]
    parts = together(near)
    assert len(parts) < 6
    assert all(any(part.contains(one) for part in parts) for one in near)
    corners = [pygame.Rect(0, 0, 900, 300), pygame.Rect(800, 200, 300, 800)]
    assert together(corners) == corners


@pytest.mark.parametrize("size", [(1280, 720), (1024, 640)])
def test_nothing_is_painted_beyond_its_area(size):
    app = screens.window()
    app.resize(size)
    blank = bytes(size[0] * size[1] * 3)
    canvas = pygame.Surface(size).convert()
    beyond = []
    for name in screens.every(app):
        for number, one in enumerate(pieces(app.root, app.ui.scale)):
            canvas.fill((0, 0, 0))
            canvas.set_clip(one.clip)
            one.paint(app.ui.painter(canvas), one.x, one.y)
            canvas.set_clip(None)
            canvas.fill((0, 0, 0), one.area)
            if pygame.image.tobytes(canvas, "RGB") != blank:
                beyond.append(f"{name}: piece {number} at {one.area}")
    assert not beyond, "\n".join(beyond)


def test_what_is_not_understood_counts_as_changed():
    def painted(what):
        return lambda p, x, y: what

    assert same(painted((1, "a", [2.0])), painted((1, "a", [2.0])))
    assert not same(painted(1), painted(2))
    assert not same(painted(object()), painted(object()))
    assert not same(painted(1), painted(1.0))
