"""The computer leader: it sees a View and the Rulebook, nothing else, and answers with a move and its reasons."""

from game.opponent.decide import decide
from game.opponent.minds import mind
from game.opponent.reasons import Decision, Reason
from game.opponent.skill import Skill

__all__ = ["Decision", "Reason", "Skill", "decide", "mind"]
