"""From a resolved phase to the next one in which somebody decides, with what each viewer then knows."""

from __future__ import annotations

from game.engine import post, trigger
from game.engine.knowledge import Knowledge
from game.engine.observe import NO_PAPERS, dossier, estimates, exactly
from game.engine.report import Report, as_report
from game.engine.state import LAST, ORDERS, OVER, WAR, State
from game.engine.unlooked import Unlooked
from game.engine.work import NOTHING, SEATS_ONLY, Work
from game.negotiation.letter import HELD, OPEN, Letter

NO_QUESTIONS = ("", "")
NOBODY_OWES = (False, False)
BOTH_OWE = (True, True)


def next_phase(work: Work) -> State:
    """The state at the start of the next phase."""
    before = work.state.before
    if work.stage == ORDERS and work.last is None:
        before = work.state.values
        _close_turn(work)
        while work.stage == ORDERS and work.agenda.owed == NOBODY_OWES:
            work.steps_left = 0
            _close_turn(work)
    return freeze(work, before)


def _close_turn(work: Work) -> None:
    """The turn is over: clocks run down, the calendar goes on, letters arrive."""
    rulebook, v = work.rulebook, work.v
    if work.kind == "turn":
        _clocks(work)
        trigger.check(work, 0)
    if work.reopening and work.ended is not None and rulebook.endings[work.ended.ending].aftermath:
        _reopen(work)
    else:
        work.turn += 1
    agendas = work.agendas
    if work.ended is not None:
        while work.turn < len(agendas) and agendas[work.turn].kind != "aftermath":
            work.turn += 1
    elif work.turn >= len(agendas) or agendas[work.turn].kind == "aftermath":
        work.end(rulebook.tables.standoff, "calendar")
    if work.turn >= len(agendas) or (work.ended is not None and not rulebook.endings[work.ended.ending].aftermath):
        work.turn = min(work.turn, len(agendas) - 1)
        work.stage = OVER
        return
    work.number = 0
    v[rulebook.turn_at] = work.turn * 1000
    v[rulebook.date] = agendas[work.turn].date
    if work.closed:
        work.closed = [shut for shut in work.closed if shut[3] >= work.turn]
    post.arrive(work)
    post.un_text(work)


def _clocks(work: Work) -> None:
    rulebook, v = work.rulebook, work.v
    for number, at in enumerate(rulebook.accord_at):
        if v[at] > 0:
            v[at] -= 1000
            if v[at] == 0:
                accord = rulebook.tables.accords[number]
                work.ledger.apply(rulebook.accord_kept[number], -1, f"accord.{accord.id}")
                work.tell("accord_kept", accord.id, (), SEATS_ONLY)
    for seat, at in enumerate(rulebook.deadline_at):
        if v[at] > 0 and work.ended is None:
            v[at] -= 1000
            if v[at] == 0:
                work.ledger.apply(rulebook.deadline_ops[seat], seat, "deadline_passed")
                work.tell("deadline_passed", "", (("seat", seat),), SEATS_ONLY, seat)
    for at in rulebook.recent_at:
        if v[at] > 0:
            v[at] -= 1000
    if work.ledger.specials:
        trigger.specials(work)


def _reopen(work: Work) -> None:
    """The peace is broken: the crisis is taken up again, once."""
    rulebook, v = work.rulebook, work.v
    work.reopening = False
    v[rulebook.reopened] = 1000
    v[rulebook.deal_at] = 0
    v[rulebook.deal_public] = 0
    v[rulebook.deal_by] = -1000
    for issue, at in enumerate(rulebook.deal_issue):
        v[at] = -1000
        v[rulebook.deal_secret[issue]] = 0
    if work.ended is not None:
        v[rulebook.index[f"ending.{work.ended.ending}"]] = 0
    work.ended = None
    work.tell("reopened", "", (), (True, True, True))
    for number, agenda in enumerate(work.agendas):
        if rulebook.tables.reopen_entry in agenda.entries:
            work.turn = number
            return


def _phase(work: Work) -> str:
    name = work.agenda.name
    if work.v[work.rulebook.reopened]:
        name += ".again"
    match work.stage:
        case "orders":
            return name
        case "last":
            return f"{name}.last{work.number}"
        case "war":
            return f"{name}.war{work.number}"
    return "over"


def freeze(work: Work, before: tuple[int, ...]) -> State:
    """The work put together again as a state, and each viewer's knowledge brought up to it; the work is over then."""
    rulebook = work.rulebook
    phase = _phase(work)
    if work.stage == ORDERS:
        owed = work.agenda.owed
    elif work.stage == WAR:
        owed = BOTH_OWE
    elif work.stage == LAST and work.last is not None:
        decider = 1 - work.last.holder if work.last.first else work.last.holder
        owed = (decider == 0, decider == 1)
    else:
        owed = NOBODY_OWES
    values = tuple(work.v)
    if not work.quiet:
        _moves(work)
    if work.events:
        work.told = [(as_report(event), event.known) for event in work.events]
    written = _written(work)
    seen = (rulebook.exact[0](list(values), before), rulebook.exact[1](work.v, before))  # (the work's own is used up)
    one = _know(work, 0, phase, values, seen[0], owed, written)
    two = _know(work, 1, phase, values, seen[1], owed, written)
    public = _know_in_public(work, phase, values, before, owed)
    return State(  # by place: this many names would take longer than the rest of it
        work.key,
        values,
        before,
        work.state.pace,
        work.state.lens,
        work.turn,
        work.stage,
        work.number,
        owed,
        NOTHING,
        (0, 0),  # asks
        (work.grants[0], work.grants[1]),
        work.steps_left,
        work.last,
        work.strike,
        work.strike_worked,
        tuple(work.pending),
        tuple(work.recalls),
        tuple(work.letters),
        tuple(work.tests),
        tuple(work.closed),
        work.fired,
        work.holding,
        (work.stress_count[0], work.stress_count[1]),
        work.survival,
        work.quiet,
        work.ended,
        (one, two, public),
        work.state.answers,
        NO_QUESTIONS if work.ended is not None else (work.questions[0], work.questions[1]),
    )


def _moves(work: Work) -> None:
    """Tell each seat what moved the dials that it sees exactly, and through whom as far as it may know."""
    rulebook = work.rulebook
    totals: dict[tuple[int, str, int], int] = {}
    for moved in work.ledger.moved:
        place = (moved.owner, moved.cause, moved.register)
        totals[place] = totals.get(place, 0) + moved.amount
    for (owner, cause, register), amount in totals.items():
        if amount == 0 or rulebook.tables.registers[register].kind != "dial":
            continue
        one, two = register in rulebook.sees_exactly[0], register in rulebook.sees_exactly[1]
        if not one and not two:
            continue
        told = owner < 0 or _open(work, cause)
        known = (one and (told or owner == 0), two and (told or owner == 1), False)
        if known[0] or known[1]:
            work.tell("moved", rulebook.names[register], (("by", amount), ("cause", cause)), known, owner)


def _open(work: Work, cause: str) -> bool:
    """Whether an act of the other side was done in the open."""
    if not cause.startswith("act."):
        return cause in (
            "test_answered",
            "test_unanswered",
            "gave_way",
            "stood_firm",
            "offer_held",
        ) or cause.startswith("accord.")
    name = cause.removeprefix("act.")
    act = work.rulebook.sources.get(name)
    return act is not None and (act.public or act.seen)


def _know(
    work: Work, viewer: int, phase: str, values: tuple[int, ...], exact: tuple[int, ...], owed: tuple[bool, bool],
    written: tuple[bool, bool],
) -> Knowledge:  # fmt: skip
    """A seat's knowledge at the start of the next phase; where a turn begins, with new looks and papers."""
    rulebook = work.rulebook
    old = work.state.knowledge[viewer]
    seen, papers = old.estimates, old.dossier
    if work.stage == ORDERS:
        look = (rulebook, work.key, viewer, values, seen, work.turn, phase)
        seen = Unlooked(estimates, look) if work.quiet else estimates(*look)
        papers = NO_PAPERS
        if owed[viewer]:
            sheet, granted = work.agenda.sheets[viewer], work.grants[viewer]
            papers = dossier(rulebook, work.key, viewer, values, sheet, granted, phase)
    order = work.orders[viewer]
    arrived, un = _inbox(work, old) if written[1 - viewer] else (old.inbox, old.un_text)
    sent = _outbox(work, old) if written[viewer] else old.outbox
    return Knowledge(  # by place: this many names would take longer than the rest of it
        viewer,
        old.pace,
        old.lens,
        phase,
        work.turn,
        work.stage,
        exact,
        seen,
        values[rulebook.type_at[viewer]] // 1000,
        work.beliefs[viewer],
        arrived,
        sent,
        _reports(work, old) if work.events else old.reports,
        papers,
        owed,
        (False, False),  # signed
        None,  # order
        (*old.orders, order) if order else old.orders,
        tuple([one for one in work.recalls if rulebook.tables.standing[one[0]].seat == viewer]) if work.recalls else (),
        tuple([one[1:] for one in work.closed if one[0] == viewer]) if work.closed else (),
        un,
        work.last,
        work.strike,
        work.ended,
        work.stage == OVER,
        old.cabinet,
        work.questions[viewer] if work.stage == ORDERS and work.ended is None else "",
    )


def _know_in_public(
    work: Work, phase: str, values: tuple[int, ...], before: tuple[int, ...], owed: tuple[bool, bool]
) -> Knowledge:
    """What everybody knows; simulated play tells nobody before the end."""
    old = work.state.knowledge[2]
    if work.quiet and work.stage != OVER:
        return old
    return old._replace(
        phase=phase, turn=work.turn, stage=work.stage, exact=exactly(work.rulebook, 2, values, before),
        reports=_reports(work, old) if work.events else old.reports, owed=owed, signed=(False, False),
        ended=work.ended and work.ended._replace(deal=tuple(c for c in work.ended.deal if not c.secret)),
        strike=work.strike, over=work.stage == OVER,
    )  # fmt: skip


def _reports(work: Work, old: Knowledge) -> tuple[Report, ...]:
    viewer = old.viewer
    return (*old.reports, *[report for report, known in work.told if known[viewer]])


def _written(work: Work) -> tuple[bool, bool]:
    """Of which seat a letter has been written, come or been answered in this phase: both see only those anew."""
    letters, before = work.letters, work.state.letters
    if not letters:
        return (False, False)
    changed = [letter.writer for letter, old in zip(letters, before, strict=False) if letter is not old]
    changed += [letter.writer for letter in letters[len(before) :]]
    return (0 in changed, 1 in changed)


def _inbox(work: Work, old: Knowledge) -> tuple[tuple[Letter, ...], int]:
    """A seat's inbox, and the number in it of the text sent to both (0 for none).

    A letter that has not changed is the very same value as before, and so is the seat's copy of it.
    """
    letters, before = work.letters, work.state.letters
    arrived: list[Letter] = []
    un = 0
    earlier = post.inbox(before, old.viewer)  # a crisis taken up again goes back in turns: later ones may come first
    for number, place in enumerate(post.inbox(letters, old.viewer)):
        letter = letters[place]
        same = number < len(earlier) and earlier[number] == place and letter is before[place]
        arrived.append(old.inbox[number] if same else _received(letter))
        if letter.tone == post.ONE_TEXT:
            un = number + 1
    return tuple(arrived), un


def _outbox(work: Work, old: Knowledge) -> tuple[Letter, ...]:
    """A seat's own letters."""
    before = work.state.letters
    sent: list[Letter] = []
    for place, letter in enumerate(work.letters):
        if letter.writer == old.viewer and letter.tone != post.ONE_TEXT:
            same = place < len(before) and letter is before[place]
            sent.append(old.outbox[len(sent)] if same else _sent(letter))
    return tuple(sent)


def _received(letter: Letter) -> Letter:
    """A letter as its reader has it: when it was sent is the writer's affair."""
    writer, channel, strength, clauses, stress, tone, accord, _, due, status, _, arrived = letter
    return Letter(writer, channel, strength, clauses, stress, tone, accord, 0, due, status, -1, arrived)


def _sent(letter: Letter) -> Letter:
    """A letter as its writer has it: whether it has come, and whether it was put aside in silence, he cannot see."""
    writer, channel, strength, clauses, stress, tone, accord, sent, _, status, _, _ = letter
    if status == HELD:
        status = OPEN
    return Letter(writer, channel, strength, clauses, stress, tone, accord, sent, 0, status, -1, False)
