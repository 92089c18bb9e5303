"""Expressions with every name in them found: `own.word` becomes `north.word`, `day.monday` a number."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from game.engine.expression import ExpressionError, Tree, parse, renamed, text
from game.scenario.problems import Problem, nearest
from game.scenario.resolve.ids import MEANINGLESS, Ids
from game.scenario.source import Path

_EQUALS = re.compile(r"(?<![<>=!])=(?!=)")

Fault = tuple[str, int, str, str]
"""A name that is none: as written, its column, the sentence ('' for the usual one), what was probably meant."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One expression as the lints see it: where it stands, what it is for, whose it is."""

    path: Path
    role: str
    seat: int | None
    tree: Tree
    owner: str = ""
    """What it belongs to, for sentences."""


@dataclass(slots=True)
class Expressions(Ids):
    """Reads expressions, and keeps account of every one."""

    readings: list[Reading] = field(default_factory=list)
    _trees: dict[str, Tree | ExpressionError] = field(default_factory=dict)
    _known: tuple[str, ...] = ()

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
        faults: list[Fault] = []
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

    def _name(self, node: Tree, seat: int | None, faults: list[Fault]) -> Tree:
        names, written = self.names, node.name
        full = self.seated(written, seat)
        if full is None:
            faults.append((written, node.column, f"`{written}` {MEANINGLESS}", ""))
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

    def _share(self, node: Tree, whose: str, dial: str, seat: int | None, faults: list[Fault]) -> Tree:
        names = self.names
        if seat is None:
            faults.append((node.name, node.column, f"`{node.name}` {MEANINGLESS}", ""))
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
            faults.append((node.name, node.column, "", self.near(node.name, (f"{whose}.{d}" for d in self.dials()))))
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
