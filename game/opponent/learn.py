"""Learning what a position is worth, by self-play: rounds of games between standard minds, and a fit after each.

What is learned is what the formulas miss: the target is the worth of the end less the mixture of `evaluate`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from game.engine.api import Options, Order, Refusal, Rulebook, State, begin, outcome, play, view
from game.engine.chance import chance, key_of, sub_key
from game.engine.worth import worth
from game.opponent.evaluate import Lore, Outlook
from game.opponent.leader import after, look, settle
from game.opponent.prepared import Prepared, prepared
from game.opponent.ridge import Moments, add, fit, merged, nothing
from game.opponent.search import foreseen, open_deeds, open_riders, rider_worth
from game.opponent.skill import Row, Skill, Values

RIDGE = 3.0
TURN_RIDGE = 14.0
"""Ours: how hard the weights of one turn are held to those of all turns together."""
EXPLORES = 3200
"""Ours: the temperature of every second game, so that more than the favourite is tried."""

ACT_HOLDS, DEAL_HOLDS = 50.0, 20.0
"""Ours: how many games' worth of doubt an option's, a settlement's surprise is held back by."""

Sums = dict[tuple[int, int, str], tuple[float, int]]
"""By seat, type (-1 where it does not matter) and name: surprises added up, and how many."""


class Harvest(NamedTuple):
    """What games taught: moments by seat, type and entry; surprises by option or rider, and by settlement."""

    rows: dict[Row, Moments]
    acts: Sums
    deals: Sums


class Plan(NamedTuple):
    """How much to play, and from which seed."""

    games: int = 2000
    rounds: int = 5
    seed: int = 1962
    pace: str = ""


class Task(NamedTuple):
    """Games `first` to `last` of a round, with the values learned so far."""

    values: Values | None
    seed: int
    first: int
    last: int
    pace: str


Spread = Callable[[Callable[[Rulebook, Task], Harvest], Rulebook, Iterable[Task]], Iterable[Harvest]]
"""Runs tasks here or on other processors, in their order."""


def here(task: Callable[[Rulebook, Task], Harvest], rulebook: Rulebook, parts: Iterable[Task]) -> Iterable[Harvest]:
    for part in parts:
        yield task(rulebook, part)


def learn(rulebook: Rulebook, plan: Plan, spread: Spread = here, told: Callable[[str], None] | None = None) -> Values:
    """The values after all rounds; each round is averaged half and half with those before it."""
    values: Values | None = None
    for number in range(plan.rounds):
        seed = chance(key_of(plan.seed), "round", number)
        step = max(1, plan.games // 8)
        parts = [
            Task(values, seed, first, min(first + step, plan.games), plan.pace) for first in range(0, plan.games, step)
        ]
        total = Harvest({}, {}, {})
        for harvest in spread(gather, rulebook, parts):
            for row, moments in harvest.rows.items():
                total.rows[row] = merged(total.rows[row], moments) if row in total.rows else moments
            for sums, more in ((total.acts, harvest.acts), (total.deals, harvest.deals)):
                for name, (surprise, count) in more.items():
                    note(sums, name, surprise, count)
        values = averaged(values, fitted(rulebook, total))
        if told is not None:
            told(f"round {number + 1} of {plan.rounds}: {plan.games} games")
    assert values is not None
    return values


def note(sums: Sums, name: tuple[int, int, str], surprise: float, count: int = 1) -> None:
    """Add to a sum of surprises."""
    old, number = sums.get(name, (0.0, 0))
    sums[name] = (old + surprise, number + count)


class Sample(NamedTuple):
    """A decision as it was foreseen; `acts` are (name, what was expected of it)."""

    row: Row
    features: list[float]
    base: float
    acts: tuple[tuple[str, float], ...]


def gather(rulebook: Rulebook, task: Task) -> Harvest:
    """Play games and keep what they teach."""
    made = prepared(rulebook)
    lores: dict[tuple[int, int], Lore] = {}
    out = Harvest({}, {}, {})
    pairs = [(one.id, two.id) for one in rulebook.types[0] for two in rulebook.types[1]]
    for number in range(task.first, task.last):
        skill = Skill("leader", values=task.values, temperature=EXPLORES if number % 2 else 2222)
        options = Options(task.pace, "", pairs[number % len(pairs)], quiet=True)
        state = begin(rulebook, chance(key_of(task.seed), "game", number), options)
        samples: list[Sample] = []
        signed: list[tuple[str, list[float]]] = []
        state = _game(rulebook, made, state, skill, lores, samples, signed)
        ended = outcome(state)
        assert ended is not None
        final = [worth(rulebook, state.values, seat, ended.ending) * 0.001 for seat in range(2)]
        for row, features, base, acts in samples:
            if features:
                if row not in out.rows:
                    out.rows[row] = nothing(len(features))
                out.rows[row] = add(out.rows[row], features, final[row[0]] - base)
            for name, expected in acts:
                note(out.acts, (row[0], row[1], name), final[row[0]] - expected)
        for ending, worths in signed[:1]:
            for seat in range(2):
                note(out.deals, (seat, -1, ending), final[seat] - worths[seat])
    return out


def _game(
    rulebook: Rulebook, made: Prepared, state: State, skill: Skill, lores: dict[tuple[int, int], Lore],
    samples: list[Sample], signed: list[tuple[str, list[float]]],
) -> State:  # fmt: skip
    while outcome(state) is None:
        seat = 0 if state.owed[0] and state.orders[0] is None else 1
        seen = view(state, seat)
        place = (seat, seen.own_type)
        if place not in lores:
            lores[place] = Lore(made, seat, seen.own_type, skill.values)
        outlook = look(made, seen, skill, lores[place])
        move = settle(outlook, sub_key(state.key, seat, seen.phase)).move
        if seen.stage == "orders" and isinstance(move, Order):
            samples.append(_sample(outlook, move))
        step = play(rulebook, state, move)
        assert not isinstance(step, Refusal), step
        ended = step.state.ended
        if state.ended is None and ended is not None and ended.group == "settlement":
            signed.append(
                (ended.ending, [worth(rulebook, step.state.values, who, ended.ending) * 0.001 for who in range(2)])
            )
        state = step.state
    return state


def _sample(outlook: Outlook, move: Order) -> Sample:
    """A decision with what was expected of the headline taken, and of every rider taken or left."""
    row = (outlook.seat, outlook.kind, outlook.entry)
    crisis = outlook.view.ended is None and outlook.half_left > 0
    acts: list[tuple[str, float]] = []
    for deed in open_deeds(outlook):
        if deed.act.id == move.option:
            acts.append((deed.source, foreseen(outlook, deed)[0] if crisis else after(outlook, deed)))
    if crisis:
        for deed in open_riders(outlook, move.option):
            taken = deed.act.id in move.riders
            worth_ = outlook.here + (rider_worth(outlook, deed) if taken else 0.0)
            acts.append((deed.source if taken else f"not {deed.source}", worth_))
    return Sample(row, outlook.features() if crisis else [], outlook.base, tuple(acts))


def fitted(rulebook: Rulebook, harvest: Harvest) -> Values:
    """Weights by ridge: for a seat and type over all turns first, then turn by turn, held to those."""
    made = prepared(rulebook)
    pooled: dict[tuple[int, int], Moments] = {}
    for (seat, kind, _), moments in sorted(harvest.rows.items()):
        place = (seat, kind)
        pooled[place] = merged(pooled[place], moments) if place in pooled else moments
    common = {place: fit(moments, RIDGE) for place, moments in pooled.items()}
    rows = tuple(
        (row, tuple(fit(moments, TURN_RIDGE, common[row[:2]]))) for row, moments in sorted(harvest.rows.items())
    )
    deals = tuple(
        (seat, ending, surprise / (count + DEAL_HOLDS))
        for (seat, _, ending), (surprise, count) in sorted(harvest.deals.items())
    )
    return Values((made.names(0), made.names(1)), rows, tuple(_acts(rulebook, harvest.acts)), deals)


def _acts(rulebook: Rulebook, acts: Sums) -> Iterable[tuple[int, int, str, float]]:
    """What each option or rider brought beyond what was foreseen, against the others of its decision."""
    made = prepared(rulebook)
    groups: dict[tuple[int, tuple[str, ...]], None] = {}
    for (seat, _), deeds in made.deeds.items():
        groups[seat, tuple(deed.source for deed in deeds)] = None
    for (seat, _), deeds in made.riders.items():
        for deed in deeds:
            groups[seat, (deed.source, f"not {deed.source}")] = None
    found: dict[tuple[int, int, str], float] = {}
    for seat, names in groups:
        kinds = range(len(rulebook.types[seat]))
        sums = {kind: [acts.get((seat, kind, name), (0.0, 0)) for name in names] for kind in kinds}
        for kind in kinds:
            middle = _mean(sums[kind])
            for place, name in enumerate(names):
                common = 0.0
                many = 0
                for other in kinds:
                    surprise, count = sums[other][place]
                    common += surprise - count * _mean(sums[other])
                    many += count
                common /= many + ACT_HOLDS
                surprise, count = sums[kind][place]
                own = (surprise - count * (middle + common)) / (count + ACT_HOLDS)
                if not name.startswith("not "):
                    found[seat, kind, name] = common + own
                else:
                    taken = name.removeprefix("not ")
                    found[seat, kind, taken] = found.get((seat, kind, taken), 0.0) - common - own
    return ((seat, kind, name, points) for (seat, kind, name), points in sorted(found.items()))


def _mean(sums: list[tuple[float, int]]) -> float:
    total, count = 0.0, 0
    for surprise, number in sums:
        total += surprise
        count += number
    return total / count if count else 0.0


def averaged(old: Values | None, new: Values) -> Values:
    """Half the values before, half the new ones; what was not there before is taken as it is."""
    if old is None:
        return new
    before = dict(old.rows)
    rows = []
    for row, weights in new.rows:
        if row in before:
            weights = tuple(0.5 * one + 0.5 * other for one, other in zip(before.pop(row), weights, strict=True))
        rows.append((row, weights))
    acts = {(seat, kind, name): points for seat, kind, name, points in old.acts}
    for seat, kind, name, points in new.acts:
        acts[seat, kind, name] = 0.5 * points + 0.5 * acts.get((seat, kind, name), points)
    deals = {(seat, ending): points for seat, ending, points in old.deals}
    for seat, ending, points in new.deals:
        deals[seat, ending] = 0.5 * points + 0.5 * deals.get((seat, ending), points)
    return Values(
        new.features, tuple(sorted((*rows, *before.items()))),
        tuple((seat, kind, name, points) for (seat, kind, name), points in sorted(acts.items())),
        tuple((seat, ending, points) for (seat, ending), points in sorted(deals.items())),
    )  # fmt: skip


def to_json(rulebook: Rulebook, values: Values, plan: Plan, digest: str, command: str) -> dict[str, Any]:
    """The values as a file holds them: weights in thousandths, and what made them."""
    entries = rulebook.tables.entries
    return {
        "format": 1,
        "command": command,
        "games": plan.games * plan.rounds,
        "rounds": plan.rounds,
        "seed": plan.seed,
        "rulebook": digest,
        "features": [list(names) for names in values.features],
        "rows": [
            {
                "type": rulebook.types[seat][kind].id,
                "entry": entries[entry].id,
                "weights": [int((weight * 1000.0 + 0.5) // 1) for weight in weights],
            }
            for (seat, kind, entry), weights in values.rows
        ],
        "acts": [
            {
                "type": type_.id,
                "points": {
                    name: int((points * 1000.0 + 0.5) // 1)
                    for who, which, name, points in values.acts if (who, which) == (seat, kind)
                },
            }
            for seat, side in enumerate(rulebook.types) for kind, type_ in enumerate(side)
        ],
        "deals": [[seat, ending, int((points * 1000.0 + 0.5) // 1)] for seat, ending, points in values.deals],
    }  # fmt: skip
