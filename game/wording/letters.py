"""Letters in words: any legal set of clauses reads as one letter, from the scenario's own sentences."""

from __future__ import annotations

from typing import NamedTuple

from game.negotiation.clause import Clause, Clauses
from game.negotiation.letter import FEELER
from game.wording.book import Book
from game.wording.catalogue import _, several
from game.wording.numbers import listed, sentence

TONES = ("calm", "firm", "warm")


class Composed(NamedTuple):
    """A letter's text: what anybody may read, and what is for one man alone."""

    open: tuple[str, ...]
    private: tuple[str, ...]


def tones(book: Book, writer: int) -> tuple[str, ...]:
    """The tones that the scenario has words for."""
    found = book.content("wording", {}).get(book.rulebook.seats[writer], {}).get("opening", {})
    return tuple(found) if isinstance(found, dict) else ()


def compose(
    book: Book,
    writer: int,
    strength: str,
    clauses: Clauses,
    stress: int,
    tone: str,
    accord: int = -1,
    public: bool = False,
) -> Composed:
    """The text of a letter by this writer."""
    stem = f"wording.{book.rulebook.seats[writer]}"
    tone = tone or next(iter(tones(book, writer)), "")
    said = [book.get(f"{stem}.opening.{tone}", _("I write to you about the matter between us."))]
    weight = stress_text(book, writer, stress)
    if weight:
        said[0] = f"{said[0]} {weight}"
    if strength == FEELER and clauses:
        aloud = book.get(f"{stem}.feeler_aloud") if public else ""
        said.append(
            aloud or book.get(f"{stem}.feeler", _("Nothing here is signed. It might be looked at with favour:"))
        )
    open_part = [_clause(book, stem, clause) for clause in clauses if not clause.secret]
    if open_part:
        said.append(" ".join(open_part))
    if accord >= 0:
        said.append(_accord(book, stem, accord))
    private = [_clause(book, stem, clause) for clause in clauses if clause.secret]
    hidden: tuple[str, ...] = ()
    if private:
        hidden = (book.get(f"{stem}.secret", _("What follows is for you alone.")), " ".join(private))
    closing = book.get(f"{stem}.closing.{tone}", _("I await your answer."))
    return Composed((*said, closing), hidden)


def _clause(book: Book, stem: str, clause: Clause) -> str:
    issue = book.rulebook.tables.negotiation.issues[clause.issue]
    written = book.get(f"{stem}.clauses.{issue.id}.{issue.levels[clause.level]}")
    return written or sentence(f"{book.issue(clause.issue)}: {book.clause(clause.issue, clause.level)}")


def _accord(book: Book, stem: str, accord: int) -> str:
    id = book.rulebook.tables.accords[accord].id
    written = book.get(f"{stem}.accords.{id}")
    if written:
        return written
    name, text = book.get(f"accord.{id}.name", id), book.get(f"accord.{id}.text")
    return sentence(_("Until we have agreed, I propose this between us: {name}. {text}", name=name, text=text))


def stress_text(book: Book, writer: int, stress: int) -> str:
    """The sentence in which a writer puts his weight."""
    stresses = book.rulebook.tables.negotiation.stresses[writer]
    return book.get(f"stress.{stresses[stress]}.text") if 0 <= stress < len(stresses) else ""


def stress_name(book: Book, writer: int, stress: int) -> str:
    stresses = book.rulebook.tables.negotiation.stresses[writer]
    return book.get(f"stress.{stresses[stress]}.name", stresses[stress]) if 0 <= stress < len(stresses) else ""


def terms(book: Book, clauses: Clauses, most: int = 0) -> str:
    """A letter's clauses in one line; at most so many, the core ones first."""
    issues = book.rulebook.tables.negotiation.issues
    shown = sorted(clauses, key=lambda clause: not issues[clause.issue].core) if most else list(clauses)
    left = max(0, len(shown) - most) if most else 0
    parts: list[str] = []
    for clause in shown[: most or None]:
        name = book.issue(clause.issue)
        text = f"{book.small(name) if parts else name}: {book.clause(clause.issue, clause.level)}"
        parts.append(_("{clause} (secret)", clause=text) if clause.secret else text)
    if left:
        parts.append(several("{count} clause more", "{count} clauses more", left))
    return "; ".join(parts) or _("nothing that could be agreed")


def strength(name: str) -> str:
    """What a strength of word binds to."""
    return _("a feeler: binds nobody") if name == FEELER else _("an offer: signed and binding")


def status(name: str) -> str:
    """How a letter stands."""
    return {
        "open": _("unanswered"),
        "held": _("left in silence"),
        "taken": _("taken by your side; it waits for his"),
        "answered": _("answered"),
        "returned": _("returned"),
        "lapsed": _("no longer open"),
    }.get(name, name)


def issues(book: Book, clauses: Clauses) -> str:
    return listed([book.issue(clause.issue) for clause in clauses])
