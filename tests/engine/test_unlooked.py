"""What a seat of simulated play would see is worked out late, and is what it would have been at once."""

from __future__ import annotations

import pickle

from hypothesis import given

from game.engine.api import Options, Refusal, begin, digest, play, view
from game.engine.state import State
from game.engine.unlooked import Unlooked
from tests.rulebooks import october, tiny
from tests.strategies import random_moves, seeds


def test_it_is_the_tuple_that_it_stands_for() -> None:
    calls: list[int] = []

    def make(*of: int) -> tuple[int, ...]:
        calls.append(len(of))
        return of

    late: Unlooked[int] = Unlooked(make, (4, 5, 6))
    assert calls == []
    assert late == (4, 5, 6) and late == (4, 5, 6) and late != (4, 5)
    assert (list(late), late[1], late[1:], len(late)) == ([4, 5, 6], 5, (5, 6), 3)
    assert repr(late) == "(4, 5, 6)"
    assert type(pickle.loads(pickle.dumps(late))) is tuple
    assert calls == [3]


@given(seeds())
def test_a_seat_sees_the_same_whether_its_game_is_simulated_or_not(seed: int) -> None:
    for rulebook in (tiny(), october()):
        quiet = begin(rulebook, seed, Options(quiet=True))
        for loud, move, _ in random_moves(rulebook, seed):
            for seat in range(2):
                simple, told = quiet.knowledge[seat], loud.knowledge[seat]
                assert (simple.estimates, simple.dossier) == (told.estimates, told.dossier)
            step = play(rulebook, quiet, move)
            assert not isinstance(step, Refusal)
            quiet = step.state


def test_a_view_holds_nothing_of_what_it_was_made_of() -> None:
    waiting = 0
    for _, _, state in random_moves(october(), 5, Options(quiet=True)):
        for seat in range(2):
            raw, seen = state.knowledge[seat], view(state, seat)
            waiting += isinstance(raw.estimates, Unlooked)
            assert type(seen.estimates) is tuple
            assert seen == raw
    assert waiting > 20


def test_looking_changes_no_digest() -> None:
    states: list[State] = [after for _, _, after in random_moves(october(), 6, Options(quiet=True))]
    names = [digest(state) for state in states]
    copies = [pickle.loads(pickle.dumps(state)) for state in states]
    assert [digest(state) for state in copies] == names
    assert not any(isinstance(copy.knowledge[0].estimates, Unlooked) for copy in copies)
