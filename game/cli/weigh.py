"""`balance`: how the odds of a scenario were set, measured by playing it."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence

from game.cli.call import DONE, Parser, one_of, say, whole
from game.cli.content import paced, scenario_of


def balance(words: Sequence[str]) -> int:
    """how the odds were set: options forced, doctrines, endings, danger and reading, beside what is wanted"""
    from game.analysis.balance.page import page
    from game.analysis.balance.study import PARTS, Plan, guess, study, work
    from game.analysis.balance.told import as_json
    from game.engine.begin import Options
    from game.engine.fingerprint import rulebook_digest

    parser = Parser(prog="october balance", description=balance.__doc__)
    parser.add_argument("scenario", metavar="PATH|ID")
    parser.add_argument(
        "--games", type=whole("--games", 1, 100_000), default=8, metavar="N",
        help="games for each pair of types and forced option (8); every other row has ten times as many",
    )  # fmt: skip
    parser.add_argument("--only", action="append", default=[], metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--seed", type=whole("--seed"), default=1, metavar="N")
    parser.add_argument("--pace")
    parser.add_argument("--lens")
    parser.add_argument("--workers", type=whole("--workers", 1, 512), metavar="N", help="processes to play on")
    parser.add_argument("--json", action="store_true", help="for a program to read")
    asked = parser.parse(words)
    parts = [one_of(part, PARTS, "part") for given in asked.only for part in given.split(",")]
    scenario = scenario_of(asked.scenario)
    rulebook, content = scenario.rulebook, scenario.texts.content
    options = Options(*paced(rulebook.tables, asked.pace, asked.lens))
    chosen = tuple(part for part in PARTS if part in parts) or PARTS
    plan = Plan(asked.games, asked.seed, options, chosen)
    todo = work(rulebook, content, plan)
    workers = asked.workers or os.cpu_count() or 1
    _tell(f"about {_spelt(guess(rulebook, todo, workers))} on {workers} processor{'s' if workers > 1 else ''}")
    found = study(rulebook, content, plan, todo, workers, _progress)
    if asked.json:
        say(json.dumps(as_json(found, rulebook_digest(rulebook.tables)), ensure_ascii=False, indent=1))
    else:
        say(page(found).rstrip("\n"))
    return DONE


def _spelt(seconds: float) -> str:
    if seconds < 90:
        return f"{max(1, round(seconds))} seconds"
    return f"{round(seconds / 60)} minutes" if seconds < 5400 else f"{seconds / 3600:.1f} hours"


def _progress(done: int, of: int) -> None:
    """Tells each tenth of the way."""
    if done * 10 // of != (done - 1) * 10 // of and done < of:
        _tell(f"{done * 100 // of} % played")


def _tell(line: str) -> None:
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()
