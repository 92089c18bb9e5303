"""Every text of a scenario by id, and what front ends need as plain values.

An id says what it belongs to: `option.DECISION.OPTION.title`, `ending.ENDING.paid`. Texts hold hidden truths too,
so a front end asks only for ids that stand in a View.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from game.scenario.bound import rebound

STABLE = "stable"
"""Under this name `content` holds the names that translations use for texts which the rules count by their place."""


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

    def translatable(self) -> dict[str, str]:
        """Every text by the id that a translation uses for it: the names that authors gave, not places in a list."""
        stable: Mapping[str, str] = self.content.get(STABLE, {})
        return {stable.get(id, id): text for id, text in self.words.items()}

    def translated(self, other: Mapping[str, str]) -> Texts:
        """These texts with those of another language, by their translatable ids, laid over them."""
        stable: Mapping[str, str] = self.content.get(STABLE, {})
        words = {id: other.get(stable.get(id, id), text) for id, text in self.words.items()}
        return Texts(words, rebound(self.content, words))


ENDS = re.compile(r"(?<=\.)(?<!\b\d\.)(?<!\b\d\d\.) ")
"""Between two sentences: not behind an ordinal number, as a day of the month is in some languages."""


def first_sentence(text: str) -> str:
    """The beginning of a text, up to its first full stop."""
    return ENDS.split(text, maxsplit=1)[0]
