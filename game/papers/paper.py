"""The parts of which every paper is made. Plain frozen values: no colours, no places on a screen."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. `role`: body | lead | note | quote | warning | last."""

    text: str
    role: str = "body"


@dataclass(frozen=True, slots=True)
class Line:
    """A label with its value, and perhaps a remark."""

    label: str
    value: str
    note: str = ""
    mark: str = ""
    """yours | his | nobody | unknown | warning, where it is one of these."""


@dataclass(frozen=True, slots=True)
class DotArray:
    """A hundred dots: so many filled (at least), so many ringed (perhaps)."""

    full: int
    perhaps: int
    of: int = 100


@dataclass(frozen=True, slots=True)
class Figure:
    """A chance: always in words, with dots beside them."""

    label: str
    words: str
    dots: DotArray
    note: str = ""
    shorter: tuple[str, ...] = ()
    """The same in fewer words, the fullest first, for where there is no room."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How angry somebody is: strokes out of five, and the word."""

    label: str
    count: int
    word: str
    voice: str = ""
    of: int = 5


@dataclass(frozen=True, slots=True)
class Ladder:
    """Where the crisis stands, by name; `pending` is where an order would take it, or -1."""

    rung: int
    of: int
    name: str
    band: str = ""
    pending: int = -1


@dataclass(frozen=True, slots=True)
class Slip:
    """Something that came in: a cable, a report, a line of intelligence."""

    kind: str
    title: str
    text: str
    dated: str = ""
    new: bool = True


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as a sheet: who writes by which way, what is open and what is for one man alone."""

    head: str
    binding: str
    open: tuple[str, ...]
    private: tuple[str, ...] = ()
    terms: tuple[Line, ...] = ()
    status: str = ""


@dataclass(frozen=True, slots=True)
class Clipping:
    """A story of a front page."""

    masthead: str
    headline: str
    line: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something on the chart. `state`: known | guessed | unknown; `place` is a name of the scenario's map, or ''."""

    kind: str
    label: str
    words: str
    state: str
    count: int = 0
    of: int = 0
    place: str = ""


Block = (
    Heading | Paragraph | Line | Figure | Tally | Ladder | Slip | Letter | Clipping | Table | Mark
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ChoiceItem:
    """Something that can be chosen. `refusal` says why it is closed; `chosen` that it is on the sheet already."""

    id: str
    label: str
    detail: str = ""
    refusal: str = ""
    key: str = ""
    chosen: bool = False
    group: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """One screen: a title, its blocks in order of reading, and what can be chosen."""

    id: str
    title: str
    blocks: tuple[Block, ...] = ()
    choices: tuple[ChoiceItem, ...] = ()
    question: str = ""

    def words(self) -> int:
        """Words that a reader has before him, for the reading budget."""
        return sum(len(text.split()) for text in self.said())

    def reading(self) -> int:
        """Words of prose: what must be read before choosing, beside clocks, strips and the names of the options."""
        return sum(len(text.split()) for text in self.prose())

    def prose(self) -> tuple[str, ...]:
        """The texts that `reading` counts, in order."""
        out: list[str] = []
        for block in self.blocks:
            match block:
                case Heading() | Paragraph() | Slip():
                    out.append(block.text)
                case Letter():
                    out += [*block.open, *block.private]
                case _:
                    pass
        out += [self.question, *(item.detail for item in self.choices)]
        return tuple(text for text in out if text)

    def said(self) -> tuple[str, ...]:
        """Every text of the paper, in order of reading."""
        out = [self.title, self.question]
        for block in self.blocks:
            out += _said(block)
        for item in self.choices:
            out += [item.label, item.detail, item.refusal, item.note]
        return tuple(text for text in out if text)

    def told(self) -> tuple[str, ...]:
        """The same as running text: a label stands in one line with what it labels. Choices are left out."""
        out = [self.title, self.question]
        for block in self.blocks:
            first, *rest = _said(block) or [""]
            if rest and isinstance(block, Line | Figure | Tally | Clipping):
                mark = " " if first.endswith((".", ":", "?", "!")) else ": "
                first, rest = mark.join(text for text in (first, rest[0]) if text), rest[1:]
            out += [first, *rest]
        return tuple(text for text in out if text)


def _said(block: Block) -> list[str]:
    match block:
        case Heading() | Paragraph():
            return [block.text]
        case Line():
            return [block.label, block.value, block.note]
        case Figure():
            return [block.label, block.words, block.note]
        case Tally():
            return [block.label, block.word, block.voice]
        case Ladder():
            return [block.name, block.band]
        case Slip():
            return [block.title, block.text, block.dated]
        case Letter():
            lines = [text for term in block.terms for text in (term.label, term.value)]
            return [block.head, block.binding, *block.open, *block.private, *lines, block.status]
        case Clipping():
            return [block.masthead, block.headline, block.line]
        case Table():
            return [block.title, *block.columns, *(cell for row in block.rows for cell in row)]
    return [block.label, block.words]
