"""Every agreement that two leaders might come to, and what each would be worth to any type of either."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from game.engine.judged import Column, Dealt, Judge, Judged, Settled, dealt, judged
from game.engine.rulebook import Rulebook
from game.engine.rulebook.rules import DEAL
from game.engine.weave import Folder
from game.negotiation.clause import UNSAID, Clause, Clauses, changed, in_order, level_of, with_change
from game.negotiation.offer import asks_more

TICK = 0.001
BEATEN = 0.5
"""Ours: an agreement is left out where another is this much better for both."""
MOST_OUTCOMES = 18
MOST = 20.0
"""What a criterion may be worth at most."""
MOST_TEXTS = 4096
"""Texts whose outcome is kept."""


class Outcome(NamedTuple):
    """One agreement that might be proposed."""

    clauses: Clauses
    text: str
    """The clauses in one word: another for other clauses."""
    added: tuple[tuple[float, ...], tuple[float, ...]]
    """By seat and criterion: what the issues outside the scenario's formula add."""
    secret: bool
    ending: str
    """The settlement that it comes to."""
    made: tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]
    """What it makes of `Agreements.places`: on a text of either seat, on one of both."""


class Bench:
    """Judges of one seat's deals."""

    def __init__(self, seat: int, settled: Settled, judge: Dealt) -> None:
        self.seat, self._settle, self.judge = seat, settled, judge
        self._settled: dict[tuple[str, int], tuple[float, ...]] = {}

    def settled(self, deal: Outcome, by: int) -> tuple[float, ...]:
        """All that follows from a deal whatever the position."""
        place = (deal.text, by)
        found = self._settled.get(place)
        if found is None:
            if len(self._settled) >= MOST_TEXTS:
                self._settled.clear()
            found = self._settled[place] = self._settle(deal.made[by])
        return found

    def worth(self, values: Sequence[int], deal: Outcome, by: int, more: float = 0.0) -> tuple[float, ...]:
        """What a deal is worth to each judge, `more` added."""
        return self.judge(values, self.settled(deal, by), deal.added[self.seat], more)


class Agreements:
    """The outcome space of a rulebook."""

    def __init__(self, rulebook: Rulebook, weights: tuple[tuple[tuple[float, ...], ...], ...]) -> None:
        n = rulebook.tables.negotiation
        self.rulebook, self.weights = rulebook, weights
        self.criteria = len(rulebook.tables.criteria)
        self.core = tuple(number for number, issue in enumerate(n.issues) if issue.core)
        self.side = tuple(number for number, issue in enumerate(n.issues) if not issue.core)
        self.places = (
            *rulebook.deal_issue, *rulebook.deal_secret, rulebook.deal_public, rulebook.deal_at, rulebook.deal_by
        )  # fmt: skip
        self.judges = tuple(
            tuple(
                Judge(weights[seat][kind], tuple((text, points * TICK) for text, points in type_.taste))
                for kind, type_ in enumerate(rulebook.types[seat])
            )
            for seat in range(2)
        )
        texts = {worth.seat: worth.criteria for worth in rulebook.tables.worth if worth.ending == DEAL}
        self.texts = (texts[0], texts[1])
        self.folder = Folder(rulebook.vocabulary)
        self.to_all = tuple(self._bench(seat, self.judges[seat]) for seat in range(2))
        """By seat: what a deal is worth to each of its types."""
        self.to_one = tuple(tuple(self._bench(seat, (judge,)) for judge in self.judges[seat]) for seat in range(2))
        self._outcomes: dict[Clauses, Outcome] = {}
        self._nearer: dict[tuple[str, int], tuple[Outcome, ...]] = {}
        self._stepped: dict[tuple[str, str, int], tuple[int, bool]] = {}
        self._tables: dict[tuple[int, int, int], Judged] = {}
        self.worlds = self._worlds()
        self.between = self._between()

    def _bench(self, seat: int, judges: Sequence[Judge]) -> Bench:
        known = {self.rulebook.deal_at: 1000}
        return Bench(seat, *dealt(self.folder, known, self.places, self.texts[seat], judges, MOST))

    def worth(self, values: Sequence[int], deal: Outcome, seat: int, kind: int, by: int) -> float:
        """What an agreement would be worth to a type of leader."""
        return self.to_one[seat][kind].worth(values, deal, by)[0]

    def table(self, seat: int, kind: int, rival: int) -> Judged:
        """All agreements between two types at once: their worth to this seat, then to each type of the other."""
        place = (seat, kind, rival)
        if place not in self._tables:
            other = 1 - seat
            deals = self.between[(kind, rival) if seat == 0 else (rival, kind)]
            settings = [dict(zip(self.places, deal.made[seat], strict=True)) for deal in deals]
            columns = [
                Column(self.texts[seat], tuple(deal.added[seat] for deal in deals), (self.judges[seat][kind],)),
                Column(self.texts[other], tuple(deal.added[other] for deal in deals), self.judges[other]),
            ]
            self._tables[place] = judged(self.folder, settings, columns, MOST)
        return self._tables[place]

    # -- the space ----------------------------------------------------------------------------------------------

    def _between(self) -> dict[tuple[int, int], tuple[Outcome, ...]]:
        """By pair of types: the agreements worth proposing."""
        n = self.rulebook.tables.negotiation
        texts: list[tuple[Clause, ...]] = [()]
        for number in self.core:
            issue = n.issues[number]
            levels = [Clause(number, level, issue.always[level] == "secret") for level in range(len(issue.levels))]
            texts = [(*text, clause) for text in texts for clause in levels]
            if len(texts) > 400:
                break
        out: dict[tuple[int, int], tuple[Outcome, ...]] = {}
        for one in range(len(self.rulebook.types[0])):
            for two in range(len(self.rulebook.types[1])):
                cheap = self._cheap(one, two)
                every = tuple(self.outcome(in_order((*text, *cheap))) for text in texts)
                out[one, two] = self._worthwhile(every, one, two)
        return out

    def _worthwhile(self, every: tuple[Outcome, ...], one: int, two: int) -> tuple[Outcome, ...]:
        """The agreements that, in a calm or a frightened world, nothing else beats for both leaders at once."""
        keep: list[Outcome] = []
        for values in self.worlds:
            points = [(self.worth(values, deal, 0, one, 0), self.worth(values, deal, 1, two, 0)) for deal in every]
            for place, (mine, his) in enumerate(points):
                beaten = False
                for other, (more, better) in enumerate(points):
                    if other != place and more >= mine + BEATEN and better >= his + BEATEN:
                        beaten = True
                        break
                if not beaten and every[place] not in keep:
                    keep.append(every[place])
        return tuple(keep[:MOST_OUTCOMES])

    def _worlds(self) -> tuple[list[int], list[int]]:
        """The start, and the start with every shared dial well up its range."""
        calm = list(self.rulebook.start)
        hot = list(calm)
        for number, register in enumerate(self.rulebook.tables.registers):
            if register.kind == "dial":
                hot[number] = (register.start + register.high) // 2
        return calm, hot

    def _cheap(self, one: int, two: int) -> tuple[Clause, ...]:
        """Side issues at the level that leaves the two leaders most between them, where that beats silence."""
        out = []
        for number in self.side:
            issue = self.rulebook.tables.negotiation.issues[number]
            best, found = 0.1, UNSAID
            silent = self._side_worth(number, UNSAID, 0, one) + self._side_worth(number, UNSAID, 1, two)
            for level in range(len(issue.levels)):
                joint = self._side_worth(number, level, 0, one) + self._side_worth(number, level, 1, two) - silent
                if joint > best:
                    best, found = joint, level
            if found != UNSAID:
                out.append(Clause(number, found, issue.always[found] == "secret"))
        return tuple(out)

    def _side_worth(self, issue: int, level: int, seat: int, kind: int) -> float:
        total = 0.0
        found = self.rulebook.tables.negotiation.issues[issue].worth[seat]
        for criterion, table in enumerate(found):
            if table:
                total += self.weights[seat][kind][criterion] * self._added(table, level)
        return total

    def _added(self, table: tuple[int, ...], level: int) -> float:
        if level != UNSAID:
            return table[level] * TICK
        total = 0
        for value in table:
            total += value
        return total * self.rulebook.tables.negotiation.unmentioned // (1000 * len(table)) * TICK

    # -- one text -----------------------------------------------------------------------------------------------

    def outcome(self, clauses: Clauses) -> Outcome:
        """An agreement made ready to be valued."""
        found = self._outcomes.get(clauses)
        if found is None:
            if len(self._outcomes) >= MOST_TEXTS:
                self._outcomes.clear()
            found = self._outcomes[clauses] = self._outcome(clauses)
        return found

    def step(self, before: Clauses, deal: Outcome, seat: int) -> tuple[int, bool]:
        """From a seat's text to another: on how many issues they differ, and whether the seat asks more anywhere."""
        place = (self.outcome(before).text, deal.text, seat)
        found = self._stepped.get(place)
        if found is None:
            if len(self._stepped) >= MOST_TEXTS:
                self._stepped.clear()
            more = asks_more(before, deal.clauses, self.rulebook.own_end[seat])
            found = self._stepped[place] = (len(changed(before, deal.clauses)), bool(more))
        return found

    def nearer(self, deal: Outcome, seat: int) -> tuple[Outcome, ...]:
        """The texts that put one core clause of a deal a step nearer a seat's own end."""
        place = (deal.text, seat)
        found = self._nearer.get(place)
        if found is None:
            if len(self._nearer) >= MOST_TEXTS:
                self._nearer.clear()
            found = self._nearer[place] = tuple(self._steps(deal, seat))
        return found

    def _steps(self, deal: Outcome, seat: int) -> Iterator[Outcome]:
        for number in self.core:
            issue = self.rulebook.tables.negotiation.issues[number]
            level = max(0, level_of(deal.clauses, number)) + self.rulebook.own_end[seat][number]
            if 0 <= level < len(issue.levels):
                clause = Clause(number, level, issue.always[level] == "secret")
                yield self.outcome(with_change(deal.clauses, clause))

    def _outcome(self, clauses: Clauses) -> Outcome:
        rulebook = self.rulebook
        levels = [UNSAID] * len(rulebook.deal_issue)
        secrets = [False] * len(levels)
        public = False
        for clause in clauses:
            levels[clause.issue] = clause.level
            secrets[clause.issue] = clause.secret
            public = public or not clause.secret
        added = (self._sides(levels, 0), self._sides(levels, 1))
        plain = (*(1000 * level for level in levels), *(1000 * secret for secret in secrets), 1000 * public)
        values = list(rulebook.start)
        for at, level in zip(self.places, (*plain, 1000, values[rulebook.deal_by]), strict=True):
            values[at] = level
        ending = next((name for name, when in rulebook.settlements if when is not None and when(values)), "")
        made = ((*plain, 1000, 0), (*plain, 1000, 1000), (*plain, 1000, 2000))
        return Outcome(clauses, " ".join(str(level) for level in plain), added, any(secrets), ending, made)

    def _sides(self, levels: list[int], seat: int) -> tuple[float, ...]:
        out = [0.0] * self.criteria
        for number in self.rulebook.open_questions[seat]:
            for criterion, table in enumerate(self.rulebook.tables.negotiation.issues[number].worth[seat]):
                if table:
                    out[criterion] += self._added(table, levels[number])
        return tuple(out)
