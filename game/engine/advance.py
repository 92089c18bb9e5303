"""From a resolved phase to the next one in which somebody decides, with what each viewer then knows."""

from __future__ import annotations

from game.engine import post, trigger
from game.engine.knowledge import Dossier, Knowledge
from game.engine.observe import dossier, estimates, exactly
from game.engine.report import as_report
from game.engine.state import LAST, ORDERS, OVER, WAR, State
from game.engine.work import SEATS_ONLY, Work
from game.negotiation.letter import ANSWERED, HELD, OPEN, RETURNED, Letter

NOBODY_OWES = (False, False)
BOTH_OWE = (True, True)


def next_phase(work: Work) -> State:
    """The state at the start of the next phase."""
    before = work.state.before
    if work.stage == ORDERS and work.last is None:
        before = work.state.values
        _close_turn(work)
        while work.stage == ORDERS and _owed(work) == NOBODY_OWES:
            work.steps_left = 0
            _close_turn(work)
    return freeze(work, before)


def _close_turn(work: Work) -> None:
    """The turn is over: clocks run down, the calendar goes on, letters arrive."""
    rulebook, v = work.rulebook, work.v
    if work.kind == "turn":
        _clocks(work)
        trigger.check(work, 0)
    if work.reopening and work.ended is not None and work.ended.group != "general_war":
        _reopen(work)
    else:
        work.turn += 1
    turns = work.pace.turns
    entries = rulebook.tables.entries
    while (
        work.ended is not None and work.turn < len(turns) and entries[turns[work.turn].entries[-1]].kind != "aftermath"
    ):
        work.turn += 1
    if work.turn < len(turns) and work.ended is None and entries[turns[work.turn].entries[-1]].kind == "aftermath":
        work.end(rulebook.tables.standoff, "calendar")
    if work.turn >= len(turns) and work.ended is None:
        work.end(rulebook.tables.standoff, "calendar")
    if work.turn >= len(turns) or (work.ended is not None and not rulebook.endings[work.ended.ending].aftermath):
        work.turn = min(work.turn, len(turns) - 1)
        work.stage = OVER
        return
    work.number = 0
    v[rulebook.turn_at] = work.turn * 1000
    v[rulebook.date] = 1000 * max(turns[work.turn].entries)
    work.closed = [shut for shut in work.closed if shut[3] >= work.turn]
    post.arrive(work)
    post.un_text(work)


def _clocks(work: Work) -> None:
    rulebook, v = work.rulebook, work.v
    for number, accord in enumerate(rulebook.tables.accords):
        at = rulebook.accord_at[number]
        if v[at] > 0:
            v[at] -= 1000
            if v[at] == 0:
                work.ledger.apply(rulebook.accord_kept[number], -1, f"accord.{accord.id}")
                work.tell("accord_kept", accord.id, (), SEATS_ONLY)
    for seat in range(2):
        at = rulebook.deadline_at[seat]
        if v[at] > 0 and work.ended is None:
            v[at] -= 1000
            if v[at] == 0:
                work.ledger.apply(rulebook.deadline_ops[seat], seat, "deadline_passed")
                work.tell("deadline_passed", "", (("seat", seat),), SEATS_ONLY, seat)
    for at in rulebook.recent_at:
        if v[at] > 0:
            v[at] -= 1000
    trigger.specials(work)


def _reopen(work: Work) -> None:
    """The peace is broken: the crisis is taken up again, once."""
    rulebook, v = work.rulebook, work.v
    work.reopening = False
    v[rulebook.reopened] = 1000
    v[rulebook.deal_at] = 0
    for issue, at in enumerate(rulebook.deal_issue):
        v[at] = -1000
        v[rulebook.deal_secret[issue]] = 0
    if work.ended is not None:
        v[rulebook.index[f"ending.{work.ended.ending}"]] = 0
    work.ended = None
    work.tell("reopened", "", (), (True, True, True))
    for number, turn in enumerate(work.pace.turns):
        if rulebook.tables.reopen_entry in turn.entries:
            work.turn = number
            return


def _owed(work: Work) -> tuple[bool, bool]:
    """Who has something to decide in the turn that begins."""
    asks = work.pace.turns[work.turn].asks
    dated = work.rulebook.dated
    return ((0, asks[0]) in dated, (1, asks[1]) in dated)


def _phase(work: Work) -> str:
    name = work.rulebook.tables.entries[work.entries[-1]].id
    if work.v[work.rulebook.reopened]:
        name += ".again"
    match work.stage:
        case "last":
            return f"{name}.last{work.number}"
        case "war":
            return f"{name}.war{work.number}"
        case "over":
            return "over"
    return name


def freeze(work: Work, before: tuple[int, ...]) -> State:
    """The work put together again as a state, and each viewer's knowledge brought up to it."""
    phase = _phase(work)
    if work.stage == ORDERS:
        owed = _owed(work)
    elif work.stage == WAR:
        owed = BOTH_OWE
    elif work.stage == LAST and work.last is not None:
        decider = 1 - work.last.holder if work.last.first else work.last.holder
        owed = (decider == 0, decider == 1)
    else:
        owed = NOBODY_OWES
    values = tuple(work.v)
    fresh = work.stage == ORDERS
    _moves(work)
    one, two, public = (_know(work, viewer, phase, values, before, owed, fresh) for viewer in range(3))
    grants = (work.grants[0], work.grants[1])
    return State(
        key=work.key,
        values=values,
        before=before,
        pace=work.state.pace,
        lens=work.state.lens,
        turn=work.turn,
        stage=work.stage,
        number=work.number,
        owed=owed,
        orders=(None, None),
        asks=(0, 0),
        grants=grants,
        steps_left=work.steps_left,
        last=work.last,
        strike=work.strike,
        strike_worked=work.strike_worked,
        pending=tuple(work.pending),
        recalls=tuple(work.recalls),
        letters=tuple(work.letters),
        tests=tuple(work.tests),
        closed=tuple(work.closed),
        fired=work.fired,
        holding=work.holding,
        stress_count=(work.stress_count[0], work.stress_count[1]),
        survival=work.survival,
        quiet=work.quiet,
        ended=work.ended,
        knowledge=(one, two, public),
    )


def _moves(work: Work) -> None:
    """Tell each seat what moved the dials that it sees exactly, and through whom as far as it may know."""
    if work.quiet or not work.ledger.moved:
        return
    rulebook = work.rulebook
    totals: dict[tuple[int, str, int], int] = {}
    for moved in work.ledger.moved:
        place = (moved.owner, moved.cause, moved.register)
        totals[place] = totals.get(place, 0) + moved.amount
    for (owner, cause, register), amount in totals.items():
        if amount == 0 or rulebook.tables.registers[register].kind != "dial":
            continue
        known = tuple(
            viewer < 2 and register in rulebook.sees_exactly[viewer] and (owner in (viewer, -1) or _open(work, cause))
            for viewer in range(3)
        )
        if any(known):
            work.tell("moved", rulebook.names[register], (("by", amount), ("cause", cause)), known, owner)  # type: ignore[arg-type]


def _open(work: Work, cause: str) -> bool:
    """Whether an act of the other side was done in the open."""
    if not cause.startswith("act."):
        return cause in ("test_answered", "test_unanswered", "offer_held") or cause.startswith("accord.")
    name = cause.removeprefix("act.")
    act = work.rulebook.sources.get(name)
    return act is not None and (act.public or act.seen)


def _know(
    work: Work, viewer: int, phase: str, values: tuple[int, ...], before: tuple[int, ...],
    owed: tuple[bool, bool], fresh: bool,
) -> Knowledge:  # fmt: skip
    rulebook = work.rulebook
    old = work.state.knowledge[viewer]
    if viewer == 2 and work.quiet and work.stage != OVER:
        return old
    exact = exactly(rulebook, viewer, values, before)
    reports = old.reports
    if not work.quiet:
        reports += tuple(as_report(event) for event in work.events if event.known[viewer])
    if viewer == 2:
        return old._replace(
            phase=phase, turn=work.turn, stage=work.stage, exact=exact, reports=reports, owed=owed,
            signed=(False, False),
            ended=work.ended and work.ended._replace(deal=tuple(c for c in work.ended.deal if not c.secret)),
            strike=work.strike, over=work.stage == OVER,
        )  # fmt: skip
    seen = old.estimates
    papers = old.dossier
    if fresh:
        seen = estimates(rulebook, work.key, viewer, values, old.estimates, work.turn, phase)
        entry = work.pace.turns[work.turn].asks[viewer]
        questions = rulebook.tables.entries[entry].questions + work.grants[viewer]
        papers = dossier(rulebook, work.key, viewer, values, entry, questions, phase) if owed[viewer] else Dossier()
    order = work.state.orders[viewer]
    letters = work.letters
    if len(letters) == len(work.state.letters) and tuple(letters) == work.state.letters:
        arrived, sent = old.inbox, old.outbox
    else:
        arrived = tuple(_received(letters[place]) for place in post.inbox(letters, viewer))
        sent = tuple(_sent(letter) for letter in letters if letter.writer == viewer and letter.tone != post.ONE_TEXT)
    un = 0
    for number, letter in enumerate(arrived, 1):
        if letter.tone == post.ONE_TEXT:
            un = number
    return Knowledge(
        viewer=viewer,
        pace=work.state.pace,
        lens=work.state.lens,
        phase=phase,
        turn=work.turn,
        stage=work.stage,
        exact=exact,
        estimates=seen,
        own_type=values[rulebook.type_at[viewer]] // 1000,
        belief=work.beliefs[viewer],
        inbox=arrived,
        outbox=sent,
        reports=reports,
        dossier=papers,
        owed=owed,
        signed=(False, False),
        order=None,
        orders=(*old.orders, order) if order else old.orders,
        recalls=tuple(recall for recall in work.recalls if rulebook.tables.standing[recall[0]].seat == viewer),
        closed=tuple((issue, level, until) for seat, issue, level, until in work.closed if seat == viewer),
        un_text=un,
        last=work.last,
        strike=work.strike,
        ended=work.ended,
        over=work.stage == OVER,
        cabinet=old.cabinet,
    )


def _received(letter: Letter) -> Letter:
    """A letter as its reader has it: when it was sent is the writer's affair."""
    return letter._replace(back=-1, sent=0)


def _sent(letter: Letter) -> Letter:
    """A letter as its writer has it: whether it has come, and whether it was put aside in silence, he cannot see."""
    status = (
        letter.status if letter.status in (ANSWERED, RETURNED) else OPEN if letter.status == HELD else letter.status
    )
    return letter._replace(arrived=False, due=0, back=-1, status=status)
