"""The registers of a crisis by name and place, and what is read from them or done to them made ready to run."""

from __future__ import annotations

from game.engine import compile as build
from game.engine.act import MOVE, SET, SPECIAL, Op
from game.engine.expression import Vocabulary, parse
from game.engine.tables import Ops, Tables


class Registers:
    """The vector's places by name, their bounds and their start."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.seats = tables.seats
        self.names = tuple(register.name for register in tables.registers)
        self.index = {name: number for number, name in enumerate(self.names)}
        self.lows = tuple(register.low for register in tables.registers)
        self.highs = tuple(register.high for register in tables.registers)
        lets = {name: parse(text) for name, text in tables.lets}
        self.vocabulary = Vocabulary(self.index, lets)
        self.shares = {
            self.index[dial]: (self.index[f"share.{self.seats[0]}.{dial}"], self.index[f"share.{self.seats[1]}.{dial}"])
            for dial in tables.ledgered
        }
        self.start = tuple(register.start for register in tables.registers)

    def at(self, name: str) -> int:
        """The index of a register."""
        return self.index[name]

    def number(self, text: str) -> build.Number:
        return build.number(self.vocabulary, text)

    def truth(self, text: str) -> build.Truth | None:
        return build.truth(self.vocabulary, text)

    def ops(self, effects: Ops) -> tuple[Op, ...]:
        """Effects with every register found."""
        out: list[Op] = []
        for op, target, amount in effects:
            if op in ("move", "set"):
                at = self.index[target]
                kind = MOVE if op == "move" else SET
                out.append((kind, at, amount, self.lows[at], self.highs[at], self.shares.get(at), "", ""))
            else:
                out.append((SPECIAL, 0, amount, 0, 0, None, op, target))
        return tuple(out)
