"""The one door: a view and a skill in, a move and its reasons out. Same view and same draw, same move."""

from __future__ import annotations

from game.engine.knowledge import Knowledge
from game.engine.rulebook import Rulebook
from game.opponent.echo import echo
from game.opponent.evaluate import Lore
from game.opponent.extremes import careful, reckless
from game.opponent.leader import lead
from game.opponent.prepared import Prepared, prepared
from game.opponent.reasons import Decision, Reason
from game.opponent.skill import Skill
from game.opponent.wild import wild


class Mind:
    """A skill made ready for one rulebook. Holds constants only: no game leaves anything in it."""

    def __init__(self, rulebook: Rulebook, skill: Skill) -> None:
        self.rulebook, self.skill = rulebook, skill
        self.made: Prepared = prepared(rulebook)
        self._lore: dict[tuple[int, int], Lore] = {}

    def lore(self, view: Knowledge) -> Lore:
        """What this mind knows as the type it plays: its own, or the one the seat was dealt."""
        seat = view.viewer
        kind = self.rulebook.type_of[seat].get(self.skill.kind, view.own_type)
        if (seat, kind) not in self._lore:
            self._lore[seat, kind] = Lore(self.made, seat, kind, self.skill.values)
        return self._lore[seat, kind]

    def decide(self, view: Knowledge, draw: bytes) -> Decision:
        """The seat's next move in this phase: an Ask, or the Order."""
        match self.skill.manner:
            case "random":
                return wild(self.rulebook, view, draw)
            case "history":
                return echo(self.made, view, self.skill, self.lore(view), draw)
            case "reckless":
                return reckless(self.made, view, self.skill, self.lore(view), draw)
            case "careful":
                return careful(self.made, view, self.skill, self.lore(view), draw)
        return lead(self.made, view, self.skill, self.lore(view), draw)


_ready: list[Mind] = []
"""Minds made ready lately, by identity of rulebook and skill: constants only."""
MOST_READY = 4


def ready(rulebook: Rulebook, skill: Skill) -> Mind:
    """The mind of that skill, made ready once for a rulebook while few others are asked for."""
    for mind in _ready:
        if mind.rulebook is rulebook and mind.skill is skill:
            return mind
    mind = Mind(rulebook, skill)
    _ready.insert(0, mind)
    del _ready[MOST_READY:]
    return mind


def decide(rulebook: Rulebook, view: Knowledge, skill: Skill, draw: bytes) -> Decision:
    """The move of a mind, and why. `draw` is the mind's own sub-key of chance for this seat and phase."""
    return ready(rulebook, skill).decide(view, draw)


__all__ = ["Decision", "Mind", "Reason", "Skill", "decide", "ready"]
