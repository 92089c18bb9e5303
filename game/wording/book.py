"""A crisis' names in one language: what wording and papers look things up in. Reads Texts, never a State."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from game.engine.rulebook import Rulebook
from game.scenario.texts import Texts
from game.wording.catalogue import _


@dataclass(frozen=True, slots=True)
class Book:
    """The rulebook for structure, the texts for words, the language for the program's own sentences."""

    rulebook: Rulebook
    texts: Texts
    language: str = "en"
    _words: dict[str, tuple[tuple[int, str], ...]] = field(default_factory=dict, repr=False, compare=False)
    _small: set[str] = field(default_factory=set, repr=False, compare=False)

    def get(self, id: str, otherwise: str = "") -> str:
        return self.texts.get(id, otherwise)

    def content(self, name: str, otherwise: Any) -> Any:
        return self.texts.content.get(name, otherwise)

    def theme(self, *path: str) -> Any:
        """A value of the scenario's theme, or None."""
        value: Any = self.content("theme", {})
        for step in path:
            value = value.get(step) if isinstance(value, dict) else None
        return value

    # -- who ----------------------------------------------------------------------------------------------------

    def seat(self, seat: int) -> str:
        name = self.rulebook.seats[seat]
        return self.get(f"seat.{name}.name", name)

    def leader(self, seat: int) -> str:
        """The leader's name, or the seat's where the scenario names none."""
        for one in self.content("seats", ()):
            if one["id"] == self.rulebook.seats[seat]:
                return self.person(one.get("leader", "")) or self.seat(seat)
        return self.seat(seat)

    def person(self, id: str) -> str:
        return self.get(f"person.{id}.name", "")

    def adviser(self, claim: str) -> str:
        """Who argues a claim."""
        return self.person(self.content("claims", {}).get(claim, {}).get("adviser", ""))

    # -- dials --------------------------------------------------------------------------------------------------

    def split(self, register: str) -> tuple[str, str]:
        """A register's name as (seat or '', dial)."""
        first, dot, rest = register.partition(".")
        return (first, rest) if dot and first in self.rulebook.seats else ("", register)

    def dial(self, register: str, viewer: int = -1) -> str:
        """A dial by name; one that belongs to a seat which is not the viewer's says whose it is."""
        seat, dial = self.split(register)
        name = self.get(f"dial.{dial}.name") or self.get(f"flag.{dial}.name") or dial.replace("_", " ")
        if seat and (viewer < 0 or self.rulebook.seats[viewer] != seat):
            return f"{name} ({self.get(f'seat.{seat}.name', seat)})"
        return name

    def owned(self, register: str, viewer: int) -> str:
        """A dial inside a sentence; one that is not the viewer's by its owner: `Delta's pressure to act`."""
        seat, dial = self.split(register)
        name = self.small(self.dial(dial if seat else register, viewer))
        if seat and self.rulebook.seats[viewer] != seat:
            return _("{seat}'s {dial}", seat=self.seat(self.rulebook.seats.index(seat)), dial=name)
        return name

    def words(self, stem: str) -> tuple[tuple[int, str], ...]:
        """The words of a scale, by level in thousandths, lowest first."""
        found = self._words.get(stem)
        if found is None:
            found = tuple(
                sorted((int(float(level) * 1000), word) for level, word in self.texts.under(f"{stem}.words").items())
            )
            self._words[stem] = found
        return found

    def scale(self, register: str) -> tuple[tuple[int, str], ...]:
        """The scenario's words for the levels of a dial, lowest first."""
        seat, dial = self.split(register)
        return (self.words(f"dial.{seat}.{dial}") if seat else ()) or self.words(f"dial.{dial}")

    def level(self, register: str, value: int) -> str:
        """The scenario's word for a dial at this value, or ''."""
        return word_at(self.scale(register), value)

    # -- acts ---------------------------------------------------------------------------------------------------

    def stem(self, source: str) -> str:
        """The stem of an act's texts, from how the engine names it: `d_day4.wait_dawn`, `rider.shore_up`."""
        parts = source.split(".")
        if parts[0] == "rider":
            return f"rider.{parts[-1]}"
        return f"option.{source}"

    def act(self, source: str) -> str:
        """An option or rider by its title."""
        return self.get(f"{self.stem(source)}.title", source.split(".")[-1].replace("_", " "))

    def small(self, name: str) -> str:
        """A name inside a sentence: without its capital, unless the scenario never writes its first word small."""
        first = name.partition(" ")[0].partition("'")[0]
        if not self._small:
            written = re.findall(r"(?<![^\W\d_])[^\W\d_]+", " ".join(self.texts.words.values()))
            self._small.update(word for word in written if word.islower())
        return name[:1].lower() + name[1:] if first.lower() in self._small else name

    def issue(self, issue: int) -> str:
        id = self.rulebook.tables.negotiation.issues[issue].id
        return self.get(f"issue.{id}", id.replace("_", " "))

    def clause(self, issue: int, level: int) -> str:
        """A level of an issue in words."""
        found = self.rulebook.tables.negotiation.issues[issue]
        return self.get(f"issue.{found.id}.{found.levels[level]}", found.levels[level].replace("_", " "))

    def channel(self, id: str) -> str:
        return self.get(f"channel.{id}", id.replace("_", " "))

    def rung(self, rung: int) -> str:
        return self.get(f"ladder.{rung}.name", str(rung + 1))


def word_at(scale: Sequence[tuple[int, str]], value: int) -> str:
    """The word of the highest level that a value has reached; the lowest word below that."""
    found = scale[0][1] if scale else ""
    for level, word in scale:
        if value >= level:
            found = word
    return found
