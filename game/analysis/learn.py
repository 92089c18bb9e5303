"""`october learn`: the mind's values fitted by self-play and written beside the scenario, with what made them."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Protocol

from game.analysis.many import spread
from game.engine.fingerprint import rulebook_digest
from game.engine.rulebook import Rulebook
from game.opponent.learn import Harvest, Plan, Task, gather, to_json
from game.opponent.learn import learn as fit

PLACE = ("minds", "values.json")


class Scenario(Protocol):
    """A scenario ready to play, and where it lies."""

    @property
    def rulebook(self) -> Rulebook: ...

    @property
    def folder(self) -> Path: ...


def learn(scenario: Scenario, games: int, rounds: int, seed: int, workers: int | None) -> int:
    """Play, fit, write `minds/values.json` whole or not at all; 0 when it is written."""
    rulebook = scenario.rulebook
    plan = Plan(games, rounds, seed)
    values = fit(rulebook, plan, _workers(workers), _told)
    command = f"october learn {scenario.folder.name} --games {games} --rounds {rounds} --seed {seed}"
    found = to_json(rulebook, values, plan, rulebook_digest(rulebook.tables), command)
    path = scenario.folder.joinpath(*PLACE)
    path.parent.mkdir(exist_ok=True)
    draft = path.with_suffix(".json.new")
    draft.write_text(text(found), encoding="utf-8", newline="\n")
    os.replace(draft, path)
    return 0


def text(found: dict[str, Any]) -> str:
    """One row a line, so that a new fit reads as a difference."""
    lines = []
    for key, value in found.items():
        if isinstance(value, list) and value:
            rows = ",\n".join("    " + json.dumps(row, separators=(",", ":")) for row in value)
            lines.append(f'  "{key}": [\n{rows}\n  ]')
        else:
            lines.append(f'  "{key}": {json.dumps(value)}')
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _workers(count: int | None) -> Callable[..., Iterable[Harvest]]:
    def run(task: Callable[[Rulebook, Task], Harvest], rulebook: Rulebook, parts: Iterable[Task]) -> Iterable[Harvest]:
        del task
        return spread(rulebook, _part, None, parts, count)

    return run


def _part(rulebook: Rulebook, run: None, part: Task) -> Harvest:
    del run
    return gather(rulebook, part)


def _told(line: str) -> None:
    sys.stderr.write(line + "\n")
    sys.stderr.flush()
