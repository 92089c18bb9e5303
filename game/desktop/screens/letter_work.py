"""What is done at the letter desk: a draft built clause by clause, answers put to the order. Nothing here draws."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.desktop.scene import Scene
from game.engine.move import Answer, Draft, Order, Term
from game.engine.view import View
from game.engine.writing import letter_refusal, live_letters
from game.negotiation.letter import OFFER
from game.papers import letter_draft, letters
from game.papers.paper import ChoiceItem, Paper
from game.wording.catalogue import _
from game.wording.reasons import refused

if TYPE_CHECKING:
    from game.desktop.app import App


class LetterWork(Scene):
    """The draft and the order of whoever sits here, and all that can be done to them."""

    name = "letters"

    def __init__(self, app: App, open_ones: list[int]) -> None:
        super().__init__(app)
        self.open_ones = open_ones
        self.shown = 0

    def wake(self) -> None:
        session = self.app.session
        assert session is not None
        view = session.view(self.seat)
        self.open_ones = [number for number, _letter in live_letters(view)]
        self.app.play("paper", _("paper"))
        if self.draft is None and self._ways(view):
            self._fresh()

    def _ways(self, view: View) -> list[ChoiceItem]:
        session = self.app.session
        assert session is not None
        return [one for one in letter_draft.ways(session.book, view) if not one.refusal]

    def _fresh(self) -> None:
        session = self.app.session
        assert session is not None
        view, place = session.view(self.seat), session.places[self.seat]
        order = place.sheet(view)
        if order.letters:
            place.draft = order.letters[-1]
            return
        tables = session.book.rulebook.tables.negotiation
        stresses = tables.stresses[self.seat]
        ways = self._ways(view)
        terms: tuple[Term, ...] = ()
        place.draft = Draft(ways[0].id if ways else "", OFFER, terms, stresses[0] if stresses else "")

    @property
    def draft(self) -> Draft | None:
        session = self.app.session
        assert session is not None
        return session.places[self.seat].draft

    def _set(self, draft: Draft | None) -> None:
        session = self.app.session
        assert session is not None
        session.places[self.seat].draft = draft

    @property
    def order(self) -> Order:
        session = self.app.session
        assert session is not None
        return session.places[self.seat].sheet(session.view(self.seat))

    def _sign_in(self, order: Order) -> None:
        session = self.app.session
        assert session is not None
        session.places[self.seat].order = order

    # -- acts ---------------------------------------------------------------------------------------------------

    def _why(self, view: View) -> str:
        session = self.app.session
        assert session is not None
        draft = self.draft
        if draft is None:
            return _("There is nothing to send.")
        if not draft.terms and not draft.accord:
            return _("The letter says nothing yet: choose a clause.")
        why = letter_refusal(session.book.rulebook, view, draft)
        return refused(session.book, why) if why else ""

    def _strength(self, id: str) -> None:
        if self.draft is not None:
            self._set(self.draft._replace(strength=id))

    def _way(self, id: str) -> None:
        if self.draft is not None:
            self._set(self.draft._replace(channel=id))

    def _weight(self, id: str) -> None:
        if self.draft is not None:
            self._set(self.draft._replace(stress=id))

    def _tone(self, id: str) -> None:
        if self.draft is not None:
            self._set(self.draft._replace(tone="" if self.draft.tone == id else id))

    def _accord(self, id: str) -> None:
        if self.draft is not None:
            self._set(self.draft._replace(accord="" if self.draft.accord == id else id))

    def _levels(self, issue: str) -> list[ChoiceItem]:
        session = self.app.session
        assert session is not None and self.draft is not None
        return [
            one
            for one in letter_draft.levels(session.book, session.view(self.seat), self.draft, issue)
            if not one.refusal
        ]

    def _turn(self, issue: str, by: int) -> None:
        """Left and right go through the ways in which a clause can read."""
        items = self._levels(issue)
        order = [items[-1], *items[:-1]]
        now = next((number for number, one in enumerate(order) if one.chosen), 0)
        self._level(issue, order[(now + by) % len(order)].id)

    def _level(self, issue: str, id: str) -> None:
        assert self.draft is not None
        rest = tuple(term for term in self.draft.terms if term.issue != issue)
        if id:
            name, _space, secret = id.partition(" ")
            rest = (*rest, Term(issue, name, secret == "secret"))
        self._set(self.draft._replace(terms=rest))

    def _clause(self, issue: str) -> None:
        from game.desktop.screens.pick import PickScene

        session = self.app.session
        assert session is not None and self.draft is not None
        book = session.book
        title = book.get(f"issue.{issue}", issue)
        self.app.push(PickScene(self.app, title, lambda: self._levels(issue), lambda id: self._level(issue, id)))

    def _put(self) -> None:
        draft = self.draft
        assert draft is not None
        rest = tuple(one for one in self.order.letters if one.channel != draft.channel)
        self._sign_in(self.order._replace(letters=(*rest, draft)))
        self.app.play("pen", _("a pen"))
        self.app.say(_("It lies with the order, and leaves when you sign."))

    def _off(self) -> None:
        draft = self.draft
        self._sign_in(self.order._replace(letters=tuple(one for one in self.order.letters if one != draft)))

    def _reply(self, number: int, kind: str) -> None:
        rest = tuple(one for one in self.order.answers if one.letter != number)
        now = next((one for one in self.order.answers if one.letter == number), None)
        if now is not None and now.kind == kind:
            self._sign_in(self.order._replace(answers=rest))
            return
        if kind in ("amend", "enquire"):
            self._which(number, kind, rest)
            return
        self._sign_in(self.order._replace(answers=(*rest, Answer(number, kind))))
        self.app.play("pen", _("a pen"))

    def _which(self, number: int, kind: str, rest: tuple[Answer, ...]) -> None:
        """The one clause that is meant, and for a change how it should read."""
        from game.desktop.screens.pick import PickScene

        session = self.app.session
        assert session is not None
        book, view = session.book, session.view(self.seat)
        tables = book.rulebook.tables.negotiation
        his = view.inbox[number - 1]
        terms = tuple(
            Term(tables.issues[c.issue].id, tables.issues[c.issue].levels[c.level], c.secret) for c in his.clauses
        )
        draft = Draft(tables.channels[his.channel].id, OFFER, terms)
        items = [one for one in letter_draft.issues(book, view, draft) if one.chosen or kind == "amend"]

        def put(change: Term) -> None:
            self._sign_in(self.order._replace(answers=(*rest, Answer(number, kind, change))))

        def issue(id: str) -> None:
            if kind == "enquire":
                put(next(term for term in terms if term.issue == id))
                return
            levels = [one for one in letter_draft.levels(book, view, draft, id) if not one.refusal]

            def level(chosen: str) -> None:
                name, _space, secret = chosen.partition(" ")
                put(Term(id, name, secret == "secret"))

            self.app.push(PickScene(self.app, book.get(f"issue.{id}", id), lambda: levels, level))

        plain = [ChoiceItem(one.id, one.label, one.detail, group="issue") for one in items]
        self.app.push(PickScene(self.app, _("Which clause?"), lambda: plain, issue))

    def _all(self) -> None:
        from game.desktop.screens.page import PaperScene

        session = self.app.session
        assert session is not None
        book, view = session.book, session.view(self.seat)

        def chosen(id: str) -> None:
            whose, _space, number = id.partition(" ")
            if whose in ("his", "mine"):
                self.app.push(
                    PaperScene(
                        self.app,
                        lambda: _only_read(letters.letter(book, view, int(number), whose == "mine")),
                        name="letter",
                    )
                )
            else:
                self.app.pop()

        self.app.push(PaperScene(self.app, lambda: letters.letters(book, view), chosen, "all letters"))

    def _older(self) -> None:
        session = self.app.session
        assert session is not None
        count = len(session.view(self.seat).inbox)
        self.shown = (self.shown or count + 1) - 1
        if self.shown < 1:
            self.shown = count


def _only_read(paper: Paper) -> Paper:
    return Paper(paper.id, paper.title, paper.blocks)
