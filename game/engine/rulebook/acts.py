"""What a seat can order, made ready: options by entry, and riders."""

from __future__ import annotations

from game.engine.act import RIDER, Act, Dated, Listed
from game.engine.choice import Choice
from game.engine.expression import parse
from game.engine.rulebook.registers import Registers
from game.engine.tables import Option, Rider, Tables


class Acts(Registers):
    """Every act of a crisis, by seat and entry or by what it is called."""

    def __init__(self, tables: Tables) -> None:
        super().__init__(tables)
        self.needs = {
            text: parse(text)
            for text in (
                *(option.requires for decision in tables.decisions for option in decision.options),
                *(rider.option.requires for rider in tables.riders),
                *(order.requires for order in tables.standing),
            ) if text
        }  # fmt: skip
        """The tree of every `requires:`, for what is lacking."""
        self.dated: dict[tuple[int, int], Dated] = {}
        self.sources: dict[str, Act] = {}
        extras: dict[tuple[int, int], list[Act]] = {}
        for decision in tables.decisions:
            acts = tuple(self.act(option, decision.seat, decision.id) for option in decision.options)
            for act in acts:
                self.sources[act.source] = act
            for entry in decision.entries:
                if decision.extra:
                    extras.setdefault((decision.seat, entry), []).extend(acts)
                else:
                    self.dated[decision.seat, entry] = Dated(decision.id, acts, acts[decision.unasked])
        for place, more in extras.items():
            if place in self.dated:
                dated = self.dated[place]
                self.dated[place] = dated._replace(acts=dated.acts + tuple(more))
        self.riders: dict[str, tuple[Rider, Act]] = {}
        for rider in tables.riders:
            act = self.act(rider.option, rider.seat, RIDER)
            self.riders[f"{self.seats[rider.seat]}.{act.id}"] = (rider, act)
            self.sources[act.source] = act

    def act(self, option: Option, seat: int, decision: str) -> Act:
        """An option of a decision, or a rider, made ready."""
        strike = ""
        for op, target, _ in option.effects:
            if op == "strike":
                strike = target
        seat_name = self.seats[seat]
        relief = self.tables.relief
        source = f"rider.{seat_name}.{option.id}" if decision == RIDER else f"{decision}.{option.id}"
        return Act(
            option.id, seat, option.hardness, option.public, option.seen, self.ops(option.effects),
            tuple(
                (late, self.ops(late.effects), self.truth(late.condition), f"delayed.{source}.{number}")
                for number, late in enumerate(option.delayed)
            ),
            self.truth(option.requires), option.requires,
            self.index.get(f"did.{seat_name}.{option.id}", -1), self.index.get(f"now.{seat_name}.{option.id}", -1),
            option.historical, strike, decision,
            source,
            f"act.{decision}.{option.id}", tuple(target for op, target, _ in option.effects if op == "uses_channel"),
            min(relief.most, relief.each_point * option.hardness // 1000) if option.hardness >= relief.since else 0,
        )  # fmt: skip

    def riders_of(self, entries: tuple[int, ...], seat: int) -> dict[str, Listed]:
        """The riders that may stand on a seat's order sheet of a turn, by id."""
        return {
            act.id: Listed(
                rider, act, self.index[rider.unlisted] if rider.unlisted else -1,
                Choice(act.id, f"rider.{act.id}", None),
            )
            for rider, act in self.riders.values()
            if rider.seat == seat and any(entry in rider.entries for entry in entries)
        }  # fmt: skip
