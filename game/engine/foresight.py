"""What the days of a turn may bring as a seat foresees them: the rival does what is done unasked, and time passes."""

from __future__ import annotations

from collections.abc import Sequence

from game.engine import sheet
from game.engine.act import remember
from game.engine.effects import Ledger
from game.engine.hazard import Danger
from game.engine.knowledge import Knowledge
from game.engine.rulebook import Rulebook


def foreseen(rulebook: Rulebook, values: Sequence[int], half_days: int) -> Danger:
    """The three chances, in [0, 1], over half-days in which a vector drifts and nobody adds to it."""
    v = list(values)
    shots = outruns = end = 1.0
    for _ in range(half_days):
        quiet, kept, alive = rulebook.hazards.chances(v)
        shots *= quiet
        outruns *= kept
        end *= alive
        rulebook.drift(v)
    return Danger(1.0 - shots, 1.0 - outruns, 1.0 - end)


def unasked_of_rival(rulebook: Rulebook, view: Knowledge, values: Sequence[int]) -> list[int]:
    """A vector once the rival has done what he does where nobody argues for anything else; after the crisis, as is."""
    if view.ended is not None:
        return list(values)
    rival = 1 - view.viewer
    act = rulebook.dated[rival, sheet.asked_entry(rulebook, view, rival)].unasked
    ledger = Ledger(tuple(values), rulebook.scales[view.lens], True)
    remember(ledger.v, act)
    ledger.apply(act.ops, rival, "")
    return ledger.v
