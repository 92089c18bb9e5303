"""The template of catalogues: every sentence that the source hands to `_`, `several`, `meant`, `phrase`, `meanings`."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from game.wording.po import Entry

PROGRAM = Path(__file__).resolve().parent.parent
TEMPLATE = "october.pot"
FIELDS = (
    "Project-Id-Version: october",
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=UTF-8",
    "Content-Transfer-Encoding: 8bit",
    "Language: ",
    "X-Name: ",
    "Plural-Forms: nplurals=2; plural=(n != 1);",
)
HEADER = Entry("", said=("".join(f"{line}\n" for line in FIELDS),))
HANDED = {"_": 1, "phrase": 1, "several": 2, "meant": 2}
"""How many of a function's arguments are sentences or contexts."""


class Loose(ValueError):
    """A sentence that the source puts together while it runs: no catalogue can hold it."""


def template(root: Path = PROGRAM) -> list[Entry]:
    """Every sentence once, with the files it stands in, in the order of the files; the header first."""
    found: dict[tuple[str, str], Entry] = {}
    for path in sorted(root.rglob("*.py")):
        name = path.relative_to(root.parent).as_posix()
        if "_data" in path.relative_to(root).parts:
            continue
        for entry in sentences(path.read_text(encoding="utf-8")):
            known = found.get(entry.key)
            places = (*known.places, name) if known else (name,)
            plural = entry.plural or (known.plural if known else "")
            found[entry.key] = replace(entry, plural=plural, places=tuple(dict.fromkeys(places)))
    return [HEADER, *found.values()]


def sentences(source: str) -> Iterator[Entry]:
    """The sentences of one file in their order. Raises Loose where one is not written out."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call) and _name(node)]
    for call in sorted(calls, key=lambda one: (one.lineno, one.col_offset)):
        name = _name(call)
        texts = [part.value for part in call.args if isinstance(part, ast.Constant) and isinstance(part.value, str)]
        if name == "meanings":
            if len(texts) != len(call.args):
                raise Loose(f"line {call.lineno}: {ast.unparse(call)}")
            yield from (Entry(text, context=texts[0]) for text in texts[1:])
            continue
        wanted = HANDED[name]
        given = call.args[:wanted]
        if len(given) < wanted or not all(
            isinstance(part, ast.Constant) and isinstance(part.value, str) for part in given
        ):
            if not _looked_up(name, given):
                raise Loose(f"line {call.lineno}: {ast.unparse(call)}")
        elif name == "several":
            yield Entry(texts[0], plural=texts[1])
        elif name == "meant":
            yield Entry(texts[1], context=texts[0])
        else:
            yield Entry(texts[0])


def _name(call: ast.Call) -> str:
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    return name if name in HANDED or name == "meanings" else ""


def _looked_up(name: str, given: list[ast.expr]) -> bool:
    """Whether a sentence comes from where it was marked: a name, or a place in a table; never put together here."""
    last = given[-1] if given else None
    if name == "meant" and isinstance(last, ast.Call):
        return isinstance(last.func, ast.Name) and last.func.id == "next"
    return name in ("_", "meant") and isinstance(last, ast.Name | ast.Subscript | ast.Attribute)
