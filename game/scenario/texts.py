"""Every text of a scenario by id, and what front ends need as plain values.

An id says what it belongs to: `option.DECISION.OPTION.title`, `ending.ENDING.paid`. Texts hold hidden truths too,
so a front end asks only for ids that stand in a View.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Texts:
    """Prose by id, and `content`: structures for front ends as plain JSON values (see `content.py`)."""

    words: Mapping[str, str] = field(default_factory=dict)
    content: Mapping[str, Any] = field(default_factory=dict)

    def __contains__(self, id: str) -> bool:
        return id in self.words

    def __getitem__(self, id: str) -> str:
        return self.words[id]

    def get(self, id: str, otherwise: str = "") -> str:
        """The text of an id, or `otherwise`."""
        return self.words.get(id, otherwise)

    def under(self, stem: str) -> dict[str, str]:
        """Texts whose ids begin with `stem.`, by the rest of their id."""
        start = f"{stem}."
        return {id[len(start) :]: text for id, text in self.words.items() if id.startswith(start)}

    def translated(self, other: Mapping[str, str]) -> Texts:
        """These texts with those of another language laid over them."""
        return Texts({id: other.get(id, text) for id, text in self.words.items()}, self.content)


def first_sentence(text: str) -> str:
    """The beginning of a text, up to its first full stop."""
    head, stop, _rest = text.partition(". ")
    return f"{head}." if stop else text
