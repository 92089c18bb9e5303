"""Places in a game to draw from, always the same: a frozen copy of a scenario, and random games through it by seed.

`python -m tests.desktop.frozen` freezes the scenario on the shelf anew and looks for the places again; do it when the
layout of the tables has changed, and draw the golden pictures after it. `... frozen places` looks only for those that
are not yet found.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from game.engine.api import Move, Options, Order, Rulebook, State, begin, choices, preview, view
from game.engine.tables import Tables
from game.engine.view import View
from game.negotiation.letter import HELD, OPEN
from game.scenario import library
from game.scenario.codec import Mismatch, decode, encode
from game.scenario.texts import Texts
from tests.strategies import random_moves

FOLDER = Path(__file__).parent / "golden"
COPY = FOLDER / "scenario.json.gz"
PLACES = FOLDER / "places.json"
SCENARIO = "october-1962"
GAMES = 1_500
PACE = Options()


@dataclass(frozen=True)
class Place:
    """A state of a random game, the one in which its last phase was ordered, and the order that ended that."""

    now: State
    before: State
    order: Order | None
    seed: int
    moves: tuple[Move, ...] = ()

    def ordered(self, seat: int) -> Order | None:
        """What a seat had signed for the last phase."""
        if self.order is not None and self.order.seat == seat:
            return self.order
        return self.before.orders[seat]


class Frozen:
    """What `game.cli` hands to a screen, as it was when the pictures were drawn."""

    def __init__(self, tables: Tables, texts: Texts) -> None:
        self.rulebook, self.texts = Rulebook(tables), texts
        self.folder = library.find(SCENARIO)


@cache
def scenario() -> Frozen:
    tables, words, content = json.loads(gzip.decompress(COPY.read_bytes()))
    try:
        return Frozen(decode(Tables, tables), Texts(words, content))
    except Mismatch as error:
        raise AssertionError(f"the tables have another layout now: python -m tests.desktop.frozen ({error})") from error


def place(name: str) -> Place:
    seed, moves = json.loads(PLACES.read_text(encoding="utf-8"))[name]
    return next(found for number, found in enumerate(through(scenario().rulebook, seed)) if number == moves)


def through(rulebook: Rulebook, seed: int) -> Iterator[Place]:
    """Every state of a random game after its first move."""
    ordered, order = begin(rulebook, seed, PACE), None
    moves: list[Move] = []
    for before, move, after in random_moves(rulebook, seed, PACE):
        moves.append(move)
        if after.knowledge[2].phase != before.knowledge[2].phase:
            ordered, order = before, move if isinstance(move, Order) else None
        yield Place(after, ordered, order, seed, tuple(moves))


def wanted(rulebook: Rulebook, found: Place) -> Iterator[str]:
    """The names of the places that a state would do for."""
    now = found.now
    for seat in range(2):
        if not now.owed[seat] or now.orders[seat] is not None:
            continue
        seen = view(now, seat)
        if seen.stage in ("last", "war"):
            yield f"{seen.stage} {seat}"
        if seen.stage == "orders" and seen.turn >= 6 and seen.dossier.cards and seen.dossier.claims:
            live = [one for one in seen.inbox if one.status in (OPEN, HELD)]
            if len(live) > 1 and seen.outbox and len({one.clauses for one in live[-2:]}) > 1:
                yield f"turn {seat}"
            if any(preview(rulebook, seen, order).gate for order in orders(rulebook, seen)):
                yield f"grave {seat}"
    if found.now.stage == "over":
        yield "over"


def orders(rulebook: Rulebook, seen: View) -> list[Order]:
    """What a seat may order, nothing beside it."""
    options = choices(rulebook, seen).options
    return [Order(seen.viewer, seen.phase, one.id) for one in options if one.refusal is None]


NAMES = ("turn", "grave", "last", "war")
ALL = (*(f"{name} {seat}" for name in NAMES for seat in range(2)), "over")


def freeze() -> None:
    FOLDER.mkdir(exist_ok=True)
    loaded = library.load(library.find(SCENARIO))
    assert loaded.tables is not None
    content = {name: value for name, value in loaded.texts.content.items() if name != library.VALUES}
    text = encode([loaded.tables, dict(loaded.texts.words), content])
    COPY.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    scenario.cache_clear()
    look({})


def look(found: dict[str, tuple[int, int]]) -> None:
    """Look for the places that are not yet found, in the copy as it is."""
    for seed in range(GAMES):
        for number, at in enumerate(through(scenario().rulebook, seed)):
            for name in wanted(scenario().rulebook, at):
                found.setdefault(name, (seed, number))
            if len(found) == len(ALL):
                break
        if len(found) == len(ALL):
            break
    PLACES.write_text(json.dumps(found, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    sys.stdout.write(f"{found}\nnever came: {[name for name in ALL if name not in found]}\n")


if __name__ == "__main__":
    if sys.argv[1:] == ["places"]:
        look({name: tuple(at) for name, at in json.loads(PLACES.read_text(encoding="utf-8")).items()})
    else:
        freeze()
