"""All agreements within reach in one pass: what is fair to each type of the other leader, and what each might take.

Both passes are written out for as many types as the other leader may be: a loop over three types costs more than
what is done in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from game.engine import compile as build
from game.engine.judged import Verdicts
from game.opponent.agreements import Outcome
from game.opponent.logit import FAR, STEPS_A_POINT, TAKES


class Reach(NamedTuple):
    """An agreement with its worth to this seat and the chance that the other side takes it."""

    deal: Outcome
    worth: float
    chance: float


Found = list[tuple[Outcome, float, tuple[float, ...]]]
"""Agreements worth having, with their worth to this seat, and to each type of the other."""

Sift = Callable[
    [Iterable[tuple[Outcome, Verdicts]], float, float, Sequence[float], Sequence[float], float, float],
    tuple[Found, tuple[float, ...], float],
]
"""Agreements judged, the least that one must be worth, a stand-off to this seat, to each type of the other, belief,
the stand-off to him over what is believed, and to this seat once danger is reckoned with. Gives those worth having;
by type, what the fairest brings both at least; the same over what is believed."""

Take = Callable[[Found, Sequence[float], Sequence[float], Mapping[str, float]], list[Reach]]
"""What was found, belief, thresholds, how tired he is of a text: each with the chance that he takes it."""


@lru_cache(maxsize=8)
def sift(kinds: int) -> Sift:
    """For a leader of so many types."""
    every = range(kinds)
    fair = [f"if g>f{kind} and (x:=h{kind}-a{kind})>f{kind}: f{kind}=x if x<g else g" for kind in every]
    expected = "+".join(f"q{kind}*h{kind}" for kind in every)
    lines = [
        f"{_listed('a', every)}=alone",
        f"{_listed('q', every)}=belief",
        f"{''.join(f'f{kind}=' for kind in every)}f=0.0",
        "found=[]",
        "for deal,((w,),his) in rows:",
        "    if w>least:",
        "        found.append((deal,w,his))",
        f"        {_listed('h', every)}=his",
        "        g=w-standoff",
        *(f"        {line}" for line in fair),
        "        g=w-feared",
        f"        if g>f and (x:={expected}-without)>f: f=x if x<g else g",
        f"return found,({_listed('f', every)}),f",
    ]
    return build.function("sift", "rows,least,standoff,alone,belief,without,feared", lines)  # type: ignore[no-any-return]


@lru_cache(maxsize=8)
def take(kinds: int) -> Take:
    """For a leader of so many types: as `logit.accepted`, for all agreements."""
    every = range(kinds)
    lines = [
        f"{_listed('t', every)}=thresholds",
        f"{_listed('q', every)}=belief",
        "out=[]",
        "for deal,w,his in found:",
        f"    {_listed('h', every)}=his",
        "    c=0.0",
    ]
    for kind in every:
        lines += [
            f"    s={STEPS_A_POINT!r}*(h{kind}-t{kind})",
            f"    if s>=0.0: c+=q{kind}*takes[int(s+.5)] if s<{FAR} else q{kind}",
            f"    elif s>-{FAR}: c+=q{kind}*takes[int(s-.5)]",
        ]
    lines += ["    if tired: c*=tired.get(deal.text,1.0)", "    out.append(reach(deal,w,c))", "return out"]
    names = {"takes": TAKES, "reach": Reach}
    return build.function("take", "found,belief,thresholds,tired", lines, names)  # type: ignore[no-any-return]


def _listed(name: str, kinds: Iterable[int]) -> str:
    return "".join(f"{name}{kind}," for kind in kinds)
