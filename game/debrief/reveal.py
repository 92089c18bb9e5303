"""Everything that may be said once a game is over, as one value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from game.debrief.beside_history import Beside, beside
from game.debrief.claims import Touched, touched
from game.debrief.deal import Verdict, verdicts, worths
from game.debrief.timeline import BILLION, Step, timeline
from game.engine.outcome import Outcome
from game.engine.preview import Range
from game.engine.rulebook import Rulebook
from game.engine.state import OVER, State
from game.journal.fault import Fault
from game.journal.fold import opening
from game.journal.line import Record
from game.negotiation.letter import Letter
from game.referee.table import Table


class Struck(NamedTuple):
    """An order to strike: when and by whom, and the general war that its sheet put at stake, as it was said then."""

    phase: str
    seat: int
    source: str
    general: Range


class Reveal(NamedTuple):
    """`types` are the leaders that were drawn, by index among a seat's types; `danger_run` the chance, over the whole
    game, that it had ended in general war."""

    outcome: Outcome
    steps: tuple[Step, ...]
    types: tuple[int, int]
    circumstances: tuple[str, ...]
    danger_run: float
    incidents: tuple[tuple[str, int], ...]
    verdicts: tuple[Verdict, ...]
    worths: tuple[tuple[int, ...], tuple[int, ...]]
    beside: tuple[Beside, ...]
    claims: tuple[Touched, ...]
    letters: tuple[Letter, ...]
    markers: tuple[tuple[str, int, int], ...]
    rankings: tuple[tuple[int, tuple[str, ...]], ...]
    doing: tuple[float, float, float]
    """Parts of the danger, in [0, 1], that seat one, seat two, and nobody made; all 0 where there was none."""
    strikes: tuple[Struck, ...]

    @property
    def accepted(self) -> Range:
        """The chance of general war that was run: by accidents, and by orders to strike at the odds on their sheets."""
        low = high = 1.0 - self.danger_run
        for one in self.strikes:
            low, high = low * (1.0 - one.general.high), high * (1.0 - one.general.low)
        return Range(1.0 - high, 1.0 - low)


def revealed(table: Table, content: Mapping[str, Any]) -> Reveal | None:
    """The truth of a game that is over, which its referee hands out only now; None where its journal opens none."""
    start = opening(table.rulebook, table.header, "")
    if isinstance(start, Fault):
        return None
    return reveal(table.rulebook, content, start, table.records(), table.revealed())


def reveal(
    rulebook: Rulebook, content: Mapping[str, Any], start: State, records: Sequence[Record], last: State | None
) -> Reveal | None:
    """The whole of a finished game; None while it is still played."""
    if last is None or last.stage != OVER or last.ended is None:
        return None
    found = timeline(rulebook, start, records)
    v = last.values
    drawn = tuple(one.id for one in rulebook.tables.circumstances if v[rulebook.at(f"circumstance.{one.id}")])
    incidents = tuple(
        (incident.id, v[rulebook.incident_at[number]] // 1000)
        for number, incident in enumerate(rulebook.tables.incidents)
        if v[rulebook.incident_at[number]]
    )
    agreed = last.ended.group == "settlement"
    return Reveal(
        last.ended, found.steps, (v[rulebook.type_at[0]] // 1000, v[rulebook.type_at[1]] // 1000), drawn,
        1.0 - last.survival / BILLION, incidents, verdicts(rulebook, v, content) if agreed else (),
        worths(rulebook, v, last.ended.ending), beside(found.steps, content),
        touched(found.steps, last.ended.ending, content), last.letters, found.markers, found.rankings,
        doing(found.steps), struck(rulebook, found.steps),
    )  # fmt: skip


def doing(steps: Sequence[Step]) -> tuple[float, float, float]:
    """The whole game's danger by owner; what lay there before anybody chose counts as nobody's."""
    one, two, nobody = (
        max(0, sum(step.shares.one for step in steps)),
        max(0, sum(step.shares.two for step in steps)),
        max(0, sum(step.shares.start + step.shares.nobody for step in steps)),
    )
    whole = one + two + nobody
    return (one / whole, two / whole, nobody / whole) if whole else (0.0, 0.0, 0.0)


def struck(rulebook: Rulebook, steps: Sequence[Step]) -> tuple[Struck, ...]:
    """Every order that opened a war, with the odds that its sheet gave for general war, but those that were voided."""
    return tuple(
        Struck(step.phase, seat, side.source, Range(side.said[-1].low, side.said[-1].high))
        for step in steps
        if not step.settled
        for seat, side in enumerate(step.sides)
        if side.source in rulebook.sources and rulebook.sources[side.source].strike
    )
