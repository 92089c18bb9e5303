"""One whole world that a seat might be living in: what it knows kept, everything else drawn from stated priors.

Laws: the seat's view of the supposed world is the view it had; frequencies match the priors.
"""

from __future__ import annotations

from game.engine.begin import prior_belief
from game.engine.chance import chance, one, unit, weighted
from game.engine.incidents import BILLION
from game.engine.knowledge import Dossier, Estimate, Knowledge
from game.engine.observe import estimates, exactly
from game.engine.rulebook import Rulebook
from game.engine.state import State
from game.engine.unlooked import Unlooked
from game.negotiation.clause import level_of
from game.negotiation.letter import Letter


def suppose(rulebook: Rulebook, view: Knowledge, draw: bytes) -> State:
    """A world drawn with the key `draw`, consistent with the view of a seat."""
    seat, other = view.viewer, 1 - view.viewer
    values = list(view.exact)
    for number in rulebook.unseen[seat]:
        values[number] = rulebook.start[number]
    for place, number in enumerate(rulebook.estimated[seat]):
        values[number] = _between(
            view.estimates[place], one(draw, f"dial\x1f{number}"), one(draw, f"dial again\x1f{number}")
        )
    kind = weighted(unit(draw, "type"), view.belief)
    values[rulebook.type_at[seat]] = view.own_type * 1000
    values[rulebook.type_at[other]] = kind * 1000
    for who, which in ((seat, view.own_type), (other, kind)):
        first, last = rulebook.types[who][which].cabinet
        values[rulebook.cabinet_at[who]] = 1000 * (
            first + chance(draw, "cabinet", who) % (max(first, last) - first + 1)
        )
    found = sorted(rulebook.tables.circumstances, key=lambda thing: one(draw, f"circumstance\x1f{thing.id}"))
    for thing in found[: rulebook.tables.circumstances_drawn]:
        values[rulebook.at(f"circumstance.{thing.id}")] = 1000
    letters = _letters(view)
    _asked(rulebook, values, view)
    whole = tuple(values)
    before = _before(rulebook, view, whole)
    known = [view, view, view]
    known[seat] = view
    known[other] = _other(rulebook, view, draw, whole, before, kind, letters)
    known[2] = _public(rulebook, view, whole, before)
    return State(
        key=draw,
        values=whole,
        before=before,
        pace=view.pace,
        lens=view.lens,
        turn=view.turn,
        stage=view.stage,
        number=0,
        owed=view.owed,
        orders=(view.order, None) if seat == 0 else (None, view.order),
        asks=(0, 0),
        grants=(0, 0),
        steps_left=0,
        last=view.last,
        strike=view.strike,
        strike_worked=unit(draw, "strike works") < 0.5,
        pending=(),
        recalls=tuple(view.recalls),
        letters=letters,
        tests=(),
        closed=tuple((seat, issue, level, until) for issue, level, until in view.closed),
        fired=rulebook.fired_before(view),
        holding=0,
        stress_count=(0, 0),
        survival=BILLION,
        quiet=True,
        ended=view.ended,
        knowledge=(known[0], known[1], known[2]),
        answers=(seat == 0 and view.question != "", seat == 1 and view.question != ""),
        questions=(view.question, "") if seat == 0 else ("", view.question),
    )


def _between(seen: Estimate, one: float, two: float) -> int:
    """A value from the triangle of an estimate."""
    share = 0.5 * (one + two)
    if share < 0.5:
        return seen.low + int((seen.likely - seen.low) * 2.0 * share)
    return seen.likely + int((seen.high - seen.likely) * (2.0 * share - 1.0))


def _letters(view: Knowledge) -> tuple[Letter, ...]:
    """The letters the seat knows of, in an order that numbers its inbox and outbox as it has them."""
    theirs = [letter._replace(arrived=True) for letter in view.inbox]
    mine = [letter._replace(arrived=True, due=view.turn) for letter in view.outbox]
    return tuple(theirs + mine)


def _asked(rulebook: Rulebook, values: list[int], view: Knowledge) -> None:
    """What the rival asked for in his last letter that has come."""
    for letter in reversed(view.inbox):
        if letter.clauses:
            for issue, at in enumerate(rulebook.ask_at[letter.writer]):
                values[at] = 1000 * level_of(letter.clauses, issue)
            return


def _before(rulebook: Rulebook, view: Knowledge, whole: tuple[int, ...]) -> tuple[int, ...]:
    """Values of the turn before such that what is learned late reads as the seat reads it."""
    before = list(whole)
    for number in rulebook.seen_late[view.viewer]:
        before[number] = view.exact[number]
    return tuple(before)


def _other(
    rulebook: Rulebook, view: Knowledge, draw: bytes, values: tuple[int, ...], before: tuple[int, ...], kind: int,
    letters: tuple[Letter, ...],
) -> Knowledge:  # fmt: skip
    """The rival's knowledge of the supposed world, made by the rules of observation."""
    other = 1 - view.viewer
    inbox = tuple(letter._replace(back=-1, sent=0) for letter in letters if letter.writer == view.viewer)
    outbox = tuple(letter._replace(arrived=False, due=0, back=-1) for letter in letters if letter.writer == other)
    return Knowledge(
        viewer=other,
        pace=view.pace,
        lens=view.lens,
        phase=view.phase,
        turn=view.turn,
        stage=view.stage,
        exact=exactly(rulebook, other, values, before),
        estimates=Unlooked(estimates, (rulebook, draw, other, values, (), view.turn, view.phase)),
        own_type=kind,
        belief=prior_belief(rulebook, view.lens, view.viewer),
        inbox=inbox,
        outbox=outbox,
        reports=(),
        dossier=Dossier(),
        owed=view.owed,
        signed=view.signed,
        order=None,
        orders=(),
        recalls=(),
        closed=(),
        un_text=0,
        last=view.last,
        strike=view.strike,
        ended=view.ended,
        over=view.over,
        cabinet=f"type.{rulebook.types[other][kind].id}.cabinet_hint",
    )


def _public(rulebook: Rulebook, view: Knowledge, values: tuple[int, ...], before: tuple[int, ...]) -> Knowledge:
    return view._replace(
        viewer=2, exact=exactly(rulebook, 2, values, before), estimates=(), own_type=-1, belief=(), inbox=(), outbox=(),
        reports=(), dossier=Dossier(), order=None, orders=(), recalls=(), closed=(), un_text=0, cabinet="",
        question="",
    )  # fmt: skip
