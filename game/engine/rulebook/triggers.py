"""What follows of itself once something holds: thresholds, links, and what is drawn each day."""

from __future__ import annotations

from game.engine.knowledge import Knowledge
from game.engine.rulebook.registers import Registers
from game.engine.tables import Tables, Trigger
from game.engine.watch import watch

LINK = "link"


class Triggers(Registers):
    """The triggers of a crisis, by number."""

    def __init__(self, tables: Tables) -> None:
        super().__init__(tables)
        conditions = [
            f"({rule.armed}) and ({rule.when})" if rule.armed and rule.when else (rule.armed or rule.when)
            for rule in tables.triggers
        ]
        self.watch = watch(self.vocabulary, conditions)
        self.trigger_ops = tuple(self.ops(rule.effects) for rule in tables.triggers)
        self.trigger_owner = tuple(rule.seat if rule.kind == LINK else -1 for rule in tables.triggers)
        """A link belongs to the seat whose choice it follows, any other trigger to nobody."""
        self.trigger_cause = tuple(f"trigger.{rule.id}" for rule in tables.triggers)
        self.trigger_daily = tuple(self.number(rule.daily) if rule.daily else None for rule in tables.triggers)
        self.trigger_chance = tuple(self.number(rule.chance) if rule.chance else None for rule in tables.triggers)
        self.trigger_of = {rule.id: number for number, rule in enumerate(tables.triggers)}
        self.once_mask = self.daily_mask = self.drawn_mask = 0
        for number, rule in enumerate(tables.triggers):
            self.once_mask |= bool(rule.once) << number
            self.daily_mask |= bool(rule.daily) << number
            self.drawn_mask |= bool(rule.daily or rule.chance) << number

    def trigger(self, number: int) -> Trigger:
        return self.tables.triggers[number]

    def fired_before(self, view: Knowledge) -> int:
        """Bit set of once-only triggers that a viewer's reports show to have fired."""
        mask = 0
        for report in view.reports:
            if report.kind == "trigger" and report.subject in self.trigger_of:
                mask |= 1 << self.trigger_of[report.subject]
        return mask & self.once_mask
