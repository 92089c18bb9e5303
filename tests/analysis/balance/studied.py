"""A small study of the tiny scenario, played once for every test that reads it."""

from __future__ import annotations

from functools import cache
from typing import Any

from game.analysis.balance.study import Plan, Study, study, work
from tests import rulebooks

GAMES, OTHERS = 8, 16


@cache
def content() -> dict[str, Any]:
    return dict(rulebooks.compiled(rulebooks.TINY)[1].content)


@cache
def tiny_study() -> Study:
    """Every part, eight games for each pair of types, sixteen of every other row."""
    rulebook, plan = rulebooks.tiny(), Plan(GAMES, times=OTHERS // GAMES)
    return study(rulebook, content(), plan, work(rulebook, content(), plan), workers=1)
