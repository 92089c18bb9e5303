"""A gathered document held against the format: every misfit at once, and the parts that do fit."""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from game.scenario.gather import Document
from game.scenario.problems import Problem, nearest
from game.scenario.shape.base import ID, Reports
from game.scenario.shape.whole import Scenario
from game.scenario.source import Path

_NOT_ID = re.compile(r"[^a-z0-9_]+")


@dataclass(slots=True)
class Shaped:
    """What fits the format; `scenario` is None where too much is missing to go on."""

    scenario: Scenario | None
    problems: list[Problem] = field(default_factory=list)
    dropped: set[str] = field(default_factory=set)
    """Ids of malformed parts: they are known, though nothing can be said of them."""


def shape(document: Document) -> Shaped:
    """Hold the document against the format."""
    out = Shaped(None, dropped=set(document.lost))
    value: dict[str, Any] = dict(document.value)
    for attempt in range(2):
        try:
            out.scenario = Scenario.model_validate(value)
        except ValidationError as error:
            details = error.errors(include_url=False)
        else:
            break
        if attempt == 0:
            out.problems = [
                _problem(document, detail) for detail in details if not (document.lost and detail["type"] == "missing")
            ]
        value = _without(document, value, details, out)
    return out


def _without(document: Document, value: dict[str, Any], details: list[ErrorDetails], out: Shaped) -> dict[str, Any]:
    """The document without its malformed items, and with stand-ins for what cannot be done without."""
    kept = dict(value)
    bad: dict[str, set[str | int]] = {}
    for detail in details:
        loc = detail["loc"]
        top = str(loc[0]) if loc else ""
        if len(loc) > 1 and isinstance(value.get(top), list | dict):
            bad.setdefault(top, set()).add(loc[1])
        else:
            kept.pop(top, None)
            _note_ids(value.get(top), out.dropped)
            if top in STAND_INS:
                kept[top] = STAND_INS[top]
    for top, steps in bad.items():
        whole = value[top]
        if isinstance(whole, list):
            document.kept[top] = [number for number in range(len(whole)) if number not in steps]
            for step in steps:
                _note_ids(whole[step] if isinstance(step, int) and step < len(whole) else None, out.dropped)
            kept[top] = [whole[number] for number in document.kept[top]]
        elif top in STAND_INS:
            kept[top] = STAND_INS[top]
        else:
            for step in steps:
                out.dropped.add(str(step))
                _note_ids(whole.get(step), out.dropped)
            kept[top] = {key: inner for key, inner in whole.items() if key not in steps}
    return kept


STAND_INS: dict[str, Any] = {
    "format": 1,
    "id": "unnamed",
    "title": "?",
    "version": 1,
    "tests": {"opens_at": -1, "answers_at": -1, "turns": 2},
    "last_decision": {"hold": "0", "call": "0"},
    "ladder": [],
    "bands": [],
    "worth": {},
    "issues": [],
    "channels": [],
    "endings": [],
    "groups": [],
    "decisions": [],
    "types": [],
}
"""Lets the other checks run although one of these is missing or malformed; never reaches a game."""


def _note_ids(part: Any, ids: set[str]) -> None:
    if isinstance(part, dict):
        for key, inner in part.items():
            if key in ("id", "dial") and isinstance(inner, str):
                ids |= {inner, _NOT_ID.sub("_", inner.lower())}
            _note_ids(inner, ids)
    elif isinstance(part, list):
        for inner in part:
            _note_ids(inner, ids)


def _problem(document: Document, detail: ErrorDetails) -> Problem:
    path: Path = tuple(detail["loc"])
    kind, value = detail["type"], detail["input"]
    close = ""
    match kind:
        case "missing":
            sentence = f"`{path[-1]}` is missing"
            spot = document.spot(path[:-1])
        case "extra_forbidden":
            sentence = f"`{path[-1]}` is not a key here"
            close = nearest(str(path[-1]), keys_at(path[:-1]))
            spot = document.spot(path, key=True)
        case _:
            sentence, close = _sentence(kind, value, detail.get("ctx", {}), detail["msg"])
            spot = document.spot(path)
            if path and path[-1] == "[key]":
                spot = document.spot(path[:-1], key=True)
    return Problem(*spot, "error", sentence, close)


def _sentence(kind: str, value: Any, ctx: Mapping[str, Any], message: str) -> tuple[str, str]:
    if value is None:
        return "this is empty", ""
    match kind:
        case "string_type":
            return "this should be text" + ("; put it in quotes" if not isinstance(value, dict | list) else ""), ""
        case "string_too_short":
            return "this text is empty", ""
        case "string_pattern_mismatch" if ctx.get("pattern") == r"\S":
            return "this text is empty", ""
        case "string_pattern_mismatch":
            wanted = "small letters, digits and _, a letter first"
            return f"`{value}` is not {'an id' if ctx.get('pattern') == ID else 'a name'}: {wanted}", ""
        case "list_type":
            return "this should be a list", ""
        case "dict_type" | "model_type" | "model_attributes_type":
            return "this should be a map of keys", ""
        case "bool_type" | "bool_parsing":
            return "this should be true or false", ""
        case "literal_error":
            known = str(ctx.get("expected", "")).replace("'", "").replace(" or ", ", ")
            return f"`{value}` is not one of: {known}", nearest(str(value), known.split(", "))
        case "too_short":
            return f"this list needs at least {ctx.get('min_length')}", ""
        case "too_long":
            return f"this list has at most {ctx.get('max_length')}", ""
        case "greater_than_equal":
            return f"this should be {ctx.get('ge')} or more", ""
        case "less_than_equal":
            return f"this should be {ctx.get('le')} or less", ""
    return (message[0].lower() + message[1:] if message else "this does not fit the format"), ""


def keys_at(path: Path) -> list[str]:
    """The keys that the format knows at a path into the document."""
    current: Any = Scenario
    for step in path:
        current = _inside(current, step)
    if isinstance(current, type) and issubclass(current, BaseModel) and current is not Reports:
        return [info.alias or name for name, info in current.model_fields.items()]
    return []


def _inside(kind: Any, step: str | int) -> Any:
    for plain in _plain(kind):
        if isinstance(plain, type) and issubclass(plain, BaseModel):
            for name, info in plain.model_fields.items():
                if step == (info.alias or name):
                    return next(_plain(info.annotation), None)
            continue
        origin, arguments = typing.get_origin(plain), typing.get_args(plain)
        if origin is list:
            return next(_plain(arguments[0]), None)
        if origin is dict:
            return next(_plain(arguments[1]), None)
    return None


def _plain(kind: Any) -> Iterator[Any]:
    """A type without its annotations; each branch of a union."""
    origin = typing.get_origin(kind)
    if origin is typing.Annotated:
        yield from _plain(typing.get_args(kind)[0])
    elif origin in (typing.Union, types.UnionType):
        for branch in typing.get_args(kind):
            if branch is not type(None):
                yield from _plain(branch)
    else:
        yield kind
