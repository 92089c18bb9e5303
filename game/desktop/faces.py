"""Faces and their glyphs: fonts opened once a size, words drawn once a colour."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pygame

from game.desktop.kept import Kept
from game.desktop.places import assets
from game.desktop.theme import Colour, Style

MOST_WORDS = 10_000_000
"""Bytes of words that are kept drawn."""


class Faces:
    """Fonts of `assets/fonts`, by the family that a theme names."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or assets() / "fonts"
        self._files: dict[str, dict[str, str]] = json.loads((self._folder / "fonts.json").read_text(encoding="utf-8"))
        self._chosen: dict[tuple[str, int, bool], str] = {}
        self._fonts: dict[tuple[str, int], pygame.font.Font] = {}
        self._words = Kept(MOST_WORDS)
        self.laid: dict[tuple[object, ...], Any] = {}
        """Texts that were laid out lately, by everything that they depend on (see `ui`)."""
        self.lines: dict[tuple[Style, float, str], float] = {}
        """How wide lines of words are, in units (see `ui`)."""
        self._widths: dict[tuple[str, int, float, str], int] = {}

    def file(self, style: Style) -> str:
        """The file that comes nearest to a style."""
        known = self._chosen.get((style.family, style.weight, style.italic))
        if known is None:
            known = self._chosen[style.family, style.weight, style.italic] = self._nearest(style)
        return known

    def _nearest(self, style: Style) -> str:
        family = self._files.get(style.family) or next(iter(self._files.values()))
        wanted = f"{style.weight} italic" if style.italic else str(style.weight)
        if wanted in family:
            return family[wanted]

        def far(name: str) -> tuple[bool, int]:
            weight, _, slant = name.partition(" ")
            return bool(slant) != style.italic, abs(int(weight) - style.weight)

        return family[min(family, key=far)]

    def font(self, style: Style, scale: float) -> pygame.font.Font:
        return self._font(self.file(style), self.size(style, scale))

    @staticmethod
    def size(style: Style, scale: float) -> int:
        return max(6, round(style.size * scale))

    def _font(self, file: str, size: int) -> pygame.font.Font:
        found = self._fonts.get((file, size))
        if found is None:
            found = self._fonts[file, size] = pygame.font.Font(str(self._folder / file), size)
        return found

    def width(self, style: Style, scale: float, word: str) -> int:
        """Pixels from the word's beginning to where the next glyph would stand."""
        file, size = self.file(style), self.size(style, scale)
        track = style.tracking * size
        key = (file, size, track, word)
        found = self._widths.get(key)
        if found is None:
            font = self._font(file, size)
            found = font.size(word)[0] + round(track * len(word))
            self._widths[key] = found
        return found

    def word(self, style: Style, scale: float, word: str, colour: Colour) -> pygame.Surface:
        """The word drawn, tracked glyph by glyph where the style asks for it."""
        file, size = self.file(style), self.size(style, scale)
        track = style.tracking * size
        key = (file, size, colour, track, word)

        def made() -> pygame.Surface:
            font = self._font(file, size)
            return _tracked(font, word, colour, track) if track else font.render(word, True, colour)

        return self._words.found(key, made)

    def height(self, style: Style, scale: float) -> int:
        return self.font(style, scale).get_height()

    def has(self, style: Style, scale: float, letter: str) -> bool:
        """Whether a face can draw a letter."""
        found = self.font(style, scale).metrics(letter)
        return bool(found) and found[0] is not None


def _tracked(font: pygame.font.Font, word: str, colour: Colour, track: float) -> pygame.Surface:
    drawn = [font.render(letter, True, colour) for letter in word]
    advance = [font.size(word[: number + 1])[0] for number in range(len(word))]
    out = pygame.Surface((max(1, advance[-1] + round(track * len(word))), font.get_height()), pygame.SRCALPHA)
    at = 0
    for number, letter in enumerate(drawn):
        out.blit(letter, (at + round(track * number), 0))
        at = advance[number]
    return out
