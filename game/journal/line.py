"""The kinds of line a journal has, as values, and as the JSON that is written."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from game.engine.begin import Options
from game.engine.move import Inject, Move, from_json, to_json

NAME = "october"
FORMAT = 1

PERSON = "person"
UNASKED = "unasked"
CONTROL = "control"
MOST = 200
"""Letters in a name; a longer one is no name of ours."""


class Parent(NamedTuple):
    """The game that this one goes on from: its file, the last line taken over, and that line's chain digest."""

    file: str
    line: int
    chain: str


class Header(NamedTuple):
    """The first line: all it takes to begin the same game again."""

    scenario: str
    rulebook: str
    """Digest of the compiled tables."""
    seed: int
    options: Options = Options()
    seats: tuple[str, str] = (PERSON, PERSON)
    """Who sits there: `person`, `unasked`, or `mind:skill/version`."""
    rules: str = ""
    """Version of the program that wrote it."""
    parent: Parent | None = None


class Moved(NamedTuple):
    """A move that was taken, and by whom: `person`, `mind:skill/version`, `unasked` or `control`."""

    move: Move
    by: str

    @property
    def seat(self) -> int:
        return -1 if isinstance(self.move, Inject) else self.move.seat


class Resolved(NamedTuple):
    """A phase was resolved; `state` is the digest that was reached."""

    phase: str
    state: str


class Note(NamedTuple):
    """Something kept beside the game: a mind's reasons, a player's sentence. It never changes the state."""

    phase: str
    seat: int
    by: str
    about: Any
    """Plain JSON values."""


Record = Moved | Resolved | Note


def body(record: Header | Record) -> bytes:
    """The JSON of a line, without its chain digest."""
    raw: dict[str, Any]
    match record:
        case Header():
            raw = {
                "kind": "header",
                "journal": NAME,
                "format": FORMAT,
                "rules": record.rules,
                "scenario": record.scenario,
                "rulebook": record.rulebook,
                "seed": record.seed,
                "options": _begun(record.options),
                "seats": list(record.seats),
                "parent": record.parent._asdict() if record.parent else None,
            }
        case Moved():
            raw = {"kind": "move", "by": record.by, **to_json(record.move)}
        case Resolved():
            raw = {"kind": "resolved", **record._asdict()}
        case Note():
            raw = {"kind": "note", **record._asdict()}
    return json.dumps(raw, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode("utf-8", "replace")


def _begun(options: Options) -> dict[str, Any]:
    """How a game began; who answers for himself is named only where somebody does, as in older files."""
    raw = options._asdict() | {"types": list(options.types), "answers": list(options.answers)}
    if True not in options.answers:
        del raw["answers"]
    return raw


def parsed(text: bytes) -> dict[str, Any] | None:
    """A line's JSON object, or None."""
    try:
        raw = json.loads(text.decode("utf-8"))
    except (ValueError, RecursionError):
        return None
    return raw if isinstance(raw, dict) else None


def header(raw: dict[str, Any]) -> Header | None:
    """The header that a line holds, or None where it is not one in form."""
    try:
        wanted = raw["options"]
        one, two = wanted["types"]
        mine, his = wanted.get("answers", (False, False))
        options = Options(
            _name(wanted["pace"]), _name(wanted["lens"]), (_name(one), _name(two)), _truth(wanted["as_it_was"]),
            _truth(wanted["quiet"]), (_truth(mine), _truth(his)),
        )  # fmt: skip
        first, second = raw["seats"]
        up = raw["parent"]
        parent = None if up is None else Parent(_name(up["file"], 4_000), _whole(up["line"]), _name(up["chain"]))
        return Header(
            _name(raw["scenario"]), _name(raw["rulebook"]), _whole(raw["seed"]), options, (_name(first), _name(second)),
            _name(raw["rules"]), parent,
        )  # fmt: skip
    except (KeyError, TypeError, ValueError):
        return None


def record(raw: dict[str, Any]) -> Record | None:
    """The record that a line holds, or None where it is not one in form."""
    try:
        match raw["kind"]:
            case "move":
                move = from_json(raw)
                return None if move is None else Moved(move, _name(raw["by"]))
            case "resolved":
                return Resolved(_name(raw["phase"]), _name(raw["state"]))
            case "note":
                return Note(_name(raw["phase"]), _whole(raw["seat"]), _name(raw["by"]), raw["about"])
    except (KeyError, TypeError, ValueError):
        return None
    return None


def _name(value: object, most: int = MOST) -> str:
    if not isinstance(value, str) or len(value) > most:
        raise TypeError
    return value


def _whole(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) >= 1 << 63:
        raise TypeError
    return value


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value
