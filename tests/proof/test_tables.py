"""The long tables: history against history in each pace, random, reckless, and two minds, beside the model's targets.

`make proof` writes `tests/proof/tables.json` with the command, the games and the digest of the rules they were played
by. OCTOBER_GAMES sets how many games a row has (5,000 where nothing is said).
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from game.analysis.many import Run, many
from game.analysis.minds import mind
from game.analysis.table import as_json
from game.engine.api import Options
from game.engine.fingerprint import rulebook_digest
from tests.rulebooks import OCTOBER, compiled, october

GAMES = int(os.environ.get("OCTOBER_GAMES", "5000"))
FIRST = 2000
"""Games of two minds within which everything that can be chosen is chosen, and every ending comes."""
TABLES = Path(__file__).parent / "tables.json"

ROWS = {
    "history, full": ("history", "history", "full"),
    "history, lesson": ("history", "history", "lesson"),
    "history, brief": ("history", "history", "brief"),
    "random": ("random", "random", "full"),
    "reckless": ("reckless", "reckless", "full"),
    "two minds": ("leader", "leader", "full"),
}

pytestmark = pytest.mark.proof


def played(one: str, two: str, pace: str, games: int = GAMES) -> dict[str, Any]:
    """One row: the whole tally as JSON."""
    rulebook, texts = october(), compiled(OCTOBER)[1]
    minds = (mind(rulebook, 0, one, texts.content), mind(rulebook, 1, two, texts.content))
    assert minds[0] is not None
    assert minds[1] is not None
    run = Run((minds[0], minds[1]), Options(pace=pace), 1962, games)
    return as_json(rulebook, run, many(rulebook, run), rulebook_digest(rulebook.tables))


@pytest.fixture(scope="module")
def rows() -> dict[str, dict[str, Any]]:
    found = {name: played(*row) for name, row in ROWS.items()}
    command = f"OCTOBER_GAMES={GAMES} make proof"
    TABLES.write_text(json.dumps({"command": command, "rows": found}, indent=1) + "\n", encoding="utf-8")
    return found


@pytest.fixture(scope="module")
def first() -> dict[str, Any]:
    return played(*ROWS["two minds"], games=FIRST)


def rate(row: dict[str, Any], *groups: str) -> float:
    return float(sum(row["endings"][group] for group in groups)) / float(row["games"])


@pytest.mark.parametrize("pace", ["full", "lesson", "brief"])
def test_history_s_line_lies_in_its_band(rows: dict[str, dict[str, Any]], pace: str) -> None:
    row = rows[f"history, {pace}"]
    assert 0.85 <= rate(row, "settlement") <= 0.95
    assert 0.02 <= rate(row, "general_war") <= 0.08
    assert rate(row, "general_war", "nuclear_use") < 0.12


def test_recklessness_is_far_more_dangerous(rows: dict[str, dict[str, Any]]) -> None:
    assert rate(rows["reckless"], "general_war") >= 3 * rate(rows["history, full"], "general_war")


def test_every_link_bites_in_at_least_one_game_in_twenty(rows: dict[str, dict[str, Any]]) -> None:
    row = rows["two minds"]
    shares = {link: count / row["games"] for link, count in row["bites"].items()}
    print("\nshare of games in which each link bites:", {link: round(share, 4) for link, share in shares.items()})
    assert {link for link, share in shares.items() if share < 0.05} == set()


def test_two_minds_take_every_option_at_least_once(first: dict[str, Any]) -> None:
    taken = first["options"]
    rulebook = october()
    never = [
        f"{rulebook.seats[decision.seat]}.{decision.id}.{option.id}"
        for decision in rulebook.tables.decisions
        for option in decision.options
        if option.requires != "0" and not taken.get(f"{rulebook.seats[decision.seat]}.{decision.id}.{option.id}")
    ]
    assert not never


def test_every_ending_is_seen_between_two_minds(first: dict[str, Any]) -> None:
    seen = first["kinds"]
    assert {name for name in october().endings if not seen.get(name)} == set()
