"""A smoke band around history's line: few games, fixed seeds, four sigma. `make proof` looks closely."""

from __future__ import annotations

import pytest

from game.analysis.many import Run, many
from game.analysis.minds import mind
from game.engine.api import Options
from tests.rulebooks import OCTOBER, compiled, october

GAMES = 200


@pytest.mark.parametrize("pace", ["full", "lesson", "brief"])
def test_history_s_line_settles_about_as_often_as_it_should(pace: str) -> None:
    rulebook, texts = october(), compiled(OCTOBER)[1]
    one, two = (mind(rulebook, seat, "history", texts.content) for seat in range(2))
    assert one is not None
    assert two is not None
    tally = many(rulebook, Run((one, two), Options(pace=pace), 7, GAMES), workers=1)
    settled = tally.groups["settlement"] / GAMES
    war = tally.groups["general_war"] / GAMES
    four_sigma = 4 * (0.9 * 0.1 / GAMES) ** 0.5
    assert 0.85 - four_sigma <= settled <= 0.95 + four_sigma
    assert war <= 0.08 + 4 * (0.08 * 0.92 / GAMES) ** 0.5
