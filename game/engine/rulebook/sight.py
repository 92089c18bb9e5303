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
        usual = {self.index[order.dial]: order.usual for order in tables.standing}
        self.guesses = tuple(
            tuple(
                {number: _by(entry, usual.get(number, ()), self.start[number]) for number in unseen}
                for entry in range(len(tables.entries))
            )
            for unseen in self.unseen
        )
        """What a viewer takes the registers for that he never sees, by calendar entry: the rival's standing orders as
        the record had them by that day, all else as it began."""
        self.guessed = tuple(
            tuple(tuple((number, value) for number, value in day.items() if value) for day in days)
            for days in self.guesses
        )
        """The same where it is more than nothing: his exact values have zero there."""
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


def _by(entry: int, usual: tuple[tuple[int, int], ...], start: int) -> int:
    """The level of the last day up to an entry, in thousandths; the start before the first."""
    return next((level * 1000 for day, level in reversed(usual) if day <= entry), start)
