"""What each decision of a recorded game did to the odds: the rest of it, played many times by minds from the truth."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from game.analysis.game import finish
from game.analysis.many import spread
from game.analysis.minds import Mind
from game.engine.chance import sub_key
from game.engine.knowledge import PUBLIC
from game.engine.rulebook import Rulebook
from game.engine.state import OVER, State
from game.journal.fault import Fault
from game.journal.fold import opening, passages
from game.journal.line import Header, Record


class Crossroads(NamedTuple):
    """The state as a phase began, before anybody moved in it; `line` is where the journal goes on from there."""

    line: int
    phase: str
    state: State


class Odds(NamedTuple):
    """Of `games` replays from a phase on, how many ended in each group."""

    line: int
    phase: str
    games: int
    groups: Counter[str]

    def share(self, group: str) -> float:
        return self.groups[group] / self.games if self.games else 0.0


def crossroads(
    rulebook: Rulebook, header: Header, records: Sequence[Record], file: str = ""
) -> list[Crossroads | Fault]:
    """Every phase of a recorded game in which somebody decides; last the fault, if it cannot be replayed to its end."""
    state = opening(rulebook, header, file)
    if isinstance(state, Fault):
        return [state]
    out: list[Crossroads | Fault] = [Crossroads(1, state.knowledge[PUBLIC].phase, state)]
    for passage in passages(rulebook, state, records, file):
        if isinstance(passage, Fault):
            return [*out, passage]
        phase = passage.after.knowledge[PUBLIC].phase
        if phase != passage.before.knowledge[PUBLIC].phase and passage.after.stage != OVER:
            out.append(Crossroads(passage.line, phase, passage.after))
    return out


class Replays(NamedTuple):
    """How often, by which minds, and under which seed the rest of a game is played."""

    minds: tuple[Mind, Mind]
    games: int = 200
    seed: int = 1


def odds(rulebook: Rulebook, found: Sequence[Crossroads], replays: Replays, workers: int | None = 1) -> Iterator[Odds]:
    """The odds at each crossroads. Chance is drawn anew each time; what was hidden stays as it truly was."""
    yield from spread(rulebook, _odds, replays, found, workers)


def _odds(rulebook: Rulebook, replays: Replays, place: Crossroads) -> Odds:
    groups: Counter[str] = Counter()
    for number in range(replays.games):
        key = sub_key(place.state.key, "odds", replays.seed, number)
        ended = finish(rulebook, place.state._replace(key=key, quiet=True), replays.minds).ended
        groups[ended.group if ended else ""] += 1
    return Odds(place.line, place.phase, replays.games, groups)
