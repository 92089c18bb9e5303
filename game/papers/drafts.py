"""Four letters that advisers have drafted, for a pace in which nobody builds his own clause by clause."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from game.engine.move import Draft, Term
from game.engine.view import View
from game.engine.writing import letter_refusal, own_last
from game.negotiation.clause import Clauses, changed, level_of
from game.negotiation.letter import FEELER, OFFER
from game.papers.letter_draft import clauses_of
from game.papers.paper import ChoiceItem
from game.papers.readings import two_advisers
from game.wording.book import Book
from game.wording.catalogue import _, speaking
from game.wording.letters import strength, terms
from game.wording.numbers import sentence

MOST = 4


class Drafted(NamedTuple):
    item: ChoiceItem
    draft: Draft


def drafts(book: Book, view: View, channel: str) -> tuple[Drafted, ...]:
    """At most four that could leave by this way now, each different from the others."""
    with speaking(book.language):
        one, two = two_advisers(book, view)
        labels = (
            (_("{who}: ask for all of it", who=two), _levels(book, view, 0.0), OFFER),
            (_("{who}: meet him halfway", who=one), _levels(book, view, 0.5), OFFER),
            (_("{who}: give one thing, and ask one", who=one), _ready(book, view), OFFER),
            (_("{who}: halfway, and nothing signed", who=two), _levels(book, view, 0.5), FEELER),
            (_("{who}: his own terms, signed by you", who=one), _his(book, view), OFFER),
        )
        out: list[Drafted] = []
        stresses = book.rulebook.tables.negotiation.stresses[view.viewer]
        for label, named, kind in labels:
            draft = Draft(channel, kind, named, stresses[0] if stresses else "")
            draft = _fitted(book, view, draft)
            if not draft.terms or letter_refusal(book.rulebook, view, draft) is not None:
                continue
            if any((other.draft.terms, other.draft.strength) == (draft.terms, kind) for other in out):
                continue
            detail = f"{terms(book, clauses_of(book, draft))}. {sentence(strength(kind))}"
            out.append(
                Drafted(ChoiceItem(str(len(out) + 1), label, detail, key=str(len(out) + 1), group="draft"), draft)
            )
        if len(out) > MOST:
            out.pop(-2)
        return tuple(
            one._replace(item=replace(one.item, id=str(number), key=str(number))) for number, one in enumerate(out, 1)
        )


def _ready(book: Book, view: View) -> tuple[Term, ...]:
    """What the scenario has ready for this seat by today: the last of it."""
    entries = book.rulebook.tables.entries
    days = {entry.id: number for number, entry in enumerate(entries)}
    today = book.rulebook.pace(view.pace).turns[view.turn].entries[-1]
    for ready in reversed(book.content("ready_drafts", ())):
        if ready["seat"] == book.rulebook.seats[view.viewer] and days[ready["since"]] <= today:
            return tuple(Term(issue, level, issue in ready["secret"]) for issue, level in ready["terms"].items())
    return ()


def _levels(book: Book, view: View, given: float) -> tuple[Term, ...]:
    """The core issues, each so far from one's own end: 0 keeps all, 1 gives all."""
    out = []
    for issue in book.rulebook.tables.negotiation.issues:
        if not issue.core:
            continue
        top = len(issue.levels) - 1
        level = int(top * (1 - given) + 0.5) if issue.own_end[view.viewer] > 0 else int(top * given + 0.5)
        out.append(Term(issue.id, issue.levels[level], issue.always[level] == "secret"))
    return tuple(out)


def _his(book: Book, view: View) -> tuple[Term, ...]:
    """The clauses of his last letter."""
    issues = book.rulebook.tables.negotiation.issues
    for letter in reversed(view.inbox):
        if letter.clauses and letter.writer != view.viewer:
            return tuple(
                Term(issues[clause.issue].id, issues[clause.issue].levels[clause.level], clause.secret)
                for clause in letter.clauses
            )
    return ()


def _fitted(book: Book, view: View, draft: Draft) -> Draft:
    """The draft with no more changes against one's last letter than may be made at once: the rest stays as it was."""
    before: Clauses | None = own_last(view)
    if before is None:
        return draft
    issues = book.rulebook.tables.negotiation.issues
    differing = changed(before, clauses_of(book, draft))
    most = book.rulebook.tables.negotiation.strengths.changes
    kept = differing[most:]
    terms_now = [term for term in draft.terms if book.rulebook.issue_of[term.issue] not in kept]
    for issue in kept:
        level = level_of(before, issue)
        if level >= 0:
            secret = next(clause.secret for clause in before if clause.issue == issue)
            terms_now.append(Term(issues[issue].id, issues[issue].levels[level], secret))
    return draft._replace(terms=tuple(terms_now))
