"""How fast the engine is, one JSON line a measure; beside it PettingZoo and OpenSpiel where they can be imported.

    python -m tests.benchmarks.bench_engine

Seconds are of this processor, not of the clock; a median is of single calls. Nothing here is asserted: machines differ,
so what counts is a ratio between two lines of one run.
"""

from __future__ import annotations

import gc
import json
import random
from collections.abc import Callable, Iterator
from importlib import import_module
from statistics import median
from time import perf_counter, process_time
from typing import Any

import yaml

from game.engine.api import (
    Ask,
    Move,
    Options,
    Order,
    Refusal,
    Rulebook,
    State,
    begin,
    choices,
    digest,
    outcome,
    play,
    preview,
    suppose,
    view,
)
from game.engine.chance import key_of
from game.scenario.files import contents
from game.scenario.load import compile_folder
from tests.rulebooks import OCTOBER, october
from tests.strategies import random_moves

Line = dict[str, Any]
GAMES = 40
QUIET, LOUD = Options(quiet=True), Options()


def lines() -> Iterator[Line]:
    """Every measure in turn."""
    rulebook = october()
    games = [[move for _, move, _ in random_moves(rulebook, seed, LOUD)] for seed in range(GAMES)]
    gc.collect()
    chosen = len([move for game in games for move in game])
    replayed = best(lambda: replay(rulebook, games, QUIET))
    made = best(lambda: [len(list(random_moves(rulebook, seed, QUIET))) for seed in range(GAMES)], 3)
    yield {"measure": "random games replayed quietly", "games/s": GAMES / replayed, "choices/s": chosen / replayed}
    yield {"measure": "random games, moves made", "games/s": GAMES / made, "choices/s": chosen / made}
    loud = best(lambda: replay(rulebook, games, LOUD), 3)
    yield {"measure": "random games replayed with reports", "games/s": GAMES / loud, "choices/s": chosen / loud}
    yield from moves(rulebook, games)
    yield from looks(rulebook, games)
    yield from checked()
    for peer in (pettingzoo_line, openspiel_line):
        found = peer()
        if found:
            yield {**found, "ours": chosen / replayed, "ratio": chosen / replayed / found["choices/s"]}


def best(work: Callable[[], object], times: int = 5) -> float:
    """Processor seconds of the quickest of some runs."""
    out = []
    for _ in range(times):
        start = process_time()
        work()
        out.append(process_time() - start)
    return min(out)


def replay(rulebook: Rulebook, games: list[list[Move]], options: Options) -> None:
    for seed, game in enumerate(games):
        state = begin(rulebook, seed, options)
        for move in game:
            state = after(rulebook, state, move)
        if outcome(state) is None:
            raise AssertionError(f"game {seed} does not end as it was recorded")


def after(rulebook: Rulebook, state: State, move: Move) -> State:
    step = play(rulebook, state, move)
    if isinstance(step, Refusal):
        raise AssertionError(f"{move} is refused: {step}")
    return step.state


def moves(rulebook: Rulebook, games: list[list[Move]]) -> Iterator[Line]:
    """Single moves by kind: an Ask, an order that is signed, one that makes the phase resolve."""
    for name, options in (("quiet", QUIET), ("with reports", LOUD)):
        spent: dict[str, list[float]] = {
            "ask": [], "ask of a seat that has looked": [], "signature": [], "resolution": [], "digest": [],
        }  # fmt: skip
        for seed, game in enumerate(games):
            state = begin(rulebook, seed, options)
            for move in game:
                start = perf_counter()
                later = after(rulebook, state, move)
                taken = perf_counter() - start
                signed = any(later.orders) or not isinstance(move, Ask | Order)
                spent["ask" if isinstance(move, Ask) else "signature" if signed else "resolution"].append(taken)
                if options is QUIET and isinstance(move, Ask):  # (its estimates have been looked at by now)
                    again = timed(lambda state=state, move=move: after(rulebook, state, move))  # type: ignore[misc]
                    spent["ask of a seat that has looked"].append(again)
                if options is LOUD and isinstance(move, Order) and not signed:
                    spent["digest"].append(timed(lambda later=later: digest(later)))  # type: ignore[misc]
                state = later
        for kind, found in spent.items():
            if found:
                yield {"measure": f"play: {kind}, {name}", **spread(found)}
        if options is LOUD:
            every = [one for kind, found in spent.items() if kind != "digest" for one in found]
            yield {"measure": "play: any move, with reports", **spread(every)}


def looks(rulebook: Rulebook, games: list[list[Move]]) -> Iterator[Line]:
    """What minds and screens call, over the states of recorded games."""
    spent: dict[str, list[float]] = {"view": [], "choices": [], "preview": [], "suppose": []}
    for seed, game in enumerate(games[:12]):
        state = begin(rulebook, seed, LOUD)
        for number, move in enumerate(game):
            seat = 0 if state.owed[0] else 1
            seen = view(state, seat)
            spent["view"].append(timed(lambda state=state, seat=seat: view(state, seat)))  # type: ignore[misc]
            spent["choices"].append(timed(lambda seen=seen: choices(rulebook, seen)))  # type: ignore[misc]
            key = key_of(number)
            spent["suppose"].append(timed(lambda seen=seen, key=key: suppose(rulebook, seen, key)))  # type: ignore[misc]
            if seen.stage == "orders":
                for choice in choices(rulebook, seen).options[:1]:
                    order = Order(seat, seen.phase, choice.id)
                    spent["preview"].append(
                        timed(lambda seen=seen, order=order: preview(rulebook, seen, order))  # type: ignore[misc]
                    )
            state = after(rulebook, state, move)
    for name, found in spent.items():
        yield {"measure": name, **spread(found)}


def timed(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def spread(seconds: list[float]) -> Line:
    return {"median us": median(seconds) * 1e6, "mean us": sum(seconds) / len(seconds) * 1e6, "calls": len(seconds)}


def checked() -> Iterator[Line]:
    """The check of the whole scenario, against what PyYAML's C loader takes for the same files."""
    files = [data for _, data in contents(OCTOBER)]
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    bare = best(lambda: [yaml.load(data, loader) for data in files], 3)
    whole = best(lambda: compile_folder(OCTOBER), 2)
    tables = october().tables
    yield {"measure": "check of the whole scenario", "s": whole, "bare yaml s": bare, "ratio": whole / bare}
    yield {"measure": "rulebook from its tables", "s": best(lambda: Rulebook(tables), 3)}


def pettingzoo_line() -> Line | None:
    """PettingZoo's tic-tac-toe by a plain random pick, moves a second."""
    try:
        env = import_module("pettingzoo.classic.tictactoe_v3").env()
    except ImportError:
        return None
    pick = random.Random(1)

    def plays() -> int:
        count = 0
        for _ in range(150):
            env.reset(seed=1)
            for _ in env.agent_iter():
                seen, _, ended, cut, _ = env.last()
                if ended or cut:
                    env.step(None)
                    continue
                env.step(pick.choice([at for at, free in enumerate(seen["action_mask"]) if free]))
                count += 1
        return count

    return {"measure": "PettingZoo tic-tac-toe", "choices/s": rate(plays)}


def openspiel_line() -> Line | None:
    """OpenSpiel's tic-tac-toe written in Python, moves a second."""
    try:
        import_module("open_spiel.python.games.tic_tac_toe")  # importing it registers the game
        game = import_module("pyspiel").load_game("python_tic_tac_toe")
    except ImportError:
        return None
    pick = random.Random(1)

    def plays() -> int:
        count = 0
        for _ in range(300):
            state = game.new_initial_state()
            while not state.is_terminal():
                state.apply_action(pick.choice(state.legal_actions()))
                count += 1
        return count

    return {"measure": "OpenSpiel python_tic_tac_toe", "choices/s": rate(plays)}


def rate(plays: Callable[[], int]) -> float:
    """Moves a processor second, the best of three runs."""
    out = []
    for _ in range(3):
        start = process_time()
        count = plays()
        out.append(count / (process_time() - start))
    return max(out)


def main() -> None:
    for line in lines():
        print(json.dumps({key: round(one, 3) if isinstance(one, float) else one for key, one in line.items()}))


if __name__ == "__main__":
    main()
