"""The arithmetic that minds are made of."""

from __future__ import annotations

from functools import cache

import pytest

from game.engine.api import Rulebook, begin, view
from game.engine.chance import chance, key_of
from game.engine.guess import likely_values
from game.engine.state import ORDERS
from game.engine.worth import with_deal, worth
from game.opponent.belief import of_rival
from game.opponent.evaluate import apply
from game.opponent.leader import look
from game.opponent.learn import Plan, Task, fitted, gather, learn, to_json
from game.opponent.logit import HIS_SHARPNESS, accepted, by_worth, chances, sigmoid
from game.opponent.lore import Lore
from game.opponent.minds import learned
from game.opponent.prepared import prepared
from game.opponent.ridge import add, fit, merged, nothing
from game.opponent.search import open_deeds, open_turns, reckoned
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


@pytest.mark.parametrize("rules", [tiny, october])
def test_the_quick_worth_of_an_agreement_is_the_scenarios_own(rules):
    rulebook = rules()
    made = prepared(rulebook)
    for seed in range(4):
        at = states_at(rulebook, seed, 16).knowledge[0]
        if at.ended is not None or at.over:
            continue
        values = likely_values(rulebook, at)
        agreements, other = made.agreements, len(rulebook.types[1])
        deals = agreements.between[at.own_type, 0]
        judge = agreements.table(0, at.own_type, 0)
        for deal, ((mine,), his) in zip(deals, judge(values, [0.0] * 2 * len(deals)), strict=True):
            alone = [agreements.worth(values, deal, 1, kind, 0) for kind in range(other)]
            assert list(agreements.to_all[1].worth(values, deal, 0)) == alone == pytest.approx(list(his))
            assert agreements.worth(values, deal, 0, at.own_type, 0) == pytest.approx(mine)
            for seat, kind, found in ((0, at.own_type, mine), *((1, kind, one) for kind, one in enumerate(his))):
                v = with_deal(rulebook, values, deal.clauses, 0)
                v[rulebook.type_at[seat]] = kind * 1000
                assert found == pytest.approx(worth(rulebook, v, seat, deal.ending) / 1000, abs=0.05)


def test_the_chance_that_an_agreement_is_taken_is_a_sigmoid_over_what_is_believed():
    belief, worths, thresholds = (0.5, 0.25, 0.25), (50.0, 44.0, 90.0), (48.0, 47.5, 20.0)
    taken = sum(
        share * sigmoid(HIS_SHARPNESS * (worth_ - threshold))
        for share, worth_, threshold in zip(belief, worths, thresholds, strict=True)
    )
    assert accepted(belief, worths, thresholds) == pytest.approx(taken)


def _outlooks(rulebook: Rulebook):
    made = prepared(rulebook)
    lores = {
        (seat, kind): Lore(made, seat, kind, None) for seat in range(2) for kind in range(len(rulebook.types[seat]))
    }
    for seed in range(8):
        for moves in (0, 7, 13, 19):
            state = states_at(rulebook, seed, moves)
            at = view(state, seed % 2)
            if at.stage == ORDERS and at.ended is None:
                outlook = look(made, at, Skill("leader"), lores[at.viewer, at.own_type])
                if outlook.reckoned:
                    yield outlook


@pytest.mark.parametrize("rules", [tiny, october])
def test_a_small_order_weighed_quickly_is_the_order_reckoned_in_full(rules):
    quick = 0
    for outlook in _outlooks(rules()):
        for turn, level in open_turns(outlook):
            steps = level - outlook.view.exact[turn.at] // 1000
            measure = turn.measures[steps]
            full = reckoned(outlook, measure, 6, level * 1000)
            found = measure.quick(
                outlook.values, level * 1000, outlook.small.slope, outlook.squares, 6, outlook.half_day, outlook.dangers
            )
            if outlook.calm and found is not None:
                quick += 1
                assert found == pytest.approx(full)
    assert quick > 10


@pytest.mark.parametrize("rules", [tiny, october])
def test_where_an_option_leads_is_its_effects_and_then_the_drift_of_the_game(rules):
    rulebook = rules()
    for outlook in _outlooks(rulebook):
        for deed in open_deeds(outlook):
            values = list(outlook.values)
            deed.course.ahead(values, 3, outlook.slope, outlook.squares, outlook.values)
            plain = list(outlook.values)
            apply(deed.ops, plain, outlook.slope)
            for _ in range(3):
                rulebook.drift(plain)
            assert values == plain
            if deed.dangerous:
                whole = outlook.made.danger.whole(values)
                assert deed.danger.after(values, outlook.dangers) == pytest.approx(whole)


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
