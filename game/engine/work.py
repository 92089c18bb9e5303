"""A phase while it resolves: the state taken apart, changed in place, and put together again once."""

from __future__ import annotations

from game.engine.effects import Ledger
from game.engine.knowledge import Knowledge, Last
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


class Work:
    """One resolution. Lives for the length of one call of `play` and is never shared."""

    __slots__ = (
        "beliefs", "closed", "ended", "events", "fired", "grants", "holding", "key", "last", "ledger", "letters",
        "number", "orders", "pace", "pending", "phase", "questions", "quiet", "recalls", "reopening", "rulebook",
        "settled", "stage", "state", "steps_left", "stress_count", "strike", "strike_worked", "survival", "tests",
        "told", "turn", "v", "wanted_strike",
    )  # fmt: skip

    def __init__(self, rulebook: Rulebook, state: State, orders: tuple[Order | None, Order | None] = NOTHING) -> None:
        self.rulebook = rulebook
        self.state = state
        self.orders = orders
        self.key = state.key
        self.ledger = Ledger(state.values, rulebook.scales[state.lens], state.quiet)
        self.v = self.ledger.v
        self.quiet = state.quiet
        self.pace = rulebook.tables.paces[state.pace]
        self.turn = state.turn
        self.stage = state.stage
        self.number = state.number
        self.grants = [0, 0]
        self.steps_left = state.steps_left
        self.last: Last | None = state.last
        self.strike = state.strike
        self.strike_worked = state.strike_worked
        self.pending: list[Pending] = list(state.pending)
        self.recalls: list[tuple[int, int]] = list(state.recalls)
        self.letters: list[Letter] = list(state.letters)
        self.tests: list[Test] = list(state.tests)
        self.questions = list(state.questions)
        self.closed = list(state.closed)
        self.fired = state.fired
        self.holding = state.holding
        self.stress_count = list(state.stress_count)
        self.survival = state.survival
        self.ended: Outcome | None = state.ended
        self.beliefs = [state.knowledge[0].belief, state.knowledge[1].belief]
        self.events: list[Event] = []
        self.told: list[tuple[Report, tuple[bool, bool, bool]]] = []
        """The events as reports, once all have happened."""
        self.phase = state.knowledge[0].phase
        self.wanted_strike = ""
        self.reopening = False
        self.settled = False

    @property
    def entries(self) -> tuple[int, ...]:
        return self.pace.turns[self.turn].entries

    @property
    def kind(self) -> str:
        """prologue | turn | aftermath, of the turn being played."""
        return self.rulebook.tables.entries[self.entries[-1]].kind

    def tell(self, kind: str, subject: str, values: Values, known: tuple[bool, bool, bool], owner: int = -1) -> None:
        """Note that something happened; simulated play notes nothing."""
        if not self.quiet:
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
