"""What comes of loading a scenario."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.engine.tables import Tables
from game.scenario.problems import Problem
from game.scenario.texts import Texts


@dataclass(frozen=True, slots=True)
class Loaded:
    """Tables are None where an error keeps the scenario from being played."""

    tables: Tables | None
    texts: Texts = field(default_factory=Texts)
    problems: tuple[Problem, ...] = ()
