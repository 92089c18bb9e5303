"""The mind that follows a line laid down, the record or a doctrine, as long as the game still fits it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from game.engine.act import Act
from game.engine.compile import Truth
from game.engine.knowledge import Knowledge
from game.engine.legality import refusal
from game.engine.move import ACCEPT, Answer, Draft, Order, Term
from game.engine.rulebook import Rulebook
from game.negotiation.clause import Clause, Clauses, in_order, level_of
from game.opponent.leader import lead
from game.opponent.lore import Lore
from game.opponent.prepared import Prepared
from game.opponent.reasons import Decision, Reason, reason
from game.opponent.skill import Record, Skill

LIVE = ("open", "held")


def echo(made: Prepared, view: Knowledge, skill: Skill, lore: Lore, draw: bytes) -> Decision:
    """The line's order: options, riders, levels, letters and acceptances; the unasked option where that is closed."""
    rulebook = made.rulebook
    if view.stage != "orders":
        return lead(made, view, skill, lore, draw)
    record = skill.record or Record()
    turn = rulebook.tables.paces[view.pace].turns[view.turn]
    seat = view.viewer
    dated = rulebook.dated[seat, turn.asks[seat]]
    open_acts = [act for act in dated.acts if act.requires is None or act.requires(view.exact)]
    wanted = _wanted(record, turn.asks[seat], dated.acts)
    ranked = sorted(
        open_acts,
        key=lambda act: (
            wanted.index(act.id) if act.id in wanted else len(wanted), act.id != dated.unasked.id, bool(act.strike)
        ),
    )  # fmt: skip
    act = ranked[0]
    reasons: list[Reason] = [reason("record" if act.id in wanted else "closed", f"{act.decision}.{act.id}")]
    move = Order(seat, view.phase, act.id)
    for bigger in _parts(rulebook, view, record, move):
        if refusal(rulebook, view, bigger) is None:
            move = bigger
    if view.ended is None:
        taken = _accepts(rulebook, view, record)
        if taken:
            move = move._replace(answers=(Answer(taken, ACCEPT),), letters=())
            reasons.insert(0, reason("accept", str(taken)))
    return Decision(move, tuple(reasons))


def _wanted(record: Record, entry: int, acts: Sequence[Act]) -> tuple[str, ...]:
    """The options that the line takes on an entry, the first that is open."""
    if record.marked:
        return tuple(act.id for act in acts if act.historical)
    return next((options for day, options in record.orders if day == entry), ())


def _parts(rulebook: Rulebook, view: Knowledge, record: Record, move: Order) -> list[Order]:
    """The order grown by one part at a time; a part that is refused stays out of those that follow."""
    turn = rulebook.tables.paces[view.pace].turns[view.turn]
    seat = view.viewer
    out = [move]

    def add(bigger: Order) -> None:
        if refusal(rulebook, view, bigger) is None:
            out.append(bigger)

    for rider, act in rulebook.riders.values():
        laid_down = act.historical if record.marked else act.id in record.riders
        if rider.seat == seat and laid_down and any(entry in rider.entries for entry in turn.entries):
            add(out[-1]._replace(riders=(*out[-1].riders, act.id)))
    if view.ended is not None:
        return out
    for name, level in _levels(rulebook, view, record):
        add(out[-1]._replace(changes=(*out[-1].changes, (name, level))))
    for letter in record.letters:
        if letter.seat == seat and letter.entry in turn.entries:
            terms = tuple(Term(*term) for term in letter.terms)
            add(
                out[-1]._replace(
                    letters=(*out[-1].letters, Draft(letter.channel, letter.strength, terms, letter.stress))
                )
            )
    return out


def _levels(rulebook: Rulebook, view: Knowledge, record: Record) -> list[tuple[str, int]]:
    """Standing orders as they were set on this turn's days, and what the turn before left over."""
    turns = rulebook.tables.paces[view.pace].turns
    days = list(turns[view.turn].entries)
    if view.turn:
        days += turns[view.turn - 1].entries
    signed = [change for order in view.orders[-2:] for change in order.changes]
    out = []
    for name, entry, level in record.standing:
        number = rulebook.standing.get(name, -1)
        if number < 0 or rulebook.tables.standing[number].seat != view.viewer or entry not in days:
            continue
        if (name, level) not in signed and view.exact[rulebook.standing_at[number]] != level * 1000:
            out.append((name, level))
    return out


def _accepts(rulebook: Rulebook, view: Knowledge, record: Record) -> int:
    """The letter to accept: their latest signed one, where it gives at least what the line is content with; else 0."""
    asked = _content(rulebook, view, record)
    for number in range(len(view.inbox), 0, -1):
        letter = view.inbox[number - 1]
        if letter.signed and letter.status in LIVE and letter.clauses:
            good = any(_gives(rulebook, view.viewer, letter.clauses, text) for text in asked)
            return number if good else 0
    return 0


def _content(rulebook: Rulebook, view: Knowledge, record: Record) -> list[Clauses]:
    """The texts that are good enough today: what he asked himself, from the record's day; else those laid down."""
    today = max(rulebook.tables.paces[view.pace].turns[view.turn].entries)
    if not record.marked:
        return [
            _clauses(rulebook, takes.terms)
            for takes in record.takes
            if takes.entry <= today and _holds(rulebook, takes.when, view.exact)
        ]
    since = record.accepts[view.viewer]
    if since < 0 or today < since:
        return []
    asked = [letter.clauses for letter in view.outbox if letter.clauses]
    return asked + [_clauses(rulebook, letter.terms) for letter in record.letters if letter.seat == view.viewer]


def _holds(rulebook: Rulebook, when: str, exact: Sequence[int]) -> bool:
    condition = _condition(rulebook, when)
    return condition is None or condition(exact)


@lru_cache(maxsize=128)
def _condition(rulebook: Rulebook, when: str) -> Truth | None:
    return rulebook.truth(when)


def _clauses(rulebook: Rulebook, terms: Sequence[tuple[str, str, bool]]) -> Clauses:
    return in_order(
        tuple(
            Clause(rulebook.issue_of[issue], rulebook.level_of[rulebook.issue_of[issue]][level], secret)
            for issue, level, secret in terms
        )
    )


def _gives(rulebook: Rulebook, seat: int, offered: Clauses, asked: Clauses) -> bool:
    """Whether an offer stands at least as near a seat's own end as a text of its own, on every core issue."""
    for number, issue in enumerate(rulebook.tables.negotiation.issues):
        if issue.core:
            more = max(0, level_of(offered, number)) - max(0, level_of(asked, number))
            if more * rulebook.own_end[seat][number] < 0:
                return False
    return True
