"""Every option of every decision, forced: one game between two leaders, and a fork of it for each option not taken.

All forks share the game's seed and everything up to the decision, and chance is drawn by what it is for; so what is
compared at a decision differs in that option alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from game.analysis.balance.match import LEADER, Setting
from game.analysis.game import LONGEST, Stuck, finish, seed_of
from game.engine.begin import begin
from game.engine.chance import sub_key
from game.engine.move import Move, Order
from game.engine.play import play
from game.engine.refusal import Refusal
from game.engine.rulebook import Rulebook
from game.engine.state import ORDERS, OVER, State
from game.engine.worth import worth
from game.opponent.decide import Mind, ready
from game.opponent.leader import lead

Point = tuple[int, int]
"""A decision point: seat, calendar entry."""
Pair = tuple[int, int]
"""Types by seat."""


class Root(NamedTuple):
    """One game to fork: the types of both leaders, and its number."""

    pair: Pair
    number: int


class Forked(NamedTuple):
    """One decision point of one game: its worth to the seat that decides, by option (thousandths)."""

    point: Point
    pair: Pair
    number: int
    worths: tuple[int, ...]
    """In the order of the rulebook; where an option is closed, the worth of what was done instead."""
    open: tuple[bool, ...]


def roots(rulebook: Rulebook, games: int) -> list[Root]:
    """Every pair of types, `games` times; games of all pairs are begun evenly, so a run cut short is even too."""
    one, two = rulebook.types
    return [Root((a, b), number) for number in range(games) for a in range(len(one)) for b in range(len(two))]


def fork(rulebook: Rulebook, setting: Setting, root: Root) -> list[Forked]:
    """All decision points of one game."""
    minds = (setting.cast[0, LEADER], setting.cast[1, LEADER])
    types = (rulebook.types[0][root.pair[0]].id, rulebook.types[1][root.pair[1]].id)
    state = begin(rulebook, seed_of(setting.seed, root.number), setting.options._replace(types=types, quiet=False))
    makers = tuple(ready(rulebook, mind.skill) for mind in minds)
    met: list[tuple[Point, State, Order]] = []
    seen: set[Point] = set()
    for _ in range(LONGEST):
        if state.stage == OVER:
            break
        seat = _mover(state)
        view = state.knowledge[seat]
        move = makers[seat].decide(view, sub_key(state.key, seat, view.phase)).move
        if state.stage == ORDERS and isinstance(move, Order):
            point = (seat, rulebook.tables.paces[state.pace].turns[state.turn].asks[seat])
            if point not in seen:
                seen.add(point)
                met.append((point, state, move))
        state = _played(rulebook, state, move)
    base = _worths(rulebook, state)
    out = []
    for point, before, taken in met:
        seat = point[0]
        worths, opened = [], []
        for act in rulebook.dated[point].acts:
            free = act.requires is None or act.requires(before.knowledge[seat].exact)
            opened.append(free)
            if not free or act.id == taken.option:
                worths.append(base[seat])
                continue
            other = _forced(makers[seat], before, act.id)
            worths.append(_worths(rulebook, finish(rulebook, _played(rulebook, before, other), minds))[seat])
        out.append(Forked(point, root.pair, root.number, tuple(worths), tuple(opened)))
    return out


def _forced(maker: Mind, state: State, option: str) -> Move:
    """The order that this mind signs if it must sign that option: all the rest of it is its own."""
    seat = _mover(state)
    view = state.knowledge[seat]
    draw = sub_key(state.key, seat, view.phase)
    return lead(maker.made, view, replace(maker.skill, only=option, questions=""), maker.lore(view), draw).move


def _mover(state: State) -> int:
    return 0 if state.owed[0] and state.orders[0] is None else 1


def _played(rulebook: Rulebook, state: State, move: Move) -> State:
    step = play(rulebook, state, move)
    if isinstance(step, Refusal):
        raise Stuck(f"a forced move is not allowed in {state.knowledge[0].phase}: {step}")
    return step.state


def _worths(rulebook: Rulebook, state: State) -> tuple[int, int]:
    if state.ended is None:
        raise Stuck(f"the game does not end after {LONGEST} moves")
    ending = state.ended.ending
    return worth(rulebook, state.values, 0, ending), worth(rulebook, state.values, 1, ending)


class Forks:
    """Everything forked so far: for each decision point and pair, a row for each game, in the order of its number."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self.rows: dict[Point, dict[Pair, list[Forked]]] = {}
        self.games = 0

    def add(self, found: list[Forked]) -> None:
        self.games += 1
        for row in found:
            self.rows.setdefault(row.point, {}).setdefault(row.pair, []).append(row)

    def points(self) -> Iterator[tuple[Point, dict[Pair, list[Forked]]]]:
        """Decision points by seat and day."""
        for point in sorted(self.rows):
            yield point, self.rows[point]
