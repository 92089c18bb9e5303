"""Letters in the terminal: read, answer, write. What is written lies on the order sheet until that is signed."""

from __future__ import annotations

from game.engine.move import Answer, Draft, Term
from game.papers import letter_draft, letters, order_sheet
from game.papers.drafts import drafts
from game.papers.paper import ChoiceItem
from game.terminal.seat import Place
from game.terminal.session import Session
from game.wording.catalogue import _


def mail(session: Session, place: Place) -> None:
    """The pile, until whoever sits here has seen enough."""
    while True:
        view = session.view(place)
        paper = letters.letters(session.book, view)
        session.show(paper)
        order = place.sheet(view)
        for line in order_sheet.beside(
            session.book, view, order._replace(riders=(), changes=(), probe="", accord="", reply="")
        ):
            if getattr(line, "label", "") in (_("Answer"), _("Letter")):
                session.tell(_("On the sheet: {what}.", what=getattr(line, "value", "")))
        if place.draft is not None:
            session.tell(_("A letter lies half written: `write` goes on with it. It does not leave as it is."))
        if not paper.choices:
            return
        can_write = any(item.id == "write" for item in paper.choices)
        question = (
            _("A number reads that letter, `write` begins one, Enter goes back.")
            if can_write
            else _("A number reads that letter, Enter goes back.")
        )
        item = session.choose(paper.choices, question)
        if item is None:
            return
        if item.id == "write":
            write(session, place)
        else:
            _read(session, place, item.id)


def _read(session: Session, place: Place, id: str) -> None:
    whose, _space, number = id.partition(" ")
    paper = letters.letter(session.book, session.view(place), int(number), whose == "mine")
    session.show(paper)
    if not paper.choices:
        session.screen.ask(_("Enter goes back."))
        return
    item = session.choose(paper.choices, _("A number answers it so, when you sign; Enter leaves it."))
    if item is not None:
        answer(session, place, int(number), item.id)


def answer(session: Session, place: Place, number: int, kind: str) -> None:
    """Put an answer on the sheet, in place of another to the same letter."""
    view = session.view(place)
    change = None
    if kind in ("amend", "enquire"):
        change = _change(session, place, number, kind)
        if change is None:
            return
    order = place.sheet(view)
    rest = tuple(one for one in order.answers if one.letter != number)
    found = Answer(number, kind, change)
    place.order = order._replace(answers=(*rest, found))
    session.tell(_("On the sheet: {what}.", what=order_sheet.answer_text(session.book, view, found)))


def _change(session: Session, place: Place, number: int, kind: str) -> Term | None:
    """The one clause of his letter that is meant."""
    view = session.view(place)
    tables = session.book.rulebook.tables.negotiation
    his = view.inbox[number - 1]
    terms = tuple(
        Term(tables.issues[clause.issue].id, tables.issues[clause.issue].levels[clause.level], clause.secret)
        for clause in his.clauses
    )
    draft = Draft(tables.channels[his.channel].id, "offer", terms)
    items = letter_draft.issues(session.book, view, draft)
    if kind == "enquire":
        items = tuple(item for item in items if item.chosen)
    session.items(items)
    issue = session.choose(items, _("Which clause? Enter goes back."))
    if issue is None:
        return None
    if kind == "enquire":
        return next(term for term in terms if term.issue == issue.id)
    levels = letter_draft.levels(session.book, view, draft, issue.id)
    session.items(levels)
    level = session.choose(levels, _("How should it read? Enter goes back."))
    if level is None:
        return None
    name, _space, secret = level.id.partition(" ")
    return Term(issue.id, name, secret == "secret")


# -- writing ----------------------------------------------------------------------------------------------------------


def write(session: Session, place: Place) -> None:
    """Build a letter part by part; the text is composed as it grows."""
    view = session.view(place)
    if place.draft is None:
        stresses = session.book.rulebook.tables.negotiation.stresses[place.seat]
        place.draft = Draft("", "offer", (), stresses[0] if stresses else "")
        if not _way(session, place):
            place.draft = None
            return
        if session.book.rulebook.pace(view.pace).drafts:
            _drafted(session, place)
        else:
            _clauses(session, place)
    while place.draft is not None:
        paper = letter_draft.letter_draft(session.book, view, place.draft)
        session.show(paper)
        drop = ChoiceItem("drop", _("drop it"), key="x")
        session.items((drop,))
        question = _("A number changes that part, `done` puts it to the order, `drop` throws it away, Enter goes back.")
        item = session.choose((*paper.choices, drop), question)
        if item is None:
            return
        if item.id == "drop":
            place.draft = None
            return
        if item.id == "done":
            _done(session, place)
            return
        _PARTS[item.id](session, place)


def _drafted(session: Session, place: Place) -> None:
    """Take one of the letters that advisers have drafted, or begin with an empty sheet."""
    if place.draft is None:
        return
    found = drafts(session.book, session.view(place), place.draft.channel)
    id = _pick(session, tuple(one.item for one in found), _("Whose draft? Enter begins with an empty sheet."))
    for one in found:
        if one.item.id == id:
            place.draft = one.draft


def _done(session: Session, place: Place) -> None:
    order = place.sheet(session.view(place))
    draft = place.draft
    if draft is None:
        return
    rest = tuple(one for one in order.letters if one.channel != draft.channel)
    place.order = order._replace(letters=(*rest, draft))
    place.draft = None
    session.tell(_("On the sheet: {what}. It leaves when you sign.", what=order_sheet.draft_text(session.book, draft)))


def _pick(session: Session, items: tuple[ChoiceItem, ...], question: str) -> str | None:
    session.items(items)
    item = session.choose(items, question)
    return None if item is None else item.id


def _way(session: Session, place: Place) -> bool:
    id = _pick(session, letter_draft.ways(session.book, session.view(place)), _("By which way? Enter goes back."))
    if id is None or place.draft is None:
        return False
    place.draft = place.draft._replace(channel=id)
    return True


def _clauses(session: Session, place: Place) -> None:
    """Clauses one after another, until none is named."""
    view = session.view(place)
    while place.draft is not None:
        items = letter_draft.issues(session.book, view, place.draft)
        issue = _pick(session, items, _("Which clause do you set? Enter when it is enough."))
        if issue is None:
            return
        level = _pick(session, letter_draft.levels(session.book, view, place.draft, issue), _("How should it read?"))
        if level is None:
            continue
        name, _space, secret = level.partition(" ")
        rest = tuple(term for term in place.draft.terms if term.issue != issue)
        terms = rest if not name else (*rest, Term(issue, name, secret == "secret"))
        place.draft = place.draft._replace(terms=terms)


def _strength(session: Session, place: Place) -> None:
    id = _pick(session, letter_draft.strengths(session.book), _("How strong is your word?"))
    if id is not None and place.draft is not None:
        place.draft = place.draft._replace(strength=id)


def _weight(session: Session, place: Place) -> None:
    id = _pick(session, letter_draft.weights(session.book, session.view(place)), _("Where do you put the weight?"))
    if id is not None and place.draft is not None:
        place.draft = place.draft._replace(stress=id)


def _tone(session: Session, place: Place) -> None:
    id = _pick(session, letter_draft.tone_items(session.book, session.view(place)), _("In which tone?"))
    if id is not None and place.draft is not None:
        place.draft = place.draft._replace(tone=id)


def _accord(session: Session, place: Place) -> None:
    id = _pick(
        session, letter_draft.accord_items(session.book, session.view(place)), _("Which agreement do you propose?")
    )
    if id is not None and place.draft is not None:
        place.draft = place.draft._replace(accord=id)


_PARTS = {
    "way": _way, "clauses": _clauses, "strength": _strength, "weight": _weight, "tone": _tone, "agreement": _accord,
}  # fmt: skip
