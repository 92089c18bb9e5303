"""A rulebook: the tables of a crisis, made ready to run. Built once, shared by every game."""

from __future__ import annotations

from game.engine.rulebook.facts import Facts
from game.engine.rulebook.force import Force
from game.engine.rulebook.letters import Letters
from game.engine.rulebook.people import People
from game.engine.rulebook.rules import Rules
from game.engine.rulebook.triggers import Triggers
from game.engine.rulebook.turns import Turns


class Rulebook(Turns, Letters, People, Rules, Triggers, Force, Facts):
    """Tables plus everything derived from them. Holds no state of any game."""
