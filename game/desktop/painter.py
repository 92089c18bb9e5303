"""Draws in logical units on a surface of pixels."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import pygame

from game.desktop.faces import Faces
from game.desktop.theme import Colour, Style

Point = tuple[float, float]


@dataclass(slots=True)
class Painter:
    """A surface, and how many pixels a unit is."""

    surface: pygame.Surface
    scale: float
    faces: Faces

    def px(self, value: float) -> int:
        return round(value * self.scale)

    def rect(self, x: float, y: float, w: float, h: float) -> pygame.Rect:
        left, top = self.px(x), self.px(y)
        return pygame.Rect(left, top, self.px(x + w) - left, self.px(y + h) - top)

    def fill(
        self, colour: Colour, x: float, y: float, w: float, h: float, alpha: float = 1.0, radius: float = 0.0
    ) -> None:
        rect = self.rect(x, y, w, h)
        if rect.w <= 0 or rect.h <= 0:
            return
        if alpha >= 1.0:
            pygame.draw.rect(self.surface, colour, rect, border_radius=self.px(radius))
        else:
            veil = pygame.Surface(rect.size, pygame.SRCALPHA)
            pygame.draw.rect(veil, (*colour, round(alpha * 255)), veil.get_rect(), border_radius=self.px(radius))
            self.surface.blit(veil, rect)

    def frame(
        self, colour: Colour, x: float, y: float, w: float, h: float, width: float = 1.0, radius: float = 0.0
    ) -> None:
        rect = self.rect(x, y, w, h)
        pygame.draw.rect(self.surface, colour, rect, max(1, int(width * self.scale)), border_radius=self.px(radius))

    def rule(self, colour: Colour, x: float, y: float, w: float, width: float = 1.0) -> None:
        pygame.draw.rect(
            self.surface, colour, (self.px(x), self.px(y), self.px(x + w) - self.px(x), max(1, self.px(width)))
        )

    def stroke(self, colour: Colour, points: Sequence[Point], width: float = 1.0, alpha: float = 1.0) -> None:
        """A line through points, with round joints."""
        if len(points) < 2:
            return
        pixels = [(x * self.scale, y * self.scale) for x, y in points]
        wide = width * self.scale
        if alpha < 1.0:
            left, top = min(x for x, _ in pixels) - wide - 1, min(y for _, y in pixels) - wide - 1
            right, bottom = max(x for x, _ in pixels) + wide + 2, max(y for _, y in pixels) + wide + 2
            veil = pygame.Surface((max(1, round(right - left)), max(1, round(bottom - top))), pygame.SRCALPHA)
            thick([(x - round(left), y - round(top)) for x, y in pixels], veil, (*colour, 255), wide)
            veil.set_alpha(round(alpha * 255))
            self.surface.blit(veil, (round(left), round(top)))
        else:
            thick(pixels, self.surface, (*colour, 255), wide)

    def shape(self, colour: Colour, points: Sequence[Point], width: float = 0.0) -> None:
        """A filled shape, or its outline."""
        pixels = [(x * self.scale, y * self.scale) for x, y in points]
        if width:
            thick([*pixels, pixels[0]], self.surface, (*colour, 255), width * self.scale)
        else:
            pygame.draw.polygon(self.surface, colour, pixels)
            pygame.draw.aalines(self.surface, colour, True, pixels)

    def dot(self, colour: Colour, x: float, y: float, radius: float, width: float = 0.0) -> None:
        across = max(1.0, radius * self.scale)
        line = max(1, round(width * self.scale)) if width else 0
        pygame.draw.aacircle(self.surface, colour, (x * self.scale, y * self.scale), across, line)

    def blit(self, picture: pygame.Surface, x: float, y: float) -> None:
        self.surface.blit(picture, (self.px(x), self.px(y)))

    def text(self, style: Style, text: str, colour: Colour, x: float, y: float, right: bool = False) -> float:
        """One line of words; returns its width in units."""
        if style.capitals:
            text = text.upper()
        drawn = self.faces.word(style, self.scale, text, colour)
        wide = drawn.get_width() / self.scale
        top = self.px(y) + (round(style.line * self.scale) - drawn.get_height()) // 2
        left = self.px(x) - drawn.get_width() if right else self.px(x)
        self.surface.blit(drawn, (left, top))
        return wide


def thick(points: Sequence[Point], on: pygame.Surface, colour: tuple[int, int, int, int], width: float) -> None:
    """An anti-aliased line of any width, with round joints where it is wide."""
    if width <= 1.6:
        for start, end in pairwise(points):  # aalines does not draw its ends alike each time
            pygame.draw.aaline(on, colour, start, end)
        return
    wide = max(2, round(width))
    for start, end in pairwise(points):
        if width > 2.5:
            _bar(on, colour, start, end, width)
        else:
            pygame.draw.aaline(on, colour, start, end, wide)
    if width > 2.5:
        for x, y in points[1:-1]:
            pygame.draw.aacircle(on, colour, (x, y), max(1.0, width / 2 - 0.4))


def _bar(on: pygame.Surface, colour: tuple[int, int, int, int], start: Point, end: Point, width: float) -> None:
    """A straight piece with square ends, whichever way it lies."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = math.hypot(dx, dy)
    if length < 0.01:
        return
    ax, ay = -dy / length * (width - 1) / 2, dx / length * (width - 1) / 2
    corners = [
        (start[0] + ax, start[1] + ay),
        (end[0] + ax, end[1] + ay),
        (end[0] - ax, end[1] - ay),
        (start[0] - ax, start[1] - ay),
    ]
    pygame.draw.polygon(on, colour, corners)
    pygame.draw.aalines(on, colour, True, corners)
