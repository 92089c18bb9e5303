"""The pseudo-language: English made strange, so that what escapes translation, or breaks at length, is seen at once.

Letters have accents, the whole is about a third longer, and ‹brackets› stand at its ends. What programs read is kept:
`{placeholders}` and words in backticks.
"""

from __future__ import annotations

import re

PSEUDO = "qps"
"""The code of the pseudo-language, from those that ISO 639 leaves to whoever wants one."""

LONGER = 35
"""By how many in a hundred it is longer than the original; German often is."""

OPEN, SHUT = "‹", "›"
ACCENTS = str.maketrans("acdeghijklnorstuyzACDEGHIJKLNORSTUYZ", "åçđéğĥîĵķļñöŕšţûýžÅÇĐÉĞĤÎĴĶĻÑÖŔŠŢÛÝŽ")
PLAIN = frozenset(chr(letter) for letter in ACCENTS)
"""Letters that never stand in it plainly."""

_KEPT = re.compile(r"(\{[^{}]*\}|`[^`]*`)")
_STRETCHED = frozenset("aeiouAEIOU")


def pseudo(text: str) -> str:
    """A text in the pseudo-language; each paragraph has brackets of its own."""
    return "\n\n".join(_paragraph(part) if part.strip() else part for part in text.split("\n\n"))


def _paragraph(text: str) -> str:
    """Vowels are doubled until it is long enough; where there are too few, dots go behind. Marks alone stay."""
    pieces = _KEPT.split(text)
    if not any(letter.isalpha() for piece in pieces[::2] for letter in piece):
        return text
    missing = max(0, len(text) * LONGER // 100 - len(OPEN) - len(SHUT))
    out = []
    for number, piece in enumerate(pieces):
        if number % 2:
            out.append(piece)
            continue
        letters = []
        for letter in piece:
            twice = missing > 0 and letter in _STRETCHED
            missing -= twice
            letters.append(f"{letter}{letter.lower() if twice else ''}".translate(ACCENTS))
        out.append("".join(letters))
    return f"{OPEN}{''.join(out)}{'·' * missing}{SHUT}"
