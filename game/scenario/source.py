"""YAML as written: plain values, and where in which file each of them stands.

Strict YAML 1.2 words: only `true` and `false` are truths, so `no`, `on` and `22:30` stay text. Numbers are exact
decimals. Keys that come twice, tabs in the margin, tags and aliases are refused. Nothing here knows the format.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any, ClassVar

import yaml

from game.scenario.problems import Problem

Path = tuple[str | int, ...]

MOST_BYTES = 4_000_000
MOST_DEPTH = 40
MOST_BRACKETS = 200

_INT = re.compile(r"[-+]?[0-9]{1,18}\Z")
_FLOAT = re.compile(r"[-+]?(?:[0-9]{1,18}\.?[0-9]{0,18}|\.[0-9]{1,18})\Z")
_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_TRUTHS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_TAB = re.compile(r"^[ ]*\t", re.MULTILINE)
_DEEP = re.compile(r"^[ ]{200}|^[ ]*(?:[-?:] +){40}", re.MULTILINE)
_UNQUOTED = re.compile("mapping values are not allowed|expected ','|expected <block end>")
_BRACKETS = re.compile(r"[\[\]{}]")


class _Plain:
    """No implicit tags: which word is a number is decided here, not by YAML 1.1."""

    yaml_implicit_resolvers: ClassVar[dict[str, list[tuple[str, re.Pattern[str]]]]] = {}


@cache
def _loader() -> Any:
    base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return type("Loader", (_Plain, base), {})


@dataclass(slots=True)
class File:
    """One file read: its name as shown in problems, its value and its tree of nodes."""

    name: str
    value: Any
    node: Any


class Refused(Exception):
    """This file cannot be read any further."""


class Reader:
    """Reads one file into plain values and collects what is wrong with it."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.problems: list[Problem] = []
        self._seen: set[int] = set()

    def read(self, data: bytes) -> File | None:
        """The file's value and nodes; None where it is not YAML at all."""
        text = self._decoded(data)
        if text is None or not self._harmless(text):
            return None
        try:
            node = yaml.compose(text, Loader=_loader())
        except yaml.MarkedYAMLError as error:
            self._not_yaml(error)
            return None
        except yaml.YAMLError as error:
            self._control(text, error)
            return None
        except (RecursionError, ValueError, MemoryError):
            self.error(1, 1, "this file is nested too deeply to be read")
            return None
        if node is None:
            return File(self.name, None, None)
        try:
            value = self._value(node, 0)
        except Refused:
            return None
        return File(self.name, value, node)

    def error(self, line: int, column: int, sentence: str) -> None:
        self.problems.append(Problem(self.name, line, column, "error", sentence))

    def _decoded(self, data: bytes) -> str | None:
        if len(data) > MOST_BYTES:
            self.error(1, 1, f"this file is larger than {MOST_BYTES // 1_000_000} MB")
            return None
        try:
            return data.decode("utf-8-sig").replace("\r\n", "\n")
        except UnicodeDecodeError as error:
            before = data[: error.start]
            line = before.count(b"\n") + 1
            column = error.start - (before.rfind(b"\n") + 1) + 1
            self.error(line, column, "this is not UTF-8 text; save the file as UTF-8")
            return None

    def _harmless(self, text: str) -> bool:
        """Refuse what would exhaust a parser, and tabs in the margin, which YAML has no meaning for."""
        tabs = [match.end() for _, match in zip(range(5), _TAB.finditer(text), strict=False)]
        for end in tabs:
            line, column = _address(text, end - 1)
            self.error(line, column, "a tab in the margin; indent with spaces")
        depth = deepest = 0
        for match in _BRACKETS.finditer(text):
            depth = max(0, depth + (1 if match.group() in "[{" else -1))
            deepest = max(deepest, depth)
        deep = _DEEP.search(text)
        if deep or deepest > MOST_BRACKETS:
            line, column = _address(text, deep.start()) if deep else (1, 1)
            self.error(line, column, "this file is nested too deeply to be read")
            return False
        return not tabs

    def _not_yaml(self, error: yaml.MarkedYAMLError) -> None:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        said = " ".join(str(error.problem or "it cannot be parsed").split())
        context = f" {' '.join(str(error.context).split())}," if error.context else ""
        cure = "; text with a colon, comma or bracket in it goes in quotes" if _UNQUOTED.search(said) else ""
        self.error(line, column, f"this is not YAML:{context} {said}{cure}")

    def _control(self, text: str, error: yaml.YAMLError) -> None:
        position = getattr(error, "position", None)
        line, column = _address(text, position) if isinstance(position, int) and position <= len(text) else (1, 1)
        self.error(line, column, "a control character that YAML does not allow")

    def _value(self, node: Any, depth: int) -> Any:
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node)
        mark = node.start_mark
        if id(node) in self._seen:
            self.error(mark.line + 1, mark.column + 1, "an alias repeats this part; write it out where it is needed")
            raise Refused
        self._seen.add(id(node))
        if depth > MOST_DEPTH:
            self.error(mark.line + 1, mark.column + 1, "this is nested too deeply")
            raise Refused
        self._no_tag(node)
        if isinstance(node, yaml.SequenceNode):
            return [self._value(item, depth + 1) for item in node.value]
        return self._map(node, depth)

    def _map(self, node: Any, depth: int) -> dict[Any, Any]:
        out: dict[Any, Any] = {}
        for key, value in node.value:
            mark = key.start_mark
            if not isinstance(key, yaml.ScalarNode):
                self.error(mark.line + 1, mark.column + 1, "a key should be one word")
                continue
            name = self._scalar(key)
            if name is None or isinstance(name, bool):
                name = key.value
            if name in out:
                self.error(mark.line + 1, mark.column + 1, f"the key `{name}` stands here twice")
                continue
            out[name] = self._value(value, depth + 1)
        return out

    def _no_tag(self, node: Any) -> None:
        tag = node.tag
        if tag and not str(tag).startswith("tag:yaml.org,2002:"):
            self.error(node.start_mark.line + 1, node.start_mark.column + 1, f"the tag `{tag}` has no meaning here")

    def _scalar(self, node: Any) -> Any:
        text: str = node.value
        if node.style:
            return text
        if len(text) < 40:
            if text in _NULL:
                return None
            if text in _TRUTHS:
                return _TRUTHS[text]
            first = text[0]
            if first in "+-.0123456789":
                if _INT.match(text):
                    return int(text)
                if _FLOAT.match(text):
                    return Decimal(text)
        self._no_tag(node)
        return text


def _address(text: str, offset: int) -> tuple[int, int]:
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def read(name: str, data: bytes) -> tuple[File | None, list[Problem]]:
    """One file's value and nodes, with everything wrong with it as YAML."""
    reader = Reader(name)
    file = reader.read(data)
    return file, reader.problems


Spot = tuple[str, int, int]
"""(file, line, column), counting from 1."""


class OneOf:
    """A node that counts as a list of one: a file that is itself an item of a list."""

    __slots__ = ("end_mark", "start_mark", "value")

    def __init__(self, node: Any) -> None:
        self.value = [node]
        self.start_mark = node.start_mark
        self.end_mark = node.end_mark


def node_at(nodes: Sequence[tuple[str, Any]], path: Path) -> Any:
    """The text node at `path`, or None where no text stands there."""
    node = _walk(nodes, path, key=False, whole=True)
    return node[1] if node and isinstance(node[1], yaml.ScalarNode) else None


def spot(nodes: Sequence[tuple[str, Any]], path: Path, key: bool = False) -> Spot:
    """Where `path` stands: its value, or its key; where it is missing, the deepest part of it that exists."""
    found = _walk(nodes, path, key, whole=False)
    assert found is not None
    return found[0], found[1].start_mark.line + 1, found[1].start_mark.column + 1


def _walk(nodes: Sequence[tuple[str, Any]], path: Path, key: bool, whole: bool) -> tuple[str, Any] | None:
    """The first node at `path` among merged nodes; unless `whole`, as deep as it goes."""
    if not nodes:
        return None
    current = list(nodes)
    for depth, step in enumerate(path):
        following: list[tuple[str, Any]] = []
        skipped = 0
        for name, node in current:
            if isinstance(node, yaml.MappingNode):
                wanted_key = key and depth == len(path) - 1
                following += [(name, at if wanted_key else inner) for at, inner in node.value if at.value == str(step)]
            elif isinstance(node, yaml.SequenceNode | OneOf) and isinstance(step, int):
                if 0 <= step - skipped < len(node.value):
                    following.append((name, node.value[step - skipped]))
                skipped += len(node.value)
        if not following:
            return None if whole else current[0]
        current = following
    return current[0]
