"""The window in another language: chosen on its page, in the middle of a game, kept, and played to the end."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.desktop import settings as kept
from game.desktop.settings import Settings
from game.referee.wanted import Wanted
from tests.desktop.pilot import Pilot
from tests.desktop.play import begin, turn, whole

ENGLISH = ("The Dam at Marrow", "Danger tonight", "Orders")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("OCTOBER_HOME", str(tmp_path))
    return tmp_path


def choose(pilot: Pilot, code: str) -> None:
    pilot.press("f10")
    for _turn in range(4):
        if pilot.app.language == code:
            break
        row = pilot.tree.find("setting language")
        assert row is not None
        pilot.app.move_to(row)
        pilot.press("right")
    assert pilot.app.language == code
    pilot.press("escape")


def test_a_language_is_chosen_on_the_page_of_settings_and_kept(tiny, home):
    pilot = Pilot(tiny, settings=Settings(guided=False))
    assert "The Dam at Marrow" in pilot.text()
    choose(pilot, "de")
    assert "Der Damm von Marrow" in pilot.text() and "The Dam" not in pilot.text()
    assert kept.load(home / "window.json").language == "de"
    again = Pilot(tiny, settings=kept.load(home / "window.json"))
    assert "Der Damm von Marrow" in again.text()
    choose(again, "en")
    assert "The Dam at Marrow" in again.text() and kept.load(home / "window.json").language == "en"


def test_the_command_line_names_the_language_of_one_game(tiny, home):
    pilot = Pilot(tiny, Wanted(seed=7, language="de"), settings=Settings(guided=False))
    assert "Der Damm von Marrow" in pilot.text() and pilot.app.settings.language == "en"


def test_the_language_changes_in_the_middle_of_a_game(tiny):
    import random

    pilot = Pilot(tiny, settings=Settings(guided=False))
    begin(pilot, "Upland")
    seen = set()
    pick = random.Random(1)
    for _turn in range(60):
        scene = pilot.scene
        if scene in ("desk", "night", "order", "prologue", "ending") and scene not in seen:
            seen.add(scene)
            choose(pilot, "de")
            german = pilot.text()
            assert not [word for word in ENGLISH if word in german], scene
            choose(pilot, "en")
            assert german != pilot.text(), scene
        if scene == "ending":
            break
        turn(pilot, scene, pick, 0.3)
    assert {"desk", "night", "order", "ending"} <= seen


def test_a_dossier_that_lies_open_is_put_into_other_words(tiny):
    import random

    pilot = Pilot(tiny, settings=Settings(guided=False))
    begin(pilot, "Upland")
    pick = random.Random(1)
    while pilot.scene != "desk":
        turn(pilot, pilot.scene, pick, 0.0)
    pilot.do(pilot.offered("slip ")[0])
    assert pilot.scene == "dossier" and "The gates are shut" in pilot.text()
    choose(pilot, "de")
    assert "Die Tore sind geschlossen" in pilot.text() and "The gates are shut" not in pilot.text()


@pytest.mark.parametrize("language", ["de", "qps"])
def test_a_whole_game_is_played_in_it(tiny, language):
    pilot = Pilot(tiny, Wanted(seed=7, language=language), settings=Settings(guided=False))
    begin(pilot, pilot.app.texts.get("seat.delta.name"))
    assert whole(pilot, 5)[-1] == "ending"
