"""The question to the council, typed as a claim's number and a paper's letter."""

from __future__ import annotations

from game.engine.move import Ask
from game.papers import council
from game.terminal.seat import Place
from game.terminal.session import Session
from game.wording.catalogue import _


def pair(typed: str, claims: int, cards: int) -> tuple[int, int] | None:
    """`2 b`, `2b` or `b 2` as places from 0, or None."""
    parts = typed.casefold().replace(",", " ").replace(".", " ")
    digits = "".join(letter for letter in parts if letter.isdigit())
    letters = "".join(letter for letter in parts if letter.isalpha())
    if not digits or len(letters) != 1:
        return None
    claim, card = int(digits) - 1, council.LETTERS.index(letters) if letters in council.LETTERS else -1
    return (claim, card) if 0 <= claim < claims and 0 <= card < cards else None


def question(session: Session, place: Place, typed: str) -> None:
    """Put one paper to one claim, and hear what is said; a letter alone reads that paper."""
    view = session.view(place)
    claims, cards = council.claims(session.book, view), council.cards(session.book, view)
    if not claims:
        session.tell(_("The council does not meet now."))
        return
    paper = council.card(session.book, view, typed) if len(typed) == 1 else None
    if paper is not None:
        session.show(paper)
        return
    found = pair(typed, len(claims), len(cards))
    if found is None:
        session.tell(_("Name a claim by its number and a paper by its letter, as `2 b`."))
        return
    claim, card = claims[found[0]], cards[found[1]]
    session.tell(_("You put “{card}” to {who}.", card=card.label, who=claim.label))
    if session.submit(Ask(place.seat, view.phase, claim.id, card.id)) is None:
        return
    after = session.view(place)
    place.seen = max(place.seen, len(after.reports)) if place.seen == len(view.reports) else place.seen
    session.tell(council.answer(session.book, after, len(after.dossier.asked) - 1))
