"""The words of a scenario can be had without its rules, as long as what was compiled is what is written."""

import shutil
from pathlib import Path

from game.scenario import library, shelf

TINY = Path(__file__).parent.parent / "scenarios" / "tiny"


def copied(tmp_path: Path) -> Path:
    folder = tmp_path / "tiny"
    shutil.copytree(TINY, folder)
    (folder / shelf.COMPILED).unlink(missing_ok=True)
    return folder


def test_there_are_words_once_it_was_compiled_and_the_rules_come_when_asked_for(tmp_path):
    folder = copied(tmp_path)
    assert shelf.words(folder) is None
    whole = library.compiled(folder)
    found = shelf.words(folder)
    assert found is not None
    assert found.texts == whole.texts
    assert found.rulebook.tables == whole.tables
    assert found.rulebook is found.rulebook


def test_what_was_written_since_is_not_overlooked(tmp_path):
    folder = copied(tmp_path)
    library.compiled(folder)
    path = folder / "scenario.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "\n# another word\n", encoding="utf-8")
    assert shelf.words(folder) is None


def test_a_damaged_compiled_form_gives_none(tmp_path):
    folder = copied(tmp_path)
    library.compiled(folder)
    (folder / shelf.COMPILED).write_text("[1, 2", encoding="utf-8")
    assert shelf.words(folder) is None
