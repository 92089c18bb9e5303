"""Amounts in words: levels, changes, lists, how sure somebody is."""

from __future__ import annotations

from collections.abc import Sequence

from game.scenario.texts import ENDS
from game.wording.catalogue import _, meanings, meant, number_word


def listed(parts: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(parts) < 2:
        return "".join(parts)
    return _("{most} and {last}", most=", ".join(parts[:-1]), last=parts[-1])


def stopped(text: str) -> str:
    """With a full stop behind, where it does not end yet; a quotation ends with what it quotes."""
    bare = text.rstrip('"”»›’)')
    return text if bare[-1:] in tuple(".?!:…") else f"{text}."


def sentence(text: str) -> str:
    """With a capital in front and a full stop behind."""
    text = text.strip()
    return stopped(text[0].upper() + text[1:]) if text else ""


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


ORDINALS = meanings("ordinal", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")


def ordinal(number: int) -> str:
    """The place of something in a list, from 1."""
    return meant("ordinal", ORDINALS[number - 1]) if 1 <= number <= len(ORDINALS) else f"{number}."


def plain(thousandths: int) -> str:
    """A number as a person writes it: 1500 is 1.5, 2000 is 2."""
    return f"{thousandths / 1000:.1f}".removesuffix(".0")


SLIGHT, CLEAR = 40, 110
"""Ours: a change of so many thousandths of a dial's whole range is slight, clear, or more."""


def change(name: str, by: int, span: int) -> str:
    """`public fear much higher`; `by` and `span` in thousandths."""
    share = abs(by) * 1000 // max(1, span)
    if by > 0:
        if share < SLIGHT:
            return _("{dial} a little higher", dial=name)
        return _("{dial} higher", dial=name) if share < CLEAR else _("{dial} much higher", dial=name)
    if share < SLIGHT:
        return _("{dial} a little lower", dial=name)
    return _("{dial} lower", dial=name) if share < CLEAR else _("{dial} much lower", dial=name)


def mood(size: int) -> str:
    """How an audience takes something, -2 to +2."""
    return {
        -2: _("angry"),
        -1: _("displeased"),
        0: _("unmoved"),
        1: _("pleased"),
        2: _("very pleased"),
    }[max(-2, min(2, size))]


def sureness(level: int) -> str:
    """How sure an adviser says he is, 1 to 4."""
    return (_("a guess"), _("fairly sure"), _("sure"), _("certain"))[max(1, min(4, level)) - 1]


def turns(count: int) -> str:
    """How long something still runs."""
    if count <= 1:
        return _("until the end of this turn")
    return _("for {count} more turns, this one included", count=number_word(count))


def words_in(text: str) -> int:
    return len(text.split())


def pages(text: str, most: int = 120) -> tuple[str, ...]:
    """A long text cut into pages of at most `most` words, between paragraphs where that can be done."""
    out: list[str] = []
    page: list[str] = []
    for paragraph in text.split("\n\n"):
        for part in _pieces(paragraph, most):
            if page and sum(map(words_in, page)) + words_in(part) > most:
                out.append("\n\n".join(page))
                page = []
            page.append(part)
    if page:
        out.append("\n\n".join(page))
    return tuple(out)


def _pieces(paragraph: str, most: int) -> list[str]:
    """A paragraph longer than a page, cut between sentences."""
    if words_in(paragraph) <= most:
        return [paragraph]
    out: list[str] = []
    piece = ""
    for one in ENDS.split(paragraph):
        if piece and words_in(piece) + words_in(one) > most:
            out.append(piece)
            piece = one
        else:
            piece = f"{piece} {one}".strip()
    return [*out, piece]
