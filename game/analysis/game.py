"""One game between two minds, from a beginning or from the middle, to its end."""

from __future__ import annotations

from collections.abc import Callable

from game.analysis.minds import Mind
from game.engine.chance import chance, key_of, sub_key
from game.engine.move import Move
from game.engine.play import play
from game.engine.refusal import Refusal
from game.engine.report import Event
from game.engine.rulebook import Rulebook
from game.engine.state import OVER, State
from game.engine.view import view
from game.opponent import decide

LONGEST = 2_000
"""More moves than a game can take."""

Watch = Callable[[State, Move, State, tuple[Event, ...]], None]


class Stuck(Exception):
    """A game that does not go on: a mind broke the rules, or the rules never end. Always somebody's fault."""


def seed_of(seed: int, number: int) -> int:
    """The seed of game `number` of a run: the same whatever the number of games or of workers."""
    return chance(key_of(seed), "game", number)


def finish(rulebook: Rulebook, state: State, minds: tuple[Mind, Mind], watch: Watch | None = None) -> State:
    """The end of a game that two minds play on from `state`."""
    for _ in range(LONGEST):
        if state.stage == OVER:
            return state
        seat = 0 if state.owed[0] and state.orders[0] is None else 1
        seen = view(state, seat)
        move = decide(rulebook, seen, minds[seat].skill, sub_key(state.key, seat, seen.phase)).move
        step = play(rulebook, state, move)
        if isinstance(step, Refusal):
            raise Stuck(f"{minds[seat].name} of seat {seat} made a move that is not allowed in {seen.phase}: {step}")
        if watch is not None:
            watch(state, move, step.state, step.events)
        state = step.state
    raise Stuck(f"after {LONGEST} moves the game is in {state.knowledge[0].phase} and does not end")
