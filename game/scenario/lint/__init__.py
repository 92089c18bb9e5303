"""Checks of content that fits the format but may not mean what it says. One check, one small file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.scenario.problems import Problem

if TYPE_CHECKING:
    from game.scenario.load import Compilation


def lint(compilation: Compilation) -> list[Problem]:
    return []
