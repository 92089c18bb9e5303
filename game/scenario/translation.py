"""The texts of a scenario in another language: `lang/CODE/*.yaml`, laid over the original by id.

    name: Deutsch                       the language's own name, in one of the files
    texts:
      decision.u_day1.title: {of: 5c1d0a93, text: Die Tore sind zu}
      ending.flood.last:
        of: 77b2e410                    a digest of the original: when that changes, the translation is stale
        text: >-
          Wo Delta war, ist jetzt ein See.
      seat.delta.name: Delta            without `of` it is never told whether it is stale

What is missing falls back to the original. A name, a masthead or a source may stay as it is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any

from game.scenario import source
from game.scenario.files import LANGUAGES, language_files
from game.scenario.problems import Problem, nearest
from game.scenario.shape.base import paragraphs

KEYS = ("name", "texts")
PARTS = ("of", "text")
MOST_OFFERS = 60
PLACEHOLDER = re.compile(r"\{[^{}]*\}|`[^`]*`")
MAY_STAY = re.compile(r"(person\.[^.]+\.name|paper\.[^.]+\.masthead|source\.[^.]+|theme\..+|clock\..+)\Z")
"""Names, mastheads, sources and the lettering of a room: translated where somebody does, and not missing elsewhere."""


@dataclass(slots=True)
class Translation:
    """What the files of one language say: texts by id, and the digest of the original that each was made from."""

    code: str
    name: str = ""
    texts: dict[str, str] = field(default_factory=dict)
    of: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def stale(self, original: Mapping[str, str]) -> list[str]:
        """Ids whose original has changed since."""
        return [id for id, of in self.of.items() if of != digest(original[id])]

    def missing(self, original: Mapping[str, str]) -> list[str]:
        """Ids that have to be translated, and are not."""
        return [id for id in original if id not in self.texts and not MAY_STAY.match(id)]


BY_PLACE = re.compile(r"\.(v\d+\.\w+|(because|text|concedes)\.\d+)\Z")
"""Ids that a list gives by counting. Where another text is put before them, `of` finds what was translated."""


_NUMBER = re.compile(r"\d+")


def digest(text: str) -> str:
    """A short digest of an original: the same however it is broken into lines."""
    return blake2b(" ".join(text.split()).encode(), digest_size=4).hexdigest()


def read(folder: Path, code: str, original: Mapping[str, str]) -> Translation:
    """The translation of a scenario's texts (`original`, by translatable id) that lies in its folder."""
    files = ((path.relative_to(folder).as_posix(), path.read_bytes()) for path in language_files(folder, code))
    return read_files(code, files, original)


def read_files(code: str, files: Iterable[tuple[str, bytes]], original: Mapping[str, str]) -> Translation:
    """The same from files given as (name, bytes); never raises for what stands in them."""
    out = Translation(code)
    reader = _Reader(out, original)
    for name, data in files:
        file, problems = source.read(name, data)
        out.problems += problems
        if file is not None and file.node is not None:
            reader.file(file)
    out.problems.sort(key=Problem.order)
    return out


class _Reader:
    """Reads the files of one language into a translation."""

    def __init__(self, out: Translation, original: Mapping[str, str]) -> None:
        self.out, self.original = out, original
        self._offers = 0

    def file(self, file: source.File) -> None:
        if not isinstance(file.value, dict):
            self._error(file.name, file.node, "a file of a translation is a map with `texts`")
            return
        for key, node in file.node.value:
            value = file.value.get(key.value)
            if key.value not in KEYS:
                self._error(file.name, key, f"`{key.value}` is not a key here", nearest(key.value, KEYS))
            elif key.value == "name":
                if not isinstance(value, str) or not value.strip():
                    self._error(file.name, node, "this should be text")
                elif self.out.name:
                    self._error(file.name, key, "`name` is already given in another file")
                else:
                    self.out.name = value.strip()
            elif not isinstance(value, dict):
                self._error(file.name, node, "this should be a map from ids to texts")
            else:
                for at, inner in node.value:
                    self._text(file.name, at, inner, value.get(at.value))

    def _text(self, file: str, key: Any, node: Any, value: Any) -> None:
        id = str(key.value)
        if isinstance(value, dict) and "of" in value and BY_PLACE.search(id):
            id = self._found_again(id, str(value["of"]))
        if id not in self.original:
            self._offers += 1
            close = nearest(id, self.original) if self._offers <= MOST_OFFERS else ""
            self._error(file, key, f"there is no text `{id}`", close)
            return
        if id in self.out.texts:
            self._error(file, key, f"`{id}` is already translated in another file")
            return
        text, of, place = value, None, node
        if isinstance(value, dict):
            inner = {part.value: (part, at) for part, at in node.value}
            for name, (part, _at) in inner.items():
                if name not in PARTS:
                    self._error(file, part, f"`{name}` is not a key here", nearest(name, PARTS))
            text, of = value.get("text"), value.get("of")
            place = inner["text"][1] if "text" in inner else node
            if of is not None:
                self.out.of[id] = str(getattr(inner["of"][1], "value", of))
        if text is None and isinstance(value, dict) and "text" not in value:
            self._error(file, key, "`text` is missing")
            self.out.of.pop(id, None)
            return
        if not isinstance(text, str) or not text.strip():
            empty = text is None or (isinstance(text, str) and not text.strip())
            self._error(file, place, "this text is empty" if empty else "this should be text; put it in quotes")
            self.out.of.pop(id, None)
            return
        if self._places(file, place, id, text):
            self.out.texts[id] = paragraphs(text)

    def _found_again(self, id: str, of: str) -> str:
        """A text that goes by its place, and has another now: it is known by the digest of its original."""
        if id in self.original and digest(self.original[id]) == of:
            return id
        family = _NUMBER.sub("#", id)
        same = (other for other in self.original if _NUMBER.sub("#", other) == family)
        return next((other for other in same if digest(self.original[other]) == of), id)

    def _places(self, file: str, node: Any, id: str, text: str) -> bool:
        """Whether the translation has the placeholders of its original, and no others."""
        wanted, found = (Counter(PLACEHOLDER.findall(one)) for one in (self.original[id], text))
        for place in found - wanted:
            self._error(file, node, f"the original of `{id}` has no `{place.strip('`')}`",
                        nearest(place, wanted).strip("`"))  # fmt: skip
        for place in wanted - found:
            if not found - wanted:
                self._error(file, node, f"`{place.strip('`')}` of the original is missing in `{id}`")
        return wanted == found

    def _error(self, file: str, node: Any, sentence: str, close: str = "") -> None:
        mark = node.start_mark
        self.out.problems.append(Problem(file, mark.line + 1, mark.column + 1, "error", sentence, close))


def left_to_do(original: Mapping[str, str], found: Translation) -> Iterator[str]:
    """Lines of YAML for what is missing or stale, with the original above each, to be written over."""
    again = set(found.stale(original))
    yield "texts:"
    for id in original:
        if id in again or (id not in found.texts and not MAY_STAY.match(id)):
            text = found.texts.get(id, "")
            for line in original[id].split("\n"):
                yield f"  # {line}".rstrip()
            yield f"  {id}: {{of: {digest(original[id])}, text: {_quoted(text)}}}"


def _quoted(text: str) -> str:
    inner = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{inner}"'


def whole(original: Mapping[str, str], found: Translation) -> dict[str, Any]:
    """How much of a scenario a language says, by kind of text and over all; `share` is of the original's words."""
    stale, missing = set(found.stale(original)), set(found.missing(original))
    kinds: dict[str, dict[str, int]] = {}
    for id, text in original.items():
        if MAY_STAY.match(id) and id not in found.texts:
            continue
        row = kinds.setdefault(
            id.partition(".")[0], dict.fromkeys(("texts", "done", "stale", "missing", "words", "left"), 0)
        )
        row["texts"] += 1
        row["words"] += len(text.split())
        row["missing"] += id in missing
        row["stale"] += id in stale
        row["done"] += id not in missing and id not in stale
        row["left"] += len(text.split()) if id in missing or id in stale else 0
    total = {
        key: sum(row[key] for row in kinds.values()) for key in ("texts", "done", "stale", "missing", "words", "left")
    }
    share = (total["words"] - total["left"]) / total["words"] if total["words"] else 1.0
    return {
        "language": found.code,
        "name": found.name,
        **total,
        "share": share,
        "by_place": sum(BY_PLACE.search(id) is not None for id in original),
        "kinds": kinds,
        "stale_ids": [id for id in original if id in stale],
        "missing_ids": [id for id in original if id in missing],
    }


__all__ = ["LANGUAGES", "Translation", "digest", "left_to_do", "read", "read_files", "whole"]
