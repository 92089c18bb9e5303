"""Two advisers read a letter before it leaves, and differ. They know what the desk knows; no number is behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from game.engine.move import Draft
from game.engine.view import View
from game.negotiation.clause import Clause, Clauses, level_of
from game.negotiation.letter import FEELER
from game.papers.paper import Block, Paragraph
from game.wording.book import Book
from game.wording.catalogue import _


def two_advisers(book: Book, view: View) -> tuple[str, str]:
    """One who hopes and one who fears, the same two all turn: of those who speak today, where their stance allows."""
    people = [
        person
        for person in book.content("people", ())
        if person["side"] == book.rulebook.seats[view.viewer] and person["seat_as"] == "adviser"
    ]
    leans = {person["name"]: person.get("leans", "") for person in people}
    names: list[str] = []
    for number in view.dossier.claims:
        name = book.adviser(book.rulebook.tables.council.claims[number].id)
        if name and name not in names:
            names.append(name)
    names += [person["name"] for person in people if person["name"] not in names]
    hopeful = _fitting(names, leans, "soft")
    wary = _fitting([name for name in names if name != hopeful], leans, "hard")
    return (hopeful or _("One adviser"), wary or _("Another"))


def _fitting(names: Sequence[str], leans: Mapping[str, str], wanted: str) -> str:
    """The first who leans so, else the first who leans neither way, else the first."""
    for lean in (wanted, ""):
        for name in names:
            if leans.get(name, "") == lean:
                return name
    return names[0] if names else ""


def readings(book: Book, view: View, draft: Draft, clauses: Clauses) -> tuple[Block, ...]:
    """How one of them hopes, and another fears, that the letter will be taken."""
    return tuple(
        Paragraph(_("{who}: “{words}”", who=who, words=words), "quote")
        for who, words in spoken(book, view, draft, clauses)
    )


def spoken(book: Book, view: View, draft: Draft, clauses: Clauses) -> tuple[tuple[str, str], tuple[str, str]]:
    """The same as (who, what he says)."""
    hopeful, wary = two_advisers(book, view)
    return (hopeful, _hope(book, view, draft, clauses)), (wary, _fear(book, view, draft, clauses))


def _share(book: Book, view: View, clause: Clause) -> float:
    """How near a clause lies to his end of the issue, from 0 to 1."""
    issue = book.rulebook.tables.negotiation.issues[clause.issue]
    part = clause.level / (len(issue.levels) - 1)
    return part if issue.own_end[1 - view.viewer] > 0 else 1.0 - part


def _said(book: Book, clause: Clause) -> str:
    return _("‘{issue}: {clause}’", issue=book.issue(clause.issue), clause=book.clause(clause.issue, clause.level))


def _hope(book: Book, view: View, draft: Draft, clauses: Clauses) -> str:
    theirs: Clauses = next((letter.clauses for letter in reversed(view.inbox) if letter.clauses), ())
    own = [clause for clause in clauses if level_of(theirs, clause.issue) == clause.level]
    if own:
        return _(
            "He has written it himself: {clause}. He cannot easily refuse his own words.", clause=_said(book, own[0])
        )
    best = max(clauses, key=lambda clause: _share(book, view, clause))
    if _share(book, view, best) > 0.5:
        return _(
            "He can show his people this: {clause}. It may be what he has been waiting for.", clause=_said(book, best)
        )
    if draft.strength == FEELER:
        return _("It costs him nothing to answer this, and that is why he may.")
    return _("It is plain, and it is signed. He has always respected that more than hints.")


def _fear(book: Book, view: View, draft: Draft, clauses: Clauses) -> str:
    theirs: Clauses = next((letter.clauses for letter in reversed(view.inbox) if letter.clauses), ())
    asked = [clause for clause in clauses if level_of(theirs, clause.issue) != clause.level]
    worst = min(asked or clauses, key=lambda clause: _share(book, view, clause))
    number = book.rulebook.channel_of.get(draft.channel, -1)
    public = number >= 0 and book.rulebook.tables.negotiation.channels[number].public
    if asked and _share(book, view, worst) < 0.5:
        if public:
            return _(
                "He will have to answer before the whole world: {clause}. That pins him.", clause=_said(book, worst)
            )
        return _("He will read one line and stop there: {clause}. The rest he will not see.", clause=_said(book, worst))
    if any(clause.secret for clause in clauses):
        return _("He may ask what a promise is worth that nobody is allowed to read.")
    if draft.strength == FEELER:
        return _("He will take it as a sign that more can be had, and wait.")
    return _("He will pocket it and ask for the next thing. We have shown him how far we go.")
