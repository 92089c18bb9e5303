"""What the window does at a key, the mouse, or a change of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.desktop import focus
from game.desktop.keys import name_of
from game.desktop.widget import Widget
from game.wording.catalogue import _

if TYPE_CHECKING:
    from game.desktop.app import App

SMALLEST = (1024, 640)


def event(app: App, event: pygame.Event) -> None:
    match event.type:
        case pygame.QUIT:
            app.close()
        case pygame.KEYDOWN:
            key(app, name_of(event.key, getattr(event, "unicode", ""), getattr(event, "mod", 0)))
        case pygame.MOUSEMOTION:
            app._mouse = event.pos
            app.move_to(at(app, event.pos), show=False)
        case pygame.MOUSEBUTTONDOWN if event.button == 1:
            found = at(app, event.pos)
            app.move_to(found, show=False)
            app.act(found)
            if found is None and app.scene.telling.next(asked=True):
                app.changed()
        case pygame.MOUSEBUTTONDOWN if event.button == 3:
            app.scene.back()
            app.changed()
        case pygame.MOUSEWHEEL:
            wheel(app, -event.y * 48)
        case pygame.VIDEORESIZE | pygame.WINDOWRESIZED | pygame.WINDOWSIZECHANGED:
            resized(app)
        case pygame.WINDOWEXPOSED:
            app.canvas.forget()
            app.changed()
        case pygame.WINDOWFOCUSGAINED | pygame.WINDOWFOCUSLOST if app._reader_tree is not None:
            app._reader_tree.window(event.type == pygame.WINDOWFOCUSGAINED)


def resized(app: App) -> None:
    width, height = app.screen.get_size()
    if (width < SMALLEST[0] or height < SMALLEST[1]) and not app.settings.full_screen:
        app.screen = pygame.display.set_mode((max(width, SMALLEST[0]), max(height, SMALLEST[1])), pygame.RESIZABLE)
    app.canvas.forget()
    app.changed()


def at(app: App, pos: tuple[int, int]) -> Widget | None:
    return focus.under(app.root, pos[0] / app.ui.scale, pos[1] / app.ui.scale)


def wheel(app: App, by: float) -> None:
    x, y = app._mouse[0] / app.ui.scale, app._mouse[1] / app.ui.scale
    views = [
        one
        for one, left, top in app.root.placed()
        if one.view and one.inner > one.h and left <= x < left + one.w and top <= y < top + one.h
    ] or [one for one in app.root.walk() if one.view and one.inner > one.h]
    for view in reversed(views):
        step = max(-view.h / 2, min(view.h / 2, by))  # a short sheet is not jumped over
        scroll = min(max(0.0, view.scroll + step), view.inner - view.h)
        if scroll != view.scroll:  # one that is at its end hands the wheel on to what lies under it
            view.scroll = scroll
            app._repaint()
            return


def key(app: App, name: str) -> None:
    if not name:
        return
    now, telling = app.focus, app.scene.telling
    if telling.pending and name in ("enter", "space", "escape") and not (telling.touched and name != "escape"):
        if name == "escape":
            telling.all()
        else:
            telling.next(asked=True)
        app.changed()
        return
    telling.touched |= name in ("tab", "shift+tab", "left", "right", "up", "down")
    if now is not None and now.adjust is not None and name in ("left", "right"):
        now.adjust(-1 if name == "left" else 1)
        app.changed()
        return
    if name == "enter" and now is not None and now.act is not None and not now.chosen:
        app.act(now)
        return
    for one in app.root.walk():
        if name in one.keys:
            app.move_to(one)
            app.act(one)
            return
    match name:
        case "tab":
            app.move_to(focus.step(app.root, now, 1))
        case "shift+tab":
            app.move_to(focus.step(app.root, now, -1))
        case "left" | "right" | "up" | "down" if not app.scene.key(name):
            dx, dy = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}[name]
            app.move_to(focus.toward(app.root, now, dx, dy))
        case "enter" | "space":
            app.act(now)
        case "escape":
            app.scene.back()
            app.changed()
        case "pageup" | "pagedown":
            wheel(app, (-1 if name == "pageup" else 1) * 320)
        case "f11":
            app.full_screen()
        case "plus" | "minus":
            app.settings.larger(1 if name == "plus" else -1)
            app.apply_settings()
            app.say(_("Text size {size} %", size=app.settings.text), 2.0)
        case "f1" | "f2" | "f3" | "f10":
            aside(app, name)
        case _ if app.scene.key(name):
            app.changed()


def aside(app: App, name: str) -> None:
    """The screens that are always one key away."""
    from game.desktop.screens import asides

    asides.open_aside(app, name)
