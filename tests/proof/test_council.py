"""What asking in council is worth: the perfect reader, the one who asks nothing, one who asks anything, and one who
learned another game's right pairs by heart. `make proof` runs it; OCTOBER_COUNCIL sets the games of a row (600).
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from statistics import mean
from typing import Any, NamedTuple

import pytest

from game.engine.api import Ask, Options, Refusal, State, begin, outcome, play
from game.engine.chance import sub_key
from game.engine.knowledge import Knowledge
from game.engine.observe import bears_against
from game.engine.worth import worth
from game.opponent.decide import Mind
from game.opponent.minds import mind
from tests.rulebooks import OCTOBER, compiled, october

GAMES = int(os.environ.get("OCTOBER_COUNCIL", "600"))
BY_HEART = 20_000
"""The seed of the game that was learned by heart."""

pytestmark = pytest.mark.proof

Pairs = Mapping[str, list[tuple[int, int]]]


class Played(NamedTuple):
    """Worth to the seat in points, whether it ended in general war, questions asked and right, turns, turns without
    a right pair."""

    worth: float
    war: bool
    asked: int
    right: int
    turns: int
    barren: int


def right_pairs(view: Knowledge) -> list[tuple[int, int]]:
    """Every claim and card on the table that bears against it."""
    return [
        (claim, card)
        for claim in view.dossier.claims
        for card, shown in view.dossier.cards
        if bears_against(october(), claim, card, shown)
    ]


def one(seed: int, seat: int, reading: str, learned: Pairs | None = None) -> tuple[Played, dict[str, list[Any]]]:
    """One game of two leaders in which a seat asks in its way; also the right pairs of each of its turns."""
    rulebook, content = october(), compiled(OCTOBER)[1].content
    plain, asking = Mind(rulebook, mind("leader", rulebook, content)), Mind(rulebook, mind(reading, rulebook, content))
    state: State = begin(rulebook, seed, Options(quiet=True))
    asked = right = barren = 0
    pairs: dict[str, list[Any]] = {}
    while outcome(state) is None:
        who = 0 if state.owed[0] and state.orders[0] is None else 1
        view = state.knowledge[who]
        key = sub_key(state.key, who, view.phase)
        move = (asking if who == seat else plain).decide(view, key).move
        if who == seat and view.stage == "orders" and view.ended is None:
            if view.phase not in pairs:
                pairs[view.phase] = right_pairs(view)
                barren += not pairs[view.phase]
            if learned is not None:
                done = {(claim, card) for claim, card, _ in view.dossier.asked}
                wanted = [pair for pair in learned.get(view.phase, []) if pair not in done and _shown(view, pair)]
                if wanted and view.dossier.questions > 0:
                    council = rulebook.tables.council
                    claim, card = wanted[0]
                    move = Ask(who, view.phase, council.claims[claim].id, council.cards[card].id)
        if who == seat and isinstance(move, Ask):
            asked += 1
        step = play(rulebook, state, move)
        assert not isinstance(step, Refusal), step
        state = step.state
        if who == seat and isinstance(move, Ask):
            right += state.knowledge[seat].dossier.asked[-1][2]
    assert state.ended is not None
    points = worth(rulebook, state.values, seat, state.ended.ending) / 1000
    return Played(points, state.ended.group == "general_war", asked, right, len(pairs), barren), pairs


def _shown(view: Knowledge, pair: tuple[int, int]) -> bool:
    return pair[0] in view.dossier.claims and pair[1] in [card for card, _ in view.dossier.cards]


@pytest.fixture(scope="module", params=[0, 1], ids=["washington", "moscow"])
def rows(request: pytest.FixtureRequest) -> dict[str, list[Played]]:
    seat = request.param
    _, learned = one(BY_HEART, seat, "leader")
    found = {name: [one(seed, seat, name)[0] for seed in range(GAMES)] for name in ("leader", "reader", "guesser")}
    found["by heart"] = [one(seed, seat, "leader", learned)[0] for seed in range(GAMES)]
    for name, games in found.items():
        asked = sum(game.asked for game in games)
        print(
            f"\n{october().seats[seat]}, {name}: worth {mean(game.worth for game in games):.1f}, "
            f"war {mean(game.war for game in games):.3f}, asked {asked / GAMES:.1f} a game, "
            f"right {sum(game.right for game in games) / max(1, asked):.2f}"
        )
    return found


def gain(rows: dict[str, list[Played]], name: str) -> tuple[float, float]:
    """Points a game over asking nothing, the same seeds, and their standard error."""
    each = [one.worth - two.worth for one, two in zip(rows[name], rows["leader"], strict=True)]
    middle = mean(each)
    return middle, (sum((value - middle) ** 2 for value in each) / (len(each) - 1) / len(each)) ** 0.5


def test_reading_well_pays(rows: dict[str, list[Played]]) -> None:
    points, error = gain(rows, "reader")
    assert points + 2 * error >= 5.0
    assert points - 2 * error > 2.0
    assert all(game.asked == game.right for game in rows["reader"])


def test_asking_anything_does_not(rows: dict[str, list[Played]]) -> None:
    points, error = gain(rows, "guesser")
    assert points - 2 * error <= 0.0


def test_the_pairs_of_another_game_are_worth_far_less_than_reading(rows: dict[str, list[Played]]) -> None:
    assert gain(rows, "by heart")[0] < 0.6 * gain(rows, "reader")[0]


def test_in_about_a_third_of_turns_nothing_on_the_table_bears_on_anything(rows: dict[str, list[Played]]) -> None:
    share = sum(game.barren for game in rows["leader"]) / sum(game.turns for game in rows["leader"])
    print(f"\nturns without a right pair: {share:.3f}")
    assert 0.23 <= share <= 0.43
