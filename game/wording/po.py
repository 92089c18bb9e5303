"""Catalogues of gettext as text: read, written, and compiled to what the standard library understands."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

FUZZY = "fuzzy"
_FIELD = re.compile(r'(#~ )?(msgctxt|msgid_plural|msgid|msgstr(?:\[(\d)\])?)?\s*"(.*)"\s*\Z')
_ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\"}


class Misread(ValueError):
    """A line of a catalogue that means nothing."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One sentence of the program, with where it stands, and how a language puts it."""

    message: str
    plural: str = ""
    context: str = ""
    said: tuple[str, ...] = ()
    """The translation; one for each plural form where the sentence has them."""
    places: tuple[str, ...] = field(default=(), compare=False)
    flags: frozenset[str] = frozenset()
    notes: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        return self.context, self.message

    @property
    def done(self) -> bool:
        """Whether a language says it, and nobody has to look at it again."""
        return bool(self.said) and all(self.said) and FUZZY not in self.flags

    @property
    def header(self) -> bool:
        return not self.message and not self.context


def read(text: str) -> list[Entry]:
    """The entries of a catalogue in their order, the header among them; obsolete ones are left out."""
    out: list[Entry] = []
    for block in re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n").strip()):
        found = _entry(block)
        if found is not None:
            out.append(found)
    return out


def _entry(block: str) -> Entry | None:
    parts: dict[str, str] = {}
    places: list[str] = []
    flags: set[str] = set()
    notes: list[str] = []
    current = ""
    for line in block.splitlines():
        if line.startswith("#:"):
            places += line[2:].split()
        elif line.startswith("#,"):
            flags |= {flag.strip() for flag in line[2:].split(",")}
        elif line.startswith("#") and not line.startswith("#~ "):
            notes.append(line[1:].removeprefix(" "))
        elif line.strip():
            found = _FIELD.match(line)
            if found is None:
                raise Misread(line)
            if found[1]:
                return None
            current = (f"msgstr{found[3] or 0}" if (found[2] or "").startswith("msgstr") else found[2]) or current
            if not current:
                raise Misread(line)
            parts[current] = parts.get(current, "") + _unescaped(found[4])
    if "msgid" not in parts:
        return None
    said = tuple(parts[name] for name in sorted(parts) if name.startswith("msgstr"))
    said = said if any(said) else ()
    return Entry(
        parts["msgid"], parts.get("msgid_plural", ""), parts.get("msgctxt", ""), said, tuple(places),
        frozenset(flags), tuple(notes),
    )  # fmt: skip


def written(entries: Iterable[Entry]) -> str:
    """A catalogue as text; `read` gives the same entries back."""
    return "\n".join(_written(entry) for entry in entries)


def _written(entry: Entry) -> str:
    lines = [f"# {note}".rstrip() for note in entry.notes]
    lines += [f"#: {place}" for place in entry.places]
    if entry.flags:
        lines.append(f"#, {', '.join(sorted(entry.flags))}")
    if entry.context:
        lines.append(f"msgctxt {_quoted(entry.context)}")
    lines.append(f"msgid {_quoted(entry.message)}")
    if entry.plural:
        lines.append(f"msgid_plural {_quoted(entry.plural)}")
        lines += [f"msgstr[{number}] {_quoted(text)}" for number, text in enumerate(entry.said or ("", ""))]
    else:
        lines.append(f"msgstr {_quoted(entry.said[0] if entry.said else '')}")
    return "\n".join([*lines, ""])


def _quoted(text: str) -> str:
    pieces = text.split("\n")
    lines = [f"{piece}\n" for piece in pieces[:-1]] + ([pieces[-1]] if pieces[-1] or len(pieces) == 1 else [])
    if len(lines) > 1:
        return "\n".join(['""', *(_escaped(line) for line in lines)])
    return _escaped(lines[0])


def _escaped(text: str) -> str:
    inner = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{inner}"'


def _unescaped(text: str) -> str:
    return re.sub(r"\\(.)", lambda found: _ESCAPES.get(found[1], found[1]), text)


def merged(old: Iterable[Entry], template: Iterable[Entry]) -> list[Entry]:
    """The sentences of the template with what a language already says; what is no longer said is dropped."""
    known = {entry.key: entry for entry in old}
    out = []
    for entry in template:
        kept = known.get(entry.key)
        if entry.header:
            out.append(kept or entry)
        elif kept is None:
            out.append(entry)
        else:
            again = frozenset() if kept.plural == entry.plural or not kept.done else frozenset((FUZZY,))
            out.append(replace(entry, said=kept.said, flags=kept.flags | again, notes=kept.notes))
    return out


def translations(path: Path) -> GNUTranslations:
    """A catalogue ready to speak; sentences not done fall back to the original."""
    return GNUTranslations(BytesIO(compiled(read(path.read_text(encoding="utf-8")))))


def compiled(entries: Iterable[Entry]) -> bytes:
    """The catalogue in gettext's own form (.mo)."""
    texts: dict[bytes, bytes] = {}
    for entry in entries:
        if entry.header or entry.done:
            name = f"{entry.context}\x04{entry.message}" if entry.context else entry.message
            name = f"{name}\0{entry.plural}" if entry.plural else name
            texts[name.encode()] = "\0".join(entry.said).encode()
    names = sorted(texts)
    start = 28 + 16 * len(names)
    index, body = [], b""
    for part in (names, [texts[name] for name in names]):
        for text in part:
            index += [len(text), start + len(body)]
            body += text + b"\0"
    head = struct.pack("<7I", 0x950412DE, 0, len(names), 28, 28 + 8 * len(names), 0, 28 + 16 * len(names))
    return head + struct.pack(f"<{len(index)}I", *index) + body
