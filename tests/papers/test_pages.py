"""Golden pages: what the tiny scenario's seats read. Rewrite them with OCTOBER_WRITE_PAGES=1, and read the change."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from game.engine.api import PUBLIC, Options, State, begin, view
from game.terminal.layout import lines
from tests.papers.every import book, every
from tests.strategies import random_moves

FOLDER = Path(__file__).parent / "pages"
PLAIN = Options(pace="full", lens="record")
THEMSELVES = Options(pace="full", lens="record", answers=(True, True))
GAMES = {
    "start": (5, 0, PLAIN), "letters": (7, 8, PLAIN), "war": (0, 6, PLAIN), "last": (1, 4, PLAIN),
    "over": (0, 10, PLAIN), "question": (3, 5, THEMSELVES),
}  # fmt: skip


def stand(seed: int, moves: int, options: Options) -> State:
    """A random game after so many moves."""
    state = begin(book().rulebook, seed, options)
    for number, (_, _, after) in enumerate(random_moves(book().rulebook, seed, options)):
        if number >= moves:
            break
        state = after
    return state


def told(state: State, seat: int) -> str:
    out: list[str] = []
    for name, paper in every(book(), view(state, seat), view(state, PUBLIC)).items():
        out += [f"=== {name}", *lines(paper, 80), ""]
    return "\n".join(out)


@pytest.mark.parametrize("seat", [0, 1], ids=list(book().rulebook.seats))
@pytest.mark.parametrize("name", GAMES)
def test_a_page_reads_as_it_did(name: str, seat: int) -> None:
    text = told(stand(*GAMES[name]), seat)
    path = FOLDER / f"{name}-{book().rulebook.seats[seat]}.txt"
    if os.environ.get("OCTOBER_WRITE_PAGES"):
        FOLDER.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8")
