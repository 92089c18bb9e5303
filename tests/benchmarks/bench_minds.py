"""Games of two minds, and the odds of a whole game: one JSON line a measure.

python -m tests.benchmarks.bench_minds [games]
"""

from __future__ import annotations

import json
import sys
import time
from importlib import import_module

from game.analysis.game import finish, seed_of
from game.analysis.minds import mind
from game.engine.api import Options, Refusal, begin, outcome, play, view
from game.engine.chance import sub_key
from game.opponent.decide import Mind
from game.opponent.deepen import BROAD
from game.opponent.minds import mind as skill
from tests.rulebooks import OCTOBER, compiled, october

GOAL = 100.0
"""Games a second of two one-step minds on one core."""
ODDS_GOAL = 60.0
"""Seconds for the odds of a whole game at 1,000 replays a decision, on two cores."""
PEER_ISSUES, PEER_STEPS = 5, 14
"""What two peers bargain over: fewer issues than a game of ours has, and as many rounds as it has turns."""
DECISIONS = 16
"""Turns of a long game at which the odds are asked."""


def minds(games: int) -> list[dict[str, object]]:
    """How many whole games a second two minds of each kind play, by processor time."""
    rulebook, texts = october(), compiled(OCTOBER)[1]
    out: list[dict[str, object]] = []
    for name in ("leader", "history", "random"):
        one, two = (mind(rulebook, seat, name, texts.content) for seat in range(2))
        assert one is not None
        assert two is not None
        finish(rulebook, begin(rulebook, 0, Options(quiet=True)), (one, two))
        start = time.process_time()
        for number in range(games):
            finish(rulebook, begin(rulebook, seed_of(1962, number), Options(quiet=True)), (one, two))
        rate = games / (time.process_time() - start)
        line: dict[str, object] = {"measure": f"games a second, {name} against {name}", "value": round(rate, 1)}
        if name == "leader":
            line |= {"goal": GOAL, "ratio": round(rate / GOAL, 3)}
            peer = negmas_negotiations(games)
            if peer is not None:
                line |= {"peer": f"NegMAS, two conceding negotiators, {PEER_ISSUES} issues of three levels, "
                         f"{PEER_STEPS} steps: negotiations a second", "peer value": round(peer, 1)}  # fmt: skip
            seconds = DECISIONS * 1000 / rate / 2 / 2
            out.append(
                {"measure": "odds of a whole game, 1,000 replays a decision, two cores: seconds, from the rate",
                 "value": round(seconds, 1), "goal": ODDS_GOAL}
            )  # fmt: skip
        out.append(line)
    return out


def nodes(decisions: int) -> list[dict[str, object]]:
    """Supposed worlds a second that a deep mind looks into, beside OpenSpiel's search written in Python."""
    rulebook, texts = october(), compiled(OCTOBER)[1]
    deep = Mind(rulebook, skill("deep", rulebook, texts.content))
    quick = Mind(rulebook, skill("leader", rulebook, texts.content))
    looked, spent, number = 0, 0.0, 0
    while looked < decisions * 12:
        state = begin(rulebook, seed_of(1962, number), Options(quiet=True))
        number += 1
        while outcome(state) is None:
            seat = 0 if state.owed[0] and state.orders[0] is None else 1
            seen = view(state, seat)
            draw = sub_key(state.key, seat, seen.phase)
            start = time.process_time()
            found = deep.decide(seen, draw)
            took = time.process_time() - start
            worlds = sum(BROAD * dict(one.numbers)["worlds"] // 1000 for one in found.reasons if one.kind == "looked")
            looked, spent = looked + worlds, spent + (took if worlds else 0.0)
            step = play(rulebook, state, quick.decide(seen, draw).move)
            assert not isinstance(step, Refusal)
            state = step.state
    line: dict[str, object] = {"measure": "deep mind, supposed worlds a second", "value": round(looked / spent, 1)}
    peer = openspiel_search()
    if peer is not None:
        line |= {"peer": "OpenSpiel MCTS in Python on python_tic_tac_toe, simulations a second",
                 "peer value": round(peer), "ratio": round(looked / spent / peer, 3), "goal": 3.0}  # fmt: skip
    return [line]


def negmas_negotiations(number: int) -> float | None:
    """Negotiations a second between two of NegMAS's conceding negotiators, or None where it is not installed."""
    try:
        negmas = import_module("negmas")
    except ImportError:
        return None
    issues = [negmas.make_issue(3, f"issue{place}") for place in range(PEER_ISSUES)]

    def negotiate(seed: int) -> None:
        table = negmas.SAOMechanism(issues=issues, n_steps=PEER_STEPS)
        for side in (1, -1):
            weights = [side * (1 + (seed + place) % 3) for place in range(PEER_ISSUES)]
            wanted = negmas.LinearUtilityFunction(weights=weights, outcome_space=table.outcome_space).normalize()
            table.add(negmas.BoulwareTBNegotiator(), ufun=wanted)
        table.run()

    negotiate(0)
    start = time.process_time()
    for seed in range(number):
        negotiate(seed)
    return number / (time.process_time() - start)


def openspiel_search() -> float | None:
    """Simulations a second of OpenSpiel's Python search, or None where it is not installed."""
    try:
        import_module("open_spiel.python.games.tic_tac_toe")
        search = import_module("open_spiel.python.algorithms.mcts")
        numpy = import_module("numpy")
        game = import_module("pyspiel").load_game("python_tic_tac_toe")
    except ImportError:
        return None
    rollout = search.RandomRolloutEvaluator(1, numpy.random.RandomState(1962))
    bot = search.MCTSBot(game, 2.0, 1000, rollout, random_state=numpy.random.RandomState(1962))
    start = time.process_time()
    for _ in range(4):
        bot.step(game.new_initial_state())
    return 4000 / (time.process_time() - start)


if __name__ == "__main__":
    for found in minds(int(sys.argv[1]) if len(sys.argv) > 1 else 100):
        sys.stdout.write(json.dumps(found) + "\n")
    for found in nodes(60):
        sys.stdout.write(json.dumps(found) + "\n")
