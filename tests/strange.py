"""The pseudo-language as tests need it: what on a screen is not in it, and what it was before it was made strange."""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.scenario.pseudo import ACCENTS, OPEN, PLAIN, SHUT

BACK = {chr(letter): chr(plain) for plain, letter in ACCENTS.items()}
_TYPED = re.compile(r"`[^`]*`")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def plain_words(text: str) -> Iterator[str]:
    """Words that nobody has translated: with a letter that the pseudo-language always changes, and not to be typed."""
    for word in _WORD.findall(_TYPED.sub(" ", text)):
        if len(word) > 1 and PLAIN & set(word):
            yield word


def unstrange(text: str) -> str:
    """Near what it was: accents and brackets gone, doubled vowels single."""
    text = "".join(BACK.get(letter, letter) for letter in text if letter not in f"{OPEN}{SHUT}·")
    return re.sub(r"([aeiou])\1", r"\1", text, flags=re.IGNORECASE)
