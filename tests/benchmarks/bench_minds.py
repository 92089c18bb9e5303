"""Games of two minds, and the odds of a whole game: one JSON line a measure.

python -m tests.benchmarks.bench_minds [games]
"""

from __future__ import annotations

import json
import sys
import time

from game.analysis.game import finish, seed_of
from game.analysis.minds import mind
from game.engine.api import Options, begin
from tests.rulebooks import OCTOBER, compiled, october

GOAL = 100.0
"""Games a second of two one-step minds on one core."""
ODDS_GOAL = 60.0
"""Seconds for the odds of a whole game at 1,000 replays a decision, on two cores."""
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
            seconds = DECISIONS * 1000 / rate / 2 / 2
            out.append(
                {"measure": "odds of a whole game, 1,000 replays a decision, two cores: seconds, from the rate",
                 "value": round(seconds, 1), "goal": ODDS_GOAL}
            )  # fmt: skip
        out.append(line)
    return out


if __name__ == "__main__":
    for found in minds(int(sys.argv[1]) if len(sys.argv) > 1 else 100):
        sys.stdout.write(json.dumps(found) + "\n")
