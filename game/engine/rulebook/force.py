"""Where arms decide: incidents and their chances, the last decision, strikes, the war phase."""

from __future__ import annotations

from game.engine.hazard import Hazards
from game.engine.rulebook.sight import Sight
from game.engine.tables import Incident, Tables


class Force(Sight):
    """What may go wrong each half-day, and what a strike or a war brings."""

    def __init__(self, tables: Tables) -> None:
        super().__init__(tables)
        self.hazards = Hazards(self.vocabulary, tables)
        self.unseen_danger = tuple(
            tuple(
                number for number in self.unseen[viewer]
                if number in self.hazards.reads and tables.registers[number].kind == "dial"
            )
            for viewer in range(3)
        )  # fmt: skip
        self.incident_at = tuple(self.index[f"incident.{incident.id}"] for incident in tables.incidents)
        self.incident_now = tuple(self.index[f"now.incident.{incident.id}"] for incident in tables.incidents)
        self.incident_ops = tuple(self.ops(incident.still) for incident in tables.incidents)
        self.hold = tuple(self.number(text) for text in tables.last.hold)
        self.call = tuple(self.number(text) for text in tables.last.call)
        self.alerts = (self.index[tables.last.alerts[0]], self.index[tables.last.alerts[1]])
        self.strikes = {strike.id: strike for strike in tables.war.strikes}
        self.strike_works = {strike.id: self.number(strike.works) for strike in tables.war.strikes}
        self.strike_nuclear = {strike.id: self.number(strike.nuclear) for strike in tables.war.strikes}
        self.strike_ops = {strike.id: self.ops(strike.effects) for strike in tables.war.strikes}
        self.strike_at = {strike.id: self.index[f"strike.{strike.id}"] for strike in tables.war.strikes}
        self.war_rows = {row.choices: tuple(self.number(text) for text in row.chances) for row in tables.war.table}
        self.nuclear_general = self.number(tables.war.nuclear_general)
        self.ceasefire_ops = self.ops(tables.war.ceasefire)

    def incident(self, number: int) -> Incident:
        return self.tables.incidents[number]
