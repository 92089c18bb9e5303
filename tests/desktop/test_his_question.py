"""What one of two at a desk asks, the other answers at the same window, by keys alone and by the mouse alone."""

import random

import pytest

from game.engine.view import View
from tests.desktop.pilot import Pilot
from tests.desktop.play import begin, turn

QUESTION = "How much water would be enough?"


def seen(pilot: Pilot) -> View:
    assert pilot.app.session is not None
    return pilot.app.session.view(pilot.app.seat)


def come_to_order(pilot: Pilot, seat: int) -> None:
    """Play on, the plainest way, until this seat stands before its order."""
    pick = random.Random(2)
    for _turn in range(300):
        if pilot.scene == "order" and pilot.app.seat == seat and seen(pilot).exact[0] >= 2_000:
            return
        assert pilot.scene != "ending"
        turn(pilot, pilot.scene, pick, 0.0)
    raise AssertionError("that order never comes")


@pytest.mark.parametrize("mouse", [False, True], ids=["keys", "mouse"])
def test_a_question_is_put_and_answered_at_one_desk(tiny, mouse):
    pilot = Pilot(tiny, mouse=mouse)
    begin(pilot, "Two at this desk")
    come_to_order(pilot, 0)
    assert not pilot.offered("asked")
    pilot.take("Beside it")
    pilot.take(QUESTION)
    pilot.take("Back to the order")
    pick = random.Random(2)
    turn(pilot, "order", pick, 0.0)
    while not (pilot.app.seat == 1 and pilot.scene == "order" and seen(pilot).question):
        assert pilot.scene != "ending"
        turn(pilot, pilot.scene, pick, 0.0)
    pilot.take("They asked")
    assert "What is so, as far as you know" in pilot.text()
    pilot.take("All of it.")
    assert pilot.labelled("All of it.").chosen
    pilot.take("Back to the order")
    pilot.do(pilot.offered("option ")[0])
    assert "You: “All of it.”" in pilot.text()
    pilot.do(pilot.offered("sign")[0])
    session = pilot.app.session
    assert session is not None
    while session.table.view(1).orders[-1].reply != "all":
        assert pilot.scene != "ending"
        turn(pilot, pilot.scene, pick, 0.0)
    answers = [one for one in session.table.view(0).reports if one.kind == "probe_answered"]
    assert [one.value("answer") for one in answers] == ["all"]
