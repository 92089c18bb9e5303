"""Every measure that a target can be written in, taken from a study. The words are those of `scenario.measures`."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.analysis.balance.danger import SIGNED, tenth
from game.analysis.balance.figure import (
    NOTHING,
    Figure,
    of_difference,
    of_gap,
    of_points,
    of_ratio,
    of_share,
)
from game.analysis.balance.match import Games
from game.analysis.balance.reply import depending, dominated, spreads
from game.analysis.balance.study import FREE, ROWS, Study, at_pace, line, reading
from game.analysis.tally import Moments
from game.scenario.measures import parts

SETTLED = "settlement"


def measure(study: Study, name: str) -> Figure:
    """The figure of that name; without a value where the study played nothing that tells it."""
    word, given = parts(name)
    return MEASURED[word](study, given)


def _seat(study: Study, name: str) -> int:
    return study.rulebook.seats.index(name)


def _ends(games: Games, endings: str) -> Figure:
    return of_share(games.count(endings), len(games.games))


def _counted(count: int, games: int) -> Figure:
    return Figure(float(count), float(count), float(count), games) if games else NOTHING


def _dominated(study: Study, given: Sequence[str]) -> Figure:
    return _counted(len(dominated(study.tables, _seat(study, given[0]))), study.forks.games)


def _spread(study: Study, given: Sequence[str]) -> Figure:
    found = spreads(study.tables, _seat(study, given[0]))
    if len(found) >= int(given[1]):
        return found[int(given[1]) - 1].points
    return Figure(0.0, 0.0, 0.0, study.forks.games) if found else NOTHING


def _depends(study: Study, given: Sequence[str]) -> Figure:
    told, found = depending(study.tables, _seat(study, given[0]))
    share = len(found) / len(told) if told else None
    return Figure(share, share or 0.0, share or 0.0, study.forks.games)


def _most_used(study: Study, given: Sequence[str]) -> Figure:
    shares = [share for _, _, share in usage(study, _seat(study, given[0]))]
    return max(shares, key=lambda share: share.value or 0.0, default=NOTHING)


def usage(study: Study, seat: int) -> list[tuple[str, str, Figure]]:
    """Decision, its most-used option, and that option's share; decisions open on many days apart."""
    used = study.games(FREE).tally.options
    out = []
    for decision in study.rulebook.tables.decisions:
        if decision.seat != seat or decision.extra:
            continue
        name = f"{study.rulebook.seats[seat]}.{decision.id}"
        counts = {option.id: used[f"{name}.{option.id}"] for option in decision.options}
        total = sum(counts.values())
        if total:
            most = max(counts, key=lambda option: counts[option])
            out.append((decision.id, most, of_share(counts[most], total)))
    return out


def never_used(study: Study, seat: int) -> list[str]:
    """`decision.option` of every option that was never signed, but for those no rule ever opens."""
    used = study.games(FREE).tally.options
    if not used:
        return []
    return [
        f"{decision.id}.{option.id}"
        for decision in study.rulebook.tables.decisions
        if decision.seat == seat
        for option in decision.options
        if not used[f"{study.rulebook.seats[seat]}.{decision.id}.{option.id}"] and option.requires != "(0 > 1)"
    ]


def _never_used(study: Study, given: Sequence[str]) -> Figure:
    return _counted(len(never_used(study, _seat(study, given[0]))), len(study.games(FREE).games))


def _mix(study: Study, given: Sequence[str]) -> Figure:
    if study.doctrines is None:
        return NOTHING
    return max(study.doctrines.mix[_seat(study, given[0])], key=lambda share: share.value or 0.0)


def _doctrine_gap(study: Study, given: Sequence[str]) -> Figure:
    return study.doctrines.gap(given[0], given[1]) if study.doctrines is not None else NOTHING


def _ending(study: Study, given: Sequence[str]) -> Figure:
    return _ends(study.games(ROWS[given[0]]), given[1])


def _pace(study: Study, given: Sequence[str]) -> Figure:
    return _ends(study.games(at_pace(given[0])), given[1])


def _over(one: Games, other: Games, endings: str) -> Figure:
    return of_ratio(one.count(endings), len(one.games), other.count(endings), len(other.games))


def _ratio(study: Study, given: Sequence[str]) -> Figure:
    return _over(study.games(ROWS[given[0]]), study.games(ROWS[given[1]]), given[2])


def _incidents(study: Study, given: Sequence[str]) -> Figure:
    return incidents(study.games(ROWS[given[0]]))


def incidents(games: Games) -> Figure:
    """Incidents a game, all kinds together; the interval as of a Poisson count."""
    count, total = len(games.games), sum(games.tally.incidents.values())
    if not count:
        return NOTHING
    error = 1.96 * total**0.5 / count
    return Figure(total / count, total / count - error, total / count + error, count)


def links(study: Study, games: Games) -> dict[str, Figure]:
    """The share of games in which each link bites, by any of its triggers."""
    known = sorted({trigger.link for trigger in study.rulebook.tables.triggers if trigger.link})
    return {link: of_share(games.tally.bites[link], len(games.games)) for link in known}


def _link(study: Study, given: Sequence[str]) -> Figure:
    del given
    return min(links(study, study.games(FREE)).values(), key=lambda share: share.value or 0.0, default=NOTHING)


def _before(study: Study, given: Sequence[str]) -> Figure:
    day = _day(study, given[1])
    games = study.games(FREE).games
    return of_share(sum(game.ending == given[0] and game.entry < day for game in games), len(games))


def _after(study: Study, given: Sequence[str]) -> Figure:
    day = _day(study, given[1])
    late = [game for game in study.games(FREE).games if game.group == SETTLED and game.entry > day]
    return of_share(sum(game.ending == given[0] for game in late), len(late))


def _day(study: Study, name: str) -> int:
    return next(number for number, entry in enumerate(study.rulebook.tables.entries) if entry.id == name)


def _line(study: Study, given: Sequence[str]) -> Figure:
    return _ends(study.games(line(_seat(study, given[0]), given[1])), given[2])


def gain(study: Study, seat: int, name: str) -> Figure:
    """Points that a way of asking in council brings a seat, under the same seeds."""
    return of_difference(study.games(reading(seat, name)).worths(seat), study.games(FREE).worths(seat))


def _reader_gain(study: Study, given: Sequence[str]) -> Figure:
    return gain(study, _seat(study, given[0]), "reader")


def _guesser_gain(study: Study, given: Sequence[str]) -> Figure:
    return gain(study, _seat(study, given[0]), "guesser")


def _reader_war(study: Study, given: Sequence[str]) -> Figure:
    return _over(study.games(reading(_seat(study, given[0]), "reader")), study.games(FREE), given[1])


def _danger(study: Study, given: Sequence[str]) -> Figure:
    return tenth(study.games(FREE).heard, _seat(study, given[0]), SIGNED)


def _worth_gap(study: Study, given: Sequence[str]) -> Figure:
    one, other = (study.games(ROWS[row]) for row in given[:2])
    return of_gap(worth_of(one, _seat(study, given[2])), worth_of(other, _seat(study, given[2])))


def worth_of(games: Games, seat: int) -> Figure:
    """The mean worth of a row's games to a seat, in points."""
    total = Moments()
    for value in games.worths(seat):
        total = total.plus(Moments.of(value))
    return of_points(total)


MEASURED: dict[str, Callable[[Study, Sequence[str]], Figure]] = {
    "dominated": _dominated, "spread": _spread, "depends": _depends, "most_used": _most_used,
    "never_used": _never_used, "mix": _mix, "doctrine_gap": _doctrine_gap, "ending": _ending, "pace": _pace,
    "ratio": _ratio, "incidents": _incidents, "link": _link, "before": _before, "after": _after, "line": _line,
    "reader_gain": _reader_gain, "reader_war": _reader_war, "guesser_gain": _guesser_gain, "danger": _danger,
    "worth_gap": _worth_gap,
}  # fmt: skip
