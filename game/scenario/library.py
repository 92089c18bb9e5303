"""Scenarios on the shelf: found by name or path, loaded with their problems, or started from their compiled form."""

from __future__ import annotations

import json
import os
import tempfile
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

import game
from game.engine.fingerprint import rulebook_digest as tables_digest
from game.engine.tables import Tables
from game.scenario.codec import Mismatch, decode, encode, layout
from game.scenario.files import files_digest
from game.scenario.loaded import Loaded
from game.scenario.shelf import COMPILED, VALUES, NotFound, available, compiler, find, shelves, taught
from game.scenario.texts import Texts

__all__ = [
    "COMPILED",
    "VALUES",
    "Loaded",
    "NotFound",
    "available",
    "compiled",
    "find",
    "load",
    "shelves",
    "tables_digest",
]


def load(path: str | Path) -> Loaded:
    """Read the YAML: tables (None where there is an error), texts, and every problem, all at once."""
    from game.scenario.load import load as read  # brings yaml and pydantic, which a start has no need of

    return _taught(read(Path(path)), Path(path))


def compiled(path: str | Path) -> Loaded:
    """The scenario from its compiled form where that is up to date; else from YAML, and compiled for the next time."""
    folder = Path(path)
    written_as = _digests(folder)
    found = _read(folder / COMPILED, written_as) or _read(_own(folder), written_as)
    if found is not None:
        return _taught(found, folder)
    fresh = load(folder)
    text = _text(fresh, written_as)
    if text is not None and not _write(folder / COMPILED, text):
        _write(_own(folder), text)
    return fresh


def compiled_text(folder: Path) -> str | None:
    """The compiled form of a scenario, made anew; None where it has faults."""
    return _text(load(folder), _digests(folder))


def _text(loaded: Loaded, written_as: dict[str, str]) -> str | None:
    if loaded.tables is None:
        return None
    content = {name: value for name, value in loaded.texts.content.items() if name != VALUES}
    return encode([written_as, loaded.tables, dict(loaded.texts.words), content])


def _taught(loaded: Loaded, folder: Path) -> Loaded:
    """With what the minds have learned, if anything, in `content`: `minds/values.json`, by `october learn`."""
    texts = taught(loaded.texts, folder)
    return Loaded(loaded.tables, texts, loaded.problems) if texts is not loaded.texts else loaded


def _digests(folder: Path) -> dict[str, str]:
    return {
        "files": files_digest(folder),
        "layout": layout(Tables),
        "version": game.__version__,
        "compiler": compiler(),
    }


def _read(place: Path, wanted: dict[str, str]) -> Loaded | None:
    """The compiled form at `place`, or None where there is none that fits."""
    try:
        found = json.loads(place.read_bytes())
        written_as, tables, words, content = found
        if any(written_as.get(key) != value for key, value in wanted.items() if value):
            return None
        if not isinstance(words, dict) or not isinstance(content, dict):
            return None
        return Loaded(decode(Tables, tables), Texts(words, content))
    except (OSError, ValueError, TypeError, AttributeError, RecursionError, Mismatch):
        return None


def kept(folder: Path, name: str) -> object:
    """What was put down beside the compiled form of a scenario, or None."""
    for place in (folder / name, _own(folder).with_suffix(f".{name}")):
        with suppress(OSError, ValueError):
            return json.loads(place.read_bytes())
    return None


def keep(folder: Path, name: str, text: str) -> None:
    """Put something down beside the compiled form, where that can be done."""
    if not _write(folder / name, text):
        _write(_own(folder).with_suffix(f".{name}"), text)


def _write(place: Path, text: str) -> bool:
    """Put the compiled form down whole or not at all; a folder that may not be written to is no fault."""
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=place.parent, prefix=".compiled-", suffix=".json")
    except OSError:
        return False
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        os.chmod(name, 0o644)
        os.replace(name, place)
    except OSError:
        with suppress(OSError):
            os.unlink(name)
        return False
    return True


def _own(folder: Path) -> Path:
    """Where the compiled form goes when the scenario's own folder cannot hold it."""
    home = os.environ.get("OCTOBER_HOME")
    if home:
        base = Path(home)
    else:
        from platformdirs import user_cache_dir

        base = Path(user_cache_dir("october"))
    key = blake2b(str(folder.resolve()).encode(), digest_size=8).hexdigest()
    return base / "compiled" / f"{key}.json"
