"""Drift, accords, tests, reception, endings and what they are worth: the rules that hold for every turn."""

from __future__ import annotations

from game.engine import compile as build
from game.engine.halfday import step
from game.engine.rulebook.registers import Registers
from game.engine.tables import Tables
from game.engine.watch import watch

DEAL = "deal"


class Rules(Registers):
    """The rules of a crisis that belong to no seat, day or incident."""

    def __init__(self, tables: Tables) -> None:
        super().__init__(tables)
        self.drift = step(self.vocabulary, tables.registers, tables.drift, tables.floors, self.shares)
        self.endings = {ending.id: ending for ending in tables.endings}
        self.settlements = tuple((ending.id, self.truth(ending.when)) for ending in tables.endings if ending.when)
        self.rungs = watch(self.vocabulary, [rung.when for rung in tables.ladder])
        self.accord_at = tuple(self.index[f"accord.{accord.id}"] for accord in tables.accords)
        self.accord_of = {accord.id: number for number, accord in enumerate(tables.accords)}
        self.accord_keeps = tuple((self.truth(a.keeps[0]), self.truth(a.keeps[1])) for a in tables.accords)
        self.accord_enter = tuple(self.ops(accord.enter) for accord in tables.accords)
        self.accord_kept = tuple(self.ops(accord.kept) for accord in tables.accords)
        self.accord_broken = tuple((self.ops(a.broken[0]), self.ops(a.broken[1])) for a in tables.accords)
        self.answered_ops = (self.ops(tables.tests.answered[0]), self.ops(tables.tests.answered[1]))
        self.unanswered_ops = (self.ops(tables.tests.unanswered[0]), self.ops(tables.tests.unanswered[1]))
        self.received_ops = tuple(
            tuple((self.ops(firm), self.ops(gave)) for firm, gave in zip(one.stood_firm, one.gave_way, strict=True))
            for one in tables.reception
        )
        self.deadline_ops = (self.ops(tables.deadline_passed[0]), self.ops(tables.deadline_passed[1]))
        self.relief_at = tuple(self.index[dial] for dial in tables.relief.dials)
        self.worth = {
            (worth.seat, worth.ending): build.numbers(self.vocabulary, worth.criteria) for worth in tables.worth
        }
