"""What it costs to be early is said where a seat can know that it is early, and nowhere else."""

from __future__ import annotations

import pytest

from game.engine.api import Answer, Draft, Order, Term, View, begin, view
from game.negotiation.clause import Clause
from game.negotiation.letter import FEELER, OFFER, Letter
from game.papers import letter_draft, letters, order_sheet
from game.papers.paper import Block, Line
from game.papers.unready import unready
from tests.papers.every import october_book
from tests.rulebooks import october

OFFERED = "A signed offer before your own side is ready"
FELT = "A feeler before your own side is ready"
SIGNED = "To sign before your own side is ready"
DAYS = {entry.id: number for number, entry in enumerate(october().tables.entries)}
TERMS = (Term("missiles", "out"),)


def on(day: str, strength: str = OFFER, kind: str = "hawk") -> View:
    """A seat on a day on which a letter of his lies before it, whatever day its cabinet was given."""
    own = october().type_of[0][kind]
    start = view(begin(october(), 3), 0)
    turn = next(n for n, one in enumerate(october().tables.paces[start.pace].turns) if DAYS[day] in one.entries)
    exact = list(start.exact)
    exact[october().date] = 1000 * DAYS[day]
    his = Letter(1, october().channel_of["cable"], strength, (Clause(0, 2),), 0, "", -1, 1, 2, arrived=True)
    return start._replace(
        own_type=own, cabinet=f"type.{kind}.cabinet_hint", exact=tuple(exact), turn=turn, phase=day, inbox=(his,),
        owed=(True, True),
    )  # fmt: skip


def costs(blocks: tuple[Block, ...] | list[Block]) -> dict[str, str]:
    return {one.label: one.value for one in blocks if isinstance(one, Line) and "side is ready" in one.label}


def test_only_before_the_first_day_on_which_such_a_leader_could_be_ready() -> None:
    first, last = october().types[0][october().type_of[0]["hawk"]].cabinet
    assert (first, last) == (DAYS["oct24"], DAYS["oct27"])
    book = october_book()
    assert [unready(book, on(day)) for day in ("oct20", "oct23", "oct24", "oct25", "oct27n")] == [
        True,
        True,
        *[False] * 3,
    ]


def test_nothing_is_said_that_the_drawn_day_would_tell() -> None:
    """The register of the day itself is not read: a View does not hold it."""
    seen = on("oct25")
    at = october().cabinet_at[0]
    late = seen._replace(exact=tuple(9_000_000 if n == at else value for n, value in enumerate(seen.exact)))
    assert letters.letters(october_book(), seen) == letters.letters(october_book(), late)


@pytest.mark.parametrize("day", ["oct23", "oct25"])
def test_the_letter_desk_and_a_draft_say_it(day: str) -> None:
    book, seen, early = october_book(), on(day), day == "oct23"
    assert list(costs(letters.letters(book, seen).blocks)) == [OFFERED] * early
    for strength, label in ((OFFER, OFFERED), (FEELER, FELT)):
        draft = Draft("cable", strength, TERMS)
        assert list(costs(letter_draft.letter_draft(book, seen, draft).blocks)) == [label] * early
        sheet = order_sheet.beside(book, seen, Order(0, seen.phase, "", letters=(draft,)))
        assert list(costs(sheet)) == [label] * early


@pytest.mark.parametrize(
    ("strength", "kind", "label"),
    [(OFFER, "accept", SIGNED), (FEELER, "accept", OFFERED), (OFFER, "amend", OFFERED), (OFFER, "hold", "")],
)
def test_an_answer_says_what_it_costs_to_be_early(strength: str, kind: str, label: str) -> None:
    book, seen = october_book(), on("oct23", strength)
    change = Term("missiles", "frozen") if kind == "amend" else None
    order = Order(0, seen.phase, "", answers=(Answer(1, kind, change),))
    assert list(costs(order_sheet.beside(book, seen, order))) == [label] * bool(label)
    if kind == "accept":
        assert list(costs(letters.letter(book, seen, 1).blocks)) == [label]


def test_what_signing_early_costs_is_named_in_words() -> None:
    said = costs(letters.letter(october_book(), on("oct23"), 1).blocks)[SIGNED]
    assert "much lower" in said and "higher" in said and not any(letter.isdigit() for letter in said)
