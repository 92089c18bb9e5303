"""The men over there: types by seat, what their acts tell, what they have a taste for."""

from __future__ import annotations

from game.engine.gauss import bayes, likelihoods
from game.engine.rulebook.registers import Registers
from game.engine.tables import Tables

MILLION = 1_000_000


class People(Registers):
    """The types of each seat, and what evidence says of them, in millionths."""

    def __init__(self, tables: Tables) -> None:
        super().__init__(tables)
        self.types = tuple(tuple(kind for kind in tables.types if kind.seat == seat) for seat in range(2))
        self.type_of = tuple({kind.id: number for number, kind in enumerate(side)} for side in self.types)
        spread = tables.beliefs.spread
        self.act_likelihood = tuple(likelihoods(tuple(kind.acts for kind in side), spread) for side in self.types)
        self.blunt_likelihood = tuple(
            tuple(tuple((value + MILLION) // 2 for value in row) for row in rows) for rows in self.act_likelihood
        )
        """The same for an act that tells half as much."""
        self.bayes = tuple(bayes(len(side), tables.beliefs.floor * 1000) for side in self.types)
        self.stress_likelihood = tuple(
            {
                stress: tuple(max(1, kind.stress[stress]) * 1000 for kind in side)
                for stress in range(min((len(kind.stress) for kind in side), default=0))
            }
            for side in self.types
        )
        self.tastes = tuple(
            tuple(tuple((self.truth(text), points) for text, points in kind.taste) for kind in side)
            for side in self.types
        )

    def priors(self, lens: int, seat: int) -> tuple[int, ...]:
        """Prior weights of a seat's types under a lens, thousandths."""
        changed = dict(self.tables.lenses[lens].priors)
        return tuple(changed.get(kind.id, kind.prior) for kind in self.types[seat])
