"""What a player has set: kept in the user's folder, and never a reason not to start."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from pathlib import Path

from game.desktop.edges import read_whole, write_whole

SIZES = (80, 90, 100, 110, 125, 150, 175, 200)


@dataclass(slots=True)
class Settings:
    text: int = 100
    """Size of text and everything else, in per cent."""
    contrast: bool = False
    spaced: bool = False
    motion: bool = True
    at_once: bool = False
    """Long text stands there whole, instead of coming a paragraph at a time."""
    captions: bool = False
    effects: int = 70
    room: int = 50
    full_screen: bool = False
    language: str = "en"
    long_text: bool = False
    """The long reading level comes first."""
    guided: bool = True
    """The first day is guided."""

    def larger(self, step: int) -> None:
        """The next size up or down."""
        near = min(range(len(SIZES)), key=lambda number: abs(SIZES[number] - self.text))
        self.text = SIZES[min(max(near + step, 0), len(SIZES) - 1)]


def place() -> Path:
    from game.journal.home import home

    return home() / "window.json"


def load(path: Path | None = None) -> Settings:
    """The settings; whatever is missing or damaged takes its usual value."""
    raw = read_whole(path or place())
    out = Settings()
    if isinstance(raw, dict):
        for one in fields(Settings):
            value = raw.get(one.name)
            if type(value) is type(getattr(out, one.name)):
                setattr(out, one.name, value)
    out.text = min(max(out.text, SIZES[0]), SIZES[-1])
    out.effects, out.room = (min(max(volume, 0), 100) for volume in (out.effects, out.room))
    return out


def save(settings: Settings, path: Path | None = None) -> bool:
    return write_whole(path or place(), asdict(settings))
