"""The order sheet in the terminal: what is signed beside the option, and the signature itself."""

from __future__ import annotations

from collections.abc import Callable

from game.engine.choices import choices
from game.engine.move import Order
from game.engine.preview import preview
from game.engine.view import View
from game.papers import his_question, order_sheet, standing
from game.papers.paper import ChoiceItem, Paper
from game.terminal.seat import Place
from game.terminal.session import Session
from game.wording.book import Book
from game.wording.catalogue import _, several

SIGN = ("", "sign", "s", "yes", "y")


def sign(session: Session, place: Place) -> bool | str:
    """Ask for the signature; where the order could end the world the whole word is asked for.

    True once signed; a command that was typed instead; else False.
    """
    view = session.view(place)
    order = place.sheet(view)
    paper = order_sheet.order_sheet(session.book, view, order)
    why = paper.choices[0].refusal
    if why:
        session.tell(_("This cannot be signed: {why} `clear` empties the sheet.", why=why))
        return False
    gate = order_sheet.gates(session.book, view, order)
    prompt = (
        _("Type `sign` to sign it in spite of the warning; anything else leaves it unsigned.")
        if gate
        else _("Enter signs it. `back`, or any other word, leaves it unsigned on the desk.")
    )
    typed = session.screen.ask(prompt)
    word = typed.casefold()
    if word != "sign" if gate else word not in SIGN:
        session.tell(_("Not signed. It stays on the desk: `order` shows it."))
        return typed if word not in ("", "no", "n", "back", "b", *SIGN) else False
    expected = preview(session.book.rulebook, view, order)
    before, seen = view, place.seen
    if session.submit(order) is None:
        return False
    place.before, place.expected, place.seen = before, expected, seen
    return True


def _shown(session: Session, paper: Paper, again: bool = False) -> None:
    """The whole page the first time; after a change only the list."""
    if again:
        session.items(paper.choices)
    else:
        session.show(paper)


def riders(session: Session, place: Place) -> None:
    """Tick what is signed beside the option."""
    again = False
    while True:
        view = session.view(place)
        paper = order_sheet.riders(session.book, view, place.sheet(view))
        _shown(session, paper, again)
        if not paper.choices:
            return
        item = session.choose(paper.choices, _("A number puts it on the sheet or takes it off; Enter goes back."))
        if item is None:
            return
        again = True
        most = choices(session.book.rulebook, view).most_riders
        if not item.chosen and len(place.sheet(view).riders) >= most:
            session.tell(
                several(
                    "Only {count} can be signed with an order: take the other off first, by its number.",
                    "Only {count} can be signed with an order: take one off first, by its number.",
                    most,
                )
            )
            continue
        place.order = toggled(place.sheet(view), item)
        session.tell(on_sheet(item.label, item.id in place.order.riders))


def toggled(order: Order, item: ChoiceItem) -> Order:
    """The sheet with a rider put on or taken off."""
    if item.id in order.riders:
        return order._replace(riders=tuple(one for one in order.riders if one != item.id))
    return order._replace(riders=(*order.riders, item.id))


def on_sheet(label: str, there: bool) -> str:
    return (
        _("On the sheet: {what}.", what=label.rstrip("."))
        if there
        else _("Off the sheet: {what}.", what=label.rstrip("."))
    )


def standing_orders(session: Session, place: Place) -> None:
    """Set switches that others will carry out."""
    again = False
    while True:
        view = session.view(place)
        order = place.sheet(view)
        paper = standing.standing(session.book, view, order)
        _shown(session, paper, again)
        if not paper.choices:
            return
        item = session.choose(paper.choices, _("A number sets that switch, or sets it back; Enter goes back."))
        if item is None:
            return
        again = True
        name, _space, level = item.id.partition(" ")
        rest = tuple(change for change in order.changes if change[0] != name)
        most = choices(session.book.rulebook, view).most_changes
        if not item.chosen and len(rest) >= most:
            session.tell(
                several(
                    "Only {count} order can change this turn: take the other off first, by its number.",
                    "Only {count} orders can change this turn: take one off first, by its number.",
                    most,
                )
            )
            continue
        place.order = order._replace(changes=rest if item.chosen else (*rest, (name, int(level))))
        session.tell(on_sheet(item.label, not item.chosen))


def probe(session: Session, place: Place) -> None:
    """A question to the other side, or none."""
    _one_of(session, place, "probe", order_sheet.probes)


def reply(session: Session, place: Place) -> None:
    """What is said to the question that the other side has put, or nothing."""
    _one_of(session, place, "reply", his_question.his_question)


def accord(session: Session, place: Place) -> None:
    """An agreement for the time being, named in this order, or none."""
    _one_of(session, place, "accord", order_sheet.accords)


def _one_of(session: Session, place: Place, part: str, paper_of: Callable[[Book, View, Order], Paper]) -> None:
    """The part of the order that holds one choice of a paper: put on the sheet, or taken off again."""
    view = session.view(place)
    order = place.sheet(view)
    paper = paper_of(session.book, view, order)
    _shown(session, paper)
    if not paper.choices:
        return
    item = session.choose(paper.choices, _("A number puts it on the sheet or takes it off; Enter goes back."))
    if item is not None:
        place.order = order._replace(**{part: "" if item.chosen else item.id})  # type: ignore[arg-type]
        session.tell(on_sheet(item.label, not item.chosen))
