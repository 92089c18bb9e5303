"""Papers laid out as lines of text: one column, no cursor, nothing that only colour would say."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from game.papers.paper import (
    Block,
    ChoiceItem,
    Clipping,
    DotArray,
    Figure,
    Heading,
    Ladder,
    Letter,
    Line,
    Mark,
    Paper,
    Paragraph,
    Slip,
    Table,
    Tally,
)  # fmt: skip
from game.wording.catalogue import _
from game.wording.numbers import sentence, stopped

INDENT = "  "
SHEET = ("option", "rider", "change", "probe", "accord", "reply")
"""What is chosen among these lies on the order sheet."""
INLINE = ("issue", "part")
"""What these are set to stands on the line of their name."""


def wrap(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """A paragraph in lines; `first` and `rest` stand before them."""
    out: list[str] = []
    for part in text.split("\n\n"):
        lines = textwrap.wrap(part, width, initial_indent=first, subsequent_indent=rest, break_long_words=True) or [
            first.rstrip()
        ]
        if out:
            out.append("")
        out += lines
    return out


def lines(paper: Paper, width: int, bars: bool = True) -> list[str]:
    """A whole paper."""
    out = ["", *wrap(paper.title, width), "-" * min(width, len(paper.title))]
    previous: Block | None = None
    for block in paper.blocks:
        if _apart(previous, block):
            out.append("")
        out += block_lines(block, width, bars)
        previous = block
    if paper.question:
        out += ["", *wrap(paper.question, width)]
    if paper.choices:
        out += ["", *choice_lines(paper.choices, width)]
    return out


def _apart(previous: Block | None, block: Block) -> bool:
    """Whether an empty line stands between two blocks."""
    if previous is None:
        return False
    together = (Line, Figure, Tally, Ladder, Mark)
    if isinstance(block, together) and isinstance(previous, (*together, Heading)):
        return False
    return not isinstance(previous, Heading)


def block_lines(block: Block, width: int, bars: bool = True) -> list[str]:
    match block:
        case Heading():
            return wrap(block.text if block.level <= 2 or block.text[-1:] in ".?!:" else f"{block.text}:", width)
        case Paragraph():
            edge = {"quote": INDENT, "warning": "! ", "last": INDENT}.get(block.role, "")
            return wrap(block.text, width, edge, edge)
        case Line():
            return _line(block, width)
        case Figure():
            return _figure(block, width, bars)
        case Tally():
            text = f"{block.label}: {block.word}."
            if block.voice:
                text = f"{text} {_('“{words}”', words=block.voice)}"
            return wrap(text, width, INDENT, INDENT * 2)
        case Ladder():
            text = _("The ladder: step {rung} of {of}, {name}.", rung=block.rung + 1, of=block.of, name=block.name)
            return wrap(text, width)
        case Slip():
            head = " ".join(sentence(part) for part in (block.title, block.dated) if part)
            return [*wrap(head, width), *wrap(block.text, width, INDENT, INDENT)]
        case Letter():
            return _letter(block, width)
        case Clipping():
            out = wrap(f"{block.masthead}: {block.headline}", width, INDENT, INDENT * 2)
            return [*out, *wrap(block.line, width, INDENT * 2, INDENT * 2)] if block.line else out
        case Table():
            return _table(block, width)
    return wrap(f"{block.label}: {block.words}.", width, INDENT, INDENT * 2)


def _line(block: Line, width: int) -> list[str]:
    value = block.value
    if block.note:
        value = f"{value.rstrip('.')} ({block.note})"
    return wrap(
        f"{block.label}: {sentence(value) if block.value[:1].isupper() else stopped(value)}", width, INDENT, INDENT * 2
    )


def _figure(block: Figure, width: int, bars: bool) -> list[str]:
    text = f"{block.label}: {block.words}."
    if block.note:
        text = f"{text} ({sentence(block.note).rstrip('.')}.)"
    out = wrap(text, width, INDENT, INDENT * 2)
    if bars and block.dots.full + block.dots.perhaps:
        out.append(f"{INDENT * 2}{dots(block.dots)}")
    return out


def dots(array: DotArray, columns: int = 50) -> str:
    """A row of dots: `#` at least, `o` perhaps, `.` not."""
    part = array.of / columns
    full = int(array.full / part)
    most = -(-(array.full + array.perhaps) * columns // array.of) if array.full + array.perhaps else 0
    return "[" + "#" * full + "o" * (most - full) + "." * (columns - most) + "]"


def _letter(block: Letter, width: int) -> list[str]:
    inner = "| "
    out = wrap(block.head, width, inner, inner)
    out.append(inner.rstrip())
    for text in block.open:
        out += [*wrap(text, width, inner, inner), inner.rstrip()]
    if block.private:
        secret = "|   "
        out += [*wrap(_("(In secret:)"), width, inner, inner)]
        for text in block.private:
            out += [*wrap(text, width, secret, secret), inner.rstrip()]
    foot = sentence(block.binding)
    if block.status:
        foot = f"{foot} {sentence(block.status)}"
    out += wrap(foot, width, inner, inner)
    for term in block.terms:
        out += _line(term, width)
    return out


def _table(block: Table, width: int) -> list[str]:
    out = wrap(f"{block.title}:", width) if block.title else []
    for row in block.rows:
        out += wrap(": ".join(cell for cell in row if cell), width, INDENT, INDENT * 2)
    return out


def choice_lines(items: Sequence[ChoiceItem], width: int) -> list[str]:
    """A numbered list; what is closed says so and why."""
    out: list[str] = []
    wide = max((len(item.key) for item in items), default=1)
    group = items[0].group if items else ""
    for item in items:
        if item.group != group:
            out.append("")
            group = item.group
        key = item.key.rjust(wide)
        chosen = ""
        if item.chosen:
            chosen = _(" (on the sheet)") if item.group in SHEET else _(" (chosen)")
        closed = _(" (closed)") if item.refusal else ""
        edge = " " * (wide + 4)
        short = item.group in INLINE and not item.refusal and item.detail
        label = f"{item.label}{chosen}{closed}"
        out += wrap(f"{label}: {item.detail}" if short else label, width, f"{INDENT}{key}  ", edge)
        for text in (item.refusal, "" if item.refusal or short else item.detail, item.note):
            if text:
                out += wrap(sentence(text), width, edge, edge)
    return out
