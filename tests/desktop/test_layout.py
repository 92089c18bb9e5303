"""Nothing lies over anything, and no words are cut: every screen, every size of text, three windows, both rooms."""

import pytest

from game.desktop.settings import Settings
from tests.desktop.layout import problems
from tests.desktop.pilot import Pilot
from tests.desktop.play import begin, turn

SIZES = ((1024, 640), (1280, 720), (1920, 1080))
SCALES = (80, 100, 125, 150, 200)


def screens(pilot):
    """Every screen that can be reached from the desk of the first day, by keys."""
    yield "desk"
    for key, name in (("c", "council"), ("o", "order"), ("l", "letters"), ("m", "man"), ("d", "drawer"), ("v", "map")):
        pilot.press(key)
        assert pilot.scene == name
        yield name
        if name == "order":
            pilot.press("1", "r")
            assert pilot.scene == "beside"
            yield "beside"
            pilot.press("escape")
            yield "order, chosen"
        if name == "letters" and pilot.offered("issue "):
            pilot.do(pilot.offered("issue ")[0])
            yield "pick"
            pilot.press("1")
            yield "letters, with a clause"
        pilot.press("escape")
        assert pilot.scene == "desk", name
    for key, name in (("f1", "library"), ("f2", "history"), ("f3", "saves"), ("f10", "settings")):
        pilot.press(key)
        assert pilot.scene == name
        yield name
        pilot.press("escape")
    pilot.do(pilot.offered("slip ")[0])
    yield "dossier"
    pilot.press("escape")


def to_desk(pilot, first):
    import random

    begin(pilot, first)
    pick = random.Random(3)
    for _turn in range(30):
        if pilot.scene == "desk":
            return
        turn(pilot, pilot.scene, pick, 0.0)


def checked(pilot, place, found):
    """Lay the screen out at every size of text and window, without drawing it."""
    app = pilot.app
    for size in SIZES:
        app.resize(size)
        for scale in SCALES:
            app.settings.text = scale
            app.build()
            found += [f"{place}, {size[0]} x {size[1]}, {scale} %: {one}" for one in problems(app.root)]
    app.settings.text = 100
    app.resize((1280, 720))
    app.draw()


@pytest.mark.parametrize("seat", [0, 1])
@pytest.mark.parametrize("which", ["tiny", "october"])
def test_no_screen_has_words_cut_or_over_one_another(seat, which, request):
    scenario = request.getfixturevalue(which)
    pilot = Pilot(scenario, settings=Settings(captions=False))
    found: list[str] = []
    checked(pilot, "title", found)
    pilot.take(scenario.texts.content["seats"][seat]["name"])
    checked(pilot, "setup", found)
    pilot.press("escape")
    to_desk(pilot, scenario.texts.content["seats"][seat]["name"])
    for name in screens(pilot):
        checked(pilot, name, found)
    assert not found, f"{len(found)} faults:\n" + "\n".join(found[:60])
