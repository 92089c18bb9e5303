"""What a position is worth: a stand-off, the agreement in reach, the hazard between, and what was learned."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from game.engine.guess import likely_values
from game.engine.knowledge import Knowledge
from game.engine.post import MEDIATOR
from game.opponent.agreements import Outcome
from game.opponent.bargain import Reach, sift, take
from game.opponent.belief import likeliest, of_rival
from game.opponent.logit import accepted
from game.opponent.lore import Lore
from game.opponent.measure import Simple
from game.opponent.once import once
from game.opponent.prepared import Prepared
from game.opponent.skill import PERFECT, Skill

HOLDS_OUT = 2.0
"""Ours: points by which an agreement must beat no agreement before he is as likely as not to take it."""
LEAST_HOPE, HOPE_A_TURN, MOST_HOPE = 0.2, 0.08, 0.8
"""Ours: share of the fairest agreement's gain that he waits for, on the last day and more for every turn before."""
SETTLES_ANYHOW, SETTLES_BY_OFFER = 0.08, 0.6
"""Ours: chance of a settlement a turn, whatever is on the table, and more by the chance that an offer is taken."""
SETTLES_EARLY = 0.6
"""Ours: share of the days left that a crisis is thought to last."""
LESSER_WARS = 1.5
"""Ours: a war that stays limited is feared too; so much more than general war alone."""
LIVE = ("open", "held")
DANGER, STANDOFF, AGREED, SQUARES = 1, 2, 3, 8
"""Places among the features of those that an order changes."""


class Offer(NamedTuple):
    """An open letter of the other side, valued."""

    number: int
    deal: Outcome
    by: int
    worth: float
    signed: bool
    his: tuple[float, ...]
    """Its worth to the other leader, by what type he may be."""


class Outlook:
    """One view, reckoned: lives for one decision."""

    def __init__(self, made: Prepared, view: Knowledge, skill: Skill, kind: int, lore: Lore) -> None:
        rulebook = made.rulebook
        seat = view.viewer
        self.made, self.rulebook, self.view, self.skill, self.lore = made, rulebook, view, skill, lore
        self.seat, self.other, self.kind = seat, 1 - seat, kind
        self.values = likely_values(rulebook, view)
        self.bench = made.agreements.to_one[seat][kind]
        self._no_deal = made.end(rulebook.tables.standoff, seat, kind)
        day = made.days[view.pace][view.turn]
        self.half_days, self.half_left, self.turns_left, self.today = day.half_days, day.half_left, day.turns, day.last
        self.later = max(0, self.half_left - self.half_days) * SETTLES_EARLY
        self.entry, following = day.asks[seat], day.following[seat]
        found = rulebook.types[seat][kind]
        self.fear, self.liking, self.optimism = found.fear * 0.001, found.liking * 0.001, found.optimism * 0.001
        self.small = lore.small(following)
        self.acts, self.deals = lore.acts, lore.deals
        self.weights = lore.weights.get(self.entry, ())
        self.slope = lore.slope(following)
        self.ahead = lore.weights.get(following, self.weights)
        self.threshold: tuple[float, ...] = ()
        self.demand = 0.0
        self.offers: tuple[Offer, ...] = ()
        self.reaches: list[Reach] = []
        self.best: Reach | None = None
        self.chance = 0.0
        self.settles = 0.0
        self.reckoned = self.calm = False
        self.half_day: list[int] = []
        self.nearness: tuple[tuple[float, str], ...] = ()
        self.squares: tuple[float, ...] = ()
        self.settled: tuple[tuple[float, ...], tuple[float, ...], float] = ((), (), 0.0)
        self.by_drift = self.base = self.learned = self.here = self.agreed = 0.0
        self.by_danger = self.by_standoff = self.by_deal = 0.0

    @once
    def belief(self) -> tuple[float, ...]:
        """The chance of each type of the other leader."""
        return of_rival(
            self.rulebook, self.view, frozen=self.skill.freeze_belief, reads=self.skill.questions == PERFECT
        )

    @once
    def rival(self) -> int:
        return likeliest(self.belief)

    @once
    def dangers(self) -> tuple[float, ...]:
        """The hazard in its parts."""
        return self.made.danger.parts(self.values)

    @once
    def hazard(self) -> float:
        return self.dangers[-1]

    @once
    def standoff(self) -> float:
        return self._no_deal(self.values)[0]

    @once
    def accords_hold(self) -> bool:
        return any(self.values[at] > 0 for at in self.rulebook.accord_at)

    @once
    def danger_price(self) -> float:
        """Points that a certainty of war in half a day would cost, this turn and after."""
        later = max(0, self.half_left - self.half_days) * 0.6
        return self.here * (self.fear * self.half_days + later) - self.by_danger

    @once
    def coloured(self) -> dict[str, int]:
        """By option: how far unquestioned arguments about it colour its danger, in thousandths."""
        claims = self.rulebook.tables.council.claims
        papers = self.view.dossier
        conceded = [claim for claim, _, right in papers.asked if right]
        out: dict[str, int] = {}
        for number in papers.claims:
            if number not in conceded:
                for option in claims[number].about:
                    out[option] = out.get(option, 0) + claims[number].bias
        return out

    # -- agreements ---------------------------------------------------------------------------------------------

    def negotiate(self) -> None:
        """Value his open letters and the agreements within reach."""
        agreements = self.made.agreements
        offers = []
        for number, letter in enumerate(self.view.inbox, 1):
            if letter.clauses and letter.status in LIVE:
                deal = agreements.outcome(letter.clauses)
                by = 2 if letter.tone == "one_text" else self.other
                offers.append(Offer(number, deal, by, self.mine(deal, by), letter.signed, self.his(deal, by)))
        self.offers = tuple(offers)
        deals, judge, more = self.lore.table(self.rival)
        rows = zip(deals, judge(self.values, more), strict=True)
        danger = self.hazard * self.half_left * SETTLES_EARLY
        alone, without = self._alone(danger)
        feared = self.standoff * (1.0 - min(0.9, self.fear * danger))
        found, fair, fairest = sift(len(alone))(
            rows, self.standoff + 0.5, self.standoff, alone, self.belief, without, feared
        )
        hope = min(MOST_HOPE, LEAST_HOPE + HOPE_A_TURN * self.turns_left)
        self.demand = feared + HOLDS_OUT + hope * fairest
        self.threshold = self._threshold(alone, hope, fair)
        self.reaches = take(len(alone))(found, self.belief, self.threshold, self._tired)
        self._settle()

    def mine(self, deal: Outcome, by: int, values: Sequence[int] | None = None) -> float:
        """What an agreement is worth to this seat."""
        return self.bench.worth(values or self.values, deal, by, self.deals[self.seat].get(deal.ending, 0.0))[0]

    def his(self, deal: Outcome, by: int) -> tuple[float, ...]:
        """What an agreement is worth to each type that the other leader may be."""
        bench = self.made.agreements.to_all[self.other]
        return bench.worth(self.values, deal, by, self.deals[self.other].get(deal.ending, 0.0))

    def signed_early(self, offer: Offer) -> float:
        """What taking an offer is worth before his own cabinet would bear it."""
        values = list(self.values)
        apply(self.made.accepts_early[self.seat], values, self.slope)
        return self.mine(offer.deal, offer.by, values)

    def _alone(self, danger: float) -> tuple[list[float], float]:
        """What no agreement is worth to each type of the other leader, and over what is believed of him."""
        types = self.rulebook.types[self.other]
        out = [
            alone * (1.0 - min(0.9, type_.fear * 0.001 * danger))
            for alone, type_ in zip(self._undisturbed, types, strict=True)
        ]
        total = 0.0
        for share, alone in zip(self.belief, out, strict=True):
            total += share * alone
        return out, total

    @once
    def _undisturbed(self) -> tuple[float, ...]:
        """By type of the other leader: a stand-off as things are."""
        return self.made.standoffs[self.other](self.values)

    def _threshold(self, alone: Sequence[float], hope: float, fair: Sequence[float]) -> tuple[float, ...]:
        """By type of the other leader: what an agreement must be worth to him before he takes it.

        More than no agreement, by a share of what the fairest one in reach would bring him: he hopes for it as long
        as there are days left. An offer that he signed himself shows what he would take.
        """
        out = [one + HOLDS_OUT + hope * gain for one, gain in zip(alone, fair, strict=True)]
        for kind, type_ in enumerate(self.rulebook.types[self.other]):
            first, last = type_.cabinet
            if last > self.today + 1:
                soon = min(1.0, (last - self.today - 1) / (last - first + 1))
                out[kind] += soon * max(0.0, self._undisturbed[kind] - self._blamed[kind])
        for offer in self.offers:
            if offer.by == self.other and offer.signed and not self.skill.freeze_belief:
                out = [min(one, worth - 1.0) for one, worth in zip(out, offer.his, strict=True)]
        return tuple(out)

    @once
    def _blamed(self) -> tuple[float, ...]:
        """By type of the other leader: a stand-off after he signed too early."""
        values = list(self.values)
        apply(self.made.accepts_early[self.other], values, self.slope)
        return self.made.standoffs[self.other](values)

    def takes(self, deal: Outcome, his: tuple[float, ...]) -> float:
        """The chance that he takes an agreement, over what is believed of him."""
        chance = accepted(self.belief, his, self.threshold)
        return chance * self._tired.get(deal.text, 1.0) if self._tired else chance

    @once
    def _tired(self) -> dict[str, float]:
        """What he has been offered before and left lying he is less likely to take now: by text, a factor."""
        out: dict[str, float] = {}
        for letter in self.view.outbox if not self.skill.freeze_belief else ():
            if letter.clauses and letter.sent + 2 <= self.view.turn:
                text = self.made.agreements.outcome(letter.clauses).text
                out[text] = 0.5 * out.get(text, 1.0)
        return out

    def _settle(self) -> None:
        """The agreement to reckon with, and the chance that the crisis ends in one."""
        best, most = None, 0.0
        for reach in self.reaches:
            gain = reach.chance * (reach.worth - self.standoff)
            if gain > most:
                best, most = reach, gain
        chance = best.chance if best else 0.0
        for offer in self.offers:
            sure = 1.0 if offer.by != MEDIATOR else self.takes(offer.deal, offer.his)
            gain = sure * (offer.worth - self.standoff)
            if offer.signed and gain > most:
                best, most, chance = Reach(offer.deal, offer.worth, sure), gain, sure
        self.best, self.chance = best, chance
        missed = 1.0
        for _ in range(min(self.turns_left, 4)):
            missed *= 1.0 - SETTLES_ANYHOW - SETTLES_BY_OFFER * chance
        self.settles = 1.0 - missed if best else 0.0

    # -- worth --------------------------------------------------------------------------------------------------

    def reckon(self) -> None:
        """Make ready to value what might be ordered: the mixture here, and the learned slope of every register."""
        self.reckoned = True
        if self.best is not None:
            deal, seat = self.best.deal, self.seat
            more = self.deals[seat].get(deal.ending, 0.0)
            self.settled = (self.bench.settled(deal, seat), deal.added[seat], more)
        values, drifting = self.values, self.made.drifting
        self.base, self.agreed = self._mixed(values, self.hazard)
        learned = 0.0
        if self.weights:
            for weight, feature in zip(self.weights, self._head(), strict=False):
                learned += weight * feature
            for at, start, points in self.lore.lines(self.entry):
                learned += points * (values[at] - start)
            self.by_danger, self.by_standoff, self.by_deal = (
                100.0 * self.weights[DANGER], 0.1 * self.weights[STANDOFF], 0.1 * self.weights[AGREED]
            )  # fmt: skip
        self.learned = learned
        self.here = self.base + learned
        later = list(values)
        self.by_drift = self.made.glide(later, 1, self.small.slope)
        self.half_day = [later[at] - values[at] for at in drifting]
        bent = self.made.bent[self.seat]
        self.squares = self.ahead[SQUARES : SQUARES + len(bent)] or (0.0,) * len(bent)
        self.nearness = self.made.near(values)
        self.calm = not self.nearness and not self.made.near(later)

    def _mixed(self, values: list[int], hazard_now: float) -> tuple[float, float]:
        """Worth by formulas: stand-off and agreement mixed, less the hazard of the days left; and of the agreement."""
        mix = agreed = standoff = self._no_deal(values)[0]
        if self.best is not None:
            agreed = self.bench.judge(values, *self.settled)[0]
            mix += self.settles * (agreed - standoff)
        lost = hazard_now * self.later
        mix *= 1.0 - (lost if lost < 0.9 else 0.9)
        if self.agreed:
            mix += self.by_standoff * (standoff - self.standoff)
            mix += self.by_deal * (agreed - standoff - self.agreed + self.standoff)
            mix += self.by_danger * (hazard_now - self.hazard)
        for near, ending in self.made.near(values):
            mix += near * (self.made.end_worth(values, ending, self.seat, self.kind) - mix)
        return mix, agreed

    def brought_nearer(self, values: list[int]) -> float:
        """Points that a small order costs by bringing an end that comes of itself nearer."""
        change = 0.0
        for sign, nearness in ((1.0, self.made.near(values)), (-1.0, self.nearness)):
            for near, ending in nearness:
                change += sign * near * (self.made.end_worth(values, ending, self.seat, self.kind) - self.here)
        return change

    def features(self) -> list[float]:
        """The position as numbers of order 1, in the order of `Prepared.names`."""
        values = self.values
        return [*self._head(), *((values[at] - start) * scale for at, start, scale in self.made.linear[self.seat])]

    def _head(self) -> list[float]:
        """The features before the registers."""
        out = [1.0, 100.0 * self.hazard, 0.1 * (self.standoff - 50.0)]
        if self.best is not None:
            out += [0.1 * (self.best.worth - self.standoff), self.chance]
        else:
            out += [0.0, 0.0]
        best = 0.0
        for offer in self.offers:
            best = max(best, offer.worth - self.standoff)
        out += [1.0 if self.offers else 0.0, 0.1 * best, 1.0 if self.view.outbox else 0.0]
        for at, start, scale in self.made.bent[self.seat]:
            away = 2.0 * (self.values[at] - start) * scale
            out.append(away * away)
        out += self.belief[1:]
        stress = [0.0] * len(self.rulebook.tables.negotiation.stresses[self.other])
        for letter in reversed(self.view.inbox):
            if letter.tone != "one_text":
                if letter.stress < len(stress):
                    stress[letter.stress] = 1.0
                break
        return out + stress

    def worth(self, values: list[int], drift: float, hazard_now: float) -> float:
        """Expected worth of going on from `values`, where `drift` is the learned change on the way to them."""
        return self._mixed(values, hazard_now)[0] + self.learned + drift

    def bends(self, values: list[int]) -> float:
        """The learned change where worth is not linear: near the ends that come of themselves."""
        change = 0.0
        for weight, (at, start, scale) in zip(self.squares, self.made.bent[self.seat], strict=True):
            now, before = values[at], self.values[at]
            if now != before:
                new, old = 2.0 * (now - start) * scale, 2.0 * (before - start) * scale
                change += weight * (new * new - old * old)
        return change

    def feared(self, going_on: float, hazard_now: float) -> float:
        """This turn's hazard, felt by the leader's fear: (1 - hazard fear) V + hazard fear x (worth of a run-away)."""
        felt = self.fear * hazard_now * self.half_days
        return going_on * (1.0 - (felt if felt < 0.95 else 0.95))


def apply(ops: Simple, values: list[int], slope: list[float]) -> float:
    """Carry effects out on a vector; the learned change of worth on the way."""
    drift = 0.0
    for moves, at, amount, low, high in ops:
        old = values[at]
        new = old + amount if moves else amount
        new = low if new < low else high if new > high else new
        if new != old:
            values[at] = new
            drift += slope[at] * (new - old)
    return drift
