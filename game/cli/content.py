"""Scenarios and recorded games, found by what was typed; what is wrong with them ends the command with a sentence."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from game.cli.call import CALL, CONTENT, AtFault, close, one_of
from game.wording.catalogue import _
from game.wording.faults import told

if TYPE_CHECKING:
    from game.engine.rulebook import Rulebook
    from game.engine.tables import Tables
    from game.journal.file import Reading
    from game.scenario.shelf import Words
    from game.scenario.texts import Texts


class Scenario(NamedTuple):
    """A scenario ready to play: its rules running, its words, and where it lies."""

    rulebook: Rulebook
    texts: Texts
    folder: Path


def folder_of(name: str) -> Path:
    """The folder of a scenario given by name, id or path."""
    from game.scenario import shelf as shelves

    try:
        return shelves.find(name)
    except shelves.NotFound as error:
        shelf = list(shelves.available())
        near = close(name.replace("_", "-"), shelf) or f"; {error}"
        raise AtFault(f"{_('there is no scenario {name}', name=f'`{name}`')}{near}") from None


def scenario_of(name: str) -> Scenario:
    """A scenario ready to play, from its compiled form where that is up to date."""
    from game.engine.rulebook import Rulebook
    from game.scenario import library

    folder = folder_of(name)
    loaded = library.compiled(folder)
    if loaded.tables is None:
        wrong = [problem for problem in loaded.problems if problem.severity == "error"]
        more = _(" (and {count} more)", count=len(wrong) - 1) if len(wrong) > 1 else ""
        first = f": {wrong[0]}" if wrong else ""
        said = _("the scenario in {folder} cannot be played{why}", folder=folder, why=f"{first}{more}")
        raise AtFault(f"{said}; `october check {folder}`", CONTENT)
    return Scenario(Rulebook(loaded.tables), loaded.texts, folder)


def words_of(name: str) -> Scenario | Words:
    """The words of a scenario whose compiled form is up to date, its rules when they are asked for; else all of it."""
    from game.scenario import shelf as shelves

    return shelves.words(folder_of(name)) or scenario_of(name)


def reading_of(name: str) -> Reading:
    """The intact part of a recorded game; a fault that leaves none ends the program."""
    from game.journal.fault import DAMAGED, Fault
    from game.journal.file import read

    found = read(Path(name))
    if isinstance(found, Fault):
        raise AtFault(told(found), CONTENT if found.kind == DAMAGED else CALL)
    return found


def scenario_for(reading: Reading, named: str | None) -> tuple[Scenario, bool]:
    """The scenario of a recorded game, and whether its rules are still the ones it was played under."""
    from game.engine.fingerprint import rulebook_digest
    from game.journal.fault import OTHER_SCENARIO, Fault
    from game.journal.fold import belongs

    try:
        found = scenario_of(named or reading.header.scenario)
    except AtFault as error:
        if named or error.code == CONTENT:
            raise
        said = told(Fault(OTHER_SCENARIO, str(reading.path), 1, reading.header.scenario)).rstrip(".")
        raise AtFault(f"{said}; {_('`--scenario PATH` says where it lies')}") from None
    tables = found.rulebook.tables
    fault = belongs(reading.header, tables.id, rulebook_digest(tables), str(reading.path))
    if fault is not None and fault.kind == OTHER_SCENARIO:
        raise AtFault(_("{path} is a game of the scenario {one}, not of {other}", path=reading.path,
                        one=f"`{reading.header.scenario}`", other=f"`{tables.id}`"))  # fmt: skip
    return found, fault is None


def kinds_of(tables: Tables, seat: int | None = None) -> list[str]:
    return [kind.id for kind in tables.types if seat in (None, kind.seat)]


def paced(tables: Tables, pace: str | None, lens: str | None) -> tuple[str, str]:
    """Pace and lens, checked; '' leaves the scenario's first."""
    if pace:
        one_of(pace, (one.id for one in tables.paces), "pace")
    if lens:
        one_of(lens, (one.id for one in tables.lenses), "lens")
    return pace or "", lens or ""
