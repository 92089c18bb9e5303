"""A phase while it resolves: the state taken apart, changed in place, and put together again once."""

from __future__ import annotations

from game.engine.agenda import Agenda
from game.engine.effects import Ledger
from game.engine.knowledge import Knowledge
from game.engine.move import Order
from game.engine.outcome import Outcome
from game.engine.report import Event, Report, Values
from game.engine.rulebook import Rulebook
from game.engine.state import Pending, State, Test
from game.negotiation.letter import Letter

EVERYONE = (True, True, True)
SEATS_ONLY = (True, True, False)
NO_ONE = (False, False, False)
NOTHING = (None, None)
"""The orders of nobody."""

REMEMBERED = frozenset({"probe_answered"})
"""Kinds of event that a mind reads in its view on later days, so that simulated play keeps them too."""


class Work:
    """One resolution. Lives for the length of one call of `play` and is never shared."""

    __slots__ = (
        "agendas", "beliefs", "closed", "ended", "events", "fired", "grants", "holding", "key", "last", "ledger",
        "letters", "number", "orders", "pending", "phase", "questions", "quiet", "recalls", "reopening", "rulebook",
        "settled", "stage", "state", "steps_left", "stress_count", "strike", "strike_worked", "survival", "tests",
        "told", "turn", "v", "wanted_strike",
    )  # fmt: skip

    def __init__(self, rulebook: Rulebook, state: State, orders: tuple[Order | None, Order | None] = NOTHING) -> None:
        (
            self.key, values, _, pace, lens, self.turn, self.stage, self.number, _, _, _, _, self.steps_left, self.last,
            self.strike, self.strike_worked, pending, recalls, letters, tests, closed, self.fired, self.holding,
            stress_count, self.survival, self.quiet, self.ended, knowledge, _, questions,
        ) = state  # fmt: skip
        self.rulebook = rulebook
        self.state = state
        self.orders = orders
        self.ledger = Ledger(values, rulebook.scales[lens], self.quiet)
        self.v = self.ledger.v
        self.agendas = rulebook.agendas[pace]
        self.grants = [0, 0]
        self.pending: list[Pending] = list(pending)
        self.recalls: list[tuple[int, int]] = list(recalls)
        self.letters: list[Letter] = list(letters)
        self.tests: list[Test] = list(tests)
        self.questions = list(questions)
        self.closed = list(closed)
        self.stress_count = list(stress_count)
        self.beliefs = [knowledge[0].belief, knowledge[1].belief]
        self.events: list[Event] = []
        self.told: list[tuple[Report, tuple[bool, bool, bool]]] = []
        """The events as reports, once all have happened."""
        self.phase = knowledge[0].phase
        self.wanted_strike = ""
        self.reopening = False
        self.settled = False

    @property
    def agenda(self) -> Agenda:
        """The turn being played."""
        return self.agendas[self.turn]

    @property
    def kind(self) -> str:
        """prologue | turn | aftermath, of the turn being played."""
        return self.agendas[self.turn].kind

    def tell(self, kind: str, subject: str, values: Values, known: tuple[bool, bool, bool], owner: int = -1) -> None:
        """Note that something happened; simulated play notes only what a seat judges the other by later."""
        if not self.quiet or kind in REMEMBERED:
            self.events.append(Event(kind, self.phase, subject, values, known, owner))

    def end(self, ending: str, cause: str, deal: tuple[object, ...] = ()) -> None:
        """The crisis is over; what follows is its aftermath, if it has one. The first ending stands."""
        if self.ended is not None:
            return
        rulebook = self.rulebook
        found = rulebook.endings[ending]
        self.v[rulebook.index[f"ending.{ending}"]] = 1000
        self.ended = Outcome(ending, found.group, cause, self.phase, deal)  # type: ignore[arg-type]
        self.tell("ended", ending, (("cause", cause),), EVERYONE)

    def knowledge(self, viewer: int) -> Knowledge:
        return self.state.knowledge[viewer]
