"""Laws of the engine over random legal play, in the tiny scenario and in October."""

from __future__ import annotations

import random
import subprocess
import sys
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine import sheet
from game.engine.api import (
    Ask,
    Inject,
    Options,
    Order,
    Refusal,
    Rulebook,
    State,
    Withdraw,
    begin,
    choices,
    digest,
    outcome,
    play,
    preview,
    view,
)  # fmt: skip
from game.engine.attribution import attribute
from game.engine.foresight import foreseen, unasked_of_rival
from game.engine.knowledge import Dossier
from game.engine.preview import after_order, half_days_of, strip
from tests.random_play import random_order
from tests.rulebooks import ROOT, october, tiny
from tests.strategies import all_options, any_state, last_state, random_moves, seeds, states_at, to_move

BOTH = pytest.mark.parametrize("rulebook", [tiny(), october()], ids=["tiny", "october"])


@given(seeds(), all_options(tiny()))
def test_every_game_ends(seed: int, options: Options) -> None:
    end = outcome(last_state(tiny(), seed, options))
    assert end is not None
    assert end.ending in tiny().endings


@given(seeds(), all_options(october()))
def test_every_game_of_october_ends(seed: int, options: Options) -> None:
    assert outcome(last_state(october(), seed, options)) is not None


@given(any_state(tiny()), st.randoms(use_true_random=False))
def test_a_refused_move_changes_nothing(state: State, pick: random.Random) -> None:
    before = digest(state)
    for seat in range(2):
        phase = state.knowledge[seat].phase
        for move in (
            Order(seat, phase, "no such option"),
            Order(seat, "another day", "x"),
            Order(1 - seat + 2, phase, "x"),
            Ask(seat, phase, "x", "y"),
            Withdraw(seat, "another day"),
            Inject(phase, "nothing of the kind"),
            Order(seat, phase, "x", ("a",) * 100),
        ):
            assert isinstance(play(tiny(), state, move), Refusal)
    assert digest(state) == before


@BOTH
def test_the_order_of_signing_never_matters(rulebook: Rulebook) -> None:
    compared = 0
    for seed in range(12):
        for state, move, _ in random_moves(rulebook, seed):
            if not isinstance(move, Order) or to_move(state) != [0, 1]:
                continue
            other = 1 - move.seat
            pick = random.Random(seed)
            reply = random_order(rulebook, view(state, other), choices(rulebook, view(state, other)), pick)
            one = _played(rulebook, state, move, reply)
            two = _played(rulebook, state, reply, move)
            assert digest(one) == digest(two)
            compared += 1
    assert compared > 50


def _played(rulebook: Rulebook, state: State, *moves: Order) -> State:
    for move in moves:
        step = play(rulebook, state, move)
        assert not isinstance(step, Refusal), step
        state = step.state
    return state


@given(any_state(tiny()), st.randoms(use_true_random=False))
def test_an_order_can_be_taken_back_while_its_phase_is_open(state: State, pick: random.Random) -> None:
    waiting = to_move(state)
    if len(waiting) < 2:
        return
    seat = waiting[0]
    seen = view(state, seat)
    signed = _played(tiny(), state, random_order(tiny(), seen, choices(tiny(), seen), pick))
    assert view(signed, 1 - seat).signed[seat]
    assert view(signed, 1 - seat).order is None
    step = play(tiny(), signed, Withdraw(seat, seen.phase))
    assert not isinstance(step, Refusal)
    assert digest(step.state) == digest(state)


@BOTH
def test_dials_stay_in_bounds_and_shares_within_their_dial(rulebook: Rulebook) -> None:
    for seed in range(25):
        for _, _, state in random_moves(rulebook, seed):
            for number, register in enumerate(rulebook.tables.registers):
                if register.kind in ("dial", "flag"):
                    assert register.low <= state.values[number] <= register.high, register.name
            for at, (one, two) in rulebook.shares.items():
                assert state.values[one] >= 0 <= state.values[two]
                assert state.values[one] + state.values[two] <= max(0, state.values[at]), rulebook.names[at]


@BOTH
def test_blame_for_danger_sums_exactly(rulebook: Rulebook) -> None:
    for seed in range(6):
        for _, _, state in random_moves(rulebook, seed):
            shares = attribute(rulebook, state.values)
            assert shares.start + shares.one + shares.two + shares.nobody == shares.now


@BOTH
def test_quiet_play_is_the_same_play(rulebook: Rulebook) -> None:
    for seed in range(10):
        loud, quiet = begin(rulebook, seed), begin(rulebook, seed, Options(quiet=True))
        for _, move, _ in random_moves(rulebook, seed):
            one, two = play(rulebook, loud, move), play(rulebook, quiet, move)
            assert not isinstance(one, Refusal)
            assert not isinstance(two, Refusal)
            loud, quiet = one.state, two.state
            assert loud.values == quiet.values
            assert loud.letters == quiet.letters
        assert loud.ended == quiet.ended


def _orders(rulebook: Rulebook, games: int) -> list[tuple[State, int]]:
    out = []
    for seed in range(games):
        for state, move, _ in random_moves(rulebook, seed):
            if isinstance(move, Order) and state.stage == "orders" and state.ended is None:
                entries = sheet.entries_of(rulebook, view(state, move.seat))
                if rulebook.tables.entries[entries[-1]].kind == "turn":
                    out.append((state, move.seat))
    return out


def test_previews_hold_the_truth_as_often_as_they_should_and_are_narrow() -> None:
    rulebook = october()
    held = shown = 0
    narrow = []
    for state, seat in _orders(rulebook, 70):
        seen = view(state, seat)
        seen = seen._replace(dossier=Dossier(asked=seen.dossier.asked))
        half_days = half_days_of(rulebook, seen)
        world = unasked_of_rival(rulebook, seen, state.values)
        base = foreseen(rulebook, world, half_days).end
        ranges = []
        for option in choices(rulebook, seen).options:
            if option.refusal:
                continue
            order = Order(seat, seen.phase, option.id)
            danger = preview(rulebook, seen, order).danger
            true = foreseen(rulebook, after_order(rulebook, seen, order, world), half_days).end - base
            held += danger.low - 1e-9 <= true <= danger.high + 1e-9
            shown += 1
            ranges.append(danger)
        span = max((one.low + one.high) / 2 for one in ranges) - min((one.low + one.high) / 2 for one in ranges)
        if span > 1e-9:
            narrow.append(median(one.high - one.low for one in ranges) / span)
    assert 0.86 <= held / shown <= 0.96
    assert median(narrow) <= 0.25


def test_the_danger_strip_holds_the_truth_most_of_the_time() -> None:
    rulebook = october()
    held = [0, 0, 0]
    states = _orders(rulebook, 70)
    for state, seat in states:
        seen = view(state, seat)
        true = foreseen(rulebook, unasked_of_rival(rulebook, seen, state.values), half_days_of(rulebook, seen))
        for part, shown in enumerate(strip(rulebook, seen)[:3]):
            assert not isinstance(shown, str)
            held[part] += shown.low - 1e-9 <= true[part] <= shown.high + 1e-9
    assert all(0.72 <= count / len(states) <= 0.97 for count in held), held


def test_digests_do_not_depend_on_the_hash_seed() -> None:
    script = (
        "from tests.rulebooks import tiny, october\n"
        "from tests.strategies import last_state\n"
        "from game.engine.api import digest\n"
        "print([digest(last_state(rb, seed)) for rb in (tiny(), october()) for seed in range(3)])"
    )
    said = set()
    for hash_seed in ("0", "1", "77"):
        done = subprocess.run(
            [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True,
            env={"PYTHONHASHSEED": hash_seed, "PATH": "/usr/bin:/bin"},
        )  # fmt: skip
        said.add(done.stdout)
    assert len(said) == 1


def test_a_state_named_by_its_digest_is_the_one_reached_again() -> None:
    assert digest(states_at(tiny(), 5, 9)) == digest(states_at(tiny(), 5, 9))
    assert digest(states_at(tiny(), 5, 9)) != digest(states_at(tiny(), 6, 9))
