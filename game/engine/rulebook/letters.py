"""Issues, channels, probes and letters made ready: their numbers, their places, what each brings."""

from __future__ import annotations

from game.engine.rulebook.registers import Registers
from game.engine.tables import Tables


class Letters(Registers):
    """How the seats negotiate."""

    def __init__(self, tables: Tables) -> None:
        super().__init__(tables)
        n = tables.negotiation
        self.issue_of = {issue.id: number for number, issue in enumerate(n.issues)}
        self.level_of = tuple({level: number for number, level in enumerate(issue.levels)} for issue in n.issues)
        self.unsayable = tuple(
            frozenset([level for level, said in enumerate(issue.always) if said == "secret"]) for issue in n.issues
        )
        self.channel_of = {channel.id: number for number, channel in enumerate(n.channels)}
        self.stress_of = tuple({stress: number for number, stress in enumerate(side)} for side in n.stresses)
        self.probe_of = {probe.id: number for number, probe in enumerate(n.probes)}
        self.probe_truth = tuple(self.number(probe.truth) for probe in n.probes)
        self.honest = (self.number(n.honest[0]), self.number(n.honest[1]))
        self.un_when = self.truth(n.un_when) if n.un_when else None
        self.own_end = tuple(tuple(issue.own_end[seat] for issue in n.issues) for seat in range(2))
        self.channel_late = tuple(self.number(channel.late) if channel.late else None for channel in n.channels)
        self.channel_leak = tuple(self.number(channel.leak) if channel.leak else None for channel in n.channels)
        self.channel_ops = tuple((self.ops(c.effects[0]), self.ops(c.effects[1])) for c in n.channels)
        self.channel_ratchet = tuple((self.ops(c.ratchet[0]), self.ops(c.ratchet[1])) for c in n.channels)
        self.recent_at = tuple(self.index[f"recent.{channel.id}"] for channel in n.channels)
        s = n.strengths
        self.feeler_early = (self.ops(s.feeler_early[0]), self.ops(s.feeler_early[1]))
        self.offer_early = (self.ops(s.offer_early[0]), self.ops(s.offer_early[1]))
        self.refused_ops = (self.ops(s.refused[0]), self.ops(s.refused[1]))
        self.overruled_ops = (self.ops(s.overruled[0]), self.ops(s.overruled[1]))
        self.accept_early = (self.ops(s.accept_early[0]), self.ops(s.accept_early[1]))
        self.stress_ops = (self.ops(s.stress_broken[0]), self.ops(s.stress_broken[1]))
        self.stress_against = tuple(
            tuple(self.truth(text) if text else None for text in side) for side in n.stress_against
        )
        self.deal_issue = tuple(self.index[f"deal.{issue.id}"] for issue in n.issues)
        self.deal_secret = tuple(self.index[f"deal.{issue.id}.secret"] for issue in n.issues)
        self.leaked_at = tuple(self.index[f"leaked.{issue.id}"] for issue in n.issues)
        self.ask_at = tuple(tuple(self.index[f"ask.{name}.{issue.id}"] for issue in n.issues) for name in self.seats)
        self.heard_at = tuple(
            tuple(self.index[f"heard.{name}.{issue.id}"] for issue in n.issues) for name in self.seats
        )
        self.mark_at = tuple(tuple(self.index[f"mark.{name}.{issue.id}"] for issue in n.issues) for name in self.seats)
        self.open_questions = tuple(
            tuple(number for number, issue in enumerate(n.issues) if not issue.core and issue.worth[seat])
            for seat in range(2)
        )
