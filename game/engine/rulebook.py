"""A rulebook: the tables of a crisis, made ready to run. Built once, shared by every game."""

from __future__ import annotations

from collections.abc import Callable

from game.engine import compile as build
from game.engine.act import MOVE, RIDER, SET, SPECIAL, Act, Dated, Listed, Op, remember
from game.engine.agenda import agenda
from game.engine.choice import Choice
from game.engine.expression import Vocabulary, parse
from game.engine.gauss import bayes, likelihoods
from game.engine.halfday import step
from game.engine.hazard import Hazards
from game.engine.knowledge import Knowledge
from game.engine.lines import NO_LINES, lines
from game.engine.looking import exact, looks
from game.engine.tables import Incident, Ops, Option, Pace, Rider, Standing, Tables, Trigger
from game.engine.watch import watch

DEAL = "deal"
LINK = "link"
MILLION = 1_000_000

Variants = tuple[tuple[build.Truth | None, frozenset[str]], ...]
"""How a report card may read: when, and the claims it then bears against."""

__all__ = ["DEAL", "MOVE", "RIDER", "SET", "SPECIAL", "Act", "Dated", "Listed", "Op", "Rulebook", "remember"]


class Rulebook:
    """Tables plus everything derived from them. Holds no state of any game."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.seats = tables.seats
        self.names = tuple(register.name for register in tables.registers)
        self.index = {name: number for number, name in enumerate(self.names)}
        self.lows = tuple(register.low for register in tables.registers)
        self.highs = tuple(register.high for register in tables.registers)
        lets = {name: parse(text) for name, text in tables.lets}
        self.vocabulary = Vocabulary(self.index, lets)
        self.shares = {
            self.index[dial]: (self.index[f"share.{self.seats[0]}.{dial}"], self.index[f"share.{self.seats[1]}.{dial}"])
            for dial in tables.ledgered
        }
        self.needs = {
            text: parse(text)
            for text in (
                *(option.requires for decision in tables.decisions for option in decision.options),
                *(rider.option.requires for rider in tables.riders),
                *(order.requires for order in tables.standing),
            ) if text
        }  # fmt: skip
        """The tree of every `requires:`, for what is lacking."""
        self._facts()
        self._sight()
        self._acts()
        self._rules()
        self._negotiation()
        self._people()
        self._council()

    # -- names --------------------------------------------------------------------------------------------------

    def at(self, name: str) -> int:
        """The index of a register."""
        return self.index[name]

    def number(self, text: str) -> build.Number:
        return build.number(self.vocabulary, text)

    def truth(self, text: str) -> build.Truth | None:
        return build.truth(self.vocabulary, text)

    def ops(self, effects: Ops) -> tuple[Op, ...]:
        """Effects with every register found."""
        out: list[Op] = []
        for op, target, amount in effects:
            if op in ("move", "set"):
                at = self.index[target]
                kind = MOVE if op == "move" else SET
                out.append((kind, at, amount, self.lows[at], self.highs[at], self.shares.get(at), "", ""))
            else:
                out.append((SPECIAL, 0, amount, 0, 0, None, op, target))
        return tuple(out)

    def _facts(self) -> None:
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
        self.start = tuple(register.start for register in self.tables.registers)
        self.lens_of = {lens.id: number for number, lens in enumerate(self.tables.lenses)}
        self.pace_of = {pace.id: number for number, pace in enumerate(self.tables.paces)}
        self.scales: tuple[dict[int, int], ...] = tuple(
            {at(dial): factor for dial, factor in lens.scale} for lens in self.tables.lenses
        )

    def _sight(self) -> None:
        registers = self.tables.registers
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
        self.seen_late = tuple(
            tuple(
                number for number, register in enumerate(registers)
                if register.sees[viewer] == "exact" and register.late and viewer != register.owner
            )
            for viewer in range(3)
        )  # fmt: skip
        self.commitment_at = tuple(self.index.get(f"{seat}.commitment", -1) for seat in self.seats)
        rules = {(rule.seat, rule.dial): rule for rule in self.tables.observation}
        self.observing = tuple(
            looks(
                self.vocabulary, registers,
                [(number, rules.get((viewer, self.names[number]))) for number in self.estimated[viewer]],
            )
            for viewer in range(3)
        )  # fmt: skip

    # -- acts ---------------------------------------------------------------------------------------------------

    def act(self, option: Option, seat: int, decision: str) -> Act:
        strike = ""
        for op, target, _ in option.effects:
            if op == "strike":
                strike = target
        seat_name = self.seats[seat]
        relief = self.tables.relief
        return Act(
            option.id, seat, option.hardness, option.public, option.seen, self.ops(option.effects),
            tuple((late, self.ops(late.effects), self.truth(late.condition)) for late in option.delayed),
            self.truth(option.requires), option.requires,
            self.index.get(f"did.{seat_name}.{option.id}", -1), self.index.get(f"now.{seat_name}.{option.id}", -1),
            option.historical, strike, decision,
            f"rider.{seat_name}.{option.id}" if decision == RIDER else f"{decision}.{option.id}",
            f"act.{decision}.{option.id}", tuple(target for op, target, _ in option.effects if op == "uses_channel"),
            min(relief.most, relief.each_point * option.hardness // 1000) if option.hardness >= relief.since else 0,
        )  # fmt: skip

    def _acts(self) -> None:
        self.dated: dict[tuple[int, int], Dated] = {}
        self.sources: dict[str, Act] = {}
        extras: dict[tuple[int, int], list[Act]] = {}
        for decision in self.tables.decisions:
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
        for rider in self.tables.riders:
            act = self.act(rider.option, rider.seat, RIDER)
            self.riders[f"{self.seats[rider.seat]}.{act.id}"] = (rider, act)
            self.sources[act.source] = act
        self.standing: dict[str, int] = {order.id: number for number, order in enumerate(self.tables.standing)}
        self.standing_up = tuple(self.ops(order.up) for order in self.tables.standing)
        self.standing_down = tuple(self.ops(order.down) for order in self.tables.standing)
        self.standing_at = tuple(self.index[order.dial] for order in self.tables.standing)
        self.standing_cause = tuple(f"standing.{order.id}" for order in self.tables.standing)
        self.standing_needs = tuple(self.truth(order.requires) for order in self.tables.standing)
        self.standing_recall = tuple(
            self.number(order.recall) if order.recall else None for order in self.tables.standing
        )

    def _sheet(self, entries: tuple[int, ...], seat: int) -> dict[str, Listed]:
        """The riders that may stand on a seat's order sheet of a turn, by id."""
        return {
            act.id: Listed(
                rider, act, self.index[rider.unlisted] if rider.unlisted else -1,
                Choice(act.id, f"rider.{act.id}", None),
            )
            for rider, act in self.riders.values()
            if rider.seat == seat and any(entry in rider.entries for entry in entries)
        }  # fmt: skip

    def orders_of(self, seat: int) -> tuple[tuple[int, Standing], ...]:
        return tuple((number, order) for number, order in enumerate(self.tables.standing) if order.seat == seat)

    def pace(self, number: int) -> Pace:
        return self.tables.paces[number]

    # -- rules --------------------------------------------------------------------------------------------------

    def _rules(self) -> None:
        tables = self.tables
        self.drift = step(self.vocabulary, tables.registers, tables.drift, tables.floors, self.shares)
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
        self.hazards = Hazards(self)
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

    def _negotiation(self) -> None:
        n = self.tables.negotiation
        self.issue_of = {issue.id: number for number, issue in enumerate(n.issues)}
        self.level_of = tuple({level: number for number, level in enumerate(issue.levels)} for issue in n.issues)
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

    def _people(self) -> None:
        types = self.tables.types
        self.types = tuple(tuple(kind for kind in types if kind.seat == seat) for seat in range(2))
        self.type_of = tuple({kind.id: number for number, kind in enumerate(side)} for side in self.types)
        spread = self.tables.beliefs.spread
        self.act_likelihood = tuple(likelihoods(tuple(kind.acts for kind in side), spread) for side in self.types)
        self.blunt_likelihood = tuple(
            tuple(tuple((value + MILLION) // 2 for value in row) for row in rows) for rows in self.act_likelihood
        )
        """The same for an act that tells half as much."""
        self.bayes = tuple(bayes(len(side), self.tables.beliefs.floor * 1000) for side in self.types)
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

    def fired_before(self, view: Knowledge) -> int:
        """Bit set of once-only triggers that a viewer's reports show to have fired."""
        mask = 0
        for report in view.reports:
            if report.kind == "trigger" and report.subject in self.trigger_of:
                mask |= 1 << self.trigger_of[report.subject]
        return mask & self.once_mask

    def priors(self, lens: int, seat: int) -> tuple[int, ...]:
        """Prior weights of a seat's types under a lens, thousandths."""
        changed = dict(self.tables.lenses[lens].priors)
        return tuple(changed.get(kind.id, kind.prior) for kind in self.types[seat])

    def _council(self) -> None:
        council = self.tables.council
        self.claim_of = {claim.id: number for number, claim in enumerate(council.claims)}
        self.card_of = {card.id: number for number, card in enumerate(council.cards)}
        self.card_variants: tuple[Variants, ...] = tuple(
            tuple((self.truth(variant.when), frozenset(variant.bears)) for variant in card.variants)
            for card in council.cards
        )
        self.card_bears = tuple(frozenset(card.bears) for card in council.cards)
        self.card_recorded = tuple(card.record for card in council.cards)
        claims: dict[tuple[int, int], list[tuple[int, str]]] = {}
        cards: dict[tuple[int, int], list[tuple[int, str]]] = {}
        for number, claim in enumerate(council.claims):
            claims.setdefault((claim.seat, claim.entry), []).append((number, claim.when))
        for number, card in enumerate(council.cards):
            cards.setdefault((card.seat, card.entry), []).append((number, card.when))
        self.councils = {
            place: (build.listing(self.vocabulary, found), build.listing(self.vocabulary, cards[place]))
            for place, found in claims.items() if place in cards
        }  # fmt: skip
        """By seat and entry: which claims may be argued, and which cards laid out."""
        self.agendas = tuple(
            tuple(
                agenda(
                    turn, self.tables.entries, self.dated,
                    (self._sheet(turn.entries, 0), self._sheet(turn.entries, 1)), self.councils,
                )
                for turn in pace.turns
            )
            for pace in self.tables.paces
        )  # fmt: skip
        """By pace and turn."""
        self.lines = (
            lines(self.tables, 0, self.index, self.standing_needs),
            lines(self.tables, 1, self.index, self.standing_needs),
            NO_LINES,
        )
        self.right_ops = (self.ops(council.right[0]), self.ops(council.right[1]))
        self.wrong_ops = (self.ops(council.wrong[0]), self.ops(council.wrong[1]))

    def incident(self, number: int) -> Incident:
        return self.tables.incidents[number]

    def trigger(self, number: int) -> Trigger:
        return self.tables.triggers[number]
