"""The edge: where lines come from and where they go. Everything said is kept, so that it can be read again."""

from __future__ import annotations

import os
import shutil
import sys
import textwrap
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TextIO

from game.wording.catalogue import _

NARROWEST, WIDEST = 60, 80


class EndOfInput(Exception):
    """Nobody types any more: the pipe is empty, or the terminal was closed."""


ASCII = {
    "–": "-", "—": "-", "‑": "-", "‒": "-", "−": "-", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'",
    "’": "'", "‹": "<", "›": ">", "…": "...", "·": ".", "•": "*", "→": "->", "×": "x", "½": "1/2", "\u00a0": " ",
    "º": "o", "ø": "o", "Ø": "O", "ß": "ss", "æ": "ae", "Æ": "AE", "ł": "l", "ı": "i",
}  # fmt: skip

CYRILLIC = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya".replace("-", "").split(" "),
        strict=True,
    )
)


def folded(text: str) -> str:
    """The text in plain ASCII, letter for letter as near as it goes: for a terminal that shows nothing else."""
    from unicodedata import combining, normalize

    out = []
    for letter in text:
        if letter.isascii():
            out.append(letter)
        elif letter in ASCII:
            out.append(ASCII[letter])
        elif letter.lower() in CYRILLIC:
            found = CYRILLIC[letter.lower()]
            out.append(found.upper() if letter.isupper() else found)
        else:
            plain = "".join(part for part in normalize("NFKD", letter) if not combining(part))
            out.append(plain if plain.isascii() and plain else "?")
    return "".join(out)


@dataclass
class Screen:
    """`read_line` gives a line without its end, or None at the end of input; `write` takes finished lines."""

    read_line: Callable[[], str | None]
    write: Callable[[str], None]
    width: int = WIDEST
    ascii: bool = False
    bars: bool = True
    """Rows of dots beside the odds; off for those who listen."""
    told: dict[int, list[str]] = field(default_factory=dict)
    """Everything said, by seat; -1 holds what was said to both."""
    seat: int = -1

    def say(self, *lines: str) -> None:
        """Write lines, and keep them for whoever sits here now."""
        kept = self.told.setdefault(self.seat, [])
        for line in lines:
            kept.append(line)
            self.write(folded(line) if self.ascii else line)

    def unkept(self, *lines: str) -> None:
        """Write lines that need not be read again."""
        for line in lines:
            self.write(folded(line) if self.ascii else line)

    def aside(self, text: str) -> None:
        """A remark that need not be read again."""
        self.unkept(*textwrap.wrap(text, self.width, break_long_words=False, break_on_hyphens=False))

    def ask(self, prompt: str = "") -> str:
        """The next line typed, without spaces around it; raises EndOfInput where none will come."""
        if prompt:
            self.aside(prompt)
        line = self.read_line()
        if line is None:
            raise EndOfInput
        self.told.setdefault(self.seat, []).append(f"> {line.strip()}")
        return line.strip()

    def history(self) -> list[str]:
        """All text that this seat was shown, its own words among it."""
        return [*self.told.get(-1, ()), *(self.told.get(self.seat, ()) if self.seat >= 0 else ())]


def can_encode(stream: TextIO) -> bool:
    """Whether a stream shows more than ASCII."""
    try:
        "“Москва” …".encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def standard() -> Screen | str:
    """The screen of standard input and output, or the sentence that says why there is none."""
    columns = shutil.get_terminal_size((WIDEST, 24)).columns
    if sys.stdout.isatty() and columns < NARROWEST:
        return _(
            "The terminal is {columns} columns wide; make it at least {least} wide and start again.",
            columns=columns,
            least=NARROWEST,
        )
    plain = not can_encode(sys.stdout)

    def read_line() -> str | None:
        sys.stdout.write("> ")
        sys.stdout.flush()
        try:
            line = sys.stdin.readline()
        except UnicodeDecodeError:
            return ""
        if not line:
            sys.stdout.write("\n")
            return None
        return line.rstrip("\r\n")

    def write(line: str) -> None:
        sys.stdout.write(line + "\n")
        sys.stdout.flush()

    width = min(WIDEST, columns) if columns >= NARROWEST else WIDEST
    return Screen(read_line, write, width, plain, bars=not os.environ.get("OCTOBER_PLAIN"))
