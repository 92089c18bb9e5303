"""What stands on the screen: a scene is drawn whole when it comes, afterwards only where it has changed."""

from __future__ import annotations

import pygame

from game.desktop.lamp import shade
from game.desktop.painter import Painter
from game.desktop.pieces import LARGE, Piece, changed, pieces
from game.desktop.ring import ring
from game.desktop.ui import Ui
from game.desktop.widget import Widget


class Canvas:
    """The screen's memory of what was painted on it. `forget` after anything that painted behind its back."""

    def __init__(self) -> None:
        self._shown: list[Piece] = []
        self._stands: tuple[object, ...] = ()
        """The screen, ground, lamp and look of what is shown; where one is another, all is drawn."""
        self._lit: tuple[pygame.Surface, pygame.Surface | None] | None = None
        self._under_ring: list[tuple[pygame.Surface, pygame.Rect]] = []
        """What the ring covers, and where."""

    def forget(self) -> None:
        self._stands = ()

    def show(
        self, screen: pygame.Surface, ui: Ui, root: Widget, ground: pygame.Surface, lamp: pygame.Surface | None
    ) -> list[pygame.Rect]:
        """Bring the screen to what the tree says; the parts of it that were painted."""
        now = pieces(root, ui.scale)
        stands = (screen, ground, lamp, *ui.look)
        whole = screen.get_rect()
        parts = [whole]
        if len(stands) == len(self._stands) and all(
            a is b or a == b for a, b in zip(stands, self._stands, strict=True)
        ):
            parts = changed(self._shown, now)
            if sum(part.w * part.h for part in parts) > LARGE * whole.w * whole.h:
                parts = [whole]
        if parts == [whole]:
            self._under_ring = []
        else:
            self._lift_ring(screen)
        painter = ui.painter(screen)
        for part in parts:
            _paint(painter, part, now, ground, lamp)
        screen.set_clip(None)
        self._shown, self._stands = now, stands
        self._lit = ground, lamp
        return parts

    def again(self, screen: pygame.Surface, ui: Ui, part: pygame.Rect) -> list[pygame.Rect]:
        """Paint a part once more, where what stands there paints itself otherwise as time goes on."""
        if self._lit is None or not self._stands:
            return []
        areas = self._lift_ring(screen)
        painter = ui.painter(screen)
        part = part.clip(screen.get_rect())
        _paint(painter, part, self._shown, *self._lit)
        screen.set_clip(None)
        return [*areas, part]

    def put_ring(self, screen: pygame.Surface, ui: Ui, root: Widget, focus: Widget | None) -> list[pygame.Rect]:
        """The ring where the focus is now; where it was, what lay under it. The parts that were painted."""
        areas = self._lift_ring(screen)
        if focus is None:
            return areas
        painter = ui.painter(screen)
        parts = ring(painter, ui, root, focus, draw=False)
        self._under_ring = [(screen.subsurface(part).copy(), part) for part in parts]
        ring(painter, ui, root, focus)
        return [*areas, *parts]

    def _lift_ring(self, screen: pygame.Surface) -> list[pygame.Rect]:
        """Take the ring off."""
        under, self._under_ring = self._under_ring, []
        screen.fblits(under)
        return [part for _picture, part in under]


def _paint(
    p: Painter, part: pygame.Rect, now: list[Piece], ground: pygame.Surface, lamp: pygame.Surface | None
) -> None:
    """All that lies in one part of the window, from the ground up, or from what hides all that lies under it."""
    screen = p.surface
    screen.set_clip(part)
    lit = lamp is None
    hidden = [number for number, one in enumerate(now) if one.opaque and not one.upper and one.opaque.contains(part)]
    if not hidden:
        seen = _beside(part, [one.opaque for one in now if one.opaque and not one.upper])
        screen.blits([(ground, one, one) for one in seen], False)
    for one in now[hidden[-1] :] if hidden else now:
        if one.upper and not lit and lamp is not None:
            screen.set_clip(part)
            shade(screen, lamp, part)
            lit = True
        if one.area.colliderect(part):
            screen.set_clip(part if one.clip is None else part.clip(one.clip))
            one.paint(p, one.x, one.y)
    if not lit and lamp is not None:
        screen.set_clip(part)
        shade(screen, lamp, part)


def _beside(part: pygame.Rect, hiding: list[pygame.Rect]) -> list[pygame.Rect]:
    """A part without the largest piece of it that something hides."""
    hole = max((one.clip(part) for one in hiding), key=lambda one: one.w * one.h, default=None)
    if not hole:
        return [part]
    sides = (
        pygame.Rect(part.x, part.y, part.w, hole.y - part.y),
        pygame.Rect(part.x, hole.bottom, part.w, part.bottom - hole.bottom),
        pygame.Rect(part.x, hole.y, hole.x - part.x, hole.h),
        pygame.Rect(hole.right, hole.y, part.right - hole.right, hole.h),
    )
    return [one for one in sides if one.w and one.h]


def caption(ui: Ui, text: str) -> Widget:
    """The program's own remark, above everything."""
    words = ui.text(text, min(720.0, ui.w - 96), "small", ui.colour("text"))
    wide, tall = words.inner + 24, words.h + 12
    ground, edge = ui.colour("room"), ui.colour("second_text")

    def paint(p: Painter, x: float, y: float) -> None:
        p.fill(ground, x, y, wide, tall, 0.94, 3)
        p.frame(edge, x, y, wide, tall, 1, 3)

    box = Widget(x=(ui.w - wide) / 2, y=62.0, w=wide, h=tall, paint=paint, id="above caption")
    box.children = [words.at(12, 6)]
    return box
