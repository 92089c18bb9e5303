"""What a page says depends on what its seat knows, and on nothing else; and it can be made in every state there is."""

from __future__ import annotations

import ast
import random
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine.api import PUBLIC, State, view
from tests.engine.test_knowledge import another_world
from tests.papers.every import book, every, october_book, pages_of
from tests.rulebooks import october, tiny
from tests.strategies import any_state, seeds, states_at

PAPERS = Path(__file__).parents[2] / "game" / "papers"
WORDING = PAPERS.parent / "wording"
AFTER_THE_END = ("ending.py", "debrief.py")


@given(any_state(tiny()), st.sampled_from([0, 1]), st.randoms(use_true_random=False))
def test_every_page_is_the_same_whatever_the_truth(state: State, seat: int, pick: random.Random) -> None:
    world = another_world(state, seat, pick)
    assert every(book(), view(state, seat), view(state, PUBLIC)) == every(
        book(), view(world, seat), view(state, PUBLIC)
    )


@given(seeds(), st.integers(0, 50), st.sampled_from([0, 1]))
def test_every_page_of_october_can_be_made(seed: int, moves: int, seat: int) -> None:
    for name, paper in pages_of(october_book(), states_at(october(), seed, moves), seat).items():
        for text in paper.said():
            assert text.strip(), name
            assert not re.search(r"[{}]|\bNone\b(?![.;]|$)|\b[a-z]+_[a-z_]+\b", text) or "None of" in text, (
                f"{name}: {text}"
            )


@pytest.mark.parametrize("path", sorted([*PAPERS.glob("*.py"), *WORDING.glob("*.py")]), ids=lambda path: path.name)
def test_no_page_can_reach_the_truth(path: Path) -> None:
    imported = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            imported.add(node.module)
            imported |= {f"{node.module}.{name.name}" for name in node.names}
    for module in ("game.engine.state", "game.engine.play", "game.engine.api", "game.engine.begin", "game.referee"):
        assert not any(name == module or name.startswith(f"{module}.") for name in imported), module
    if path.name not in AFTER_THE_END:
        assert not any(name.startswith("game.debrief") for name in imported)


@given(any_state(tiny()))
def test_the_sketches_never_name_a_type_in_play(state: State) -> None:
    for seat in range(2):
        names = [book().get(f"type.{kind.id}.name") for kind in book().rulebook.types[1 - seat]]
        said = " ".join(text for paper in pages_of(book(), state, seat).values() for text in paper.said())
        assert not [name for name in names if name and name in said]
