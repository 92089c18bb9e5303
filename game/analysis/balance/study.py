"""A whole study: which games its parts need, played once on as many processes as are wanted, and what came of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from time import monotonic
from typing import Any, NamedTuple

from game.analysis.balance.doctrines import Doctrines, doctrines
from game.analysis.balance.doctrines import matches as doctrine_matches
from game.analysis.balance.forced import Forks, Root, fork, roots
from game.analysis.balance.match import LEADER, NO_GAMES, Games, Match, Setting, Stretch, cast, play
from game.analysis.balance.reply import Table, tables
from game.analysis.many import spread
from game.analysis.minds import doctrines as doctrines_of
from game.engine.begin import Options
from game.engine.rulebook import Rulebook

PARTS = ("forced", "doctrines", "endings", "usage", "danger", "line", "council")
"""What `--only` takes."""
TENFOLD = 10
"""A cell of forced options costs as much as dozens of games, so every other cell has ten times as many."""
FREE = Match(LEADER, LEADER)
RECORD = "history"
ROWS: dict[str, Match] = {
    "free": FREE,
    "history": Match(RECORD, RECORD),
    "random": Match("random", "random"),
    "reckless": Match("reckless", "reckless"),
    "careful": Match("careful", "careful"),
}
"""Who plays both sides."""
READERS = ("reader", "guesser")
LISTENED = (FREE, ROWS["random"])
STRETCH = 10
TRIED = 6
"""Games played to guess how long a study will take."""
LIGHT = 0.25
"""A game of two minds that follow a line costs about so much of a game of two that think."""


class Plan(NamedTuple):
    """What to study, and how long: games a cell of forced options."""

    games: int = 8
    """For each pair of types and forced option."""
    seed: int = 1
    options: Options = Options()
    parts: tuple[str, ...] = PARTS
    times: int = TENFOLD

    @property
    def others(self) -> int:
        """Games of every other row."""
        return self.games * self.times


class Study(NamedTuple):
    """Everything that was played, reckoned where it takes reckoning."""

    rulebook: Rulebook
    content: Mapping[str, Any]
    plan: Plan
    forks: Forks
    tables: list[Table]
    played: Mapping[Match, Games]
    doctrines: Doctrines | None

    def games(self, match: Match) -> Games:
        """The games of a match; none where no part asked for it."""
        return self.played.get(match, NO_GAMES)


def matches(rulebook: Rulebook, content: Mapping[str, Any], parts: Sequence[str]) -> list[Match]:
    """Every row of games that the parts need, each once."""
    out: list[Match] = []
    if "doctrines" in parts:
        out += doctrine_matches(names_of(rulebook, content))
    if "endings" in parts:
        out += ROWS.values()
        out += [at_pace(pace.id) for pace in rulebook.tables.paces]  # whatever the pace of the study
    if "usage" in parts or "council" in parts:
        out.append(FREE)
    if "danger" in parts:
        out += LISTENED
    if "line" in parts:
        out += [line(seat, kind.id) for seat in range(2) for kind in rulebook.types[1 - seat]]
    if "council" in parts:
        out += [reading(seat, name) for seat in range(2) for name in READERS]
    return list(dict.fromkeys(out))


def at_pace(pace: str) -> Match:
    """The record on both sides, at a pace."""
    return Match(RECORD, RECORD, pace=pace)


def line(seat: int, kind: str) -> Match:
    """A seat's record against a leader of that type."""
    return Match(RECORD, LEADER, ("", kind)) if seat == 0 else Match(LEADER, RECORD, (kind, ""))


def reading(seat: int, name: str) -> Match:
    """A seat that questions its council, against one that does not."""
    return Match(name, LEADER) if seat == 0 else Match(LEADER, name)


def names_of(rulebook: Rulebook, content: Mapping[str, Any]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The doctrines of both seats."""
    return doctrines_of(rulebook, 0, content), doctrines_of(rulebook, 1, content)


class Work(NamedTuple):
    """Everything to play: the setting that workers need, and the parts in their order."""

    setting: Setting
    jobs: list[Root | Stretch]


def work(rulebook: Rulebook, content: Mapping[str, Any], plan: Plan) -> Work:
    """The jobs of a plan: forks first, for they take longest."""
    wanted = matches(rulebook, content, plan.parts)
    names = {(0, LEADER): None, (1, LEADER): None}
    for match in wanted:
        names |= {(0, match.one): None, (1, match.two): None}
    jobs: list[Root | Stretch] = list(roots(rulebook, plan.games)) if "forced" in plan.parts else []
    games = plan.others
    for match in wanted:
        listening = "danger" in plan.parts and match in LISTENED
        jobs += [
            Stretch(match, first, min(first + STRETCH, games), listening) for first in range(0, games, STRETCH)
        ]  # fmt: skip
    return Work(Setting(cast(rulebook, content, tuple(names)), plan.options, plan.seed), jobs)


def do(rulebook: Rulebook, setting: Setting, job: Root | Stretch) -> Any:
    """One job, wherever it is done."""
    return fork(rulebook, setting, job) if isinstance(job, Root) else play(rulebook, setting, job)


def guess(rulebook: Rulebook, todo: Work, workers: int) -> float:
    """About how many seconds it will take, from a few games played now."""
    play(rulebook, todo.setting, Stretch(FREE, 0, TRIED))  # the first games make the minds ready
    before = monotonic()
    play(rulebook, todo.setting, Stretch(FREE, TRIED, 2 * TRIED))
    a_game = (monotonic() - before) / TRIED
    before = monotonic()
    for root in [job for job in todo.jobs if isinstance(job, Root)][:1]:
        fork(rulebook, todo.setting, root)
    a_root = monotonic() - before
    total = 0.0
    for job in todo.jobs:
        if isinstance(job, Root):
            total += a_root
        else:
            total += a_game * (job.last - job.first) * (2.0 if job.listening else 1.0 if _thinks(job) else LIGHT)
    return total / max(1, workers)


def _thinks(stretch: Stretch) -> bool:
    return LEADER in stretch.match[:2]


def study(
    rulebook: Rulebook,
    content: Mapping[str, Any],
    plan: Plan,
    todo: Work,
    workers: int | None = None,
    told: Callable[[int, int], None] | None = None,
) -> Study:
    """Play and reckon everything of a plan; the same whatever the number of workers."""
    forks, played = Forks(rulebook), dict[Match, Games]()
    results: Iterator[Any] = spread(rulebook, do, todo.setting, todo.jobs, workers)
    for done, (job, result) in enumerate(zip(todo.jobs, results, strict=True), 1):
        if isinstance(job, Root):
            forks.add(result)
        else:
            played[job.match] = played.get(job.match, NO_GAMES).plus(result)
        if told is not None:
            told(done, len(todo.jobs))
    names = names_of(rulebook, content)
    matrix = doctrines(names, played, plan.seed) if "doctrines" in plan.parts else None
    return Study(rulebook, content, plan, forks, tables(rulebook, forks), played, matrix)
