"""Every page that a seat could open in a state, and ways to come by such a state."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from game.engine.api import PUBLIC, Draft, Order, State, Term, View, choices, preview, view
from game.papers import (
    brief,
    chart,
    council,
    desk,
    his_question,
    last,
    letter_draft,
    letters,
    library,
    man_over_there,
    night,
    order_sheet,
    standing,
    unsigned,
    war,
)
from game.papers.drafts import drafts
from game.papers.paper import Paper
from game.wording.book import Book
from tests.rulebooks import OCTOBER, TINY, compiled, rulebook


@cache
def book(folder: Path = TINY) -> Book:
    return Book(rulebook(folder), compiled(folder)[1])


@cache
def october_book() -> Book:
    return book(OCTOBER)


def orders(made: Book, seen: View) -> list[Order]:
    """A sheet for each open option, the first of them with everything beside it that can stand there."""
    found = choices(made.rulebook, seen)
    out = [Order(seen.viewer, seen.phase, choice.id) for choice in found.options]
    if out:
        out[0] = out[0]._replace(
            riders=tuple(choice.id for choice in found.riders[: found.most_riders]),
            changes=tuple((choice.id, choice.level) for choice in found.changes[:1]),
            probe=next((choice.id for choice in found.probes if choice.refusal is None), ""),
            accord=next((choice.id for choice in found.accords if choice.refusal is None), ""),
            reply=next((choice.id for choice in found.replies), ""),
        )
    return out


def a_draft(made: Book, seen: View) -> Draft:
    """A letter with every issue at its last level."""
    negotiation = made.rulebook.tables.negotiation
    terms = tuple(Term(issue.id, issue.levels[-1], issue.always[-1] == "secret") for issue in negotiation.issues)
    return Draft(negotiation.channels[0].id, "offer", terms, negotiation.stresses[seen.viewer][0])


def every(made: Book, seen: View, public: View) -> dict[str, Paper]:
    """All pages of a seat, by name."""
    out: dict[str, Paper] = {
        "desk": desk.desk(made, seen),
        "council": council.council(made, seen),
        "letters": letters.letters(made, seen),
        "man": man_over_there.man_over_there(made, seen, 0),
        "map": chart.chart(made, seen),
        "night": night.night(made, seen, public, 0),
        "library": library.library(made, seen),
        "look": library.look(made, seen, "a"),
        "draft": letter_draft.letter_draft(made, seen, a_draft(made, seen)),
    }
    for number in range(1, len(seen.inbox) + 1):
        out[f"letter {number}"] = letters.letter(made, seen, number)
    for number in range(1, len(seen.outbox) + 1):
        out[f"own letter {number}"] = letters.letter(made, seen, number, mine=True)
    if seen.stage == "last":
        out["last"] = last.last(made, seen)
    elif seen.stage == "war":
        out["war"] = war.war(made, seen)
    elif seen.stage == "orders" and seen.owed[seen.viewer]:
        out |= _of_orders(made, seen, public)
    return out


def _of_orders(made: Book, seen: View, public: View) -> dict[str, Paper]:
    out = {
        "brief": brief.brief(made, seen),
        "dossier": brief.dossier(made, seen),
        "dossier 2": brief.dossier(made, seen, 1),
    }
    for order in orders(made, seen):
        out[f"order {order.option}"] = order_sheet.order_sheet(made, seen, order)
        expected = preview(made.rulebook, seen, order)
        out[f"night {order.option}"] = night.night(made, seen, public, 0, seen, expected)
    first = orders(made, seen)[0]
    out["riders"] = order_sheet.riders(made, seen, first)
    out["probes"] = order_sheet.probes(made, seen, first)
    out["accords"] = order_sheet.accords(made, seen, first)
    if seen.question:
        out["reply"] = his_question.his_question(made, seen, first)
    out["unsigned"] = unsigned.unsigned(made, seen, first, a_draft(made, seen))
    out["standing"] = standing.standing(made, seen, first)
    issues = made.rulebook.tables.negotiation.issues
    draft = a_draft(made, seen)
    out["parts"] = Paper("parts", "parts", (), (
        *letter_draft.issues(made, seen, draft), *letter_draft.levels(made, seen, draft, issues[0].id),
        *letter_draft.ways(made, seen), *letter_draft.weights(made, seen), *letter_draft.tone_items(made, seen),
        *letter_draft.accord_items(made, seen), *letter_draft.strengths(made),
        *(one.item for one in drafts(made, seen, draft.channel)),
    ))  # fmt: skip
    return out


def pages_of(made: Book, state: State, seat: int) -> dict[str, Paper]:
    return every(made, view(state, seat), view(state, PUBLIC))
