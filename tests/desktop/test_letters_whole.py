"""A letter on the desk is shown whole: no clause is cut, and its head reads as sentences do."""

from __future__ import annotations

import random

import pytest

from game.desktop.session import Session
from game.desktop.ui import Ui
from game.negotiation.clause import Clause
from game.negotiation.letter import FEELER, OPEN, Letter
from tests.desktop.pilot import Pilot
from tests.desktop.play import begin, turn


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_no_clause_of_a_letter_on_everything_is_cut_and_its_head_is_made_of_sentences(october, monkeypatch, size):
    issues = october.rulebook.tables.negotiation.issues

    def written(issue, level):
        return october.texts[f"issue.{issue.id}.{issue.levels[level]}"]

    def longest_of(issue):
        return max(range(len(issue.levels)), key=lambda level: len(written(issue, level)))

    longest = tuple(Clause(number, longest_of(issue), False) for number, issue in enumerate(issues))
    way = october.rulebook.channel_of["un"]
    pilot = Pilot(october, size=size)
    begin(pilot, october.texts.content["seats"][0]["name"])
    pick = random.Random(3)
    while pilot.scene != "desk":
        turn(pilot, pilot.scene, pick, 0.0)
    now = Session.view

    def with_letter(self, seat):
        seen = now(self, seat)
        letter = Letter(1, way, FEELER, longest, 0, "", -1, 0, seen.turn, OPEN, -1, True)
        return seen._replace(inbox=(letter,))

    cut: list[str] = []
    shortened = Ui.shortened

    def watched(self, line, *rest):
        cut.append("".join(run.text for *_, run in line))
        shortened(self, line, *rest)

    monkeypatch.setattr(Session, "view", with_letter)
    monkeypatch.setattr(Ui, "shortened", watched)
    pilot.app.faces.laid.clear()
    pilot.press("l")
    assert pilot.scene == "letters"
    said = pilot.text()
    for clause in longest:
        issue = issues[clause.issue]
        name, level = october.texts[f"issue.{issue.id}"], written(issue, clause.level)
        assert name in said and level in said
        assert not [text for text in cut if text and (text in name or text in level or name in text)], cut
    assert "A feeler: binds nobody." in said and ". a feeler" not in said
    inner = [one for one, box in within(pilot.tree) if one.view and any(around.view for around in box)]
    assert not inner, "nothing that scrolls lies on a sheet that scrolls itself"


def within(root, path=()):
    """Every widget with what it lies in."""
    yield root, path
    for one in root.children:
        yield from within(one, (*path, root))
