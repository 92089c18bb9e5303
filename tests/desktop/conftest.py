"""Scenarios ready for the window, loaded once."""

from pathlib import Path

import pytest

from game.engine.rulebook import Rulebook
from game.scenario import library

TINY = Path(__file__).parent.parent / "scenarios" / "tiny"


class Ready:
    """What `game.cli` hands to a screen."""

    def __init__(self, folder: Path) -> None:
        loaded = library.load(folder)
        assert loaded.tables is not None, loaded.problems[:3]
        self.rulebook, self.texts, self.folder = Rulebook(loaded.tables), loaded.texts, folder


@pytest.fixture(scope="session")
def tiny() -> Ready:
    return Ready(TINY)


@pytest.fixture(scope="session")
def october() -> Ready:
    loaded = library.compiled(library.find("october-1962"))
    assert loaded.tables is not None
    made = Ready.__new__(Ready)
    made.rulebook, made.texts, made.folder = Rulebook(loaded.tables), loaded.texts, library.find("october-1962")
    return made
