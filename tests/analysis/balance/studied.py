"""A small study of the tiny scenario, played once for every test that reads it."""

from __future__ import annotations

from functools import cache
from typing import Any

from game.analysis.balance.study import Plan, Study, study, work
from tests import rulebooks

GAMES = 8


@cache
def content() -> dict[str, Any]:
    return dict(rulebooks.compiled(rulebooks.TINY)[1].content)


@cache
def tiny_study() -> Study:
    """Every part, eight games for each pair of types."""
    rulebook, plan = rulebooks.tiny(), Plan(GAMES)
    return study(rulebook, content(), plan, work(rulebook, content(), plan), workers=1)
