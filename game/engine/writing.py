"""What a seat may write: letters, their clauses and channels, and the answers to what has come."""

from __future__ import annotations

from game.engine.knowledge import Knowledge
from game.engine.move import AMEND, ENQUIRE, Answer, Draft, Term
from game.engine.refusal import ILLEGAL, INVALID, Refusal
from game.engine.rulebook import Rulebook
from game.engine.sheet import line_refusal
from game.negotiation.clause import UNSAID, Clause, Clauses, changed, has_secret, in_order, level_of, with_change
from game.negotiation.letter import HELD, OPEN, STRENGTHS, Letter

LIVE = (OPEN, HELD)
NOTHING = Clause(0, UNSAID)


def live_letters(view: Knowledge) -> tuple[tuple[int, Letter], ...]:
    """Letters in the inbox that may still be answered, by number from 1; none once the crisis is over."""
    if view.ended is not None:
        return ()
    return tuple([(number, letter) for number, letter in enumerate(view.inbox, 1) if letter.status in LIVE])


def live_letter(view: Knowledge, number: int) -> Letter | None:
    """Letter `number` of the inbox, from 1, where it may still be answered."""
    if view.ended is not None or not 0 < number <= len(view.inbox):
        return None
    letter = view.inbox[number - 1]
    return letter if letter.status in LIVE else None


def own_last(view: Knowledge) -> Clauses | None:
    """The clauses of the seat's own last letter, or None before the first."""
    for letter in reversed(view.outbox):
        if letter.clauses:
            return letter.clauses
    return None


def answer_refusal(rulebook: Rulebook, view: Knowledge, answer: Answer, letter: Letter) -> Refusal | None:
    match answer.kind:
        case "accept":
            if not letter.clauses:
                return Refusal(ILLEGAL, "answer", "no_clauses", str(answer.letter))
        case "hold":
            pass
        case "amend" | "enquire":
            if answer.change is None:
                return Refusal(INVALID, "answer", "names_no_clause", str(answer.letter))
            clause, found = read_term(rulebook, view, answer.change)
            if found:
                return found
            if answer.kind == ENQUIRE and level_of(letter.clauses, clause.issue) == UNSAID:
                return Refusal(ILLEGAL, "answer", "clause_not_in_letter", answer.change.issue)
            if answer.kind == AMEND:
                amended = with_change(letter.clauses, clause)
                if amended == letter.clauses:
                    return Refusal(ILLEGAL, "answer", "no_change", answer.change.issue)
                if not amended:
                    return Refusal(ILLEGAL, "answer", "no_clauses", str(answer.letter))
                channel = rulebook.tables.negotiation.channels[letter.channel]
                if channel.public and has_secret(amended):
                    return Refusal(ILLEGAL, "answer", "secret_in_public", channel.id)
    return None


def read_term(rulebook: Rulebook, view: Knowledge, term: Term) -> tuple[Clause, Refusal | None]:
    """The clause that a term means, with what is wrong with it."""
    issue = rulebook.issue_of.get(term.issue, -1)
    if issue < 0:
        return NOTHING, Refusal(INVALID, "letter", "no_such_issue", term.issue)
    if term.level == "":
        return Clause(issue, UNSAID), None
    level = rulebook.level_of[issue].get(term.level, -1)
    if level < 0:
        return NOTHING, Refusal(INVALID, "letter", "no_such_level", term.level)
    always = rulebook.tables.negotiation.issues[issue].always[level]
    if always and term.secret != (always == "secret"):
        return NOTHING, Refusal(ILLEGAL, "letter", f"always_{always}", f"{term.issue}.{term.level}")
    for closed, shut, _ in view.closed:
        if closed == issue and shut == level:
            return NOTHING, Refusal(ILLEGAL, "letter", "clause_closed", f"{term.issue}.{term.level}")
    return Clause(issue, level, term.secret), None


def read_terms(rulebook: Rulebook, view: Knowledge, terms: tuple[Term, ...]) -> tuple[Clauses, Refusal | None]:
    """The clauses of a draft, in order, with the first thing wrong with them."""
    clauses = []
    for term in terms:
        clause, found = read_term(rulebook, view, term)
        if found:
            return (), found
        if clause.level != UNSAID:
            clauses.append(clause)
    if len(clauses) < 2:
        return tuple(clauses), None
    if len(frozenset([clause.issue for clause in clauses])) != len(clauses):
        return (), Refusal(INVALID, "letter", "named_twice")
    return in_order(tuple(clauses)), None


def channel_refusal(rulebook: Rulebook, view: Knowledge, channel: str) -> Refusal | None:
    """Why a seat cannot write by a channel now, or None."""
    line = rulebook.lines[view.viewer].channels.get(channel)
    if line is not None:
        return line_refusal(rulebook, view, line)
    if channel in rulebook.channel_of:
        return Refusal(ILLEGAL, "letter", "channel_not_yours", channel)
    return Refusal(INVALID, "letter", "no_such_channel", channel)


def letter_refusal(rulebook: Rulebook, view: Knowledge, draft: Draft) -> Refusal | None:
    """Why a seat cannot send this letter now, or None."""
    found = channel_refusal(rulebook, view, draft.channel)
    if found:
        return found
    if draft.strength not in STRENGTHS:
        return Refusal(INVALID, "letter", "no_such_strength", draft.strength)
    if draft.stress and draft.stress not in rulebook.stress_of[view.viewer]:
        return Refusal(INVALID, "letter", "no_such_stress", draft.stress)
    if draft.accord and draft.accord not in rulebook.accord_of:
        return Refusal(INVALID, "letter", "no_such_accord", draft.accord)
    clauses, found = read_terms(rulebook, view, draft.terms)
    if found:
        return found
    if not clauses and not draft.accord:
        return Refusal(ILLEGAL, "letter", "says_nothing", draft.channel)
    channel = rulebook.tables.negotiation.channels[rulebook.channel_of[draft.channel]]
    if channel.public and has_secret(clauses):
        return Refusal(ILLEGAL, "letter", "secret_in_public", draft.channel)
    last = own_last(view)
    most = rulebook.tables.negotiation.strengths.changes
    if last is not None and clauses and len(changed(last, clauses)) > most:
        return Refusal(ILLEGAL, "letter", "too_many_clauses_changed", str(most))
    return None
