"""The arithmetic that minds are made of."""

from __future__ import annotations

from functools import cache

import pytest

from game.engine.api import Rulebook, begin
from game.engine.chance import chance, key_of
from game.engine.preview import likely_values
from game.engine.worth import with_deal, worth
from game.opponent.belief import of_rival
from game.opponent.evaluate import Lore, likely
from game.opponent.leader import look
from game.opponent.learn import Plan, Task, fitted, gather, learn, to_json
from game.opponent.logit import by_worth, chances, sigmoid
from game.opponent.minds import learned
from game.opponent.prepared import prepared
from game.opponent.ridge import add, fit, merged, nothing
from game.opponent.skill import Skill
from tests import rulebooks
from tests.strategies import states_at


@cache
def tiny() -> Rulebook:
    return Rulebook(rulebooks.compiled(rulebooks.TINY)[0])


@cache
def october() -> Rulebook:
    return Rulebook(rulebooks.compiled(rulebooks.OCTOBER)[0])


def test_the_logit_prefers_what_is_better_and_sums_to_one():
    shares = chances([1.0, 3.0, 2.0], 0.45)
    assert shares[1] > shares[2] > shares[0]
    assert sum(shares) == pytest.approx(1.0)
    assert sigmoid(0.0) == 0.5
    assert sigmoid(2.0) + sigmoid(-2.0) == pytest.approx(1.0)
    place, share = by_worth([0.0, 100.0], 0.45, 0.5)
    assert place == 1 and share == pytest.approx(1.0)


def _sample(number: int) -> list[float]:
    return [1.0, *(chance(key_of(5), number, at) / 2**53 for at in range(3))]


def test_ridge_finds_the_weights_behind_the_samples():
    one, two = nothing(4), nothing(4)
    for number in range(400):
        x = _sample(number)
        y = 2.0 + 3.0 * x[1] - 5.0 * x[2]
        one, two = (add(one, x, y), two) if number % 2 else (one, add(two, x, y))
    assert fit(merged(one, two), 0.001) == pytest.approx([2.0, 3.0, -5.0, 0.0], abs=0.05)


def test_ridge_holds_to_what_was_known_where_samples_say_nothing():
    assert fit(nothing(3), 5.0, [0.0, 4.0, -1.0]) == pytest.approx([0.0, 4.0, -1.0])


@pytest.mark.parametrize("seed", range(6))
def test_a_mind_guesses_the_vector_as_the_advisers_do(seed):
    rulebook = october()
    for moves in (0, 9, 22):
        at = states_at(rulebook, seed, moves).knowledge[seed % 2]
        assert likely(prepared(rulebook), at) == likely_values(rulebook, at)


@pytest.mark.parametrize("rules", [tiny, october])
def test_the_quick_worth_of_an_agreement_is_the_scenarios_own(rules):
    rulebook = rules()
    made = prepared(rulebook)
    for seed in range(4):
        at = states_at(rulebook, seed, 16).knowledge[0]
        if at.ended is not None or at.over:
            continue
        values = likely(made, at)
        deals, judge = made.table(0, at.own_type, 0)
        quick = judge(values)
        wide = 1 + len(rulebook.types[1])
        for number, deal in enumerate(deals):
            for seat, kind in ((0, at.own_type), *((1, kind) for kind in range(wide - 1))):
                v = with_deal(rulebook, values, deal.clauses, 0)
                v[rulebook.type_at[seat]] = kind * 1000
                found = quick[number * wide] if seat == 0 else quick[number * wide + 1 + kind]
                assert found == pytest.approx(worth(rulebook, v, seat, deal.ending) / 1000, abs=0.05)


def test_a_frozen_belief_is_the_prior():
    rulebook = october()
    at = states_at(rulebook, 3, 20).knowledge[0]
    prior = rulebook.priors(at.lens, 1)
    assert of_rival(rulebook, at, frozen=True) == pytest.approx([weight / sum(prior) for weight in prior])
    assert sum(of_rival(rulebook, at, frozen=False)) == pytest.approx(1.0)


def test_features_have_names():
    rulebook = october()
    made = prepared(rulebook)
    for seat in range(2):
        at = begin(rulebook, 2).knowledge[seat]
        outlook = look(made, at, Skill("leader"), Lore(made, seat, at.own_type, None))
        assert len(outlook.features()) == len(made.names(seat)) == len(set(made.names(seat)))


def test_learning_is_the_same_every_time_and_survives_its_file():
    rulebook = tiny()
    harvest = gather(rulebook, Task(None, 7, 0, 18, ""))
    assert fitted(rulebook, harvest) == fitted(rulebook, gather(rulebook, Task(None, 7, 0, 18, "")))
    values = learn(rulebook, Plan(18, 2, 3))
    raw = to_json(rulebook, values, Plan(18, 2, 3), "digest", "october learn tiny")
    back = learned(rulebook, raw)
    assert back is not None
    assert [row for row, _ in back.rows] == [row for row, _ in values.rows]
    assert raw["games"] == 36 and raw["rulebook"] == "digest"
