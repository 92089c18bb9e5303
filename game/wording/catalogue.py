"""The program's own sentences, by language: the standard library's gettext, English where nothing is translated.

A catalogue is `catalogues/CODE.po`; it is compiled as it is read, so that none can be out of date. What a translator
has still to do is told by `october words`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from gettext import NullTranslations
from pathlib import Path

from game.scenario.pseudo import PSEUDO, pseudo

ORIGINAL = "en"
FOLDER = Path(__file__).with_name("catalogues")

_current: ContextVar[str] = ContextVar("language", default=ORIGINAL)


class Pseudo(NullTranslations):
    """Answers every sentence in the pseudo-language."""

    def gettext(self, message: str) -> str:
        return pseudo(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return pseudo(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        return pseudo(message)


@cache
def catalogue(language: str) -> NullTranslations:
    """The catalogue of a language; one that answers each sentence with itself where there is none.

    Only the language named here counts: what the system is set to is never asked.
    """
    if language == PSEUDO:
        return Pseudo()
    if language == ORIGINAL or language not in languages():
        return NullTranslations()
    from game.wording import po  # of no use to whoever plays in the original

    return po.translations(FOLDER / f"{language}.po")


@cache
def languages() -> tuple[str, ...]:
    """Languages the program itself has a catalogue for, beside the original."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.po")))


def named(language: str) -> str:
    """A language by its own name."""
    if language in (ORIGINAL, PSEUDO):
        return "English" if language == ORIGINAL else pseudo("English")
    return catalogue(language).info().get("x-name", language)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Within this block the program speaks `language`."""
    token = _current.set(language)
    try:
        yield
    finally:
        _current.reset(token)


def spoken() -> str:
    """The language in which the program speaks here."""
    return _current.get()


def _(message: str, **values: object) -> str:
    """A sentence in the present language, with its values put in."""
    found = catalogue(_current.get()).gettext(message)
    return found.format(**values) if values else found


def several(one: str, many: str, count: int, **values: object) -> str:
    """The form of a sentence that goes with a number."""
    return catalogue(_current.get()).ngettext(one, many, count).format(count=number_word(count), **values)


def meant(context: str, message: str) -> str:
    """A word that another language may put in several ways, by what is meant here."""
    return catalogue(_current.get()).pgettext(context, message)


def phrase(message: str) -> str:
    """A sentence for the catalogue that is put into words later, by `_`."""
    return message


def meanings(context: str, *messages: str) -> tuple[str, ...]:
    """Words for the catalogue that are put into words later, by `meant` with this context."""
    return messages


SMALL = meanings(
    "number",
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip


def number_word(count: int) -> str:
    """A small number as a word, a larger one in figures."""
    return meant("number", SMALL[count]) if 0 <= count < len(SMALL) else grouped(count)


def grouped(number: int) -> str:
    """A number in figures, its thousands apart as the language has it."""
    return f"{number:,}".replace(",", meant("between thousands", ","))
