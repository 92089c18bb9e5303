"""The program's own sentences, by language: the standard library's gettext, English where nothing is translated."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from gettext import NullTranslations, translation
from pathlib import Path

DOMAIN = "october"
FOLDER = Path(__file__).with_name("catalogues")

_current: ContextVar[str] = ContextVar("language", default="en")


@cache
def catalogue(language: str) -> NullTranslations:
    """The catalogue of a language; one that answers each sentence with itself where there is none."""
    return translation(DOMAIN, str(FOLDER), [language], fallback=True)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Within this block the program speaks `language`."""
    token = _current.set(language)
    try:
        yield
    finally:
        _current.reset(token)


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


SMALL = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip


def number_word(count: int) -> str:
    """A small number as a word, a larger one in figures."""
    return meant("number", SMALL[count]) if 0 <= count < len(SMALL) else f"{count:,}"
