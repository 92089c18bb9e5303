"""Golden pairs: two games that differ in one choice, one in which a link bites and one in which it does not.

python -m tests.golden.pairs       finds them anew and writes pairs.json
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, NamedTuple

from game.engine.api import Ask, Move, Options, Order, Refusal, Rulebook, State, begin, choices, play, view
from game.engine.move import to_json
from tests.golden.scripts import HISTORY, played
from tests.rulebooks import OCTOBER, compiled, october
from tests.strategies import random_moves

PAIRS = Path(__file__).parent / "pairs.json"

EVENTS = (
    "accord", "accord_broken", "accord_kept", "arrived", "asked", "because", "clause_asked", "deadline_passed",
    "gave_way", "incident", "last_decision", "leaked", "one_text", "probe_answered", "recall_failed", "recalled",
    "settled", "slipped", "stood_firm", "strike", "test", "test_answered", "test_unanswered", "war_choice",
)  # fmt: skip
"""Kinds of event that are a rule at work."""
COSTS = ("before_cabinet", "offer_held", "own_words_refused", "relief", "deadline_passed")
"""Rules that show only in what they move."""
TRIGGERS = ("threshold", "secret", "dispute", "rule")


PATIENCE = 12
"""Games in which a twin is looked for before a kind is given up."""


def kinds(rulebook: Rulebook) -> tuple[str, ...]:
    """Every kind of rule that must have its pair, and every link of the scenario."""
    links = {trigger.link for trigger in rulebook.tables.triggers if trigger.link}
    named = [f"trigger {kind}" for kind in TRIGGERS] + [f"cost {cause}" for cause in COSTS]
    return (*sorted(links, key=lambda name: int(name[1:])), *EVENTS, *named)


class Pair(NamedTuple):
    """A kind of rule (or a link), the phase in which it bites, the seed, the two games, and where they differ."""

    kind: str
    phase: str
    seed: int
    place: int
    one: tuple[Move, ...]
    two: tuple[Move, ...]


def bites(rulebook: Rulebook, seed: int, moves: tuple[Move, ...]) -> tuple[frozenset[tuple[str, str]], State]:
    """(kind of rule, phase) for all that bit in a game, and its last state.

    A move that the rules refuse is left out: after another choice, what was said later may no longer fit.
    """
    state = begin(rulebook, seed)
    found: set[tuple[str, str]] = set()
    for move in moves:
        step = play(rulebook, state, move)
        if isinstance(step, Refusal):
            continue
        for event in step.events:
            names = [event.kind]
            if event.kind == "trigger":
                rule = rulebook.trigger(rulebook.trigger_of[event.subject])
                names += [rule.link, f"trigger {rule.kind}"]
            if event.kind == "moved":
                names += [f"cost {value}" for name, value in event.values if name == "cause"]
            found |= {(name, event.phase) for name in names}
        state = step.state
    return frozenset(found), state


def _others(rulebook: Rulebook, seed: int, moves: tuple[Move, ...], place: int) -> list[Order | None]:
    """What might stand at `place` instead, different in one choice; None for a question that is not asked."""
    move = moves[place]
    if isinstance(move, Ask):
        return [None]
    if not isinstance(move, Order):
        return []
    state = begin(rulebook, seed)
    for earlier in moves[:place]:
        step = play(rulebook, state, earlier)
        assert not isinstance(step, Refusal)
        state = step.state
    space = choices(rulebook, view(state, move.seat))
    out: list[Order | None] = []
    out += [move._replace(riders=tuple(one for one in move.riders if one != rider)) for rider in move.riders]
    out += [
        move._replace(option=choice.id)
        for choice in space.options
        if choice.refusal is None and choice.id != move.option
    ]
    out += [move._replace(changes=tuple(one for one in move.changes if one != change)) for change in move.changes]
    out += [move._replace(letters=())] if move.letters else []
    out += [move._replace(answers=())] if move.answers else []
    out += [move._replace(probe="")] if move.probe else []
    out += [move._replace(accord="")] if move.accord else []
    return out


def instead(moves: tuple[Move, ...], place: int, other: Move | None) -> tuple[Move, ...]:
    """The game with the move at `place` replaced, or left out."""
    return (*moves[:place], *([other] if other is not None else []), *moves[place + 1 :])


def _twin(rulebook: Rulebook, kind: str, phase: str, seed: int, moves: tuple[Move, ...]) -> Pair | None:
    for place in range(len(moves) - 1, -1, -1):
        for other in _others(rulebook, seed, moves, place):
            twin = instead(moves, place, other)
            found, _ = bites(rulebook, seed, twin)
            if (kind, phase) not in found:
                return Pair(kind, phase, seed, place, moves, twin)
    return None


def find(rulebook: Rulebook, most: int = 400) -> list[Pair]:
    """One pair for every kind of rule and every link."""
    wanted = kinds(rulebook)
    out: dict[str, Pair] = {"L13": _fallback(rulebook)}
    tried: dict[str, int] = {}
    for seed in range(most):
        missing = frozenset(wanted) - out.keys()
        if not missing:
            break
        moves = tuple(move for _, move, _ in random_moves(rulebook, seed, Options()))
        found, _ = bites(rulebook, seed, moves)
        for kind, phase in sorted(found):
            if kind not in missing or kind in out or tried.get(kind, 0) >= PATIENCE:
                continue
            tried[kind] = tried.get(kind, 0) + 1
            pair = _twin(rulebook, kind, phase, seed, moves)
            if pair is not None:
                out[kind] = pair
    return [out[kind] for kind in wanted if kind in out]


def _fallback(rulebook: Rulebook) -> Pair:
    """L13 asks for a fallback made ready one night and used the next day: history's game, with that change."""

    def silent(state: State, order: Order) -> Order:
        return order._replace(letters=(), answers=())

    def used(state: State, order: Order) -> Order:
        return silent(state, order)._replace(riders=("use_fallback",))

    hands = {("oct27n", 0): silent, ("oct28", 0): used, ("oct29", 0): silent, ("oct30", 0): silent}
    texts = compiled(OCTOBER)[1]
    for seed in range(100):
        moves, _ = played(rulebook, texts, HISTORY, seed, Options(), hands)
        game = tuple(moves)
        phases = [phase for kind, phase in bites(rulebook, seed, game)[0] if kind == "L13"]
        if not phases:
            continue
        place = next(at for at, move in enumerate(game) if isinstance(move, Order) and "use_fallback" in move.riders)
        order = game[place]
        assert isinstance(order, Order)
        twin = instead(game, place, order._replace(riders=()))
        for phase in phases:
            if ("L13", phase) not in bites(rulebook, seed, twin)[0]:
                return Pair("L13", phase, seed, place, game, twin)
    raise AssertionError("the fallback was never used")


def plain(pair: Pair) -> dict[str, Any]:
    """A pair as JSON: the second game's moves are the first's but for one."""
    return {
        "kind": pair.kind, "phase": pair.phase, "seed": pair.seed, "place": pair.place,
        "moves": [to_json(move) for move in pair.one],
        "instead": to_json(pair.two[pair.place]) if len(pair.two) == len(pair.one) else None,
    }  # fmt: skip


if __name__ == "__main__":
    pairs = find(october())
    PAIRS.write_text(json.dumps([plain(pair) for pair in pairs], separators=(",", ":")) + "\n", encoding="utf-8")
    for pair in pairs:
        sys.stdout.write(f"{pair.kind}: seed {pair.seed}, move {pair.place}\n")
