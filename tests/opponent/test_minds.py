"""Minds play by the rules, see only their view, and are better than none."""

from __future__ import annotations

import pickle
from functools import cache

import pytest

from game.engine.api import Ask, Options, Order, Rulebook, begin, play, suppose, view
from game.engine.chance import key_of, sub_key
from game.opponent import decide, mind
from game.opponent.decide import Mind
from game.opponent.minds import MANNERS, VARIANTS, names
from game.opponent.reasons import to_json
from tests import rulebooks
from tests.opponent.table import game, minds, table


@cache
def tiny() -> tuple[Rulebook, dict]:
    tables, texts = rulebooks.compiled(rulebooks.TINY)
    return Rulebook(tables), dict(texts.content)


@cache
def october() -> tuple[Rulebook, dict]:
    tables, texts = rulebooks.compiled(rulebooks.OCTOBER)
    return Rulebook(tables), dict(texts.content)


@pytest.mark.parametrize("name", [*MANNERS, *VARIANTS])
def test_every_mind_plays_whole_games_by_the_rules(name):
    rulebook, content = tiny()
    for seed in range(3 if name == "deep" else 12):
        game(rulebook, minds(rulebook, content, name, name), seed)
    rulebook, content = october()
    for seed in range(1 if name == "deep" else 4):
        game(rulebook, minds(rulebook, content, name, name), seed)


@pytest.mark.parametrize("pace", ["lesson", "brief"])
def test_minds_play_at_every_pace(pace):
    rulebook, content = october()
    for name in ("leader", "history", "careful", "reckless", "random"):
        game(rulebook, minds(rulebook, content, name, name), 5, Options(pace=pace, quiet=False))


def test_the_same_view_and_draw_give_the_same_move():
    rulebook, content = tiny()
    for name in ("leader", "random", "reader", "careful", "history", "deep"):
        seen: list = []
        game(rulebook, minds(rulebook, content, name, name), 3, seen=seen)
        again = Mind(rulebook, mind(name, rulebook, content))
        for at, key, move in reversed(seen):
            assert again.decide(at, key).move == move
            assert decide(rulebook, at, again.skill, key).move == move


@pytest.mark.parametrize("name", ["leader", "reader", "careful", "history", "random"])
def test_a_mind_moves_alike_whatever_the_truth_behind_its_view(name):
    rulebook, content = october()
    seen: list = []
    game(rulebook, minds(rulebook, content, name, name), 8, seen=seen)
    player = Mind(rulebook, mind(name, rulebook, content))
    for number, (at, key, move) in enumerate(seen):
        for world in range(2):
            other = suppose(rulebook, at, sub_key(key_of(99), number, world))
            assert player.decide(view(other, at.viewer), key).move == move


def test_another_draw_may_give_another_move():
    rulebook, content = october()
    at = begin(rulebook, 1).knowledge[0]
    player = Mind(rulebook, mind("leader", rulebook, content))
    assert len({player.decide(at, sub_key(key_of(number), "x")).move for number in range(40)}) > 3


def test_a_skill_is_small_and_can_be_sent_to_a_worker():
    rulebook, content = tiny()
    for name in names(rulebook):
        skill = mind(name, rulebook, content)
        assert pickle.loads(pickle.dumps(skill)) == skill
    with pytest.raises(KeyError):
        mind("nobody", rulebook, content)


def test_reasons_are_values_that_a_journal_can_hold():
    rulebook, content = october()
    state = begin(rulebook, 4)
    decision = decide(rulebook, state.knowledge[0], mind("leader", rulebook, content), key_of(1))
    assert any(reason.kind == "headline" for reason in decision.reasons)
    for one in to_json(decision.reasons):
        assert all(isinstance(value, int) for value in one["numbers"].values())


def test_the_perfect_reader_asks_only_what_is_right():
    rulebook, content = october()
    right = 0
    for seed in range(6):
        seen: list = []
        state = game(rulebook, minds(rulebook, content, "reader", "reader"), seed, seen=seen)
        for knowledge in state.knowledge[:2]:
            assert all(conceded for _, _, conceded in knowledge.dossier.asked)
        right += sum(isinstance(move, Ask) for _, _, move in seen)
    assert right > 6


def test_a_mind_beats_random_play_in_both_chairs():
    rulebook, content = tiny()
    lost = table(rulebook, minds(rulebook, content, "random", "random"), 150).worth
    for seat, names_ in enumerate((("leader", "random"), ("random", "leader"))):
        assert table(rulebook, minds(rulebook, content, *names_), 150).worth[seat] >= lost[seat] + 5


def test_the_record_ends_as_it_did():
    rulebook, content = october()
    row = table(rulebook, minds(rulebook, content, "history", "history"), 60)
    assert row.groups["settlement"] >= 70


def test_recklessness_is_deadlier_than_the_record_and_care_safer():
    rulebook, content = october()
    wars = [
        table(rulebook, minds(rulebook, content, name, name), 60).groups.get("general_war", 0.0)
        for name in ("reckless", "history", "careful")
    ]
    assert wars[0] >= 3 * wars[1] >= wars[2]


def test_history_does_what_is_marked_while_it_is_open():
    rulebook, content = october()
    state = begin(rulebook, 11, Options(as_it_was=True))
    pair = minds(rulebook, content, "history", "history")
    for _ in range(12):
        seat = 0 if state.owed[0] and state.orders[0] is None else 1
        at = state.knowledge[seat]
        move = pair[seat].decide(at, key_of(1)).move
        assert isinstance(move, Order)
        dated = rulebook.dated[seat, rulebook.tables.paces[at.pace].turns[at.turn].asks[seat]]
        assert next(act.historical for act in dated.acts if act.id == move.option)
        state = play(rulebook, state, move).state  # type: ignore[union-attr]
