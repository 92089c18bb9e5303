"""What is wrong with a scenario: sentences with an address."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

SEVERITIES = ("error", "warning", "note")


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of one file. An error keeps the scenario from being played; a warning and a note do not."""

    file: str
    line: int
    column: int
    severity: str
    sentence: str
    nearest: str = ""

    def __str__(self) -> str:
        close = f"; nearest `{self.nearest}`" if self.nearest else ""
        return f"{self.file}:{self.line}:{self.column}: {self.severity}: {self.sentence}{close}"

    def order(self) -> tuple[str, int, int, int, str]:
        """Problems are read in the order of the files."""
        return self.file, self.line, self.column, SEVERITIES.index(self.severity), self.sentence


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name that `name` was probably meant to be, or '' where none is close."""
    best, found = 0.67, ""
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(name)
    for other in known:
        if abs(len(other) - len(name)) > 2 + len(name) // 4:
            continue
        matcher.set_seq1(other)
        if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best:
            ratio = matcher.ratio()
            if ratio > best:
                best, found = ratio, other
    return found
