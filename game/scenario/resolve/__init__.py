"""Names found: expressions in canonical names, effects as operations in thousandths, ids that exist."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from game.engine.tables import Ops
from game.scenario.resolve.amounts import moves
from game.scenario.resolve.expressions import Expressions
from game.scenario.resolve.special import WORDS, special
from game.scenario.shape.base import Shared
from game.scenario.source import Path


@dataclass(frozen=True, slots=True)
class Effect:
    """Resolved effects with their address."""

    path: Path
    ops: Ops
    seat: int | None


@dataclass(slots=True)
class Resolver(Expressions):
    """Finds every name of one scenario, and keeps account of everything read and moved."""

    effects_made: list[Effect] = field(default_factory=list)

    def effects(self, effects: Mapping[str, Any], path: Path, seat: int | None = None, bare: int | None = None) -> Ops:
        """Operations of an effects map; `seat` is who acts, `bare` whose each-dials need no prefix."""
        out: list[tuple[str, str, int]] = []
        for key, value in effects.items():
            step = (*path, key)
            if key in WORDS and key not in self.names.registers:
                out += special(self, key, value, step, seat)
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
                out += moves(self, name, value, step)
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
