"""The program, and a game that was recorded."""

import pytest

from game import cli
from tests.journal.games import written


@pytest.fixture
def october(capsys):
    """Runs the program: its exit code, and what it wrote to each of the two streams."""

    def run(*words):
        code = cli.main([str(word) for word in words])
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return code, out, err

    return run


@pytest.fixture
def recorded(tmp_path):
    """A whole recorded game of the tiny scenario."""
    path = tmp_path / "game.october"
    written(path, seed=4)
    return path
