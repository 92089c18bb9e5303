"""Letters on their way: answers and settlements, sending, arriving, lapsing, leaking, and the UN's one text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from game.engine.chance import one, unit
from game.engine.effects import NOBODY
from game.engine.move import ACCEPT, AMEND, ENQUIRE, Answer, Order
from game.engine.observe import belief_after
from game.engine.work import EVERYONE, SEATS_ONLY, Work
from game.engine.worth import deal_worth
from game.negotiation.clause import UNSAID, Clause, Clauses, in_order, level_of, with_change
from game.negotiation.letter import ANSWERED, FEELER, HELD, LAPSED, OFFER, OPEN, RETURNED, TAKEN, Letter
from game.negotiation.offer import asks_more, crossing, halfway

LIVE = (OPEN, HELD)
ONE_TEXT = "one_text"
MEDIATOR = 2
"""`deal.by` where the text was nobody's own."""


class Outgoing(NamedTuple):
    """A letter to be written when the phase has resolved."""

    writer: int
    channel: int
    strength: str
    clauses: Clauses
    stress: int
    tone: str
    accord: int
    back: int


def inbox(letters: Sequence[Letter], seat: int) -> list[int]:
    """Places of the letters that have reached a seat, in order of arrival: its letter n is the n-th of these."""
    came = [(letter.due, place) for place, letter in enumerate(letters) if letter.arrived and letter.writer != seat]
    came.sort()
    return [place for _, place in came]


def latest_offer(letters: list[Letter], writer: int) -> int:
    """The place of a writer's latest live signed letter that has arrived, or -1."""
    for place in range(len(letters) - 1, -1, -1):
        letter = letters[place]
        if letter.writer == writer and letter.signed and letter.status in LIVE and letter.arrived:
            if letter.tone == ONE_TEXT:
                continue
            return place
    return -1


def answers(work: Work, orders: tuple[Order | None, Order | None]) -> list[Outgoing]:
    """Carry out both seats' answers; settles, or returns the letters that the answers write."""
    if not work.letters:  # nothing has been written yet, so there is nothing to answer
        return []
    answered = [
        (seat, places[answer.letter - 1], answer)
        for seat, order in enumerate(orders) if order is not None and order.answers
        for places in (inbox(work.letters, seat),)
        for answer in order.answers
    ]  # fmt: skip
    settled = {
        seat: place for seat, place, answer in answered
        if answer.kind == ACCEPT and place == latest_offer(work.letters, 1 - seat)
    }  # fmt: skip
    if settled:
        _settle(work, settled)
        return []
    texts = [
        (seat, place) for seat, place, answer in answered
        if answer.kind == ACCEPT and work.letters[place].tone == ONE_TEXT
    ]  # fmt: skip
    if texts and _taken(work, texts):
        return []
    out: list[Outgoing] = []
    for seat, place, answer in answered:
        if (seat, place) not in texts:
            out += _answer(work, seat, place, answer)
    _held(work, answered)
    return out


def _settle(work: Work, settled: dict[int, int]) -> None:
    letters, rulebook = work.letters, work.rulebook
    if len(settled) == 2:
        one, two = letters[settled[1]], letters[settled[0]]
        channels = rulebook.tables.negotiation.channels
        clauses = crossing(
            one.clauses, (one.sent, channels[one.channel].rank), two.clauses, (two.sent, channels[two.channel].rank)
        )
        by = 0 if (one.sent, channels[one.channel].rank) <= (two.sent, channels[two.channel].rank) else 1
        cause = "acceptances_crossed"
    else:
        ((seat, place),) = settled.items()
        clauses, by, cause = letters[place].clauses, 1 - seat, "accepted"
    for seat in settled:
        if work.v[rulebook.cabinet_at[seat]] > work.v[rulebook.date]:
            work.ledger.apply(rulebook.accept_early[seat], seat, "before_cabinet")
    for place in settled.values():
        letters[place] = letters[place].put(ANSWERED)
    agree(work, clauses, by, cause)


def _taken(work: Work, texts: list[tuple[int, int]]) -> bool:
    """The mediator's text is taken by one side or by both; whether it is now signed by both."""
    letters, rulebook = work.letters, work.rulebook
    for seat, place in texts:
        letters[place] = letters[place].put(TAKEN)
        if work.v[rulebook.cabinet_at[seat]] > work.v[rulebook.date]:
            work.ledger.apply(rulebook.accept_early[seat], seat, "before_cabinet")
    copies = [place for place, letter in enumerate(letters) if letter.tone == ONE_TEXT and letter.status == TAKEN]
    if len(copies) == 2:
        agree(work, letters[copies[0]].clauses, MEDIATOR, "accepted")
        return True
    for seat, _ in texts:
        work.tell("text_taken", "", (("seat", seat),), SEATS_ONLY, seat)
    return False


def agree(work: Work, clauses: Clauses, by: int, cause: str) -> None:
    """The two sides have a deal: it is written into the vector and the crisis ends as the settlement it is."""
    rulebook, v = work.rulebook, work.v
    work.settled = True
    v[rulebook.deal_at] = 1000
    v[rulebook.deal_by] = by * 1000
    public = False
    for clause in clauses:
        v[rulebook.deal_issue[clause.issue]] = clause.level * 1000
        v[rulebook.deal_secret[clause.issue]] = 1000 if clause.secret else 0
        public = public or not clause.secret
    v[rulebook.deal_public] = 1000 if public else 0
    for seat in range(2):
        v[rulebook.deadline_at[seat]] = 0
    work.tests.clear()
    author = by if by != MEDIATOR else -1
    work.tell("settled", cause, _clause_values(work, clauses), SEATS_ONLY, author)
    open_part = tuple(clause for clause in clauses if not clause.secret)
    work.tell("settled_in_public", cause, _clause_values(work, open_part), (False, False, True), author)
    for ending, when in rulebook.settlements:
        if when is not None and when(v):
            work.end(ending, cause, clauses)
            return


def _clause_values(work: Work, clauses: Clauses) -> tuple[tuple[str, int | str], ...]:
    issues = work.rulebook.tables.negotiation.issues
    return tuple(
        (issues[clause.issue].id, issues[clause.issue].levels[clause.level] + (" secret" if clause.secret else ""))
        for clause in clauses
    )


def _answer(work: Work, seat: int, place: int, answer: Answer) -> list[Outgoing]:
    letter = work.letters[place]
    stress = letter.stress if letter.writer == seat else 0
    if answer.kind == ACCEPT:
        work.letters[place] = letter.put(RETURNED)
        return [Outgoing(seat, letter.channel, OFFER, letter.clauses, stress, "", -1, place)]
    if answer.kind == AMEND and answer.change is not None:
        clause = _clause(work, answer)
        work.letters[place] = letter.put(ANSWERED)
        return [Outgoing(seat, letter.channel, OFFER, with_change(letter.clauses, clause), stress, "", -1, -1)]
    if answer.kind == ENQUIRE and answer.change is not None:
        _enquire(work, seat, place, _clause(work, answer))
    return []


def _clause(work: Work, answer: Answer) -> Clause:
    rulebook = work.rulebook
    if answer.change is None:
        return Clause(0, UNSAID)
    issue = rulebook.issue_of[answer.change.issue]
    level = rulebook.level_of[issue].get(answer.change.level, UNSAID)
    return Clause(issue, level, answer.change.secret)


def _enquire(work: Work, seat: int, place: int, clause: Clause) -> None:
    """Ask about one clause: the writer says, truly or not, whether it could stand a step nearer the asker's end."""
    rulebook, v = work.rulebook, work.v
    letter = work.letters[place]
    issue = clause.issue
    level = level_of(letter.clauses, issue)
    nearer = level + rulebook.own_end[seat][issue]
    mark = rulebook.mark_at[seat][issue]
    work.ledger.put(mark, min(3000, v[mark] + 1000), None, seat, "enquired")
    movable = False
    if 0 <= nearer < len(rulebook.tables.negotiation.issues[issue].levels):
        now = deal_worth(rulebook, v, letter.clauses, letter.writer)
        then = deal_worth(rulebook, v, with_change(letter.clauses, Clause(issue, nearer, clause.secret)), letter.writer)
        movable = then > now - 1000
    honest = unit(work.key, "enquire honest", seat, place, work.phase) < rulebook.honest[seat](v)
    says = movable if honest else unit(work.key, "enquire smoke", seat, place, work.phase) < 0.5
    known = (seat == 0, seat == 1, False)
    name = rulebook.tables.negotiation.issues[issue].id
    work.tell("clause_asked", name, (("movable", int(says)),), known, seat)


def _held(work: Work, answered: list[tuple[int, int, Answer]]) -> None:
    """An arrived offer left without another answer is held: the first time it costs both sides a little."""
    rulebook = work.rulebook
    touched = [place for _, place, answer in answered if answer.kind in (ACCEPT, AMEND, ENQUIRE)]
    for place, letter in enumerate(work.letters):
        if letter.status != OPEN or not letter.arrived or letter.strength != OFFER or place in touched:
            continue
        work.letters[place] = letter.put(HELD)
        if letter.tone == ONE_TEXT:
            continue
        work.ledger.apply(rulebook.refused_ops[letter.writer], letter.writer, "offer_held")
        if letter.back >= 0 and work.letters[letter.back].writer != letter.writer:
            writer = 1 - letter.writer
            work.ledger.apply(rulebook.overruled_ops[writer], writer, "own_words_refused")


def drafts(work: Work, orders: tuple[Order | None, Order | None]) -> list[Outgoing]:
    """The letters that both orders send."""
    rulebook = work.rulebook
    out = []
    for seat, order in enumerate(orders):
        for draft in order.letters if order else ():
            clauses = []
            for term in draft.terms:
                issue = rulebook.issue_of[term.issue]
                if term.level:
                    clauses.append(Clause(issue, rulebook.level_of[issue][term.level], term.secret))
            stress, accord = rulebook.stress_of[seat].get(draft.stress, 0), rulebook.accord_of.get(draft.accord, -1)
            out.append(
                Outgoing(
                    seat, rulebook.channel_of[draft.channel], draft.strength, in_order(tuple(clauses)),
                    stress, draft.tone, accord, -1,
                )
            )  # fmt: skip
    return out


def send(work: Work, out: list[Outgoing]) -> None:
    """Letters leave: what they cost at home, the ratchet, the register of what was last asked."""
    rulebook, v, ledger = work.rulebook, work.v, work.ledger
    negotiation = rulebook.tables.negotiation
    for letter in out:
        seat, channel = letter.writer, letter.channel
        ledger.apply(rulebook.channel_ops[channel][seat], seat, f"channel.{negotiation.channels[channel].id}")
        early = v[rulebook.cabinet_at[seat]] > v[rulebook.date]
        if letter.clauses and early:
            ops = rulebook.offer_early if letter.strength == OFFER else rulebook.feeler_early
            ledger.apply(ops[seat], seat, "before_cabinet")
        before = _last_clauses(work, seat)
        if before is not None and letter.clauses and asks_more(before, letter.clauses, rulebook.own_end[seat]):
            ledger.apply(rulebook.channel_ratchet[channel][seat], seat, "asked_more")
        late = rulebook.channel_late[channel]
        delay = negotiation.channels[channel].delay
        number = len(work.letters)
        if late is not None and one(work.key, f"late\x1f{seat}\x1f{number}\x1f{work.phase}") < late(v):
            delay += 1
        work.letters.append(
            Letter(
                seat, channel, letter.strength, letter.clauses, letter.stress, letter.tone, letter.accord,
                work.turn, work.turn + max(1, delay), OPEN, letter.back,
            )
        )  # fmt: skip
        if letter.clauses:
            _write(v, rulebook.ask_at[seat], letter.clauses)
        v[rulebook.recent_at[channel]] = 2000
        if not work.quiet:
            found = negotiation.channels[channel]
            known = EVERYONE if found.public else (seat == 0, seat == 1, False)
            said = (("strength", letter.strength), *_clause_values(work, letter.clauses))
            work.tell("sent", found.id, said, known, seat)
        _leak_early(work, number, early)


def _write(v: list[int], places: tuple[int, ...], clauses: Clauses) -> None:
    """What a letter asks for, into the registers of its issues."""
    for at in places:
        v[at] = 1000 * UNSAID
    for issue, level, _ in clauses:
        v[places[issue]] = 1000 * level


def _last_clauses(work: Work, seat: int) -> Clauses | None:
    for letter in reversed(work.letters):
        if letter.writer == seat and letter.clauses:
            return letter.clauses
    return None


def _leak_early(work: Work, number: int, early: bool) -> None:
    letter = work.letters[number]
    chance = work.rulebook.tables.negotiation.strengths.leak_early
    if early and letter.signed and chance and unit(work.key, "early leak", number, work.phase) < chance * 0.001:
        leak(work, number)


def leaks(work: Work, step: int) -> None:
    """Half a day in which a letter with a private part may come out."""
    if work.ended is not None and not work.v[work.rulebook.deal_at]:
        return
    for number, letter in enumerate(work.letters):
        if letter.status not in LIVE:
            continue
        chance = work.rulebook.channel_leak[letter.channel]
        if chance is None or True not in [clause.secret for clause in letter.clauses]:
            continue
        if one(work.key, f"leak\x1f{number}\x1f{work.phase}\x1f{step}") < 0.5 * chance(work.v):
            leak(work, number)


def leak(work: Work, number: int) -> None:
    """The private part of a letter is in the papers."""
    rulebook = work.rulebook
    letter = work.letters[number]
    names = []
    for clause in letter.clauses:
        at = rulebook.leaked_at[clause.issue]
        if clause.secret and not work.v[at]:
            work.ledger.put(at, 1000, None, NOBODY, "leak")
            names.append(rulebook.tables.negotiation.issues[clause.issue].id)
    for name in names:
        work.tell("leaked", name, (("writer", letter.writer),), EVERYONE)


def arrive(work: Work) -> list[Letter]:
    """At the start of a turn: letters due are delivered, old ones lapse; those that have just arrived."""
    v, rulebook, turn = work.v, work.rulebook, work.turn
    letters = work.letters
    stands = rulebook.tables.negotiation.strengths.stands
    came = []
    standing = [0, 0]
    for place, letter in enumerate(letters):
        if not letter.arrived:
            if letter.due <= turn:
                letter = letters[place] = letter.come(turn)
                came.append(letter)
        elif turn - letter.due >= stands and (letter.status in LIVE or letter.status == TAKEN):
            letters[place] = letter.put(LAPSED)
            continue
        if letter.strength == OFFER and letter.status in LIVE:
            standing[letter.writer] += 1000
    v[rulebook.open_at[0]], v[rulebook.open_at[1]] = standing
    for letter in came:
        observer = 1 - letter.writer
        if letter.clauses:
            _write(v, rulebook.heard_at[letter.writer], letter.clauses)
        likely = rulebook.stress_likelihood[letter.writer].get(letter.stress)
        if likely is not None:
            work.beliefs[observer] = belief_after(rulebook, letter.writer, work.beliefs[observer], likely)
        if letter.strength == FEELER or letter.signed:
            known = (observer == 0, observer == 1, False)
            work.tell("arrived", rulebook.tables.negotiation.channels[letter.channel].id, (), known, letter.writer)
    return came


def un_text(work: Work) -> None:
    """The mediator sends both sides one text: each issue halfway between the two last letters."""
    rulebook = work.rulebook
    if rulebook.un_when is None or not rulebook.un_when(work.v) or work.ended is not None:
        return
    channel = rulebook.tables.negotiation.un_channel
    if ONE_TEXT in [letter.tone for letter in work.letters]:
        return
    one, two = _last_clauses(work, 0), _last_clauses(work, 1)
    if one is None or two is None:
        return
    clauses = halfway(one, two, rulebook.unsayable)
    if not clauses:
        return
    for writer in range(2):
        work.letters.append(
            Letter(writer, channel, OFFER, clauses, 0, ONE_TEXT, -1, work.turn, work.turn + 1, OPEN, -1)
        )
    work.tell("one_text", rulebook.tables.negotiation.channels[channel].id, _clause_values(work, clauses), SEATS_ONLY)
