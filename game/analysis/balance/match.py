"""Rows of games between two minds, each game kept as little as the study needs. Several parts share one row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from game.analysis.balance.danger import Heard, Statements
from game.analysis.game import finish, seed_of
from game.analysis.minds import Mind, mind
from game.analysis.tally import Tally, Watcher, nothing
from game.engine.begin import Options, begin
from game.engine.move import Move
from game.engine.report import Event
from game.engine.rulebook import Rulebook
from game.engine.state import State
from game.engine.worth import worth

LEADER = "leader"


class Match(NamedTuple):
    """Who plays whom: minds by name, types ('' draws one), pace ('' the study's own)."""

    one: str
    two: str
    types: tuple[str, str] = ("", "")
    pace: str = ""


class Setting(NamedTuple):
    """What every game of a study shares. Small enough to be sent to a worker."""

    cast: Mapping[tuple[int, str], Mind]
    options: Options
    seed: int


class Game(NamedTuple):
    """One game: how it ended, on which calendar entry, and what that is worth to each seat (thousandths)."""

    group: str
    ending: str
    entry: int
    worths: tuple[int, int]


class Games(NamedTuple):
    """Games of one match, in the order of their numbers."""

    games: tuple[Game, ...]
    tally: Tally
    heard: Heard

    def plus(self, other: Games) -> Games:
        return Games(self.games + other.games, self.tally.plus(other.tally), self.heard + other.heard)

    def worths(self, seat: int) -> list[int]:
        return [game.worths[seat] for game in self.games]

    def count(self, endings: str) -> int:
        """Games that ended in one of these groups or endings (`a+b`)."""
        wanted = endings.split("+")
        return sum(game.group in wanted or game.ending in wanted for game in self.games)


NO_GAMES = Games((), nothing(), Heard())


class Stretch(NamedTuple):
    """Games `first` to before `last` of a match; `listening` compares what was said of danger with what came."""

    match: Match
    first: int
    last: int
    listening: bool = False


def cast(rulebook: Rulebook, content: Mapping[str, Any], names: tuple[tuple[int, str], ...]) -> dict[Any, Mind]:
    """The minds of a study by (seat, name); a mind that the scenario has not is left out."""
    found = {(seat, name): mind(rulebook, seat, name, content) for seat, name in names}
    return {key: one for key, one in found.items() if one is not None}


def play(rulebook: Rulebook, setting: Setting, stretch: Stretch) -> Games:
    """The games of a stretch."""
    out = NO_GAMES
    for number in range(stretch.first, stretch.last):
        out = out.plus(_one(rulebook, setting, stretch, number))
    return out


def _one(rulebook: Rulebook, setting: Setting, stretch: Stretch, number: int) -> Games:
    match = stretch.match
    minds = (setting.cast[0, match.one], setting.cast[1, match.two])
    options = setting.options._replace(types=match.types, pace=match.pace or setting.options.pace, quiet=False)
    watcher, statements = Watcher(rulebook), Statements(rulebook)

    def watch(before: State, move: Move, after: State, events: tuple[Event, ...]) -> None:
        watcher.watch(before, move, after, events)
        if stretch.listening:
            statements.watch(before, move, after, events)

    state = finish(rulebook, begin(rulebook, seed_of(setting.seed, number), options), minds, watch)
    assert state.ended is not None
    ended = state.ended
    entry = entry_of(rulebook, ended.turn)
    worths = (worth(rulebook, state.values, 0, ended.ending), worth(rulebook, state.values, 1, ended.ending))
    heard = statements.ended(state) if stretch.listening else Heard()
    return Games((Game(ended.group, ended.ending, entry, worths),), watcher.ended(state), heard)


def entry_of(rulebook: Rulebook, phase: str) -> int:
    """The calendar entry that a phase belongs to."""
    name = phase.partition(".")[0]
    return next(number for number, entry in enumerate(rulebook.tables.entries) if entry.id == name)
