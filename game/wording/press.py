"""The front page: made from what the public was allowed to know, and nothing else."""

from __future__ import annotations

from typing import NamedTuple

from game.engine.view import View
from game.wording.book import Book
from game.wording.dates import entry_of


class Story(NamedTuple):
    masthead: str
    headline: str
    line: str
    id: str


def public_values(book: Book, public: View, phase: str) -> list[int]:
    """What the public sees, with the public acts that its own reports name and the open clauses of an agreement."""
    values = list(public.exact)
    index = book.rulebook.index
    for report in public.reports:
        if report.kind == "act" and report.owner >= 0:
            name = f"{book.rulebook.seats[report.owner]}.{report.subject.split('.')[-1]}"
            for register, value in ((f"did.{name}", 1000), (f"now.{name}", 1000 if report.phase == phase else 0)):
                if register in index:
                    values[index[register]] = value
    for clause in public.ended.deal if public.ended else ():
        values[book.rulebook.deal_issue[clause.issue]] = clause.level * 1000
    return values


def front_page(book: Book, public: View, seat: int, phase: str) -> tuple[Story, ...]:
    """One story a paper of this side, the weightiest that is true; `phase` is the phase that has just resolved."""
    values = public_values(book, public, phase)
    entries = _entries(book, public, phase)
    papers = [paper for paper in book.content("papers", ()) if paper["seat"] in ("", book.rulebook.seats[seat])]
    out = []
    for paper in papers:
        best: dict[str, object] = {}
        for headline in book.content("headlines", ()):
            if headline["paper"] != paper["id"] or not entries.intersection(headline["entries"]):
                continue
            if best and headline["weight"] <= best["weight"]:
                continue
            holds = book.rulebook.truth(headline["when"])
            if holds is None or holds(values):
                best = headline
        if best:
            id = str(best["id"])
            masthead = book.get(f"paper.{paper['id']}.masthead", paper["masthead"])
            out.append(Story(masthead, book.get(f"headline.{id}"), book.get(f"headline.{id}.line"), id))
    return tuple(out)


def _entries(book: Book, public: View, phase: str) -> frozenset[str]:
    """The calendar entries that were played as one turn with this phase's."""
    name = entry_of(phase)
    entries = book.rulebook.tables.entries
    for turn in book.rulebook.pace(public.pace).turns:
        ids = [entries[number].id for number in turn.entries]
        if name in ids:
            return frozenset(ids)
    return frozenset((name,))
