"""Frozen dataclasses as JSON and back, led by their types: a table is the list of its fields in order."""

from __future__ import annotations

import dataclasses
import json
import typing
from collections.abc import Callable
from functools import cache
from hashlib import blake2b
from typing import Any

from game.engine.fingerprint import plain_parts

Decoder = Callable[[Any], Any]


class Mismatch(Exception):
    """The JSON is not what the type asks for: written by another version, or damaged."""


def encode(value: object) -> str:
    """Compact JSON; equal values give equal text."""
    # in ASCII, which is read back twice as fast: the words of a whole scenario are, at every start
    return json.dumps(value, separators=(",", ":"), default=plain_parts)


def decode(kind: Any, value: Any) -> Any:
    """The dataclass, tuple or plain value that was encoded; Mismatch where it does not fit."""
    try:
        return decoder(kind)(value)
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise Mismatch(str(error)) from None


@cache
def decoder(kind: Any) -> Decoder:
    """How to make a value of this type from JSON."""
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return _table(kind)
    if typing.get_origin(kind) is tuple:
        arguments = typing.get_args(kind)
        if len(arguments) == 2 and arguments[1] is Ellipsis:
            return _many(decoder(arguments[0]))
        return _few(tuple(decoder(argument) for argument in arguments))
    return _leaf(kind)


def _leaf(kind: type) -> Decoder:
    def leaf(value: Any) -> Any:
        if type(value) is not kind:
            raise Mismatch(f"{value!r} is not {kind.__name__}")
        return value

    return leaf


def _many(inner: Decoder) -> Decoder:
    return lambda values: tuple([inner(value) for value in values])


def _few(parts: tuple[Decoder, ...]) -> Decoder:
    return lambda values: tuple([part(value) for part, value in zip(parts, values, strict=True)])


def _table(kind: type) -> Decoder:
    hints = typing.get_type_hints(kind)
    parts = tuple(decoder(hints[field.name]) for field in dataclasses.fields(kind))
    return lambda values: kind(*[part(value) for part, value in zip(parts, values, strict=True)])


@cache
def layout(kind: type) -> str:
    """A digest of a dataclass's fields and those inside it: JSON of another layout is not read."""
    seen: dict[str, str] = {}

    def visit(inner: Any) -> None:
        if dataclasses.is_dataclass(inner) and isinstance(inner, type):
            if inner.__name__ in seen:
                return
            seen[inner.__name__] = ""
            hints = typing.get_type_hints(inner)
            seen[inner.__name__] = " ".join(f"{name}:{hints[name]}" for name in hints)
            for hint in hints.values():
                visit(hint)
        for argument in typing.get_args(inner):
            visit(argument)

    visit(kind)
    text = "\n".join(f"{name} {fields}" for name, fields in sorted(seen.items()))
    return blake2b(text.encode(), digest_size=16).hexdigest()
