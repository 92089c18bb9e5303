"""Hundreds of random games through the real window, at every size and in every manner: none may break off.

`make proof` plays them; OCTOBER_WINDOW_GAMES sets how many.
"""

from __future__ import annotations

import os

import pytest

from game.desktop.settings import Settings
from tests.desktop.pilot import Pilot
from tests.desktop.play import begin, whole

GAMES = int(os.environ.get("OCTOBER_WINDOW_GAMES", "300"))
FIRST = int(os.environ.get("OCTOBER_WINDOW_FIRST", "0"))
SIZES = ((1280, 720), (1024, 640), (1920, 1080))
TEXT = (100, 80, 100, 150, 100, 200)

pytestmark = pytest.mark.proof


@pytest.mark.parametrize("seed", range(FIRST, FIRST + GAMES))
def test_a_random_game_comes_to_its_end(request, seed):
    scenario = request.getfixturevalue("october" if seed % 3 else "tiny")
    names = [one["name"] for one in scenario.texts.content["seats"]]
    settings = Settings(
        text=TEXT[seed % len(TEXT)],
        contrast=seed % 5 == 4,
        spaced=seed % 7 == 6,
        captions=seed % 2 == 0,
        motion=seed % 4 == 1,
        guided=seed % 6 == 0,
    )
    pilot = Pilot(scenario, mouse=seed % 2 == 1, size=SIZES[seed % len(SIZES)], settings=settings)
    begin(pilot, [*names, "Two at this desk"][seed // 3 % 3])
    assert whole(pilot, seed, 0.5)[-1] == "ending"
