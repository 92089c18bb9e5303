"""Recorded games of the tiny scenario and October, with the tables they were played by and the digests they ended in.

    python -m tests.pyodide.games --write      after the engine's rules have changed on purpose

Tables are kept beside the games, so that new words or numbers in a scenario do not touch what this proves.
"""

from __future__ import annotations

import gzip
import json
import sys
from functools import cache
from pathlib import Path
from typing import Any

from game.engine.api import Rulebook, Tables, begin, digest, play
from game.engine.move import from_json, to_json
from game.scenario.codec import decode, encode
from tests.rulebooks import OCTOBER, TINY, compiled
from tests.strategies import random_moves

HERE = Path(__file__).parent
COMMITTED = HERE / "digests.json"
TABLES = HERE / "tables.json.gz"
GAMES = 4


def tables_text() -> str:
    """The committed tables of both scenarios, as one JSON object."""
    return gzip.decompress(TABLES.read_bytes()).decode()


@cache
def books() -> dict[str, Rulebook]:
    return {name: Rulebook(decode(Tables, raw)) for name, raw in json.loads(tables_text()).items()}


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
    for name, rulebook in books().items():
        for seed in range(GAMES):
            moves = [to_json(move) for _, move, _ in random_moves(rulebook, seed)]
            out.append({"scenario": name, "seed": seed, "moves": moves, "last": digests(rulebook, seed, moves)[-1]})
    return out


def write() -> None:
    """Record anew: the tables as they compile now, and games by them."""
    parts = {"tiny": compiled(TINY)[0], "october": compiled(OCTOBER)[0]}
    text = "{" + ",".join(f'"{name}":{encode(tables)}' for name, tables in parts.items()) + "}"
    TABLES.write_bytes(gzip.compress(text.encode(), mtime=0))
    books.cache_clear()
    COMMITTED.write_text(json.dumps(games(), separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    if "--write" in sys.argv:
        write()
    print([game["last"] for game in json.loads(COMMITTED.read_text(encoding="utf-8"))])
