"""A new game: the key from its seed, and everything hidden that is drawn before play."""

from __future__ import annotations

from typing import NamedTuple

from game.engine.chance import chance, key_of, one, unit, weighted
from game.engine.incidents import BILLION
from game.engine.knowledge import Estimates, Knowledge
from game.engine.observe import MILLION, NO_PAPERS, dossier, estimates, exactly
from game.engine.rulebook import Rulebook
from game.engine.state import ORDERS, State
from game.engine.unlooked import Unlooked


class Options(NamedTuple):
    """What may be fixed before a game: pace and lens by id, types by id ('' draws), circumstances as they were."""

    pace: str = ""
    lens: str = ""
    types: tuple[str, str] = ("", "")
    as_it_was: bool = False
    quiet: bool = False
    answers: tuple[bool, bool] = (False, False)
    """Seats that answer the other's questions themselves, in their next order; else their people do, at once."""


DRAWN = Options()
"""Everything left to chance, at the first pace and lens."""


def begin(rulebook: Rulebook, seed: int, options: Options = DRAWN) -> State:
    """The state before the first move; raises KeyError for a pace, lens or type the scenario has not."""
    tables = rulebook.tables
    pace = rulebook.pace_of[options.pace] if options.pace else 0
    lens = rulebook.lens_of[options.lens] if options.lens else 0
    key = key_of(seed)
    values = list(rulebook.start)
    for dial, opening in tables.lenses[lens].start:
        values[rulebook.at(dial)] = opening
    kinds = []
    for seat in range(2):
        prior = rulebook.priors(lens, seat)
        wanted = options.types[seat]
        kind = rulebook.type_of[seat][wanted] if wanted else weighted(unit(key, "type", seat), prior)
        kinds.append(kind)
        values[rulebook.type_at[seat]] = kind * 1000
        first, last = rulebook.types[seat][kind].cabinet
        day = first + chance(key, "cabinet", seat) % (max(first, last) - first + 1)
        values[rulebook.cabinet_at[seat]] = day * 1000
    for name in _circumstances(rulebook, key, options.as_it_was):
        values[rulebook.at(f"circumstance.{name}")] = 1000
    agenda = rulebook.agendas[pace][0]
    values[rulebook.date] = agenda.date
    start = tuple(values)
    owed, phase = agenda.owed, agenda.name
    known = [_first(rulebook, key, viewer, start, owed, phase, pace, lens, kinds, options.quiet) for viewer in range(3)]
    return State(
        key=key,
        values=start,
        before=start,
        pace=pace,
        lens=lens,
        turn=0,
        stage=ORDERS,
        number=0,
        owed=owed,
        orders=(None, None),
        asks=(0, 0),
        grants=(0, 0),
        steps_left=0,
        last=None,
        strike="",
        strike_worked=False,
        pending=(),
        recalls=(),
        letters=(),
        tests=(),
        closed=(),
        fired=0,
        holding=0,
        stress_count=(0, 0),
        survival=BILLION,
        quiet=options.quiet,
        ended=None,
        knowledge=(known[0], known[1], known[2]),
        answers=options.answers,
    )


def _circumstances(rulebook: Rulebook, key: bytes, as_it_was: bool) -> tuple[str, ...]:
    found = rulebook.tables.circumstances
    if as_it_was:
        return tuple(thing.id for thing in found if thing.in_fact)
    drawn = sorted(found, key=lambda thing: one(key, f"circumstance\x1f{thing.id}"))
    return tuple(thing.id for thing in drawn[: rulebook.tables.circumstances_drawn])


def prior_belief(rulebook: Rulebook, lens: int, seat: int) -> tuple[int, ...]:
    """What an observer believes of a seat's type before any evidence, in millionths."""
    prior = rulebook.priors(lens, seat)
    total = 0
    for weight in prior:
        total += weight
    return tuple(weight * MILLION // total for weight in prior)


def _first(
    rulebook: Rulebook, key: bytes, viewer: int, values: tuple[int, ...], owed: tuple[bool, bool], phase: str,
    pace: int, lens: int, kinds: list[int], quiet: bool,
) -> Knowledge:  # fmt: skip
    exact = exactly(rulebook, viewer, values, values)
    seat = viewer < 2
    seen: Estimates = ()
    papers = NO_PAPERS
    if seat:
        look = (rulebook, key, viewer, values, (), 0, phase)
        seen = Unlooked(estimates, look) if quiet else estimates(*look)
    if seat and owed[viewer]:
        papers = dossier(rulebook, key, viewer, values, rulebook.agendas[pace][0].sheets[viewer], 0, phase)
    kind = kinds[viewer] if seat else -1
    belief = prior_belief(rulebook, lens, 1 - viewer) if seat else ()
    cabinet = f"type.{rulebook.types[viewer][kind].id}.cabinet_hint" if seat else ""
    return Knowledge(
        viewer=viewer,
        pace=pace,
        lens=lens,
        phase=phase,
        turn=0,
        stage=ORDERS,
        exact=exact,
        estimates=seen,
        own_type=kind,
        belief=belief,
        inbox=(),
        outbox=(),
        reports=(),
        dossier=papers,
        owed=owed,
        signed=(False, False),
        order=None,
        orders=(),
        recalls=(),
        closed=(),
        un_text=0,
        last=None,
        strike="",
        ended=None,
        over=False,
        cabinet=cabinet,
    )
