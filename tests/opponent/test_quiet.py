"""Simulated play, which keeps no reports, is the same game: minds decide in it as they do where all is told."""

from __future__ import annotations

from game.engine.api import Move, Options, Refusal, begin, outcome, play, view
from game.engine.chance import sub_key
from game.opponent.decide import Mind
from game.opponent.minds import mind
from tests.rulebooks import OCTOBER, compiled, october

GAMES = 6


def moves(seed: int, *, quiet: bool) -> list[Move]:
    """A whole game of two learned minds, in order."""
    rulebook = october()
    leader = Mind(rulebook, mind("leader", rulebook, compiled(OCTOBER)[1].content))
    state = begin(rulebook, seed, Options(quiet=quiet))
    made: list[Move] = []
    while outcome(state) is None:
        seat = 0 if state.owed[0] and state.orders[0] is None else 1
        seen = view(state, seat)
        made.append(leader.decide(seen, sub_key(state.key, seat, seen.phase)).move)
        step = play(rulebook, state, made[-1])
        assert not isinstance(step, Refusal), step
        state = step.state
    return made


def test_minds_play_the_same_game_quietly_and_aloud() -> None:
    for seed in range(GAMES):
        assert moves(seed, quiet=True) == moves(seed, quiet=False)
