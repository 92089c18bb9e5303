"""Games recorded by every release: read to the end by the rules they were played under, or said not to be.

A save of the release in the making is played anew by `python -m tests.saves.make` when the rules change on purpose.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import game
from game.engine.api import Rulebook
from game.engine.fingerprint import rulebook_digest
from game.engine.state import OVER
from game.journal.fault import DIFFERS, OPTIONS, OTHER_RULES, REFUSED
from game.journal.file import Reading, read
from game.journal.fold import fold
from game.journal.line import Resolved
from game.referee.opened import Opened, take_up
from game.referee.wanted import Wanted
from tests.rulebooks import OCTOBER, TINY, rulebook
from tests.saves.make import HERE, PLAYED
from tests.terminal.typist import Typist, sit

SAVES = sorted(HERE.glob("*/*.october"))
PLAYABLE = {folder: rulebook(folder) for folder in (TINY, OCTOBER)}
every_save = pytest.mark.parametrize("save", SAVES, ids=lambda save: f"{save.parent.name}/{save.stem}")


def opened(save: Path) -> tuple[Reading, Path]:
    """A save, whole, and where the scenario it is a game of lies."""
    reading = read(save)
    assert isinstance(reading, Reading) and reading.damage is None and not reading.torn
    (folder,) = (folder for folder, rules in PLAYABLE.items() if rules.tables.id == reading.header.scenario)
    return reading, folder


def rules_of(rules: Rulebook) -> str:
    return rulebook_digest(rules.tables)


@pytest.fixture
def a_copy(save: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The save among a user's games."""
    monkeypatch.setenv("OCTOBER_HOME", str(tmp_path))
    (tmp_path / "games").mkdir()
    return Path(shutil.copy(save, tmp_path / "games"))


def test_this_release_has_its_saves() -> None:
    assert {save.stem for save in SAVES if save.parent.name == game.__version__} == set(PLAYED)


def over(save: Path) -> bool:
    reading, folder = opened(save)
    state = fold(PLAYABLE[folder], reading.header, reading.records).state
    return state is not None and state.stage == OVER


@pytest.mark.parametrize("name", [name for name, (folder, *_) in PLAYED.items() if folder == TINY])
def test_the_rules_of_the_tiny_scenario_are_those_of_this_release(name: str) -> None:
    reading, folder = opened(HERE / game.__version__ / f"{name}.october")
    assert reading.header.rulebook == rules_of(PLAYABLE[folder]), "python -m tests.saves.make"
    assert over(reading.path) == ("unfinished" not in name)


@every_save
def test_a_save_comes_out_as_it_was_recorded_or_says_from_which_line_it_does_not(save: Path) -> None:
    reading, folder = opened(save)
    rules = PLAYABLE[folder]
    assert sum(isinstance(record, Resolved) for record in reading.records) >= 2
    folded = fold(rules, reading.header, reading.records, save.name)
    if reading.header.rulebook == rules_of(rules):
        assert folded.fault is None, folded.fault
    if folded.fault is None:
        assert folded.line == len(reading.records) + 1
    else:
        assert folded.fault.kind in (DIFFERS, REFUSED, OPTIONS)
        assert save.name in folded.fault.sentence and folded.line < folded.fault.line


@every_save
def test_a_save_of_other_rules_goes_on_in_a_file_of_its_own_as_far_as_it_holds(save: Path, a_copy: Path) -> None:
    reading, folder = opened(a_copy)
    before = a_copy.read_bytes()
    told: list[str] = []

    def agreed(troubles: tuple) -> bool:
        told.extend(trouble.kind for trouble in troubles)
        return True

    other = reading._replace(header=reading.header._replace(rulebook="0" * 32))
    found = take_up(PLAYABLE[folder], other, agreed)
    assert isinstance(found, Opened) and told[0] == OTHER_RULES
    assert found.journal is not None and found.journal.path != a_copy
    found.table.close()
    again, _ = opened(found.journal.path)
    assert again.header.rulebook == rules_of(PLAYABLE[folder]), "what goes on now is played by the present rules"
    assert again.header.parent is not None and again.header.parent.file == a_copy.name
    assert fold(PLAYABLE[folder], again.header, again.records).fault is None
    assert a_copy.read_bytes() == before


@every_save
def test_a_save_is_taken_up_in_the_terminal_and_ends(save: Path, a_copy: Path) -> None:
    typist = Typist()
    assert sit(typist, Wanted(resume=a_copy), folder=opened(save)[1]) == 0
    assert "What lay behind it" in typist.text


@pytest.mark.parametrize("save", SAVES[-1:])
def test_one_who_does_not_want_to_go_on_under_other_rules_leaves_it_as_it_was(save: Path, a_copy: Path) -> None:
    """Its second answer was another: the present rules come to another state there."""
    reading, folder = opened(a_copy)
    at = next(number for number, record in enumerate(reading.records) if isinstance(record, Resolved))
    records = list(reading.records)
    records[at] = Resolved("survey", "0" * 32)
    changed = reading._replace(records=tuple(records))
    assert take_up(PLAYABLE[folder], changed, lambda troubles: False) is None
    assert [path.name for path in a_copy.parent.iterdir()] == [a_copy.name]
