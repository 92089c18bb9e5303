"""The man over there: sketches without names, the evidence with its dates, two guesses, the player's own marker.

No computed belief is shown. A piece of evidence is pinned under the sketch it would suit best, as anyone would pin it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from game.engine.report import Report
from game.engine.view import View
from game.papers.paper import Block, ChoiceItem, Heading, Line, Paper, Paragraph
from game.papers.readings import two_advisers
from game.papers.sight import turn_day
from game.wording.book import Book
from game.wording.catalogue import _, speaking
from game.wording.dates import day
from game.wording.letters import stress_name
from game.wording.numbers import ordinal


class Evidence(NamedTuple):
    """Something he did or wrote: when, what, the sketch it is pinned under, and how hard it was (thousandths)."""

    dated: str
    text: str
    sketch: int
    hardness: int
    turn: int


def man_over_there(book: Book, view: View, marker: int = -1) -> Paper:
    """`marker` is the sketch on which the player has set his marker, or -1."""
    with speaking(book.language):
        found = evidence(book, view)
        blocks: list[Block] = []
        for number, sketch in enumerate(sketches(book, view)):
            head = _("The {place} sketch", place=ordinal(number + 1))
            blocks.append(Heading(_("{head} (your marker)", head=head) if number == marker else head, 3))
            blocks.append(Line(_("Fears"), sketch["fears"]))
            blocks.append(Line(_("Wants"), sketch["wants"]))
            blocks.append(Line(_("Would break him"), sketch["breaks"]))
            pinned = [Line(one.dated, one.text, mark="his") for one in found if one.sketch == number]
            blocks += pinned[-6:] or [Line(_("Pinned"), _("nothing yet"))]
        blocks.append(Heading(_("Two guesses"), 3))
        blocks += guesses(book, view, found)
        items = []
        for number in range(len(sketches(book, view))):
            label = _("set your marker on the {place} sketch", place=ordinal(number + 1))
            items.append(ChoiceItem(str(number + 1), label, key=str(number + 1), chosen=number == marker))
        return Paper("man", _("The man over there"), tuple(blocks), tuple(items))


def sketches(book: Book, view: View) -> Sequence[dict[str, str]]:
    other = book.rulebook.seats[1 - view.viewer]
    found: Sequence[dict[str, str]] = book.content("sketches", {}).get(other, ())
    return found


def evidence(book: Book, view: View) -> tuple[Evidence, ...]:
    """What this seat has seen of him, oldest first."""
    out = [one for report in view.reports if (one := _reported(book, view, report)) is not None]
    kinds = book.rulebook.types[1 - view.viewer]
    for letter in view.inbox:
        if letter.tone == "one_text" or letter.writer == view.viewer or not letter.clauses:
            continue
        name = stress_name(book, letter.writer, letter.stress)
        row = [kind.stress[letter.stress] if letter.stress < len(kind.stress) else 0 for kind in kinds]
        text = _("wrote, with the weight on: {weight}", weight=book.small(name))
        out.append(Evidence(turn_day(book, view, letter.due), text, row.index(max(row)), 0, letter.due))
    return tuple(sorted(out, key=lambda one: one.turn))


def _reported(book: Book, view: View, report: Report) -> Evidence | None:
    other = 1 - view.viewer
    if report.owner != other:
        return None
    turn = _turn(book, view, report.phase)
    kinds = book.rulebook.types[other]
    if report.kind == "act":
        hard = int(report.value("hardness"))
        nearest = min(range(len(kinds)), key=lambda number: abs(kinds[number].acts - hard))
        return Evidence(day(book, report.phase), book.small(book.act(report.subject)), nearest, hard, turn)
    if report.kind in ("test_answered", "test_unanswered") and report.value("seat", -1) == view.viewer:
        answered = report.kind == "test_answered"
        order = [kind.answers if answered else -kind.answers for kind in kinds]
        text = _("answered your step in kind") if answered else _("left your step unanswered")
        return Evidence(day(book, report.phase), text, order.index(max(order)), -500 if answered else 500, turn)
    if report.kind in ("gave_way", "stood_firm") and report.value("seat", -1) == view.viewer:
        hard, gave = int(report.value("hardness")) > 0, report.kind == "gave_way"
        share = [kind.gives_way[not hard] for kind in kinds]
        order = share if gave else [-one for one in share]
        return Evidence(day(book, report.phase), _received(hard=hard, gave=gave), order.index(max(order)), 0, turn)
    return None


def _received(*, hard: bool, gave: bool) -> str:
    if hard:
        return _("grew careful at your hard act") if gave else _("stiffened at your hard act")
    return _("was loosened by your step back") if gave else _("took your step back for weakness")


def _turn(book: Book, view: View, phase: str) -> int:
    name = phase.split(".")[0]
    entries = book.rulebook.tables.entries
    for number, turn in enumerate(book.rulebook.pace(view.pace).turns):
        if any(entries[entry].id == name for entry in turn.entries):
            return number
    return 0


def guesses(book: Book, view: View, found: Sequence[Evidence]) -> tuple[Block, ...]:
    """Two advisers, each with the piece of evidence that he likes best."""
    one, two = two_advisers(book, view)
    kinds = book.rulebook.types[1 - view.viewer]
    if not kinds:
        return ()
    mild = min(range(len(kinds)), key=lambda number: kinds[number].acts)
    hard = max(range(len(kinds)), key=lambda number: kinds[number].acts)
    acts = [piece for piece in found if piece.hardness]
    softest = min(acts, key=lambda piece: piece.hardness, default=None)
    hardest = max(acts, key=lambda piece: piece.hardness, default=None)
    return (
        Paragraph(_guess(one, mild, softest if softest and softest.hardness < 0 else None), "quote"),
        Paragraph(_guess(two, hard, hardest if hardest and hardest.hardness > 0 else None), "quote"),
    )


def _guess(who: str, sketch: int, piece: Evidence | None) -> str:
    place = ordinal(sketch + 1)
    if piece is None:
        return _("{who}: “If you ask me, it is the {place}. I cannot prove it.”", who=who, place=place)
    return _(
        "{who}: “The {place}. Think of this: {what} ({day}).”",
        who=who,
        place=place,
        day=piece.dated,
        what=piece.text.rstrip("."),
    )
