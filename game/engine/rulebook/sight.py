"""Who sees which register: exactly, late, as an estimate, or never."""

from __future__ import annotations

from game.engine.looking import exact, looks
from game.engine.rulebook.registers import Registers
from game.engine.tables import Tables


class Sight(Registers):
    """What each viewer sees, by viewer: the two seats and the public."""

    def __init__(self, tables: Tables) -> None:
        super().__init__(tables)
        registers = tables.registers
        self.exact = tuple(exact(registers, viewer) for viewer in range(3))
        self.estimated = tuple(
            tuple(number for number, register in enumerate(registers) if register.sees[viewer] == "estimate")
            for viewer in range(3)
        )
        self.sees_exactly = tuple(
            frozenset(number for number, register in enumerate(registers) if register.sees[viewer] == "exact")
            for viewer in range(3)
        )
        self.unseen = tuple(
            tuple(number for number, register in enumerate(registers) if register.sees[viewer] == "hidden")
            for viewer in range(3)
        )
        self.unseen_start = tuple(
            tuple((number, self.start[number]) for number in unseen if self.start[number]) for unseen in self.unseen
        )
        """The start of what a viewer never sees, where it is not nothing: his exact values have zero there."""
        self.seen_late = tuple(
            tuple(
                number for number, register in enumerate(registers)
                if register.sees[viewer] == "exact" and register.late and viewer != register.owner
            )
            for viewer in range(3)
        )  # fmt: skip
        self.commitment_at = tuple(self.index.get(f"{seat}.commitment", -1) for seat in self.seats)
        rules = {(rule.seat, rule.dial): rule for rule in tables.observation}
        self.observing = tuple(
            looks(
                self.vocabulary, registers,
                [(number, rules.get((viewer, self.names[number]))) for number in self.estimated[viewer]],
            )
            for viewer in range(3)
        )  # fmt: skip
