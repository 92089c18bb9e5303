"""Effects on the vector, and the ledger of who built what.

A rise credits its owner with what really moved; a fall is taken from every share in proportion, so that the shares of
the two seats and of nobody always sum to the dial.
"""

from __future__ import annotations

from typing import NamedTuple

from game.engine.act import MOVE, SET, Op

NOBODY = -1

SPECIALS = {
    "strike": "opens the war phase with a strike of that kind",
    "deadline": "starts a deadline of the acting seat, in turns",
    "cancel_deadline": "takes the acting seat's deadline back",
    "grant_question": "one more council question next turn",
    "close_clause": "a seat may not write a clause at a level for some turns",
    "delay_cabinet": "moves the other seat's cabinet day, in entries",
    "reopen": "a broken peace takes up the crisis again, once",
    "end": "the crisis ends that way",
    "uses_channel": "no letter may go by that channel in the same order",
    "late_letters": "letters of a seat on a channel that have not arrived come some turns later",
    "slip": "one of a seat's standing orders, drawn by chance, goes up a step on its own",
}


class Moved(NamedTuple):
    """A register that really moved, by whom and through what."""

    register: int
    amount: int
    owner: int
    cause: str


class Special(NamedTuple):
    """An effect that is more than a number, left for the resolution to carry out."""

    op: str
    target: str
    amount: int
    owner: int
    cause: str


class Ledger:
    """The vector of one game while a phase resolves."""

    __slots__ = ("moved", "quiet", "scale", "specials", "v")

    def __init__(self, values: tuple[int, ...], scale: dict[int, int], quiet: bool) -> None:
        self.v = list(values)
        self.scale = scale
        self.quiet = quiet
        self.moved: list[Moved] = []
        self.specials: list[Special] = []

    def apply(self, ops: tuple[Op, ...], owner: int, cause: str) -> None:
        """Carry out effects for `owner` (a seat, or NOBODY)."""
        v, scale = self.v, self.scale
        for kind, at, amount, low, high, shares, op, target in ops:
            if kind == MOVE:
                if scale and at in scale:
                    amount = amount * scale[at] // 1000
                old = v[at]
                new = old + amount
            elif kind == SET:
                old = v[at]
                new = amount
            else:
                self.specials.append(Special(op, target, amount, owner, cause))
                continue
            if new < low:
                new = low
            elif new > high:
                new = high
            if new == old:
                continue
            v[at] = new  # (as `put`, written out: a call for every effect costs more than the effect)
            if shares:
                if new < old:
                    _fall(v, shares, old, new)
                elif owner >= 0:
                    v[shares[owner]] += new - old
            if not self.quiet:
                self.moved.append(Moved(at, new - old, owner, cause))

    def put(self, at: int, new: int, shares: tuple[int, int] | None, owner: int, cause: str) -> None:
        """Set one register, with the ledger kept."""
        v = self.v
        old = v[at]
        if new == old:
            return
        v[at] = new
        if shares:
            if new < old:
                _fall(v, shares, old, new)
            elif owner >= 0:
                v[shares[owner]] += new - old
        if not self.quiet:
            self.moved.append(Moved(at, new - old, owner, cause))


def _fall(v: list[int], shares: tuple[int, int], old: int, new: int) -> None:
    """What falls is taken from every share in proportion."""
    if old > 0:
        one, two = shares
        v[one] = v[one] * new // old
        v[two] = v[two] * new // old
