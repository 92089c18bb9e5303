"""The program as its tests call it."""

from pathlib import Path

from tests import tiny

ROOT = Path(__file__).parent.parent.parent
TINY = str(tiny.FOLDER)


def only_sentence(err):
    """What was said, which is one line."""
    assert err.endswith("\n") and err.count("\n") == 1, err
    return err.strip()
