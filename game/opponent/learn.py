"""Learning what a position is worth, by self-play: rounds of games between standard minds, each followed by a ridge fit.

What is learned is what the formulas miss: the target is the worth of the end less the mixture of `evaluate`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from game.engine.api import Options, Refusal, Rulebook, State, begin, outcome, play
from game.engine.chance import chance, key_of, sub_key
from game.engine.worth import worth
from game.opponent.evaluate import Lore, weights_of
from game.opponent.leader import look, settle
from game.opponent.prepared import Prepared, prepared
from game.opponent.ridge import Moments, add, fit, merged, nothing
from game.opponent.skill import Row, Skill, Values

RIDGE = 3.0
TURN_RIDGE = 14.0
"""Ours: how hard the weights of one turn are held to those of all turns together."""
EXPLORES = 3200
"""Ours: the temperature of every second game, so that more than the favourite is tried."""

Harvest = dict[Row, Moments]
"""Moments by seat, type and entry."""


class Plan(NamedTuple):
    """How much to play, and from which seed."""

    games: int = 2000
    rounds: int = 5
    seed: int = 1962
    pace: str = ""


class Task(NamedTuple):
    """Games `first` to `last` of a round, with the values learned so far."""

    values: Values | None
    seed: int
    first: int
    last: int
    pace: str


Spread = Callable[[Callable[[Rulebook, Task], Harvest], Rulebook, Iterable[Task]], Iterable[Harvest]]
"""Runs tasks here or on other processors, in their order."""


def here(task: Callable[[Rulebook, Task], Harvest], rulebook: Rulebook, parts: Iterable[Task]) -> Iterable[Harvest]:
    for part in parts:
        yield task(rulebook, part)


def learn(rulebook: Rulebook, plan: Plan, spread: Spread = here, told: Callable[[str], None] | None = None) -> Values:
    """The values after all rounds; each round is averaged half and half with those before it."""
    values: Values | None = None
    for number in range(plan.rounds):
        seed = chance(key_of(plan.seed), "round", number)
        step = max(1, plan.games // 8)
        parts = [
            Task(values, seed, first, min(first + step, plan.games), plan.pace) for first in range(0, plan.games, step)
        ]
        total: Harvest = {}
        for harvest in spread(gather, rulebook, parts):
            for row, moments in harvest.items():
                total[row] = merged(total[row], moments) if row in total else moments
        values = averaged(values, fitted(rulebook, total))
        if told is not None:
            told(f"round {number + 1} of {plan.rounds}: {plan.games} games")
    assert values is not None
    return values


def gather(rulebook: Rulebook, task: Task) -> Harvest:
    """Play games and keep the moments of (position, worth of the end less the formulas)."""
    made = prepared(rulebook)
    lores: dict[tuple[int, int], Lore] = {}
    out: Harvest = {}
    pairs = [(one.id, two.id) for one in rulebook.types[0] for two in rulebook.types[1]]
    for number in range(task.first, task.last):
        skill = Skill("leader", values=task.values, temperature=EXPLORES if number % 2 else 2222)
        options = Options(task.pace, "", pairs[number % len(pairs)], quiet=True)
        state = begin(rulebook, chance(key_of(task.seed), "game", number), options)
        samples: list[tuple[Row, list[float], float]] = []
        state = _game(rulebook, made, state, skill, lores, samples)
        ended = outcome(state)
        assert ended is not None
        final = [worth(rulebook, state.values, seat, ended.ending) * 0.001 for seat in range(2)]
        for row, features, base in samples:
            if row not in out:
                out[row] = nothing(len(features))
            out[row] = add(out[row], features, final[row[0]] - base)
    return out


def _game(
    rulebook: Rulebook, made: Prepared, state: State, skill: Skill, lores: dict[tuple[int, int], Lore],
    samples: list[tuple[Row, list[float], float]],
) -> State:  # fmt: skip
    while outcome(state) is None:
        seat = 0 if state.owed[0] and state.orders[0] is None else 1
        view = state.knowledge[seat]
        place = (seat, view.own_type)
        if place not in lores:
            lores[place] = Lore(made, seat, view.own_type, weights_of(made, skill.values, seat, view.own_type))
        outlook = look(made, view, skill, lores[place])
        if view.stage == "orders" and view.ended is None and outlook.half_left:
            samples.append(((seat, view.own_type, outlook.entry), outlook.features(), outlook.base))
        step = play(rulebook, state, settle(outlook, sub_key(state.key, seat, view.phase)).move)
        assert not isinstance(step, Refusal), step
        state = step.state
    return state


def fitted(rulebook: Rulebook, harvest: Mapping[Row, Moments]) -> Values:
    """Weights by ridge: for a seat and type over all turns first, then turn by turn, held to those."""
    made = prepared(rulebook)
    pooled: dict[tuple[int, int], Moments] = {}
    for (seat, kind, _), moments in sorted(harvest.items()):
        place = (seat, kind)
        pooled[place] = merged(pooled[place], moments) if place in pooled else moments
    common = {place: fit(moments, RIDGE) for place, moments in pooled.items()}
    rows = tuple(
        (row, tuple(fit(moments, TURN_RIDGE, common[row[:2]]))) for row, moments in sorted(harvest.items())
    )
    return Values((made.names(0), made.names(1)), rows)


def averaged(old: Values | None, new: Values) -> Values:
    """Half the values before, half the new ones; a row that was not there before is taken as it is."""
    if old is None:
        return new
    before = dict(old.rows)
    rows = []
    for row, weights in new.rows:
        if row in before:
            weights = tuple(0.5 * one + 0.5 * other for one, other in zip(before.pop(row), weights, strict=True))
        rows.append((row, weights))
    return Values(new.features, tuple(sorted((*rows, *before.items()))))


def to_json(rulebook: Rulebook, values: Values, plan: Plan, digest: str, command: str) -> dict[str, Any]:
    """The values as a file holds them: weights in thousandths, and what made them."""
    entries = rulebook.tables.entries
    return {
        "format": 1,
        "command": command,
        "games": plan.games * plan.rounds,
        "rounds": plan.rounds,
        "seed": plan.seed,
        "rulebook": digest,
        "features": [list(names) for names in values.features],
        "rows": [
            {
                "type": rulebook.types[seat][kind].id,
                "entry": entries[entry].id,
                "weights": [int((weight * 1000.0 + 0.5) // 1) for weight in weights],
            }
            for (seat, kind, entry), weights in values.rows
        ],
    }
