"""How a scenario looks:

two rooms, faces, stamps. Values come from its theme; what it leaves open from `assets/theme`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from game.desktop.places import assets

Colour = tuple[int, int, int]


def colour(text: str) -> Colour:
    """`#RRGGBB` as numbers."""
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


def mix(one: Colour, other: Colour, part: float) -> Colour:
    """A colour between two: 0 gives the first, 1 the second."""
    red, green, blue = (round(a + (b - a) * part) for a, b in zip(one, other, strict=True))
    return red, green, blue


@dataclass(frozen=True, slots=True)
class Style:
    """A face at a size, in logical units; `tracking` is in ems."""

    family: str
    weight: int
    size: float
    line: float
    tracking: float = 0.0
    capitals: bool = False
    italic: bool = False


@dataclass(frozen=True)
class Room:
    """The colours and surfaces of one seat."""

    seat: str
    surface: str
    colours: Mapping[str, Colour]
    stops: tuple[Colour, ...]
    blotter: tuple[Colour, ...]
    heading_weight: int
    words: Mapping[str, Any]
    """Stamps, form head, month, city names: free words of the theme for this seat."""

    def __getitem__(self, name: str) -> Colour:
        return self.colours[name]


@cache
def defaults() -> dict[str, Any]:
    """The look of a scenario that says nothing about it."""
    found: dict[str, Any] = json.loads((assets() / "theme" / "default.json").read_text(encoding="utf-8"))
    return found


class Theme:
    """A scenario's theme over the defaults.

    `room(seat)` by number; -1 is the open room of both (title, shared night).
    """

    def __init__(
        self, raw: Mapping[str, Any], seats: tuple[str, str], contrast: bool = False, spaced: bool = False
    ) -> None:
        self.raw = raw
        self.seats = seats
        self.contrast = contrast
        self.spaced = spaced
        self._styles: dict[tuple[str, int, bool, bool], Style] = {}
        self._rooms = (self._room(0), self._room(1))

    def room(self, seat: int) -> Room:
        return self._rooms[1 if seat == 1 else 0]

    def _room(self, seat: int) -> Room:
        base = defaults()["rooms"][seat]
        named = self.raw.get("rooms", {})
        found = {**base, **(named.get(self.seats[seat], {}) if isinstance(named, dict) else {})}
        if self.contrast:
            found |= defaults()["contrast"]
        colours: dict[str, Colour] = {}
        for name, value in found.items():
            if isinstance(value, str) and value.startswith("#"):
                colours[name] = colour(value)
            elif isinstance(value, dict):
                colours |= {
                    f"{name}.{part}": colour(text)
                    for part, text in value.items()
                    if isinstance(text, str) and text.startswith("#")
                }
            elif isinstance(value, list) and name == "room":
                colours["room"] = colour(value[0])
        words = {
            name: part[self.seats[seat]]
            for name, part in self.raw.items()
            if isinstance(part, dict) and self.seats[seat] in part
        }
        return Room(
            self.seats[seat],
            str(found["surface"]),
            colours,
            tuple(colour(text) for text in found["surface_stops"]),
            tuple(colour(text) for text in found["blotter"]),
            int(found["heading_weight"]),
            words,
        )

    def style(self, role: str, seat: int = 0, strong: bool = False, aside: bool = False) -> Style:
        """The face of a role: title, label, letter, interface, cable, stamp ..."""
        key = (role, seat, strong, aside)
        found = self._styles.get(key)
        if found is None:
            found = self._styles[key] = self._style(role, seat, strong, aside)
        return found

    def _style(self, role: str, seat: int, strong: bool, aside: bool) -> Style:
        base = defaults()["fonts"].get(role) or defaults()["fonts"]["interface"]
        raw = {**base, **self.raw.get("fonts", {}).get(role, {})}
        weight = int(raw.get("weight", 400))
        if raw.get("heading") or role in ("order_heading", "screen_heading", "sheet_heading", "label"):
            weight = max(weight, self.room(seat).heading_weight)
        if strong:
            weight = int(raw.get("strong") or raw.get("head") or 700)
        tracking, line = float(raw.get("tracking", 0)), float(raw["line"])
        if self.spaced:
            tracking, line = tracking + 0.05, line * 1.2
        return Style(str(raw["family"]), weight, float(raw["size"]), line, tracking, bool(raw.get("capitals")), aside)

    def word(self, *path: str) -> str:
        """A free word of the theme, or ''."""
        value: Any = self.raw
        for step in path:
            value = value.get(step) if isinstance(value, dict) else None
        return value if isinstance(value, str) else ""
