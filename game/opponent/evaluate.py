"""What a position is worth: a stand-off, the agreement in reach, the hazard between, and what was learned."""

from __future__ import annotations

from typing import NamedTuple

from game.engine.knowledge import Knowledge
from game.opponent.belief import likeliest, of_rival
from game.opponent.logit import sigmoid
from game.opponent.prepared import Outcome, Prepared, Simple
from game.opponent.skill import Skill, Values

HOLDS_OUT = 2.0
"""Ours: points by which an agreement must beat no agreement before he is as likely as not to take it."""
LEAST_HOPE, HOPE_A_TURN, MOST_HOPE = 0.2, 0.08, 0.8
"""Ours: share of the fairest agreement's gain that he waits for, on the last day and more for every turn before."""
HIS_SHARPNESS = 0.8
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


class Reach(NamedTuple):
    """An agreement with its worth to this seat and the chance that the other side takes it."""

    deal: Outcome
    worth: float
    chance: float


class Outlook:
    """One view, reckoned: lives for one decision."""

    def __init__(self, made: Prepared, view: Knowledge, skill: Skill, kind: int, lore: Lore) -> None:
        rulebook = made.rulebook
        self.made, self.rulebook, self.view, self.skill = made, rulebook, view, skill
        self.seat, self.other, self.kind = view.viewer, 1 - view.viewer, kind
        self.values = likely(made, view)
        self.belief = of_rival(rulebook, view, frozen=skill.freeze_belief)
        self.rival = likeliest(self.belief)
        turn = rulebook.tables.paces[view.pace].turns[view.turn]
        self.entry = turn.asks[self.seat]
        self.half_days, self.half_left, self.turns_left = made.clock[view.pace][view.turn]
        found = rulebook.types[self.seat][kind]
        self.fear = found.fear * 0.001
        self.liking = found.liking * 0.001
        self.optimism = found.optimism * 0.001
        self.today = max(turn.entries)
        self.pair = (kind, self.rival) if self.seat == 0 else (self.rival, kind)
        self.hazard = hazard(made, self.values)
        self.standoff = made.end_worth(self.values, rulebook.tables.standoff, self.seat, kind)
        turns = rulebook.tables.paces[view.pace].turns
        following = turns[min(view.turn + 1, len(turns) - 1)].asks[self.seat] if self.turns_left > 1 else self.entry
        self.small = lore.small(following)
        self.acts, self.deals = lore.acts, lore.deals
        self.weights = lore.weights.get(self.entry, ())
        self.slope = lore.slope(following)
        self.ahead = lore.weights.get(following, self.weights)
        self.road_costs = self.small.roads
        self.accords_hold = any(self.values[at] > 0 for at in rulebook.accord_at)
        self.threshold: tuple[float, ...] = ()
        self.demand = 0.0
        self.offers: tuple[Offer, ...] = ()
        self.reaches: list[Reach] = []
        self.best: Reach | None = None
        self.chance = 0.0
        self.settles = 0.0
        self.steady: tuple[tuple[float, ...], tuple[float, ...]] = ((), ())
        self.deal: list[int] = []
        self.half_day: list[int] = [0] * len(made.drifting)
        self.base = self.learned = self.here = self.agreed = 0.0
        self.by_danger = self.by_standoff = self.by_deal = 0.0

    # -- agreements ---------------------------------------------------------------------------------------------

    def negotiate(self) -> None:
        """Value his open letters and the agreements within reach."""
        made, view = self.made, self.view
        offers = []
        for number, letter in enumerate(view.inbox, 1):
            if letter.clauses and letter.status in LIVE:
                deal = made.outcome(letter.clauses)
                by = 2 if letter.tone == "one_text" else self.other
                worth, his = self.both(deal, by)
                offers.append(Offer(number, deal, by, worth, letter.signed, his))
        self.offers = tuple(offers)
        deals, judge = made.table(self.seat, self.kind, self.rival)
        more = [self.deals[seat].get(deal.ending, 0.0) for deal in deals for seat in (self.seat, self.other)]
        found = []
        least = self.standoff + 0.5
        for deal, ((worth,), his) in zip(deals, judge(self.values, more), strict=True):
            if worth > least:
                found.append((deal, worth, his))
        self.threshold = self._threshold([(worth, his) for _, worth, his in found])
        self.reaches = [Reach(deal, worth, self.takes(deal, his)) for deal, worth, his in found]
        self._settle()

    def both(self, deal: Outcome, by: int) -> tuple[float, tuple[float, ...]]:
        """What an agreement is worth to this seat, and to each type that the other leader may be."""
        made, rulebook, v, seat, other = self.made, self.rulebook, self.values, self.seat, self.other
        if not self.steady[0]:
            self.steady = (made.steady[0](v), made.steady[1](v))
        for at, level in deal.sets:
            v[at] = level
        v[rulebook.deal_at], v[rulebook.deal_by] = 1000, by * 1000
        criteria = made.bounded(made.rest[seat](v, self.steady[seat]), deal.added[seat])
        mine = made.taste(seat, self.kind, v) if made.tastes[seat][self.kind] else 0.0
        for weight, value in zip(made.weights[seat][self.kind], criteria, strict=True):
            mine += weight * value
        criteria = made.bounded(made.rest[other](v, self.steady[other]), deal.added[other])
        his = []
        for kind, weights in enumerate(made.weights[other]):
            total = made.taste(other, kind, v) if made.tastes[other][kind] else 0.0
            for weight, value in zip(weights, criteria, strict=True):
                total += weight * value
            his.append(total)
        self.clear()
        more = self.deals[other].get(deal.ending, 0.0)
        return mine + self.deals[seat].get(deal.ending, 0.0), tuple(one + more for one in his)

    def signed_early(self, offer: Offer) -> float:
        """What taking an offer is worth before his own cabinet would bear it."""
        values, steady = list(self.values), self.steady
        apply(self.made.accepts_early[self.seat], self.values, [0.0] * len(self.values))
        self.steady = ((), ())
        worth, _ = self.both(offer.deal, offer.by)
        self.values[:], self.steady = values, steady
        return worth

    def _threshold(self, found: list[tuple[float, tuple[float, ...]]]) -> tuple[float, ...]:
        """By type of the other leader: what an agreement must be worth to him before he takes it.

        More than no agreement, by a share of what the fairest one in reach would bring him: he hopes for it as long
        as there are days left. An offer that he signed himself shows what he would take.
        """
        made, rulebook = self.made, self.rulebook
        ending = rulebook.tables.standoff
        flag = rulebook.index[f"ending.{ending}"]
        v = self.values
        v[flag] = 1000
        criteria = rulebook.worth[self.other, ending](v)
        before = list(v)
        apply(made.accepts_early[self.other], v, [0.0] * len(v))
        blamed = rulebook.worth[self.other, ending](v)
        v[:] = before
        danger = self.hazard * self.half_left * SETTLES_EARLY
        hope = min(MOST_HOPE, LEAST_HOPE + HOPE_A_TURN * self.turns_left)
        out, lone = [], []
        for kind, type_ in enumerate(rulebook.types[self.other]):
            alone = made.weigh(self.other, kind, criteria, made.nothing) + made.taste(self.other, kind, v)
            signed = made.weigh(self.other, kind, blamed, made.nothing) + made.taste(self.other, kind, v)
            first, last = type_.cabinet
            soon = min(1.0, max(0.0, (last - self.today - 1) / (last - first + 1)))
            soon *= max(0.0, alone - signed)
            alone *= 1.0 - min(0.9, type_.fear * 0.001 * danger)
            fair = 0.0
            for worth, his in found:
                fair = max(fair, min(worth - self.standoff, his[kind] - alone))
            out.append(alone + HOLDS_OUT + hope * fair + soon)
            lone.append(alone)
        v[flag] = 0
        self.demand = self._demand(found, lone, danger, hope)
        for offer in self.offers:
            if offer.by == self.other and offer.signed and not self.skill.freeze_belief:
                for kind in range(len(out)):
                    out[kind] = min(out[kind], offer.his[kind] - 1.0)
        return tuple(out)

    def _demand(
        self, found: list[tuple[float, tuple[float, ...]]], lone: list[float], danger: float, hope: float
    ) -> float:
        """The least that an agreement must be worth to this seat: by the very reckoning it thinks the other makes."""
        alone = self.standoff * (1.0 - min(0.9, self.fear * danger))
        fair = 0.0
        for worth, his in found:
            gains = 0.0
            for share, one, without in zip(self.belief, his, lone, strict=True):
                gains += share * (one - without)
            fair = max(fair, min(worth - alone, gains))
        return alone + HOLDS_OUT + hope * fair

    def takes(self, deal: Outcome, his: tuple[float, ...]) -> float:
        """The chance that he takes an agreement, over what is believed of him."""
        total = 0.0
        for share, worth, threshold in zip(self.belief, his, self.threshold, strict=True):
            total += share * sigmoid(HIS_SHARPNESS * (worth - threshold))
        return total * self._tired_of(deal)

    def _tired_of(self, deal: Outcome) -> float:
        """What he has been offered before and left lying he is less likely to take now."""
        share = 1.0
        for letter in self.view.outbox if not self.skill.freeze_belief else ():
            if letter.clauses == deal.clauses and letter.sent + 2 <= self.view.turn:
                share *= 0.5
        return share

    def clear(self) -> None:
        """Take an agreement out of the vector again."""
        v, rulebook = self.values, self.rulebook
        for at in rulebook.deal_issue:
            v[at] = -1000
        for at in rulebook.deal_secret:
            v[at] = 0
        v[rulebook.deal_at] = v[rulebook.deal_public] = 0
        v[rulebook.deal_by] = -1000

    def _settle(self) -> None:
        """The agreement to reckon with, and the chance that the crisis ends in one."""
        best, most = None, 0.0
        for reach in self.reaches:
            gain = reach.chance * (reach.worth - self.standoff)
            if gain > most:
                best, most = reach, gain
        chance = best.chance if best else 0.0
        for offer in self.offers:
            if offer.signed and offer.worth - self.standoff > most:
                best, most, chance = Reach(offer.deal, offer.worth, 1.0), offer.worth - self.standoff, 1.0
        self.best, self.chance = best, chance
        missed = 1.0
        for _ in range(min(self.turns_left, 4)):
            missed *= 1.0 - SETTLES_ANYHOW - SETTLES_BY_OFFER * chance
        self.settles = 1.0 - missed if best else 0.0

    # -- worth --------------------------------------------------------------------------------------------------

    def reckon(self) -> None:
        """Make ready to value what might be ordered: the mixture here, and the learned slope of every register."""
        self.deal = self.agreed_in(self.values)
        self.base, self.agreed = self._mixed(self.values, self.deal, self.hazard)
        self.learned = 0.0
        if self.weights:
            for weight, feature in zip(self.weights, self.features(), strict=True):
                self.learned += weight * feature
            self.by_danger, self.by_standoff, self.by_deal = (
                100.0 * self.weights[DANGER], 0.1 * self.weights[STANDOFF], 0.1 * self.weights[AGREED]
            )  # fmt: skip
        self.here = self.base + self.learned
        later = list(self.values)
        self.rulebook.drift(later)
        self.half_day = [later[at] - self.values[at] for at in self.made.drifting]

    def agreed_in(self, values: list[int]) -> list[int]:
        """A position with the agreement that is reckoned with in it."""
        deal = list(values)
        if self.best is not None:
            put(deal, self.best.deal)
            deal[self.rulebook.deal_at] = 1000
            deal[self.rulebook.deal_by] = self.seat * 1000
        return deal

    def _mixed(self, values: list[int], deal: list[int], hazard_now: float) -> tuple[float, float]:
        """Worth by formulas: stand-off and agreement mixed, less the hazard of the days left; and of the agreement."""
        made, rulebook = self.made, self.rulebook
        standoff = made.end_worth(values, rulebook.tables.standoff, self.seat, self.kind)
        mix = agreed = standoff
        if self.best is not None:
            formula = rulebook.worth[self.seat, "deal"]
            agreed = made.weigh(self.seat, self.kind, formula(deal), self.best.deal.added[self.seat])
            agreed += made.taste(self.seat, self.kind, deal) + self.deals[self.seat].get(self.best.deal.ending, 0.0)
            mix = standoff + self.settles * (agreed - standoff)
        later = max(0, self.half_left - self.half_days)
        mix *= 1.0 - min(0.9, hazard_now * later * SETTLES_EARLY)
        if self.weights:
            gain = agreed - standoff - (self.agreed - self.standoff if self.agreed else agreed - standoff)
            mix += self.by_standoff * (standoff - self.standoff) + self.by_deal * gain
            mix += self.by_danger * (hazard_now - self.hazard)
        for brink in made.brinks:
            near = brink.near(values)
            if near > 0.0:
                mix += near * (made.end_worth(values, brink.ending, self.seat, self.kind) - mix)
        return mix, agreed

    def brought_nearer(self, values: list[int]) -> float:
        """Points that a small order costs by bringing an end that comes of itself nearer."""
        change = 0.0
        for brink in self.made.brinks:
            before, after = brink.near(self.values), brink.near(values)
            if after != before:
                end = self.made.end_worth(values, brink.ending, self.seat, self.kind)
                change += (after - before) * (end - self.here)
        return change

    def features(self) -> list[float]:
        """The position as numbers of order 1, in the order of `Prepared.names`."""
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
        out += stress
        values = self.values
        out += [(values[at] - start) * scale for at, start, scale in self.made.linear[self.seat]]
        return out

    def worth(self, values: list[int], deal: list[int], drift: float, hazard_now: float) -> float:
        """Expected worth of going on from `values`, where `drift` is the learned change on the way to them."""
        return self._mixed(values, deal, hazard_now)[0] + self.learned + drift + self.bends(values)

    def bends(self, values: list[int]) -> float:
        """The learned change where worth is not linear: near the ends that come of themselves."""
        if not self.ahead:
            return 0.0
        change = 0.0
        place = SQUARES
        for at, start, scale in self.made.bent[self.seat]:
            if values[at] != self.values[at]:
                new, old = 2.0 * (values[at] - start) * scale, 2.0 * (self.values[at] - start) * scale
                change += self.ahead[place] * (new * new - old * old)
            place += 1
        return change

    def feared(self, going_on: float, hazard_now: float) -> float:
        """This turn's hazard, felt by the leader's fear: (1 - hazard fear) V + hazard fear x (worth of a run-away)."""
        return going_on * (1.0 - min(0.95, self.fear * hazard_now * self.half_days))


def put(values: list[int], deal: Outcome) -> None:
    """Write an agreement's clauses into a vector."""
    for at, level in deal.sets:
        values[at] = level


def likely(made: Prepared, view: Knowledge) -> list[int]:
    """The vector as the seat best guesses it: as `preview.likely_values`, without the walk over every register."""
    values = list(view.exact)
    for number, start in made.hidden[view.viewer]:
        values[number] = start
    for number, estimate in zip(made.rulebook.estimated[view.viewer], view.estimates, strict=True):
        values[number] = estimate.likely
    return values


def hazard(made: Prepared, values: list[int]) -> float:
    """The chance that half a day ends in war beyond control, with a share of the lesser wars."""
    found = made.hazard(values)
    return found if found < 0.9 else 0.9


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


def slopes(made: Prepared, seat: int, weights: tuple[float, ...]) -> list[float]:
    """Learned points a thousandth of each register."""
    out = [0.0] * len(made.rulebook.names)
    if weights:
        first = len(weights) - len(made.linear[seat])
        for weight, (at, _, scale) in zip(weights[first:], made.linear[seat], strict=True):
            out[at] = weight * scale
    return out


def gradient(made: Prepared, seat: int, kind: int) -> list[float]:
    """Points a thousandth of each dial, half in a stand-off and half in a middling agreement: for small orders."""
    rulebook = made.rulebook
    out = [0.0] * len(rulebook.names)
    ending = rulebook.tables.standoff
    _, hot = made.worlds
    rivals = range(len(rulebook.types[1 - seat]))
    deals = [made.outcomes[(kind, rival) if seat == 0 else (rival, kind)] for rival in rivals]
    deal = deals[0][len(deals[0]) // 2]
    for number, register in enumerate(rulebook.tables.registers):
        if register.kind != "dial" or (register.sees[seat] == "hidden" and register.owner != seat):
            continue
        values = list(hot)
        step = (register.high - register.low) // 8
        total = 0.0
        for sign in (1, -1):
            values[number] = hot[number] + sign * step
            alone = made.end_worth(values, ending, seat, kind)
            total += sign * 0.5 * (alone + made.deal_worth(values, deal, seat, kind, seat))
        out[number] = total / (2.0 * step) if step else 0.0
    return out


class Small(NamedTuple):
    """Small change of a type of leader on an entry: slopes, and what tests and accords are worth by them."""

    slope: list[float]
    tests: tuple[float, float]
    """A test of one's own answered, unanswered."""
    broken: tuple[float, ...]
    accords: tuple[float, ...]
    roads: tuple[float, ...]
    """What writing by a channel brings or costs in itself."""


def small_change(made: Prepared, seat: int, slope: list[float]) -> Small:
    """Points that the rules' own effects bring, by slopes."""
    rulebook = made.rulebook

    def points(ops: Simple) -> float:
        total = 0.0
        for moves, at, amount, _, _ in ops:
            if moves:
                total += slope[at] * amount
        return total

    yes = points(made.simple(rulebook.answered_ops[seat], seat))
    no = points(made.simple(rulebook.unanswered_ops[seat], seat))
    broken = tuple(points(made.simple(ops[seat], seat)) for ops in rulebook.accord_broken)
    gained = tuple(
        points(made.simple(enter, seat)) + points(made.simple(kept, seat))
        for enter, kept in zip(rulebook.accord_enter, rulebook.accord_kept, strict=True)
    )
    roads = tuple(points(made.simple(ops[seat], seat)) for ops in rulebook.channel_ops)
    return Small(slope, (yes, no), broken, gained, roads)


class Lore:
    """What a mind knows of one seat and type before any game: learned weights by entry, and slopes for small orders."""

    def __init__(self, made: Prepared, seat: int, kind: int, values: Values | None) -> None:
        self.made, self.seat, self.kind, self.values = made, seat, kind, values
        self._rivals: dict[int, Lore] = {}
        self.weights = weights = weights_of(made, values, seat, kind)
        self.acts: dict[str, float] = {}
        self.deals: tuple[dict[str, float], dict[str, float]] = ({}, {})
        if values is not None:
            self.acts = {name: points for who, which, name, points in values.acts if (who, which) == (seat, kind)}
            for who, ending, points in values.deals:
                self.deals[who][ending] = points
        self.gradient = gradient(made, seat, kind)
        self._slopes: dict[int, list[float]] = {}
        self._smalls: dict[int, Small] = {}
        for entry in range(len(made.rulebook.tables.entries)):
            slope = slopes(made, seat, weights.get(entry, ()))
            self._slopes[entry] = slope
            both = [one + other for one, other in zip(slope, self.gradient, strict=True)]
            self._smalls[entry] = small_change(made, seat, both)

    def slope(self, entry: int) -> list[float]:
        return self._slopes[entry]

    def rival(self, kind: int) -> Lore:
        """The same learning in the other chair."""
        if kind not in self._rivals:
            self._rivals[kind] = Lore(self.made, 1 - self.seat, kind, self.values)
        return self._rivals[kind]

    def small(self, entry: int) -> Small:
        return self._smalls[entry]


def weights_of(made: Prepared, values: Values | None, seat: int, kind: int) -> dict[int, tuple[float, ...]]:
    """Learned weights by entry, in the order of this rulebook's features; a feature not learned weighs nothing."""
    if values is None:
        return {}
    place = {name: number for number, name in enumerate(values.features[seat])}
    order = [place.get(name, -1) for name in made.names(seat)]
    return {
        entry: tuple(weights[at] if at >= 0 else 0.0 for at in order)
        for (who, which, entry), weights in values.rows
        if (who, which) == (seat, kind)
    }
