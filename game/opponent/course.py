"""An option's effects and the half-days after it, as one generated function: where it leads, not yet valued."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from game.engine import compile as build
from game.opponent.measure import Simple
from game.opponent.once import once

if TYPE_CHECKING:
    from game.opponent.prepared import Prepared

Ahead = Callable[[list[int], int, Sequence[float], Sequence[float], Sequence[int]], float]
"""The vector, changed in place, half-days, slopes, weights of squares, the vector before; the learned points that the
way brings."""


class Course:
    """Effects of one seat's option, and then some days."""

    def __init__(self, made: Prepared, seat: int, ops: Simple) -> None:
        self.made, self.seat, self.ops = made, seat, ops

    @once
    def ahead(self) -> Ahead:
        """Where the option leads; the code is written when it is first asked for."""
        made = self.made
        moving = made.drifting
        lines = ["c=0.0"]
        for moves, at, amount, low, high in self.ops:
            lines.append(f"x=v[{at}]")
            if moves:
                lines += [f"y=x+{amount}", f"y={low} if y<{low} else {high} if y>{high} else y"]
            else:
                lines.append(f"y={min(max(amount, low), high)}")
            lines += [f"if x!=y: v[{at}]=y; c+=s[{at}]*(y-x)"]
        if moving:
            lines += [
                "if n:",
                *(f"    b{at}=v[{at}]" for at in moving),
                "    for _ in range(n): drift(v)",
                f"    c+={'+'.join(f's[{at}]*(v[{at}]-b{at})' for at in moving)}",
            ]
        for place, (at, start, scale) in enumerate(made.bent[self.seat]):
            lines += [
                f"x=v[{at}];y=u[{at}]",
                f"if x!=y: x=2.0*(x-{start})*{scale!r}; y=2.0*(y-{start})*{scale!r}; c+=q[{place}]*(x*x-y*y)",
            ]
        return build.function("ahead", "v,n,s,q,u", [*lines, "return c"], {"drift": made.rulebook.drift})  # type: ignore[no-any-return]
