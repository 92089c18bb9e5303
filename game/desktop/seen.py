"""What has been read on this machine, in this game or an earlier one: digests of paragraphs, never their words."""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path

from game.desktop.edges import read_whole, write_whole

MOST = 20_000
"""More than a few hundred games have paragraphs; the oldest are forgotten first."""


class Seen:
    """Kept beside the settings. A store that is missing or damaged has nothing in it."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._digests: dict[str, None] | None = None
        self._kept = True

    def __contains__(self, text: str) -> bool:
        return _digest(text) in self._read()

    def add(self, text: str) -> None:
        known = self._read()
        if (digest := _digest(text)) not in known:
            known[digest] = None
            self._kept = False

    def forget(self) -> bool:
        """All of it; False where that cannot be written down."""
        self._digests, self._kept = {}, False
        return self.keep()

    def keep(self) -> bool:
        """Put down what is new."""
        if self._kept or self._digests is None:
            return True
        self._kept = True
        return write_whole(self._path or place(), {"read": list(self._digests)[-MOST:]})

    def _read(self) -> dict[str, None]:
        if self._digests is None:
            raw = read_whole(self._path or place())
            found = raw.get("read") if isinstance(raw, dict) else None
            self._digests = (
                dict.fromkeys(one for one in found if isinstance(one, str)) if isinstance(found, list) else {}
            )
        return self._digests


def place() -> Path:
    from game.journal.slots import home

    return home() / "read.json"


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=8).hexdigest()
