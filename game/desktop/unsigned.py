"""What nobody has signed yet, kept beside the journal and never in it.

A window that is closed, killed or loses its display loses no sheet that lay on its desk. One small file a game, put
down whole at every change, and gone when everything is signed.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from game.desktop.edges import read_whole, write_whole
from game.engine.choices import choices
from game.engine.legality import refusal
from game.engine.move import Draft, Order, from_json, to_json
from game.engine.refusal import INVALID
from game.engine.rulebook import Rulebook
from game.engine.view import View
from game.engine.writing import letter_refusal
from game.wording.catalogue import _

if TYPE_CHECKING:
    from game.desktop.app import App
    from game.desktop.session import Place, Session

ENDING = ".unsigned"


class Left(NamedTuple):
    """One person's sheet as it lies there, and the letter he is writing."""

    order: Order
    letter: Draft | None = None

    @property
    def anything(self) -> bool:
        blank = Order(self.order.seat, self.order.phase, "")
        return self.order != blank or (self.letter is not None and bool(self.letter.terms or self.letter.accord))


def beside(journal: Path) -> Path:
    return journal.with_name(journal.name + ENDING)


def left(session: Session, journal: Path) -> str:
    """Put before each person what he had left unsigned; a sentence where that can no longer be read."""
    path = beside(journal)
    if not path.exists():
        return ""
    raw = read_whole(path)
    sheets = raw.get("sheets") if isinstance(raw, dict) else None
    if not isinstance(sheets, list):
        return _damaged()
    sentence = ""
    for sheet in sheets:
        found = _read(sheet)
        if found is None:
            sentence = _damaged()
        elif found.order.seat in session.places:
            view = session.view(found.order.seat)
            if found.order.phase != view.phase or view.stage != "orders":
                continue  # it was signed, or the day went by
            if _fits(session.book.rulebook, view, found):
                session.places[found.order.seat].left = found
            else:
                sentence = _damaged()
    return sentence


def _damaged() -> str:
    return _("What you had begun and not signed can no longer be read; the sheet is empty.")


def keep(app: App) -> None:
    """Put down what has changed since the last time."""
    session = app.session
    if session is None or session.path is None:
        return
    places = [session.places[seat] for seat in session.waiting()]
    lying: tuple[Left, ...] = ()
    for place in places:
        found = _lying(place, session.table.phase)
        if found.anything:
            lying = (*lying, found)
        elif place.left is not None:
            lying = (*lying, place.left)
    if lying == session.lying:
        return
    session.lying = lying
    path = beside(session.path)
    if not lying:
        with suppress(OSError):
            path.unlink(missing_ok=True)
    elif not write_whole(path, {"sheets": [_written(one) for one in lying]}) and not session.unkept:
        session.unkept = True
        app.say(_("What you have not signed cannot be kept here: it is lost if the window closes."), 10)


def _lying(place: Place, phase: str) -> Left:
    """The sheet of this phase as it lies before somebody; a blank one where he has none."""
    order = place.order
    if order is None or order.phase != phase:
        return Left(Order(place.seat, phase, ""))
    return Left(order, place.draft)


def _written(one: Left) -> dict[str, Any]:
    order = one.order
    writing = Order(order.seat, order.phase, "", letters=(one.letter,)) if one.letter is not None else None
    return {"order": to_json(order), "writing": to_json(writing) if writing is not None else None}


def _read(raw: object) -> Left | None:
    if not isinstance(raw, dict):
        return None
    order, writing = from_json(raw.get("order")), from_json(raw.get("writing"))
    if not isinstance(order, Order) or (raw.get("writing") is not None and not isinstance(writing, Order)):
        return None
    return Left(order, writing.letters[0] if isinstance(writing, Order) and writing.letters else None)


def _fits(rulebook: Rulebook, view: View, found: Left) -> bool:
    """Whether every name on it is one of these rules; what is not possible now is shown as such on the sheet itself."""
    open_ones = [one.id for one in choices(rulebook, view).options if one.refusal is None]
    if not open_ones:
        return False
    order = found.order
    bare = Order(order.seat, order.phase, order.option or open_ones[0])
    plain = bare._replace(option=open_ones[0])
    parts = [bare, *(plain._replace(riders=(one,)) for one in order.riders)]
    parts += [plain._replace(changes=(one,)) for one in order.changes]
    parts += [plain._replace(answers=(one,)) for one in order.answers]
    parts += [plain._replace(probe=order.probe), plain._replace(accord=order.accord)]
    wrong = [refusal(rulebook, view, part) for part in parts]
    letters = [*order.letters, *([found.letter] if found.letter is not None and found.letter.terms else [])]
    wrong += [letter_refusal(rulebook, view, draft) for draft in letters]
    return all(one is None or one.kind != INVALID for one in wrong)
