"""A scenario in a language: which there are, and its texts in one. Light: the program's start passes through here."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path

from game.scenario.files import LANGUAGES, language_files
from game.scenario.pseudo import PSEUDO, pseudo
from game.scenario.texts import Texts


def languages(folder: Path) -> tuple[str, ...]:
    """Codes of the languages that a scenario is translated into."""
    place = folder / LANGUAGES
    if not place.is_dir():
        return ()
    return tuple(sorted(path.name for path in place.iterdir() if path.is_dir() and language_files(folder, path.name)))


def original(texts: Texts) -> str:
    """The language that a scenario is written in."""
    return str(texts.content.get("language", "en"))


def spoken(folder: Path, texts: Texts, code: str) -> Texts:
    """The texts of the scenario in a language; what nobody has translated stays in the original.

    Faulty entries of a translation are left out here: `october check` tells of them.
    """
    if code == PSEUDO:
        return texts.translated({id: pseudo(text) for id, text in texts.translatable().items()})
    if code == original(texts) or not language_files(folder, code):
        return texts
    return texts.translated(_words(folder, texts, code))


def _words(folder: Path, texts: Texts, code: str) -> Mapping[str, str]:
    """Read from the YAML, or from what was read before where nothing has changed since."""
    from game.scenario.library import keep, kept

    wanted = texts.translatable()
    mark = blake2b(json.dumps(wanted, sort_keys=True).encode(), digest_size=16)
    for path in language_files(folder, code):
        mark.update(path.name.encode() + b"\0" + path.read_bytes())
    name = f"compiled.{code}.json"
    known = kept(folder, name)
    if isinstance(known, list) and len(known) == 2 and known[0] == mark.hexdigest() and isinstance(known[1], dict):
        return known[1]
    from game.scenario.translation import read  # brings yaml and pydantic

    words = read(folder, code, wanted).texts
    keep(folder, name, json.dumps([mark.hexdigest(), words], ensure_ascii=False))
    return words
