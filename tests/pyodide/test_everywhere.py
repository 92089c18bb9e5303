"""The same game plays the same on every machine, for ever: committed digests, and a newer CPython under Node."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

from tests.needs import needs
from tests.pyodide.games import COMMITTED, books, digests, tables_text
from tests.rulebooks import ROOT


def test_recorded_games_end_as_they_ended() -> None:
    for game in json.loads(COMMITTED.read_text(encoding="utf-8")):
        assert digests(books()[game["scenario"]], game["seed"], game["moves"])[-1] == game["last"]


@needs("node", "pyodide")
def test_they_end_so_on_a_newer_python_in_the_browser_s_engine(tmp_path: Path) -> None:
    tables = tmp_path / "tables.json"
    tables.write_text(tables_text(), encoding="utf-8")
    done = subprocess.run(
        ["node", str(Path(__file__).with_name("run.mjs")), os.environ["OCTOBER_PYODIDE"], str(ROOT / "game"),
         str(tables), str(COMMITTED)],
        capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    said = json.loads(done.stdout.strip().splitlines()[-1])
    assert said["python"] >= "3.13"
    assert said["ends"] == [game["last"] for game in json.loads(COMMITTED.read_text(encoding="utf-8"))]
