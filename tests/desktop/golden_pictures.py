"""Golden pictures: every screen, both rooms, two sizes, as they were when somebody looked at them; some of them in the
smallest window and with high contrast too.

    python -m tests.desktop.golden_pictures            draws again what has changed, and says so
    python -m tests.desktop.golden_pictures desk-1     draws only these

Look at each before keeping it. Beside the pictures (half as large, few colours) stands a digest of the true pixels for
each edition of pygame-ce: where the edition is known the pixels must be the same, elsewhere near to the picture.
"""

from __future__ import annotations

import json
import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")

import pygame

from game.desktop.app import App
from tests.desktop import png, screens

FOLDER = Path(__file__).parent / "golden"
DIGESTS = FOLDER / "digests.json"
SIZES = ((1280, 720), (1920, 1080))
SMALL = (1024, 640)
ALSO_SMALL = ("desk", "council", "letters", "order-chosen", "map", "night", "ending")
"""Screens that are drawn at the smallest window too; these, and some more, with high contrast."""
ALSO_PLAIN = (*ALSO_SMALL, "title", "settings", "last")
KEPT = {1080: (640, 360), 720: (640, 360), 640: (576, 360)}
MOST = 35_000
NEAR = 8
"""How unlike a pixel may be to the one beside it whose colour it takes: a kept picture is small, not fine."""
FINE = (40, 22)
"""Cells in which two pictures are compared."""
CELL, WHOLE = 34, 8
"""How far a cell, and the whole, may be off where another edition of pygame-ce draws."""


def edition() -> str:
    sdl = ".".join(str(one) for one in pygame.get_sdl_version())
    return f"pygame-ce {pygame.version.ver}, SDL {sdl}, {platform.machine()}"


def drawn() -> Iterator[tuple[str, pygame.Surface]]:
    """Every screen at both sizes, by the name of its picture; with no saved game anywhere."""
    home = os.environ.get("OCTOBER_HOME", "")
    with tempfile.TemporaryDirectory(prefix="october-golden-") as empty:
        os.environ["OCTOBER_HOME"] = empty
        try:
            yield from _drawn()
        finally:
            if home:
                os.environ["OCTOBER_HOME"] = home
            else:
                del os.environ["OCTOBER_HOME"]


def _drawn() -> Iterator[tuple[str, pygame.Surface]]:
    app = screens.window()
    for name in screens.every(app):
        for size in SIZES:
            app.resize(size)
            while screens.drawing(app):
                app.changed()
            app.caption = ""
            app.draw()
            yield f"{name}-{size[1]}", app.screen
        screen = name.rstrip("12").rstrip("-")
        if screen in ALSO_SMALL:
            app.resize(SMALL)
            app.draw()
            yield f"{name}-{SMALL[1]}", app.screen
        app.resize(SIZES[0])
        if screen in ALSO_PLAIN:
            _contrast(app, True)
            yield f"{name}-plain-{SIZES[0][1]}", app.screen
            _contrast(app, False)
        app.draw()


def _contrast(app: App, wanted: bool) -> None:
    """The theme of high contrast, or the room's own again."""
    app.settings.contrast = wanted
    app.theme = app._theme()
    app.draw()


def digest(surface: pygame.Surface) -> str:
    return blake2b(pygame.image.tobytes(surface, "RGB"), digest_size=12).hexdigest()


def digests() -> dict[str, dict[str, str]]:
    """By edition and name."""
    try:
        found = json.loads(DIGESTS.read_text(encoding="utf-8"))
    except OSError:
        return {}
    return dict(found)


def kept(name: str) -> pygame.Surface:
    return pygame.image.load(FOLDER / f"{name}.png").convert(24)


def off(surface: pygame.Surface, other: pygame.Surface) -> tuple[int, int]:
    """How far two pictures are apart: in the worst cell, and as a whole."""
    size = other.get_size()
    apart = png.difference(png.small(surface, size), png.small(other, size)).convert(32)
    cells = pygame.transform.smoothscale(apart, FINE)
    worst = max(max(cells.get_at((x, y))[:3]) for x in range(FINE[0]) for y in range(FINE[1]))
    return worst, max(pygame.transform.average_color(apart)[:3])


def main(names: list[str]) -> None:
    known = digests()
    mine = known.setdefault(edition(), {})
    seen = set()
    for name, surface in drawn():
        seen.add(name)
        if names and not name.startswith(tuple(names)):
            continue
        now = digest(surface)
        path = FOLDER / f"{name}.png"
        if mine.get(name) != now or not path.is_file():
            path.write_bytes(png.data(png.calm(png.small(surface, KEPT[surface.get_height()]), 10, 1), MOST, NEAR))
            mine[name] = now
            for other in known.values():
                if other is not mine:
                    other.pop(name, None)
            sys.stdout.write(f"{path.name}: {path.stat().st_size // 1000} kB, off by {off(surface, kept(name))}\n")
    for path in FOLDER.glob("*.png"):
        if path.stem not in seen:
            path.unlink()
            sys.stdout.write(f"{path.name} is no screen any more\n")
    for one in known.values():
        for name in [name for name in one if name not in seen]:
            del one[name]
    DIGESTS.write_text(json.dumps(known, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
