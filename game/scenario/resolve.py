"""Names found: `own.word` becomes `north.word`, `day.monday` a number, effects become operations in thousandths."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from game.engine.expression import ExpressionError, Tree, parse, renamed, text
from game.engine.tables import Ops
from game.scenario.gather import Document
from game.scenario.names import Names
from game.scenario.problems import Problem, nearest
from game.scenario.shape.base import Shared
from game.scenario.source import Path

MOST_OFFERS = 60
_EQUALS = re.compile(r"(?<![<>=!])=(?!=)")
_AMOUNT = re.compile(r"([+-])?\s*(\d{1,6}(?:\.\d{1,9})?|\.\d{1,9})\Z")

WORDS = (
    "strike", "deadline_in", "cancel_deadline", "grant_question", "close_clause", "delay_cabinet", "delay_own_cabinet",
    "reopen", "end", "slip", "uses_channel", "late_letters",
)  # fmt: skip
"""Keys of effects that are more than a number."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One expression as the lints see it: where it stands, what it is for, whose it is."""

    path: Path
    role: str
    seat: int | None
    tree: Tree
    owner: str = ""
    """What it belongs to, for sentences."""


@dataclass(frozen=True, slots=True)
class Effect:
    """Resolved effects with their address."""

    path: Path
    ops: Ops
    seat: int | None


@dataclass(slots=True)
class Resolver:
    """Finds names and keeps account of everything read and moved."""

    document: Document
    names: Names
    problems: list[Problem] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)
    effects_made: list[Effect] = field(default_factory=list)
    _trees: dict[str, Tree | ExpressionError] = field(default_factory=dict)
    _near: dict[str, str] = field(default_factory=dict)
    _known: tuple[str, ...] = ()

    # -- problems -----------------------------------------------------------------------------------------------

    def error(self, path: Path, sentence: str, close: str = "", key: bool = False) -> None:
        self.problems.append(Problem(*self.document.spot(path, key), "error", sentence, close))

    def near(self, name: str, known: Iterable[str]) -> str:
        """The nearest of `known`, sought only so often that a hopeless file still checks fast."""
        if name not in self._near:
            self._near[name] = nearest(name, known) if len(self._near) < MOST_OFFERS else ""
        return self._near[name]

    # -- ids ----------------------------------------------------------------------------------------------------

    def seat(self, name: str, path: Path) -> int:
        """The number of a seat; where there is no such seat, of the nearest, so that one fault is told once."""
        if name in self.names.seats:
            return self.names.seats.index(name)
        close = nearest(name, self.names.seats)
        self.error(path, f"there is no seat `{name}`; the seats are {' and '.join(self.names.seats)}", close)
        return self.names.seats.index(close) if close else 0

    def one_of(self, kind: str, name: str, path: Path, word: str = "") -> bool:
        """Whether `name` is an id of that kind; a problem where it is not."""
        known = self.names.ids.get(kind, ())
        if name in known or name in self.names.dropped:
            return name in known
        self.error(path, f"there is no {word or kind.partition('.')[0]} `{name}`", nearest(name, known))
        return False

    def entry(self, name: str, path: Path) -> int:
        """The ordinal of a calendar entry (of the nearest where it is misspelt), -1 where there is none."""
        if not name:
            return -1
        if not self.one_of("entry", name, path, "calendar entry"):
            name = nearest(name, self.names.entries)
        return self.names.entries.get(name, -1)

    def register(self, name: str, path: Path, seat: int | None, key: bool = False, bare: int | None = None) -> str:
        """The canonical name of a dial or flag, '' where there is none. `bare` is the seat of unprefixed each-dials."""
        name = str(name)
        full = self._seated(name, seat)
        if full is None:
            self.error(path, f"`{name}` has no meaning here: nothing here belongs to a seat", key=key)
            return ""
        if bare is not None and full in self.names.each:
            full = f"{self.names.seats[bare]}.{full}"
        found = self.names.registers.get(full)
        if found is not None and found.kind in ("dial", "flag"):
            return full
        if any(part in self.names.dropped for part in full.split(".")):
            return ""
        if found is not None:
            self.error(path, f"`{name}` is kept by the engine; effects move dials and flags", key=key)
            return ""
        close = f"own.{name}" if full in self.names.each and seat is not None else ""
        close = close or (
            f"{self.names.seats[0]}.{name}" if full in self.names.each else self.near(name, self._dials())
        )
        self.error(path, f"there is no dial or flag `{name}`", close, key)
        return ""

    def _dials(self) -> list[str]:
        out = [name for name, register in self.names.registers.items() if register.kind in ("dial", "flag")]
        return out + [f"{whose}.{short}" for short in self.names.each for whose in ("own", "other")]

    def _seated(self, name: str, seat: int | None) -> str | None:
        """`own` and `other` replaced by seats; None where nothing belongs to a seat."""
        if "own" not in name and "other" not in name:
            return name
        parts = name.split(".")
        if "own" not in parts and "other" not in parts:
            return name
        if seat is None:
            return None
        seats = self.names.seats
        return ".".join(
            seats[seat] if part == "own" else seats[1 - seat] if part == "other" else part for part in parts
        )

    # -- expressions --------------------------------------------------------------------------------------------

    def expression(self, source: str, path: Path, role: str, seat: int | None = None, owner: str = "") -> str:
        """Canonical text of an expression, '' where there is none or it is at fault."""
        tree = self.tree(source, path, role, seat, owner)
        return text(tree) if tree is not None else ""

    def tree(self, source: str, path: Path, role: str, seat: int | None = None, owner: str = "") -> Tree | None:
        """The resolved tree of an expression, noted for the lints."""
        if not source:
            return None
        parsed = self._trees.get(source)
        if parsed is None:
            try:
                parsed = parse(source)
            except ExpressionError as error:
                parsed = error
            self._trees[source] = parsed
        if isinstance(parsed, ExpressionError):
            self._misread(parsed, path, source)
            return None
        faults: list[tuple[str, int, str, str]] = []
        tree = renamed(parsed, lambda node: self._name(node, seat, faults))
        for name, column, sentence, close in faults:
            spot = self.document.inside(path, column)
            self.problems.append(Problem(*spot, "error", sentence or f"nothing is called `{name}`", close))
        if faults:
            return None
        self.readings.append(Reading(path, role, seat, tree, owner))
        return tree

    def _misread(self, error: ExpressionError, path: Path, source: str) -> None:
        equals = _EQUALS.search(source)
        if equals is not None:
            sentence = "one `=` has no meaning here; compare with `==`"
            self.problems.append(Problem(*self.document.inside(path, equals.start() + 1), "error", sentence))
            return
        close = ""
        if error.name and "function" in error.message:
            close = nearest(error.name, ("min", "max", "clamp", "pick"))
        self.problems.append(Problem(*self.document.inside(path, error.column), "error", error.message, close))

    def _name(self, node: Tree, seat: int | None, faults: list[tuple[str, int, str, str]]) -> Tree:
        names, written = self.names, node.name
        full = self._seated(written, seat)
        if full is None:
            faults.append(
                (written, node.column, f"`{written}` has no meaning here: nothing here belongs to a seat", "")
            )
            return node
        first, _, rest = full.partition(".")
        if first in ("mine", "theirs"):
            return self._share(node, first, rest, seat, faults)
        if full in names.constants:
            return Tree("number", value=float(names.constants[full]), column=node.column)
        if full in names.lets:
            return Tree("name", name=f"let.{full}", column=node.column)
        if full in names.lets_each and seat is not None:
            return Tree("name", name=f"let.{names.seats[seat]}.{full}", column=node.column)
        if first in names.seats and rest in names.lets_each:
            return Tree("name", name=f"let.{first}.{rest}", column=node.column)
        if full in names.registers and first != "share":
            return node if full == written else Tree("name", name=full, column=node.column)
        if first in ("did", "now") and seat is not None and "." not in rest:
            own = f"{first}.{names.seats[seat]}.{rest}"
            if own in names.registers:
                return Tree("name", name=own, column=node.column)
        if not names.dropped.isdisjoint(full.split(".")):
            return Tree("number", column=node.column)
        sentence, close = self._unknown(written, full, seat)
        faults.append((written, node.column, sentence, close))
        return node

    def _share(
        self, node: Tree, whose: str, dial: str, seat: int | None, faults: list[tuple[str, int, str, str]]
    ) -> Tree:
        names = self.names
        if seat is None:
            faults.append(
                (node.name, node.column, f"`{node.name}` has no meaning here: nothing here belongs to a seat", "")
            )
            return node
        holder = names.seats[seat if whose == "mine" else 1 - seat]
        name = f"share.{holder}.{dial}"
        if name in names.registers:
            names.shared.add(dial)
            return Tree("name", name=name, column=node.column)
        if not names.dropped.isdisjoint(dial.split(".")):
            return Tree("number", column=node.column)
        if dial in names.registers:
            sentence = f"`{dial}` can fall below zero, so nobody's share of it can be kept"
            faults.append((node.name, node.column, sentence, ""))
        else:
            faults.append((node.name, node.column, "", self.near(node.name, (f"{whose}.{d}" for d in self._dials()))))
        return node

    def _unknown(self, written: str, full: str, seat: int | None) -> tuple[str, str]:
        """Why a name is not one, and what was probably meant."""
        names = self.names
        if full in names.each or full in names.lets_each:
            owner = "own" if seat is not None else names.seats[0]
            return f"each seat has its own `{written}`: say whose", f"{owner}.{written}"
        first, _, rest = full.partition(".")
        if first in ("did", "now"):
            for other in names.seats:
                if f"{first}.{other}.{rest}" in names.registers:
                    return f"`{written}` is an order of the other seat: say whose" if seat is not None else (
                        f"`{written}`: say whose order"
                    ), f"{first}.{other}.{rest}"
        if not self._known:
            self._known = tuple(names.known())
        return "", self.near(written, self._known)

    # -- effects ------------------------------------------------------------------------------------------------

    def effects(self, effects: Mapping[str, Any], path: Path, seat: int | None = None, bare: int | None = None) -> Ops:
        """Operations of an effects map; `seat` is who acts, `bare` whose each-dials need no prefix."""
        out: list[tuple[str, str, int]] = []
        for key, value in effects.items():
            step = (*path, key)
            if key in WORDS and key not in self.names.registers:
                out += self._special(key, value, step, seat)
                continue
            if bare is not None and seat is not None and bare != seat and str(key).startswith("own."):
                self.error(
                    step,
                    f"under `other:` say `{str(key)[4:]}` or `other.{str(key)[4:]}`, so that it is plain whose",
                    key=True,
                )
                continue
            name = self.register(key, step, seat, key=True, bare=bare)
            if name:
                out += self._move(name, value, step)
        ops = tuple(out)
        if ops:
            self.effects_made.append(Effect(path, ops, seat))
        return ops

    def by_seat(self, shared: Shared, path: Path) -> tuple[Ops, Ops]:
        """Effects by the seat that acts, both blocks of an own/other map together."""
        one, two = (
            self.effects(shared.own, (*path, "own"), seat, seat)
            + self.effects(shared.other, (*path, "other"), seat, 1 - seat)
            for seat in range(2)
        )
        return one, two

    def for_each(self, effects: Mapping[str, Any], path: Path, flip: bool = False) -> tuple[Ops, Ops]:
        """One effects map as it reads for each acting seat; `flip` where it names the seat across as its own."""
        one, two = (self.effects(effects, path, 1 - seat if flip else seat) for seat in range(2))
        return one, two

    def _move(self, name: str, value: Any, path: Path) -> list[tuple[str, str, int]]:
        register = self.names.registers[name]
        switch = register.kind == "flag" or (register.low == 0 and register.high == 1000)
        if isinstance(value, bool):
            if not switch:
                self.error(path, f"`{name}` is a number; true and false set flags")
                return []
            return [("set", name, 1000 if value else 0)]
        if isinstance(value, str) and value.strip().startswith("="):
            amount = self._amount(value.strip()[1:].strip(), path)
            if amount is None:
                return []
            if not register.low <= amount <= register.high:
                low, high = _plain(register.low), _plain(register.high)
                self.error(path, f"{_plain(amount)} is outside the range of `{name}`, {low} to {high}")
                return []
            return [("set", name, amount)]
        amount = self._amount(value, path)
        if amount is None:
            return []
        if register.kind == "flag":
            self.error(path, f"`{name}` is a flag: write true or false")
            return []
        return [("move", name, amount)]

    def _amount(self, value: Any, path: Path) -> int | None:
        if isinstance(value, str):
            match = _AMOUNT.match(value.strip())
            if match is None:
                self.error(path, f"`{value}` is not an amount: write +1.5, -1.5, '=2', true or false")
                return None
            value = Decimal((match.group(1) or "") + match.group(2))
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            self.error(path, "an amount is a number: write +1.5, -1.5, '=2', true or false")
            return None
        thousandths = Decimal(value) * 1000
        if thousandths != int(thousandths):
            self.error(path, "a number has at most three decimal places")
            return None
        if abs(thousandths) > 10_000_000:
            self.error(path, "this number is too large: ten thousand is the most")
            return None
        return int(thousandths)

    def _special(self, key: str, value: Any, path: Path, seat: int | None) -> list[tuple[str, str, int]]:
        names = self.names
        own = names.seats[seat] if seat is not None else ""
        match key:
            case "strike" | "end":
                kind = "strike" if key == "strike" else "ending"
                if isinstance(value, str) and self.one_of(kind, value, path):
                    return [(key, value, 0)]
                if not isinstance(value, str):
                    self.error(path, f"`{key}` names {'a strike of war.yaml' if key == 'strike' else 'an ending'}")
                return []
            case "reopen":
                return [("reopen", "", 0)] if self._truth(key, value, path) else []
            case "slip":
                if value in ("own", "other") and seat is not None:
                    value = names.seats[seat if value == "own" else 1 - seat]
                if isinstance(value, str) and value in names.seats:
                    return [("slip", value, 1)]
                self.error(path, "`slip` names the seat whose standing order moves", nearest(str(value), names.seats))
                return []
            case "close_clause":
                return self._close(value, path, seat)
            case "uses_channel":
                known = isinstance(value, str) and self.one_of("channel", value, path)
                return [("uses_channel", value, 0)] if known else []
            case "late_letters":
                return self._late(value, path, seat)
        if seat is None:
            self.error(path, f"`{key}` has no meaning here: nothing here belongs to a seat", key=True)
            return []
        if key == "cancel_deadline":
            return [("cancel_deadline", own, 0)] if self._truth(key, value, path) else []
        if isinstance(value, bool) or not isinstance(value, int):
            self.error(path, f"`{key}` takes a whole number")
            return []
        if key == "delay_cabinet":
            return [("delay_cabinet", names.seats[1 - seat], value)]
        if key == "delay_own_cabinet":
            return [("delay_cabinet", own, value)]
        if value < 1:
            self.error(path, f"`{key}` takes a whole number from 1")
            return []
        return [("deadline" if key == "deadline_in" else key, own, value)]

    def _truth(self, key: str, value: Any, path: Path) -> bool:
        if value is not True:
            self.error(path, f"`{key}` takes only true")
        return value is True

    def _close(self, value: Any, path: Path, seat: int | None) -> list[tuple[str, str, int]]:
        if not isinstance(value, dict) or not {"issue", "level", "turns"} <= set(value) <= {
            "issue",
            "level",
            "turns",
            "seat",
        }:
            self.error(path, "`close_clause` takes {issue: ..., level: ..., turns: ...}")
            return []
        issue, level, turns = value["issue"], value["level"], value["turns"]
        holder = value.get("seat", "own")
        if holder in ("own", "other") and seat is not None:
            holder = self.names.seats[seat if holder == "own" else 1 - seat]
        if holder not in self.names.seats:
            self.error(path, "`close_clause` has no meaning here: say `seat:` too")
            return []
        if not self.one_of("issue", str(issue), (*path, "issue")):
            return []
        levels = self.levels(str(issue))
        if isinstance(level, int) and not isinstance(level, bool) and 0 <= level < len(levels):
            level = levels[level]
        if level not in levels:
            sentence = f"`{issue}` has no level `{level}`; it has {', '.join(levels)}"
            self.error((*path, "level"), sentence, nearest(str(level), levels))
            return []
        if isinstance(turns, bool) or not isinstance(turns, int) or turns < 1:
            self.error((*path, "turns"), "`turns` takes a whole number from 1")
            return []
        return [("close_clause", f"{holder}.{issue}.{level}", turns)]

    def _late(self, value: Any, path: Path, seat: int | None) -> list[tuple[str, str, int]]:
        if not isinstance(value, dict) or not {"channel", "turns"} <= set(value) <= {"channel", "turns", "seat"}:
            self.error(path, "`late_letters` takes {seat: ..., channel: ..., turns: ...}")
            return []
        holder, turns = value.get("seat", "own"), value["turns"]
        if holder in ("own", "other") and seat is not None:
            holder = self.names.seats[seat if holder == "own" else 1 - seat]
        if holder not in self.names.seats:
            self.error(path, "`late_letters` has no meaning here: say `seat:` too")
            return []
        if not self.one_of("channel", str(value["channel"]), (*path, "channel")):
            return []
        if isinstance(turns, bool) or not isinstance(turns, int) or turns < 1:
            self.error((*path, "turns"), "`turns` takes a whole number from 1")
            return []
        return [("late_letters", f"{holder}.{value['channel']}", turns)]

    def levels(self, issue: str) -> list[str]:
        """Level ids of an issue, lowest first."""
        start = f"level.{issue}."
        return [name[len(start) :] for name in self.names.constants if name.startswith(start)]

    # -- lets ---------------------------------------------------------------------------------------------------

    def lets(self, let: Mapping[str, str], each: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
        """Every let, resolved; one for each seat of `let_each`. Circles are faults."""
        for name, source in let.items():
            if name in self.names.registers:
                self.error(("let", name), f"`{name}` is a dial already; a let needs a name of its own", key=True)
            tree = self.tree(source, ("let", name), "let", None, name)
            if tree is not None:
                self.names.trees[f"let.{name}"] = tree
        for name, source in each.items():
            if name in let or name in self.names.each:
                self.error(("let_each", name), f"`{name}` is already the name of something else", key=True)
            for number, seat in enumerate(self.names.seats):
                tree = self.tree(source, ("let_each", name), "let", number, name)
                if tree is not None:
                    self.names.trees[f"let.{seat}.{name}"] = tree
        self._circles()
        return tuple((name, text(tree)) for name, tree in self.names.trees.items())

    def _circles(self) -> None:
        """Refuse lets that need themselves, directly or round a corner."""
        done: dict[str, int] = {}
        found: set[str] = set()

        def visit(name: str) -> None:
            done[name] = 1
            for inner in let_names(self.names.trees[name]):
                if inner not in self.names.trees:
                    continue
                if done.get(inner) == 1:
                    found.add(name)
                elif inner not in done:
                    visit(inner)
            done[name] = 2

        for name in tuple(self.names.trees):
            if name not in done:
                visit(name)
        shown: set[str] = set()
        for name in sorted(found):
            short = name.rpartition(".")[2]
            if short not in shown:
                shown.add(short)
                top = "let" if name.count(".") == 1 else "let_each"
                self.error((top, short), f"`{short}` is made from itself, round a circle of lets", key=True)
        if found:
            self.names.trees = {}


def let_names(tree: Tree) -> Iterable[str]:
    """The lets that a resolved tree reads directly."""
    if tree.op == "name":
        if tree.name.startswith("let."):
            yield tree.name
        return
    for part in tree.parts:
        yield from let_names(part)


def _plain(amount: int) -> str:
    return f"{Decimal(amount) / 1000:f}"
