"""What can be measured of a scenario by playing it: the closed vocabulary that targets are written in.

A measure is a word and its particulars, joined by points: `ending.history.settlement`. `game.analysis.balance` measures
each; a test keeps the two equal.
"""

from __future__ import annotations

from typing import NamedTuple


class Measure(NamedTuple):
    """A measure's particulars by kind, what it is, and one that could be written."""

    takes: tuple[str, ...]
    meaning: str
    example: str


ROWS = ("free", "history", "random", "reckless", "careful")
"""Who plays both sides: two minds choosing freely, the record, chance, the hardest, the safest."""

MEASURES: dict[str, Measure] = {
    "dominated": Measure(("seat",), "options that are a best reply for no pair of types", "dominated.SEAT"),
    "spread": Measure(("seat", "count"), "points between best and worst, in the Nth widest decision", "spread.SEAT.5"),
    "depends": Measure(("seat",), "share of decisions whose best option depends on the rival's type", "depends.SEAT"),
    "most_used": Measure(("seat",), "the largest share that one option has of its decision", "most_used.SEAT"),
    "never_used": Measure(("seat",), "options that two minds never took", "never_used.SEAT"),
    "mix": Measure(("seat",), "the largest share of one doctrine in the no-regret mix", "mix.SEAT"),
    "doctrine_gap": Measure(("doctrine", "doctrine"), "points by which one doctrine is better", "doctrine_gap.A.B"),
    "ending": Measure(("row", "endings"), "share of games that end so", "ending.history.settlement"),
    "pace": Measure(("pace", "endings"), "the same on history's line at a pace", "pace.full.settlement"),
    "ratio": Measure(("row", "row", "endings"), "one row's share over another's", "ratio.reckless.history.general_war"),
    "incidents": Measure(("row",), "incidents a game", "incidents.history"),
    "link": Measure((), "the share of games in which the rarest link bites", "link"),
    "before": Measure(("ending", "entry"), "share of games that end so before a day", "before.ENDING.ENTRY"),
    "after": Measure(("ending", "entry"), "share of settlements after a day that are so", "after.ENDING.ENTRY"),
    "line": Measure(("seat", "type", "endings"), "how a real line ends against a type", "line.SEAT.TYPE.settlement"),
    "reader_gain": Measure(("seat",), "points that asking well in council brings", "reader_gain.SEAT"),
    "reader_war": Measure(("seat", "endings"), "share so ended, over the unread's", "reader_war.SEAT.general_war"),
    "guesser_gain": Measure(("seat",), "points that asking anything brings", "guesser_gain.SEAT"),
    "danger": Measure(("seat",), "how often one in ten, said on signing, came about", "danger.SEAT"),
    "worth_gap": Measure(("row", "row", "seat"), "points by which a row is worth more", "worth_gap.free.random.SEAT"),
}  # fmt: skip


def parts(measure: str) -> tuple[str, tuple[str, ...]]:
    """A measure's word and its particulars; `a+b` under `endings` stays one."""
    word, *rest = measure.split(".")
    return word, tuple(rest)
