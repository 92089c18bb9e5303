"""The files of a folder as one document: the top-level keys decide, lists are joined, maps merged."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from game.scenario import source
from game.scenario.files import SEEDS
from game.scenario.problems import Problem
from game.scenario.source import File, Path, Spot

MOST_FILES = 400
DEEP = frozenset({"worth", "wording", "theme", "choices"})
"""Maps whose inner maps may come from several files too."""
_WORD = re.compile(rb"[A-Za-z_][A-Za-z0-9_]*")


@dataclass(slots=True)
class Document:
    """One scenario as written: the merged values, and the nodes that each top-level key came from."""

    value: dict[str, Any] = field(default_factory=dict)
    nodes: dict[str, list[tuple[str, Any]]] = field(default_factory=dict)
    keys: dict[str, tuple[str, Any]] = field(default_factory=dict)
    first: Spot = ("scenario.yaml", 1, 1)
    problems: list[Problem] = field(default_factory=list)
    lost: set[str] = field(default_factory=set)
    """Every word of the files that could not be read: what they say is known, though not understood."""
    kept: dict[str, list[int]] = field(default_factory=dict)
    """Where items of a list were dropped as malformed: the place in the file of each that was kept."""

    def spot(self, path: Path, key: bool = False) -> Spot:
        """File, line and column of a path into the merged document."""
        if not path or path[0] not in self.nodes:
            return self.first
        top = str(path[0])
        if len(path) == 1 and key:
            file, node = self.keys[top]
            return file, node.start_mark.line + 1, node.start_mark.column + 1
        return source.spot(self.nodes[top], self._written(path), key)

    def _written(self, path: Path) -> Path:
        """The path below its top-level key, counting as the files do."""
        kept = self.kept.get(str(path[0]))
        if kept is not None and len(path) > 1 and isinstance(path[1], int) and path[1] < len(kept):
            return (kept[path[1]], *path[2:])
        return path[1:]

    def inside(self, path: Path, column: int) -> Spot:
        """Where character `column` of the text at `path` stands, as far as that can be told."""
        file, line, start = self.spot(path)
        node = source.node_at(self.nodes.get(str(path[0]), []), self._written(path))
        if node is None or node.style in ("|", ">") or node.start_mark.line != node.end_mark.line:
            return file, line, start
        return file, line, start + column - 1 + (1 if node.style else 0)


def gather(files: Iterable[tuple[str, bytes]]) -> Document:
    """All files merged; never raises for what stands in them."""
    document = Document()
    for number, (name, data) in enumerate(files):
        if number >= MOST_FILES:
            document.problems.append(Problem(name, 1, 1, "error", f"a scenario has at most {MOST_FILES} files"))
            break
        file, problems = source.read(name, data)
        document.problems += problems
        if file is None:
            document.lost |= {word.decode() for word in _WORD.findall(data)}
        if file is None or file.node is None:
            continue
        if not isinstance(file.value, dict):
            document.problems.append(
                Problem(name, 1, 1, "error", "a file of a scenario is a map of keys, not a list or a word")
            )
            continue
        if name == "scenario.yaml":
            document.first = (name, 1, 1)
        if name.startswith(SEEDS):
            _seed(document, file)
        elif "options" in file.value or (name.startswith("decisions/") and "seat" in file.value):
            _decision(document, file)
        else:
            _merge(document, file)
    return document


def _seed(document: Document, file: File) -> None:
    """The claims of the essay that a scenario grew from, under a key of their own."""
    for key, node in file.node.value:
        if key.value == "claims":
            document.value["essay"] = file.value["claims"]
            document.nodes["essay"] = [(file.name, node)]
            document.keys["essay"] = (file.name, key)


def _decision(document: Document, file: File) -> None:
    """A file with `options` is one decision."""
    document.value.setdefault("decisions", [])
    listed = document.value["decisions"]
    if isinstance(listed, list):
        listed.append(file.value)
        document.nodes.setdefault("decisions", []).append((file.name, source.OneOf(file.node)))
        document.keys.setdefault("decisions", (file.name, file.node))


def _merge(document: Document, file: File) -> None:
    keys = {key.value: (key, node) for key, node in file.node.value if hasattr(key, "style")}
    for name, value in file.value.items():
        if name not in keys:
            name = str(name)
        if name not in keys:
            continue
        key, node = keys[name]
        if name not in document.value:
            document.value[name] = value
            document.nodes[name] = [(file.name, node)]
            document.keys[name] = (file.name, key)
            continue
        old = document.value[name]
        if isinstance(old, list) and isinstance(value, list):
            document.value[name] = old + value
            document.nodes[name].append((file.name, node))
        elif isinstance(old, dict) and isinstance(value, dict):
            document.nodes[name].append((file.name, node))
            _join(document, file.name, (name,), old, value, node)
        else:
            _twice(document, file.name, key, name)


def _join(document: Document, file: str, path: Path, old: dict[Any, Any], new: dict[Any, Any], node: Any) -> None:
    """Merge maps of two files, key by key; what both say is a fault of the later file."""
    keys = {key.value: (key, inner) for key, inner in node.value}
    for name, value in new.items():
        if name not in old:
            old[name] = value
        elif path[0] in DEEP and isinstance(old[name], dict) and isinstance(value, dict):
            _join(document, file, (*path, name), old[name], value, keys[str(name)][1])
        else:
            _twice(document, file, keys[str(name)][0], ".".join(map(str, (*path, name))))


def _twice(document: Document, file: str, key: Any, name: str) -> None:
    mark = key.start_mark
    sentence = f"`{name}` is already given in another file"
    document.problems.append(Problem(file, mark.line + 1, mark.column + 1, "error", sentence))
