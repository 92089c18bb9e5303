"""Recorded games of the tiny scenario and October, and the digest of every state they pass through.

python -m tests.pyodide.games --write      after the rules have changed on purpose
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from game.engine.api import Rulebook, begin, digest, play
from game.engine.move import from_json, to_json
from tests.rulebooks import october, tiny
from tests.strategies import random_moves

COMMITTED = Path(__file__).parent / "digests.json"
GAMES = 4


def recorded(rulebook: Rulebook, seed: int) -> list[dict[str, Any]]:
    """The moves of one random game, as JSON values."""
    return [to_json(move) for _, move, _ in random_moves(rulebook, seed)]


def digests(rulebook: Rulebook, seed: int, moves: list[dict[str, Any]]) -> list[str]:
    """The digest after every move."""
    state = begin(rulebook, seed)
    out = [digest(state)]
    for raw in moves:
        move = from_json(raw)
        assert move is not None
        step = play(rulebook, state, move)
        state = step.state  # type: ignore[union-attr]
        out.append(digest(state))
    return out


def games() -> list[dict[str, Any]]:
    """Every recorded game: scenario, seed, moves, and the digest of its last state."""
    out = []
    for name, rulebook in (("tiny", tiny()), ("october", october())):
        for seed in range(GAMES):
            moves = recorded(rulebook, seed)
            out.append({"scenario": name, "seed": seed, "moves": moves, "last": digests(rulebook, seed, moves)[-1]})
    return out


if __name__ == "__main__":
    found = games()
    if "--write" in sys.argv:
        COMMITTED.write_text(json.dumps(found, separators=(",", ":")) + "\n", encoding="utf-8")
    print([game["last"] for game in found])
