"""The same game plays the same on every machine, for ever: committed digests, and a newer CPython under Node."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

from game.scenario.codec import encode
from tests.needs import needs
from tests.pyodide.games import COMMITTED, digests
from tests.rulebooks import OCTOBER, ROOT, TINY, compiled, october, tiny

BOOKS = {"tiny": tiny, "october": october}


def test_recorded_games_end_as_they_ended() -> None:
    for game in json.loads(COMMITTED.read_text(encoding="utf-8")):
        assert digests(BOOKS[game["scenario"]](), game["seed"], game["moves"])[-1] == game["last"]


@needs("node", "pyodide")
def test_they_end_so_on_a_newer_python_in_the_browser_s_engine(tmp_path: Path) -> None:
    tables = tmp_path / "tables.json"
    folders = {"tiny": TINY, "october": OCTOBER}
    parts = [f'"{name}":{encode(compiled(folder)[0])}' for name, folder in folders.items()]
    tables.write_text("{" + ",".join(parts) + "}", encoding="utf-8")
    done = subprocess.run(
        ["node", str(Path(__file__).with_name("run.mjs")), os.environ["OCTOBER_PYODIDE"], str(ROOT / "game"),
         str(tables), str(COMMITTED)],
        capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    said = json.loads(done.stdout.strip().splitlines()[-1])
    assert said["python"] >= "3.13"
    assert said["ends"] == [game["last"] for game in json.loads(COMMITTED.read_text(encoding="utf-8"))]
