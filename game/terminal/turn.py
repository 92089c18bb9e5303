"""A seat's turn: the brief, and everything else one word away, until the order is signed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from game.engine.choices import choices
from game.papers import brief, chart, council, desk, library, man_over_there, night, order_sheet
from game.papers.paper import ChoiceItem
from game.papers.room import lean
from game.terminal import sheet
from game.terminal.ask import Unclear, command, find
from game.terminal.council import question
from game.terminal.help import help_lines
from game.terminal.keeping import history, leave, save
from game.terminal.mail import mail
from game.terminal.seat import Place
from game.terminal.session import PUBLIC, Session
from game.wording.catalogue import _, several


def take(session: Session, place: Place) -> None:
    """Show what is new and the decision, and go on until something is signed."""
    view = session.view(place)
    session.keep_strip(place)
    if place.seen < len(view.reports) and view.turn + len(view.orders) > 0:
        show_night(session, place)
    session.show(brief.brief(session.book, view))
    arrivals(session, place)
    session.screen.unkept("")
    session.screen.aside(_hint(session, place))
    while True:
        if _obey(session, place, session.screen.ask()):
            return


def _hint(session: Session, place: Place) -> str:
    paper = brief.brief(session.book, session.view(place))
    if all(item.detail or item.refusal for item in paper.choices):
        return _("A number takes an option. `desk`, `letters`, `council`, `help` show more.")
    return _("A number takes an option; `more` tells what each means. `desk`, `letters`, `council`, `help` show more.")


def show_night(session: Session, place: Place) -> None:
    view = session.view(place)
    public = session.table.view(PUBLIC)
    told = place.told if place.told > place.seen else 0
    session.show(night.night(session.book, view, public, place.seen, place.before, place.expected, told))
    place.night_from, place.seen = place.seen, len(view.reports)


def arrivals(session: Session, place: Place) -> None:
    """A letter that waits, and what else can be done today: a line each, the pages one word away."""
    view = session.view(place)
    if view.ended is None and any(letter.status == "open" for letter in view.inbox):
        line = desk.his(session.book, view)
        session.tell("")
        session.tell(f"{line.label}: {line.value.rstrip('.')}.")
    open_now = offered(session, place)
    if open_now:
        session.tell("")
        session.tell(_("Also today: {what}.", what=", ".join(open_now)))


def offered(session: Session, place: Place) -> list[str]:
    """What is open today beside the options, each with its word."""
    view = session.view(place)
    found = choices(session.book.rulebook, view)
    riders = [choice for choice in found.riders if choice.refusal is None]
    letters = found.answers if view.ended is None else ()
    out = []
    if found.questions and found.claims:
        out.append(several("{count} question in `council`", "{count} questions in `council`", found.questions))
    if riders:
        out.append(several("{count} of `riders` to sign with it", "{count} `riders` to sign with it", len(riders)))
    if letters:
        out.append(several("{count} of his `letters` to answer", "{count} of his `letters` to answer", len(letters)))
    if found.replies:
        out.append(_("a question of his to answer: `reply`"))
    return out


def _obey(session: Session, place: Place, typed: str) -> bool:
    """Carry out one line; True once the order is signed."""
    if not typed:
        order = place.sheet(session.view(place))
        if order.option:
            return _sign(session, place)
        session.tell(_("Type the number of an option, or `help`."))
        return False
    items = brief.options(session.book, session.view(place))
    found = command(tuple(COMMANDS), typed)
    picked = None if isinstance(found, tuple) and found[0] == typed.casefold().split()[0] else find(items, typed)
    if isinstance(picked, ChoiceItem):
        return _option(session, place, picked)
    if isinstance(picked, Unclear):
        session.tell(_("Which one: {names}?", names="; ".join(picked.names)))
        return False
    if isinstance(found, Unclear):
        session.tell(_("Which one: {names}?", names=", ".join(found.names)))
        return False
    if found is None:
        session.tell(_("That is not understood. Type a number of the list, or `help`."))
        return False
    return COMMANDS[found[0]](session, place, found[1]) is True


def _option(session: Session, place: Place, item: ChoiceItem) -> bool:
    if item.refusal:
        session.tell(_("{title}: closed. {why}", title=item.label, why=item.refusal))
        return False
    view = session.view(place)
    place.order = place.sheet(view)._replace(option=item.id)
    return _sign(session, place)


def _sign(session: Session, place: Place) -> bool:
    """Show the sheet and ask for the signature; a command typed instead is obeyed."""
    view = session.view(place)
    session.show(replace(order_sheet.order_sheet(session.book, view, place.sheet(view)), choices=()))
    typed = sheet.sign(session, place)
    return typed is True or (isinstance(typed, str) and _obey(session, place, typed))


def _order(session: Session, place: Place, rest: str) -> bool:
    view = session.view(place)
    order = place.sheet(view)
    if not order.option:
        session.tell(_("No option is chosen yet. Type the number of one."))
        return False
    return _sign(session, place)


def _clear(session: Session, place: Place, rest: str) -> None:
    place.order = None
    session.tell(_("The sheet is empty."))


def _desk(session: Session, place: Place, rest: str) -> None:
    session.show(desk.desk(session.book, session.view(place), place.strips[: session.view(place).turn]))


def _again(session: Session, place: Place, rest: str) -> None:
    session.show(brief.brief(session.book, session.view(place)))


def _long(session: Session, place: Place, rest: str) -> bool:
    page = 0
    while True:
        paper = brief.dossier(session.book, session.view(place), page)
        session.show(replace(paper, choices=()))
        if not paper.choices:
            return False
        typed = session.screen.ask(_("Enter for the next page, `back` to return."))
        if typed.casefold() not in ("", "m", "more", "next", "n"):
            return typed.casefold() not in ("back", "b") and _obey(session, place, typed)
        page += 1


def _council(session: Session, place: Place, rest: str) -> None:
    if rest:
        question(session, place, rest)
        return
    paper = council.council(session.book, session.view(place))
    session.show(paper)
    while paper.choices and session.view(place).dossier.questions > 0:
        ask = _("Your question, as `2 b`; a letter reads that paper; or Enter to leave it.")
        if not lean(session.book, session.view(place)):
            ask = _("Your question, as `2 b`; or Enter to leave it.")
        typed = session.screen.ask(ask)
        if not typed or typed.casefold() in ("back", "b"):
            return
        question(session, place, typed)


def _more(session: Session, place: Place, rest: str) -> None:
    session.items(brief.options(session.book, session.view(place), place.sheet(session.view(place)).option))


def _man(session: Session, place: Place, rest: str) -> None:
    view = session.view(place)
    count = len(man_over_there.sketches(session.book, view))
    if rest.isdigit() and 1 <= int(rest) <= count:
        place.marker = int(rest) - 1
        place.markers.append((view.phase, place.marker))
        session.note(place, {"marker": place.marker})
        session.tell(_("Your marker is on sketch {number}. Only you move it.", number=rest))
        return
    session.show(man_over_there.man_over_there(session.book, view, place.marker))
    session.tell(_("`man 1` to `man {count}` sets your marker.", count=count))


def _map(session: Session, place: Place, rest: str) -> None:
    session.show(chart.chart(session.book, session.view(place)))


def _night(session: Session, place: Place, rest: str) -> None:
    view = session.view(place)
    if not view.orders:
        session.tell(_("Nothing has happened yet."))
        return
    public = session.table.view(PUBLIC)
    session.show(night.night(session.book, view, public, place.night_from, place.before, place.expected, whole=True))


def _library(session: Session, place: Place, rest: str) -> None:
    view = session.view(place)
    session.show(library.look(session.book, view, rest) if rest else library.library(session.book, view))


def _withdraw(session: Session, place: Place, rest: str) -> None:
    session.tell(
        _("You have not signed yet. Once you have, `withdraw` takes it back until the other side has signed too.")
    )


def _help(session: Session, place: Place, rest: str) -> None:
    session.screen.unkept(_("You can type:"), *help_lines())
    session.screen.aside(_("The beginning of a word is enough. `back` leaves any page."))


def _back(session: Session, place: Place, rest: str) -> None:
    _again(session, place, rest)


def _riders(session: Session, place: Place, rest: str) -> None:
    sheet.riders(session, place)


def _standing(session: Session, place: Place, rest: str) -> None:
    sheet.standing_orders(session, place)


def _question(session: Session, place: Place, rest: str) -> None:
    sheet.probe(session, place)


def _reply(session: Session, place: Place, rest: str) -> None:
    sheet.reply(session, place)


def _agreement(session: Session, place: Place, rest: str) -> None:
    sheet.accord(session, place)


def _letters(session: Session, place: Place, rest: str) -> None:
    mail(session, place)


COMMANDS: dict[str, Callable[[Session, Place, str], object]] = {
    "again": _again, "agreement": _agreement, "back": _back, "brief": _again, "clear": _clear, "council": _council,
    "desk": _desk, "help": _help, "history": history, "letters": _letters, "library": _library, "long": _long,
    "look": _library,
    "man": _man, "map": _map, "more": _more, "night": _night, "order": _order, "orders": _standing,
    "question": _question, "quit": leave, "reply": _reply, "riders": _riders, "save": save, "sign": _order,
    "standing": _standing, "withdraw": _withdraw,
}  # fmt: skip
