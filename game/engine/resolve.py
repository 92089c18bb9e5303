"""The sequence of one phase: answers, headlines, what follows from them, half-days, letters, and the next phase."""

from __future__ import annotations

from game.engine import incidents, post, question, trigger, warfare
from game.engine.act import RIDER, Act, remember
from game.engine.advance import next_phase
from game.engine.agenda import Sheet
from game.engine.chance import one
from game.engine.move import Order
from game.engine.observe import act_weights, belief_after
from game.engine.report import Event
from game.engine.rulebook import Rulebook
from game.engine.state import LAST, ORDERS, WAR, Pending, State, Test
from game.engine.work import EVERYONE, SEATS_ONLY, Work
from game.negotiation.letter import FEELER

MILLION = 1_000_000


def resolve(
    rulebook: Rulebook, state: State, orders: tuple[Order | None, Order | None]
) -> tuple[State, tuple[Event, ...]]:
    """Every owed order is signed: what comes of it, up to the next phase in which somebody decides."""
    work = Work(rulebook, state, orders)
    rulebook.forget_now(work.v)
    if state.stage == LAST:
        incidents.decide(work, _choices(orders))
    elif state.stage == WAR:
        _war(work, orders)
    else:
        _orders(work, orders)
    if work.stage == ORDERS and work.ended is None:
        incidents.run(work)
        if work.wanted_strike and work.ended is None:
            warfare.open_war(work, work.wanted_strike)
    elif work.stage == ORDERS and work.kind == "aftermath":
        incidents.after(work)
    return next_phase(work), tuple(work.events)


def _choices(orders: tuple[Order | None, Order | None]) -> tuple[str, str]:
    return (orders[0].option if orders[0] else "", orders[1].option if orders[1] else "")


def _war(work: Work, orders: tuple[Order | None, Order | None]) -> None:
    out = post.answers(work, orders)
    if work.settled:
        work.stage = ORDERS
        return
    post.send(work, out + post.drafts(work, orders))
    warfare.six_hours(work, _choices(orders))


def _orders(work: Work, orders: tuple[Order | None, Order | None]) -> None:
    out = post.answers(work, orders)
    if work.settled:
        return
    agenda = work.agenda
    work.steps_left = agenda.half_days
    if work.pending:
        _delayed(work)
    if work.recalls:
        _recalls(work)
    acts = [_headline(work, seat, order, agenda.sheets[seat]) for seat, order in enumerate(orders)]
    for seat, order in enumerate(orders):
        if order is not None and order.changes:
            _changes(work, seat, order)
    if work.ledger.specials:
        trigger.specials(work)
    _accords(work, orders)
    out += post.drafts(work, orders)
    if work.kind != "prologue" and not work.wanted_strike:
        _received(work, acts)
    _tests(work, orders, acts, out)
    if work.letters:
        _stress(work)
    question.put(work, orders)
    if out:
        post.send(work, out)
    trigger.check(work, 0)
    if work.wanted_strike and work.ended is None:
        warfare.open_war(work, work.wanted_strike)


def _headline(work: Work, seat: int, order: Order | None, sheet: Sheet) -> int:
    """Carry out a seat's option and riders, and those nobody was asked about; how hard the other saw it act."""
    for act in sheet.unasked:
        _act(work, seat, act)
    if order is None:
        return 0
    hardness = 0
    headline = sheet.headlines.get(order.option)
    if headline is not None:
        _act(work, seat, headline)
        hardness = headline.hardness if headline.public or headline.seen else 0
    for rider in order.riders:
        _act(work, seat, sheet.riders[rider].act)
    return hardness


def _act(work: Work, seat: int, act: Act) -> None:
    rulebook, v = work.rulebook, work.v
    remember(v, act)
    if act.ops:
        work.ledger.apply(act.ops, seat, act.cause)
        if work.ledger.specials:
            trigger.specials(work)
    if act.delayed:
        for number, (late, _, _, _) in enumerate(act.delayed):
            work.pending.append(Pending(work.turn + late.turns, seat, act.source, number))
    if act.public or act.seen:
        if act.decision != RIDER:
            observer = 1 - seat
            weights = act_weights(rulebook, seat, act.hardness, half=False)
            work.beliefs[observer] = belief_after(rulebook, seat, work.beliefs[observer], weights)
        if not work.quiet:
            known = EVERYONE if act.public else SEATS_ONLY
            work.tell("act", f"{act.decision}.{act.id}", (("hardness", act.hardness),), known, seat)
    if act.relief:
        at = rulebook.relief_at[seat]
        work.ledger.put(at, min(rulebook.highs[at], v[at] + act.relief), rulebook.shares.get(at), seat, "relief")


def _delayed(work: Work) -> None:
    """Effects of earlier orders that land this turn."""
    keep = []
    for pending in work.pending:
        if pending.turn > work.turn:
            keep.append(pending)
            continue
        act = work.rulebook.sources[pending.source]
        late, ops, condition, cause = act.delayed[pending.place]
        if condition is None or condition(work.v):
            work.ledger.apply(ops, pending.seat, cause)
            if late.because and not work.quiet:
                known = (pending.seat == 0, pending.seat == 1, False)
                work.tell("because", late.because, (("source", pending.source),), known, pending.seat)
            if work.ledger.specials:
                trigger.specials(work)
    work.pending = keep


def _recalls(work: Work) -> None:
    """Orders being taken back: the message reaches the men who carry it out, or it is tried again next turn."""
    rulebook, v = work.rulebook, work.v
    keep = []
    for number, level in work.recalls:
        standing = rulebook.tables.standing[number]
        recall = rulebook.standing_recall[number]
        known = (standing.seat == 0, standing.seat == 1, False)
        if recall is not None and one(work.key, f"recall\x1f{standing.id}\x1f{work.phase}") >= recall(v):
            keep.append((number, level))
            work.tell("recall_failed", standing.id, (("level", level),), known, standing.seat)
            continue
        at = rulebook.standing_at[number]
        if v[at] > level * 1000:
            work.ledger.put(at, level * 1000, rulebook.shares.get(at), standing.seat, f"recall.{standing.id}")
        work.tell("recalled", standing.id, (("level", level),), known, standing.seat)
    work.recalls = keep


def _changes(work: Work, seat: int, order: Order) -> None:
    """Standing orders change: loosening at once, taking back by a message that may not arrive."""
    rulebook, v = work.rulebook, work.v
    for name, level in order.changes:
        number = rulebook.standing[name]
        at = rulebook.standing_at[number]
        now = v[at] // 1000
        if work.recalls:
            work.recalls = [recall for recall in work.recalls if recall[0] != number]
        up = level > now
        steps = abs(level - now)
        if steps == 0:
            continue
        ops = rulebook.standing_up[number] if up else rulebook.standing_down[number]
        for _ in range(steps):
            work.ledger.apply(ops, seat, rulebook.standing_cause[number])
        observer = 1 - seat
        if at in rulebook.sees_exactly[observer]:
            standing = rulebook.tables.standing[number]
            hardness = (standing.up_hardness if up else standing.down_hardness) * steps
            weights = act_weights(rulebook, seat, hardness, half=True)
            work.beliefs[observer] = belief_after(rulebook, seat, work.beliefs[observer], weights)
        if not up and rulebook.standing_recall[number] is not None:
            work.recalls.append((number, level))
            continue
        new = min(max(level * 1000, rulebook.lows[at]), rulebook.highs[at])
        work.ledger.put(at, new, rulebook.shares.get(at), seat, rulebook.standing_cause[number])


def _accords(work: Work, orders: tuple[Order | None, Order | None]) -> None:
    """Accords in force are kept or broken by what was just ordered; new ones begin when both name the same."""
    rulebook, v = work.rulebook, work.v
    one, two = orders
    wanted = (one is not None and one.accord) or (two is not None and two.accord)
    for number, at in enumerate(rulebook.accord_at):
        if v[at] > 0:
            accord = rulebook.tables.accords[number]
            for seat in range(2):
                keeps = rulebook.accord_keeps[number][seat]
                if v[at] > 0 and keeps is not None and not keeps(v):
                    v[at] = 0
                    work.ledger.apply(rulebook.accord_broken[number][seat], seat, f"accord.{accord.id}")
                    work.tell("accord_broken", accord.id, (("seat", seat),), SEATS_ONLY, seat)
        if wanted and v[at] == 0:
            accord = rulebook.tables.accords[number]
            if _named(work, orders, number, accord.id):
                v[at] = accord.turns * 1000
                work.ledger.apply(rulebook.accord_enter[number], -1, f"accord.{accord.id}")
                work.tell("accord", accord.id, (("turns", accord.turns),), SEATS_ONLY)
    if work.ledger.specials:
        trigger.specials(work)


def _named(work: Work, orders: tuple[Order | None, Order | None], number: int, accord: str) -> bool:
    """Whether one seat names an accord now, and the other does too or has proposed it in its last letter."""
    one = orders[0] is not None and orders[0].accord == accord
    two = orders[1] is not None and orders[1].accord == accord
    if one and two:
        return True
    return (one and _proposed(work, 1, number)) or (two and _proposed(work, 0, number))


def _proposed(work: Work, seat: int, accord: int) -> bool:
    """Whether the last letter of a seat that has arrived proposes this accord."""
    for letter in reversed(work.letters):
        if letter.writer == seat and letter.arrived:
            return letter.accord == accord
    return False


def _received(work: Work, acts: list[int]) -> None:
    """A headline that the other side saw: by the man he is he gives way to it or stands firm, and both learn which."""
    rulebook = work.rulebook
    for seat, hardness in enumerate(acts):
        soft = hardness < 0
        points = abs(hardness) // 1000
        rule = rulebook.tables.reception[soft]
        if not rule.since or points < rule.since:
            continue
        other = 1 - seat
        kinds = rulebook.types[other]
        chance = kinds[work.v[rulebook.type_at[other]] // 1000].gives_way[soft]
        gave = one(work.key, f"reception\x1f{seat}\x1f{work.phase}") < chance * 0.001
        cause = "gave_way" if gave else "stood_firm"
        for _ in range(points):
            work.ledger.apply(rulebook.received_ops[soft][seat][gave], seat, cause)
        work.tell(cause, "", (("seat", seat), ("hardness", hardness)), SEATS_ONLY, other)
        shares = [kind.gives_way[soft] if gave else 1000 - kind.gives_way[soft] for kind in kinds]
        weights = tuple([share * 1000 + 1 for share in shares])
        work.beliefs[seat] = belief_after(rulebook, other, work.beliefs[seat], weights)
    if work.ledger.specials:
        trigger.specials(work)


def _tests(work: Work, orders: tuple[Order | None, Order | None], acts: list[int], out: list[post.Outgoing]) -> None:
    """A soft headline asks a question; the other answers in kind within some turns, or does not."""
    rulebook, v = work.rulebook, work.v
    rule = rulebook.tables.tests
    if rule.turns <= 0:
        return
    if work.tests:
        work.tests = _answered(work, orders, acts, out)
    waiting = [False, False]
    for test in work.tests:
        waiting[test.seat] = True
    if work.ended is None and work.kind == "turn":
        for seat, order in enumerate(orders):
            if order is not None and acts[seat] <= rule.opens_at and not waiting[seat]:
                work.tests.append(Test(seat, work.turn + rule.turns))
                waiting[seat] = True
                work.tell("test", "", (("seat", seat),), SEATS_ONLY, seat)
    for seat in range(2):
        v[rulebook.test_at[seat]] = 1000 if waiting[seat] else 0
    if work.ledger.specials:
        trigger.specials(work)


def _answered(
    work: Work, orders: tuple[Order | None, Order | None], acts: list[int], out: list[post.Outgoing]
) -> list[Test]:
    """The tests that still wait once this turn's acts and letters have answered theirs."""
    rulebook, v = work.rulebook, work.v
    rule = rulebook.tables.tests
    wrote = [False, False]
    for letter in out:
        if letter.strength == FEELER or letter.clauses:
            wrote[letter.writer] = True
    keep: list[Test] = []
    for test in work.tests:
        other = 1 - test.seat
        order = orders[other]
        if acts[other] <= rule.answers_at or wrote[other] or (order is not None and order.accord):
            work.ledger.apply(rulebook.answered_ops[test.seat], test.seat, "test_answered")
            work.tell("test_answered", "", (("seat", test.seat),), SEATS_ONLY, other)
            _believe_test(work, other, answered=True)
        elif test.due <= work.turn:
            count = v[rulebook.unanswered_at[test.seat]]
            if count < rule.most_unanswered * 1000:
                v[rulebook.unanswered_at[test.seat]] = count + 1000
                work.ledger.apply(rulebook.unanswered_ops[test.seat], test.seat, "test_unanswered")
            work.tell("test_unanswered", "", (("seat", test.seat),), SEATS_ONLY, other)
            _believe_test(work, other, answered=False)
        else:
            keep.append(test)
    return keep


def _believe_test(work: Work, tested: int, *, answered: bool) -> None:
    kinds = work.rulebook.types[tested]
    weights = tuple((kind.answers if answered else 1000 - kind.answers) * 1000 + 1 for kind in kinds)
    observer = 1 - tested
    work.beliefs[observer] = belief_after(work.rulebook, tested, work.beliefs[observer], weights)


def _stress(work: Work) -> None:
    """An act that belies the stress of one's own last letter: the second time, the other side has noticed."""
    rulebook = work.rulebook
    for seat in range(2):
        against = rulebook.stress_against[seat]
        if not against:
            continue
        for letter in reversed(work.letters):
            if letter.writer != seat or letter.tone == "one_text":
                continue
            condition = against[letter.stress] if letter.stress < len(against) else None
            if condition is not None and condition(work.v):
                work.stress_count[seat] += 1
                if work.stress_count[seat] == 2:
                    work.ledger.apply(rulebook.stress_ops[seat], seat, "stress_belied")
            break
