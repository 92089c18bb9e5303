"""Scenarios on the shelf by name or path, and the words of one without its rules. Light: the program's start passes
through here.
"""

from __future__ import annotations

import json
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

import game
from game.scenario.files import files_digest, yaml_files
from game.scenario.texts import Texts

if TYPE_CHECKING:
    from game.engine.rulebook import Rulebook

PACKAGE = Path(__file__).resolve().parent.parent
COMPILED = "compiled.json"
VALUES = "values"
"""Under this name `content` holds what the minds have learned."""


class NotFound(LookupError):
    """There is no such scenario; says which name is nearest."""

    def __init__(self, name: str, close: str) -> None:
        super().__init__(f"there is no scenario `{name}`" + (f"; nearest `{close}`" if close else ""))
        self.name = name
        self.nearest = close


def shelves() -> list[Path]:
    """Folders that hold scenarios: the installed ones, or those of the source tree."""
    places = (PACKAGE / "_data" / "scenarios", PACKAGE.parent / "scenarios")
    return [place for place in places if place.is_dir()][:1]


def available() -> dict[str, Path]:
    """Every scenario on the shelf by name."""
    return {
        folder.name: folder
        for shelf in shelves()
        for folder in sorted(shelf.iterdir())
        if folder.is_dir() and yaml_files(folder)
    }


def find(name_or_path: str | Path) -> Path:
    """The folder of a scenario given by name (`my-crisis`), id (`my_crisis`) or path."""
    name = str(name_or_path)
    shelf = available()
    for known in (name, name.replace("_", "-"), name.replace("-", "_")):
        if known in shelf:
            return shelf[known]
    path = Path(name)
    with suppress(OSError, ValueError):
        if name and path.is_dir():
            return path
        if path.is_file() and path.suffix in (".yaml", ".yml"):
            return path.parent.parent if path.parent.name == "decisions" else path.parent
    from game.scenario.problems import nearest

    raise NotFound(name, nearest(name.replace("_", "-"), shelf))


@cache
def compiler() -> str:
    """A digest of the compiler itself in a source tree, where it may change from one start to the next."""
    if not (PACKAGE.parent / "pyproject.toml").is_file():
        return ""
    digest = blake2b(digest_size=16)
    for path in sorted((PACKAGE / "scenario").rglob("*.py")):
        digest.update(path.read_bytes())
    digest.update((PACKAGE / "engine" / "registers.py").read_bytes())
    return digest.hexdigest()


def taught(texts: Texts, folder: Path) -> Texts:
    """With what the minds have learned, if anything, in `content`: `minds/values.json`, by `october learn`."""
    try:
        values = json.loads((folder / "minds" / "values.json").read_bytes())
    except (OSError, ValueError):
        return texts
    return Texts(texts.words, {**texts.content, VALUES: values}) if isinstance(values, dict) else texts


class Words:
    """A scenario of which nobody has asked for the rules yet; `rulebook` reads them at the first time of asking."""

    def __init__(self, folder: Path, texts: Texts) -> None:
        self.folder, self.texts = folder, texts
        self._rulebook: Rulebook | None = None

    @property
    def rulebook(self) -> Rulebook:
        if self._rulebook is None:
            from game.engine.rulebook import Rulebook
            from game.scenario import library

            tables = library.compiled(self.folder).tables
            assert tables is not None, "only what has been compiled has a compiled form"
            self._rulebook = Rulebook(tables)
        return self._rulebook


def words(folder: Path) -> Words | None:
    """The words of a scenario whose compiled form is up to date; None where it has to be loaded whole."""
    wanted = {"files": files_digest(folder), "version": game.__version__, "compiler": compiler()}
    try:
        written_as, _tables, known, content = json.loads((folder / COMPILED).read_bytes())
        if any(written_as.get(key) != value for key, value in wanted.items() if value):
            return None
        if not isinstance(known, dict) or not isinstance(content, dict):
            return None
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return None
    return Words(folder, taught(Texts(known, content), folder))
