"""Where the engine keeps its own facts: the date, the war, deals, cabinets, deadlines; and how a game may begin."""

from __future__ import annotations

from collections.abc import Callable

from game.engine import compile as build
from game.engine.rulebook.registers import Registers
from game.engine.tables import Tables


class Facts(Registers):
    """Places of the registers that the engine itself reads and writes, whatever the crisis."""

    def __init__(self, tables: Tables) -> None:
        super().__init__(tables)
        at = self.index.__getitem__
        one, two = self.seats
        self.date, self.days, self.turn_at = at("date"), at("days"), at("turn")
        self.war_at, self.now_strike = at("war"), at("now.strike")
        self.incidents_at, self.danger_run = at("incidents"), at("danger_run")
        self.deal_at, self.deal_by, self.deal_public = at("deal"), at("deal.by"), at("deal.public")
        self.reopened = at("reopened")
        self.type_at = (at(f"{one}.type"), at(f"{two}.type"))
        self.cabinet_at = (at(f"{one}.cabinet"), at(f"{two}.cabinet"))
        self.deadline_at = (at(f"{one}.deadline"), at(f"{two}.deadline"))
        self.test_at = (at(f"test.{one}"), at(f"test.{two}"))
        self.unanswered_at = (at(f"unanswered.{one}"), at(f"unanswered.{two}"))
        self.open_at = (at(f"open.{one}"), at(f"open.{two}"))
        self.probes_at = (at(f"probes.{one}"), at(f"probes.{two}"))
        now_at = [number for number, name in enumerate(self.names) if name.startswith("now.")]
        self.forget_now: Callable[[list[int]], None] = build.function(
            "forget_now", "v", [f"{''.join(f'v[{number}]=' for number in now_at)}0"]
        )
        """Another phase: nothing of what the registers called `now.` say has happened in it yet."""
        self.lens_of = {lens.id: number for number, lens in enumerate(tables.lenses)}
        self.pace_of = {pace.id: number for number, pace in enumerate(tables.paces)}
        self.scales: tuple[dict[int, int], ...] = tuple(
            {at(dial): factor for dial, factor in lens.scale} for lens in tables.lenses
        )
