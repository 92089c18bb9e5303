"""Between the window and whoever has it read aloud: what is told, and what is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

if TYPE_CHECKING:
    from game.desktop.app import App


def aloud(app: App) -> None:
    """Show the window to screen readers; raises where the system has no way to."""
    from game.desktop import access

    app._reader_tree = access.adapter(str(app.texts.get("title", "October")))
    app._reader_tree.window(pygame.key.get_focused())


def tell(app: App) -> None:
    """The screen or the focus is another."""
    if app._reader_tree is not None:
        app._reader_tree.update(app.root, app.focus, app.ui.scale, app.caption)


def heed(app: App) -> None:
    """Tell a reader that has come what stands here, move the focus where it wants it, and do what it asks for."""
    if app._reader_tree is None:
        return
    if app._reader_tree.new:
        app.changed()
    for verb, id in app._reader_tree.asked():
        found = app.root.find(id)
        app.move_to(found)
        if verb == "act":
            app.act(found)
