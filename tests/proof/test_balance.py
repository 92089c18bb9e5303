"""The balance of October 1962, measured at length and written down with what made it.

`make proof` writes `tests/proof/balance.json` (all but the single cells of forced options, which
`october balance october-1962 --only forced --json` prints) and the README's note for teachers. OCTOBER_BALANCE sets the
games for each pair of types and forced option (40 where nothing is said); every other row has ten times as many.
"""

from __future__ import annotations

import json
import os
from typing import Any

import pytest

from game.analysis.balance.study import Plan, study, work
from game.analysis.balance.told import as_json
from game.engine.fingerprint import rulebook_digest
from tests.proof.teachers import BALANCE, found, write
from tests.rulebooks import OCTOBER, compiled, october

GAMES = int(os.environ.get("OCTOBER_BALANCE", "40"))
SEED = 1962
WIDE = 118

pytestmark = pytest.mark.proof


@pytest.fixture(scope="module")
def told() -> dict[str, Any]:
    rulebook, content, plan = october(), compiled(OCTOBER)[1].content, Plan(GAMES, SEED)
    done = as_json(study(rulebook, content, plan, work(rulebook, content, plan)), rulebook_digest(rulebook.tables))
    for table in done["forced"]["decisions"]:
        for option in table["options"]:
            del option["cells"]
    command = f"october balance october-1962 --games {GAMES} --seed {SEED} --json"
    BALANCE.write_text(rows({"command": command, "study": done}) + "\n", encoding="utf-8")
    write()
    return found()


def rows(value: Any, indent: int = 0) -> str:
    """JSON in which whatever fits on a line stands on one, so that a new study reads as a difference."""
    flat = json.dumps(value, ensure_ascii=False)
    if len(flat) + indent <= WIDE or not isinstance(value, dict | list) or not value:
        return flat
    inner = " " * (indent + 1)
    if isinstance(value, dict):
        parts = [f"{inner}{json.dumps(key, ensure_ascii=False)}: {rows(one, indent + 1)}" for key, one in value.items()]
        return "{\n" + ",\n".join(parts) + "\n" + " " * indent + "}"
    return "[\n" + ",\n".join(inner + rows(one, indent + 1) for one in value) + "\n" + " " * indent + "]"


def test_every_target_was_measured(told: dict[str, Any]) -> None:
    off = [one for one in told["study"]["targets"] if one["verdict"] != "holds"]
    for one in off:
        print(f"\n{one['verdict']}: {one['text']}: {one['value']} ({one['at_least']} to {one['at_most']})", end="")
    assert [one["id"] for one in told["study"]["targets"] if one["value"] is None] == []
    assert told["study"]["rulebook"] == rulebook_digest(october().tables)


def test_no_target_is_surely_off(told: dict[str, Any]) -> None:
    assert [one["id"] for one in told["study"]["targets"] if one["verdict"] == "off" and one["sure"]] == []
