"""The engine's contract, in one place.

begin(rulebook, seed, options) -> State
play(rulebook, state, move) -> Step | Refusal
view(state, viewer) -> View                     viewer: seat 0, seat 1, PUBLIC
refusal(rulebook, view, move) -> Refusal | None
choices(rulebook, view) -> Choices
preview(rulebook, view, order) -> Preview
suppose(rulebook, view, draw) -> State
outcome(state) -> Outcome | None
"""

from __future__ import annotations

from game.engine.begin import Options, begin
from game.engine.choice import Choice
from game.engine.choices import Choices, choices
from game.engine.knowledge import PUBLIC, Knowledge
from game.engine.legality import refusal
from game.engine.move import Answer, Ask, Draft, Inject, Move, Order, Term, Withdraw
from game.engine.outcome import Outcome
from game.engine.play import Step, play
from game.engine.preview import Preview, preview
from game.engine.refusal import Refusal
from game.engine.report import Event, Report
from game.engine.rulebook import Rulebook
from game.engine.state import OVER, State, digest
from game.engine.suppose import suppose
from game.engine.tables import Tables
from game.engine.view import View, view


def outcome(state: State) -> Outcome | None:
    """How the game ended, or None while it is still played (its aftermath too)."""
    return state.ended if state.stage == OVER else None


__all__ = [
    "PUBLIC", "Answer", "Ask", "Choice", "Choices", "Draft", "Event", "Inject", "Knowledge", "Move", "Options", "Order",
    "Outcome", "Preview", "Refusal", "Report", "Rulebook", "State", "Step", "Tables", "Term", "View", "Withdraw",
    "begin", "choices", "digest", "outcome", "play", "preview", "refusal", "suppose", "view",
]  # fmt: skip
