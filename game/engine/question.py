"""Questions that bind nothing: put by one seat, answered by the other, itself or through its people.

A seat that answers for itself (`Options.answers`) finds the question with the turn that follows and may reply in that
turn's order. Where it does not, and for every other seat, its people answer: truly with the scenario's chance, else
with smoke. A reply of its own is what it likes; a draw with the same expression, read for the one who replies, says
whether he is believed over there.
"""

from __future__ import annotations

from game.engine.chance import one
from game.engine.guess import as_seen
from game.engine.knowledge import Knowledge
from game.engine.move import Order
from game.engine.refusal import ILLEGAL, INVALID, Refusal
from game.engine.rulebook import Rulebook
from game.engine.work import SEATS_ONLY, Work


def replies(rulebook: Rulebook, view: Knowledge) -> tuple[str, ...]:
    """The answers that may be given to the question put to this seat, by id; none where none was put."""
    if not view.question:
        return ()
    return rulebook.tables.negotiation.probes[rulebook.probe_of[view.question]].answers


def what_is_so(rulebook: Rulebook, view: Knowledge) -> str:
    """The one of its answers that is true, as far as this seat itself knows; '' where nothing was asked."""
    if not view.question:
        return ""
    number = rulebook.probe_of[view.question]
    answers = rulebook.tables.negotiation.probes[number].answers
    return answers[_true(rulebook, number, as_seen(rulebook, view))]


def reply_refusal(rulebook: Rulebook, view: Knowledge, reply: str) -> Refusal | None:
    """Why this cannot be said in reply now, or None."""
    if not view.question:
        return Refusal(ILLEGAL, "reply", "nothing_asked", reply)
    if reply not in replies(rulebook, view):
        return Refusal(INVALID, "reply", "no_such_reply", reply)
    return None


def put(work: Work, orders: tuple[Order | None, Order | None]) -> None:
    """What was asked before is answered; what these orders ask is answered, or goes to a seat that will itself.

    Asking shows an interest, whoever answers.
    """
    for seat in range(2):
        if work.questions[seat]:
            _answered(work, seat, orders[seat])
    for seat, order in enumerate(orders):
        if order is not None and order.probe:
            _ask(work, seat, order.probe)


def _ask(work: Work, seat: int, name: str) -> None:
    rulebook, v = work.rulebook, work.v
    number = rulebook.probe_of[name]
    probe = rulebook.tables.negotiation.probes[number]
    himself = work.state.answers[1 - seat]
    said = -1 if himself else _people(work, seat, number)
    at = rulebook.probes_at[seat]
    work.ledger.put(at, v[at] + 1000, None, seat, "probe")
    if probe.issue >= 0:
        mark = rulebook.mark_at[seat][probe.issue]
        work.ledger.put(mark, min(3000, v[mark] + 1000), None, seat, "probe")
    if himself:
        work.questions[1 - seat] = name
        work.tell("probe_put", name, (), SEATS_ONLY, seat)
    else:
        work.tell("probe_answered", name, (("answer", probe.answers[said]),), (seat == 0, seat == 1, False), seat)


def _true(rulebook: Rulebook, number: int, values: list[int]) -> int:
    last = len(rulebook.tables.negotiation.probes[number].answers) - 1
    return min(max(int(rulebook.probe_truth[number](values)), 0), last)


def _people(work: Work, seat: int, number: int) -> int:
    """What the asked side's people say to a question of `seat`."""
    rulebook, v = work.rulebook, work.v
    probe = rulebook.tables.negotiation.probes[number]
    count = len(probe.answers)
    true = _true(rulebook, number, v)
    if one(work.key, f"probe honest\x1f{seat}\x1f{probe.id}\x1f{work.phase}") < rulebook.honest[seat](v) or count < 2:
        return true
    other = int(one(work.key, f"probe smoke\x1f{seat}\x1f{probe.id}\x1f{work.phase}") * (count - 1))
    return other if other < true else other + 1


def _answered(work: Work, seat: int, order: Order | None) -> None:
    """A seat answers what it was asked the turn before, or leaves it to its people."""
    rulebook = work.rulebook
    name, asker = work.questions[seat], 1 - seat
    work.questions[seat] = ""
    number = rulebook.probe_of[name]
    theirs, own = (asker == 0, asker == 1, False), (seat == 0, seat == 1, False)
    reply = order.reply if order is not None else ""
    said = reply or rulebook.tables.negotiation.probes[number].answers[_people(work, asker, number)]
    doubted: tuple[tuple[str, int | str], ...] = ()
    if reply and one(work.key, f"probe believed\x1f{seat}\x1f{name}\x1f{work.phase}") >= rulebook.honest[seat](work.v):
        doubted = (("doubted", 1),)
    work.tell("probe_answered", name, (("answer", said), *doubted), theirs, asker)
    work.tell("probe_replied", name, (("answer", said), ("own", int(bool(reply)))), own, asker)
