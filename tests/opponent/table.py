"""Whole games between minds, and their worth. Run as a script it prints the tables that a mind is measured by.

python -m tests.opponent.table [october|tiny] [GAMES]
"""

from __future__ import annotations

import sys
from collections import Counter
from time import process_time
from typing import NamedTuple

from game.engine.api import Options, Refusal, Rulebook, State, View, begin, outcome, play
from game.engine.chance import chance, key_of, sub_key
from game.engine.move import Move
from game.engine.worth import worth
from game.opponent.decide import Mind
from game.opponent.minds import mind
from tests import rulebooks

LONGEST = 500


class Row(NamedTuple):
    """Mean worth by seat, its standard error, and how the games ended, in percent."""

    worth: tuple[float, float]
    error: tuple[float, float]
    groups: dict[str, float]
    endings: dict[str, float]
    a_second: float


def minds(rulebook: Rulebook, content, *names: str) -> list[Mind]:
    return [Mind(rulebook, mind(name, rulebook, content)) for name in names]


def game(
    rulebook: Rulebook, pair: list[Mind], seed: int, options: Options | None = None, seen: list | None = None
) -> State:
    """One game to its end; every move must be legal. `seen` collects (view, key, move)."""
    state = begin(rulebook, seed, options or Options(quiet=True))
    for _ in range(LONGEST):
        if outcome(state) is not None:
            return state
        seat = 0 if state.owed[0] and state.orders[0] is None else 1
        view: View = state.knowledge[seat]
        key = sub_key(state.key, seat, view.phase)
        move: Move = pair[seat].decide(view, key).move
        if seen is not None:
            seen.append((view, key, move))
        step = play(rulebook, state, move)
        assert not isinstance(step, Refusal), f"{pair[seat].skill.name}, seed {seed}: {move}: {step}"
        state = step.state
    raise AssertionError(f"seed {seed}: the game does not end")


def table(rulebook: Rulebook, pair: list[Mind], games: int, seed: int = 1, pace: str = "") -> Row:
    """Many games of one pairing, the same seeds for every pairing."""
    totals, squares = [0.0, 0.0], [0.0, 0.0]
    groups: Counter[str] = Counter()
    endings: Counter[str] = Counter()
    started = process_time()
    kinds = tuple(one.skill.kind if one.skill.kind in rulebook.type_of[at] else "" for at, one in enumerate(pair))
    for number in range(games):
        options = Options(pace=pace, types=(kinds[0], kinds[1]), quiet=True)
        state = game(rulebook, pair, chance(key_of(seed), "game", number), options)
        assert state.ended is not None
        groups[state.ended.group] += 1
        endings[state.ended.ending] += 1
        for seat in range(2):
            points = worth(rulebook, state.values, seat, state.ended.ending) / 1000
            totals[seat] += points
            squares[seat] += points * points
    spent = process_time() - started
    means = [total / games for total in totals]
    errors = [(max(0.0, square / games - mean**2) / games) ** 0.5 for square, mean in zip(squares, means, strict=True)]
    return Row(
        (means[0], means[1]), (errors[0], errors[1]),
        {name: 100 * count / games for name, count in groups.most_common()},
        {name: 100 * count / games for name, count in endings.most_common()}, games / spent,
    )  # fmt: skip


PAIRS = (
    "random random", "history history", "reckless reckless", "careful careful", "leader leader", "plain plain",
    "leader random", "random leader", "unreading leader", "leader unreading", "silent leader", "leader silent",
    "reader leader", "leader reader", "guesser leader", "leader guesser",
)  # fmt: skip


def main(words: list[str]) -> None:
    folder = rulebooks.TINY if "tiny" in words else rulebooks.OCTOBER
    games = next((int(word) for word in words if word.isdigit()), 200)
    from game.scenario import library

    loaded = library.compiled(folder)
    assert loaded.tables is not None, loaded.problems
    rulebook = Rulebook(loaded.tables)
    for names in PAIRS:
        row = table(rulebook, minds(rulebook, loaded.texts.content, *names.split()), games)
        one, two = (f"{mean:5.1f} ±{error:.1f}" for mean, error in zip(row.worth, row.error, strict=True))
        ends = "  ".join(f"{name} {share:.0f}" for name, share in row.groups.items())
        print(f"{names:22} {one}  {two}  {row.a_second:5.0f} games/s  {ends}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
