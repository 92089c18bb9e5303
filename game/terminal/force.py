"""The last decision and the war phase: the room goes still; one choice, and nothing beside it but a letter."""

from __future__ import annotations

from game.engine.move import Order
from game.papers import last, night, war
from game.papers.paper import ChoiceItem
from game.terminal.ask import Unclear, find
from game.terminal.keeping import history, save
from game.terminal.mail import mail
from game.terminal.seat import Place
from game.terminal.session import Leave, Session
from game.terminal.turn import show_night
from game.wording.catalogue import _
from game.wording.numbers import sentence


def decide(session: Session, place: Place) -> None:
    """Show the one paper and take the one choice."""
    view = session.view(place)
    at_war = view.stage == "war"
    told = at_war and place.seen < len(view.reports)
    if told:
        show_night(session, place)
    elif not at_war:
        for text in night.happened(session.book, view, view.reports[max(place.seen, place.told) :]):
            session.tell("")
            session.tell(text)
        place.told = len(view.reports)
    paper = war.war(session.book, view, told) if at_war else last.last(session.book, view)
    session.show(paper)
    while True:
        typed = session.screen.ask(
            _("A number, and Enter. `help` names what else there is.") if at_war else _("A number, and Enter.")
        )
        word = typed.casefold()
        if word in ("quit", "q"):
            raise Leave
        if word == "history":
            history(session, place, "")
        elif word == "save":
            save(session, place, "")
        elif word == "help":
            session.tell(
                _("Type a number of the list. Also: `letters` (in the war phase), `again`, `history`, `save`, `quit`.")
            )
        elif word == "again":
            session.show(paper)
        elif at_war and word in ("letters", "letter"):
            mail(session, place)
            session.show(paper)
        elif _choose(session, place, find(paper.choices, typed)):
            return


def _choose(session: Session, place: Place, found: ChoiceItem | Unclear | None) -> bool:
    if not isinstance(found, ChoiceItem):
        session.tell(_("Type a number of the list."))
        return False
    view = session.view(place)
    sheet = place.sheet(view)
    order = Order(place.seat, view.phase, found.id, answers=sheet.answers, letters=sheet.letters)
    if session.screen.ask(
        _("You chose: {choice} Enter orders it; anything else goes back.", choice=sentence(found.label))
    ):
        return False
    place.expected = None
    before = view
    if session.submit(order) is None:
        return False
    place.before = before
    return True
