"""The sequence of one phase: answers, headlines, what follows from them, half-days, letters, and the next phase."""

from __future__ import annotations

from game.engine import incidents, post, question, trigger, warfare
from game.engine.advance import next_phase
from game.engine.chance import unit
from game.engine.move import Order
from game.engine.observe import act_weights, belief_after
from game.engine.report import Event
from game.engine.rulebook import RIDER, Act, Rulebook, remember
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
    rulebook = work.rulebook
    out = post.answers(work, orders)
    if work.settled:
        return
    entries = rulebook.tables.entries
    work.steps_left = sum([entries[entry].half_days for entry in work.entries])
    if work.pending:
        _delayed(work)
    if work.recalls:
        _recalls(work)
    acts = [_headline(work, seat, order) for seat, order in enumerate(orders)]
    for seat, order in enumerate(orders):
        if order is not None and order.changes:
            _changes(work, seat, order)
    trigger.specials(work)
    _accords(work, orders)
    out += post.drafts(work, orders)
    if work.kind == "turn" and not work.wanted_strike:
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


def _headline(work: Work, seat: int, order: Order | None) -> int:
    """Carry out a seat's option and riders, and those nobody was asked about; how hard the other saw it act."""
    rulebook = work.rulebook
    pace_turn = work.pace.turns[work.turn]
    hardness = 0
    asked = pace_turn.asks[seat]
    for entry in pace_turn.entries:
        if entry != asked:
            unasked = rulebook.dated.get((seat, entry))
            if unasked is not None:
                _act(work, seat, unasked.unasked)
    if order is None:
        return hardness
    dated = rulebook.dated.get((seat, asked))
    for act in dated.acts if dated else ():
        if act.id == order.option:
            _act(work, seat, act)
            hardness = act.hardness if act.public or act.seen else 0
    for rider in order.riders:
        _act(work, seat, rulebook.riders[f"{rulebook.seats[seat]}.{rider}"][1])
    return hardness


def _act(work: Work, seat: int, act: Act) -> None:
    rulebook, v = work.rulebook, work.v
    remember(v, act)
    if act.ops:
        work.ledger.apply(act.ops, seat, act.cause)
        if work.ledger.specials:
            trigger.specials(work)
    for number, (late, _, _) in enumerate(act.delayed):
        work.pending.append(Pending(work.turn + late.turns, seat, act.source, number))
    if act.public or act.seen:
        observer = 1 - seat
        if act.decision != RIDER:
            weights = act_weights(rulebook, seat, act.hardness, half=False)
            work.beliefs[observer] = belief_after(rulebook, seat, work.beliefs[observer], weights)
        if not work.quiet:
            known = EVERYONE if act.public else SEATS_ONLY
            work.tell("act", f"{act.decision}.{act.id}", (("hardness", act.hardness),), known, seat)
    since = rulebook.tables.relief
    if act.hardness >= since.since and since.each_point:
        at = rulebook.relief_at[seat]
        more = min(since.most, since.each_point * act.hardness // 1000)
        work.ledger.put(at, min(rulebook.highs[at], v[at] + more), rulebook.shares.get(at), seat, "relief")


def _delayed(work: Work) -> None:
    """Effects of earlier orders that land this turn."""
    keep = []
    for pending in work.pending:
        if pending.turn > work.turn:
            keep.append(pending)
            continue
        act = work.rulebook.sources[pending.source]
        late, ops, condition = act.delayed[pending.place]
        if condition is None or condition(work.v):
            work.ledger.apply(ops, pending.seat, f"delayed.{pending.source}.{pending.place}")
            known = (pending.seat == 0, pending.seat == 1, False)
            if late.because:
                work.tell("because", late.because, (("source", pending.source),), known, pending.seat)
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
        if recall is not None and unit(work.key, "recall", standing.id, work.phase) >= recall(v):
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
        standing = rulebook.tables.standing[number]
        at = rulebook.standing_at[number]
        now = v[at] // 1000
        work.recalls = [recall for recall in work.recalls if recall[0] != number]
        up = level > now
        steps = abs(level - now)
        for _ in range(steps):
            ops = rulebook.standing_up[number] if up else rulebook.standing_down[number]
            work.ledger.apply(ops, seat, f"standing.{name}")
        if steps == 0:
            continue
        hardness = (standing.up_hardness if up else standing.down_hardness) * steps
        observer = 1 - seat
        if at in rulebook.sees_exactly[observer]:
            weights = act_weights(rulebook, seat, hardness, half=True)
            work.beliefs[observer] = belief_after(rulebook, seat, work.beliefs[observer], weights)
        if not up and rulebook.standing_recall[number] is not None:
            work.recalls.append((number, level))
            continue
        new = min(max(level * 1000, rulebook.lows[at]), rulebook.highs[at])
        work.ledger.put(at, new, rulebook.shares.get(at), seat, f"standing.{name}")


def _accords(work: Work, orders: tuple[Order | None, Order | None]) -> None:
    """Accords in force are kept or broken by what was just ordered; new ones begin when both name the same."""
    rulebook, v = work.rulebook, work.v
    for number, accord in enumerate(rulebook.tables.accords):
        at = rulebook.accord_at[number]
        if v[at] > 0:
            for seat in range(2):
                keeps = rulebook.accord_keeps[number][seat]
                if v[at] > 0 and keeps is not None and not keeps(v):
                    v[at] = 0
                    work.ledger.apply(rulebook.accord_broken[number][seat], seat, f"accord.{accord.id}")
                    work.tell("accord_broken", accord.id, (("seat", seat),), SEATS_ONLY, seat)
        if v[at] == 0 and _named(work, orders, number, accord.id):
            v[at] = accord.turns * 1000
            work.ledger.apply(rulebook.accord_enter[number], -1, f"accord.{accord.id}")
            work.tell("accord", accord.id, (("turns", accord.turns),), SEATS_ONLY)
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
        gave = unit(work.key, "reception", seat, work.phase) < chance * 0.001
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
    soft = [acts[seat] <= rule.answers_at for seat in range(2)]
    wrote = [False, False]
    for letter in out:
        if letter.strength == FEELER or letter.clauses:
            wrote[letter.writer] = True
    keep: list[Test] = []
    for test in work.tests:
        other = 1 - test.seat
        order = orders[other]
        if soft[other] or wrote[other] or (order is not None and order.accord):
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
    if work.kind == "turn" and work.ended is None:
        for seat in range(2):
            if orders[seat] is not None and acts[seat] <= rule.opens_at and seat not in [test.seat for test in keep]:
                keep.append(Test(seat, work.turn + rule.turns))
                work.tell("test", "", (("seat", seat),), SEATS_ONLY, seat)
    work.tests = keep
    for seat in range(2):
        v[rulebook.test_at[seat]] = 1000 if seat in [test.seat for test in keep] else 0
    trigger.specials(work)


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
