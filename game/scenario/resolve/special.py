"""Effects that are more than a number: a strike, a deadline, a clause that is closed for some turns."""

from __future__ import annotations

from typing import Any

from game.engine.tables import Ops
from game.scenario.problems import nearest
from game.scenario.resolve.ids import MEANINGLESS, Ids
from game.scenario.source import Path

WORDS = (
    "strike", "deadline_in", "cancel_deadline", "grant_question", "close_clause", "delay_cabinet", "delay_own_cabinet",
    "reopen", "end", "slip", "uses_channel", "late_letters",
)  # fmt: skip
"""Keys of effects that are more than a number."""


def special(ids: Ids, key: str, value: Any, path: Path, seat: int | None) -> Ops:
    """The operation of one of WORDS where `seat` acts; none where it is at fault."""
    match key:
        case "strike" | "end":
            kind = "strike" if key == "strike" else "ending"
            if isinstance(value, str) and ids.one_of(kind, value, path):
                return ((key, value, 0),)
            if not isinstance(value, str):
                ids.error(path, f"`{key}` names {'a strike of war.yaml' if key == 'strike' else 'an ending'}")
            return ()
        case "reopen":
            return (("reopen", "", 0),) if _true(ids, key, value, path) else ()
        case "slip":
            value = ids.whose(value, seat)
            if isinstance(value, str) and value in ids.names.seats:
                return (("slip", value, 1),)
            ids.error(path, "`slip` names the seat whose standing order moves", nearest(str(value), ids.names.seats))
            return ()
        case "close_clause":
            return _close_clause(ids, value, path, seat)
        case "uses_channel":
            known = isinstance(value, str) and ids.one_of("channel", value, path)
            return (("uses_channel", value, 0),) if known else ()
        case "late_letters":
            return _late_letters(ids, value, path, seat)
    return _of_a_seat(ids, key, value, path, seat)


def _of_a_seat(ids: Ids, key: str, value: Any, path: Path, seat: int | None) -> Ops:
    """What belongs to the seat that acts: its deadline, its council's questions, a cabinet day."""
    if seat is None:
        ids.error(path, f"`{key}` {MEANINGLESS}", key=True)
        return ()
    own, other = ids.names.seats[seat], ids.names.seats[1 - seat]
    if key == "cancel_deadline":
        return (("cancel_deadline", own, 0),) if _true(ids, key, value, path) else ()
    if isinstance(value, bool) or not isinstance(value, int):
        ids.error(path, f"`{key}` takes a whole number")
        return ()
    if key == "delay_cabinet":
        return (("delay_cabinet", other, value),)
    if key == "delay_own_cabinet":
        return (("delay_cabinet", own, value),)
    if value < 1:
        ids.error(path, f"`{key}` takes a whole number from 1")
        return ()
    return (("deadline" if key == "deadline_in" else key, own, value),)


def _close_clause(ids: Ids, value: Any, path: Path, seat: int | None) -> Ops:
    if not _has(value, {"issue", "level", "turns"}):
        ids.error(path, "`close_clause` takes {issue: ..., level: ..., turns: ...}")
        return ()
    holder = _holder(ids, "close_clause", value, path, seat)
    issue, level = value["issue"], value["level"]
    if not holder or not ids.one_of("issue", str(issue), (*path, "issue")):
        return ()
    levels = ids.levels(str(issue))
    if isinstance(level, int) and not isinstance(level, bool) and 0 <= level < len(levels):
        level = levels[level]
    if level not in levels:
        sentence = f"`{issue}` has no level `{level}`; it has {', '.join(levels)}"
        ids.error((*path, "level"), sentence, nearest(str(level), levels))
        return ()
    turns = _turns(ids, value, path)
    return (("close_clause", f"{holder}.{issue}.{level}", turns),) if turns else ()


def _late_letters(ids: Ids, value: Any, path: Path, seat: int | None) -> Ops:
    if not _has(value, {"channel", "turns"}):
        ids.error(path, "`late_letters` takes {seat: ..., channel: ..., turns: ...}")
        return ()
    holder = _holder(ids, "late_letters", value, path, seat)
    if not holder or not ids.one_of("channel", str(value["channel"]), (*path, "channel")):
        return ()
    turns = _turns(ids, value, path)
    return (("late_letters", f"{holder}.{value['channel']}", turns),) if turns else ()


def _has(value: Any, keys: set[str]) -> bool:
    """Whether a value is a map of these keys; it may name a seat beside them."""
    return isinstance(value, dict) and keys <= set(value) <= keys | {"seat"}


def _holder(ids: Ids, key: str, value: dict[str, Any], path: Path, seat: int | None) -> str:
    """The seat that an effect falls on, '' where none is meant."""
    holder = ids.whose(value.get("seat", "own"), seat)
    if holder not in ids.names.seats:
        ids.error(path, f"`{key}` has no meaning here: say `seat:` too")
        return ""
    return holder


def _turns(ids: Ids, value: dict[str, Any], path: Path) -> int:
    """For how many turns, 0 where it does not say."""
    turns = value["turns"]
    if isinstance(turns, bool) or not isinstance(turns, int) or turns < 1:
        ids.error((*path, "turns"), "`turns` takes a whole number from 1")
        return 0
    return turns


def _true(ids: Ids, key: str, value: Any, path: Path) -> bool:
    if value is not True:
        ids.error(path, f"`{key}` takes only true")
    return value is True
