"""Every command of the README does what it says, in a fresh folder, in the README's own order."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.needs import needs
from tests.proof import teachers
from tests.rulebooks import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"```sh\n(.+?)\n```", README)
OCTOBER = [command for command in COMMANDS if command.startswith("october ")]


def run(command: str, folder: Path, typed: str = "") -> subprocess.CompletedProcess[str]:
    """One command of the program, with what is typed into it."""
    words = [sys.executable, "-m", "game", *shlex.split(command)[1:]]
    surroundings = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "OCTOBER_HOME": str(folder / "home"),
        "SDL_VIDEODRIVER": "dummy",
    }
    return subprocess.run(
        words,
        cwd=folder,
        env=surroundings,
        input=typed,
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )


def test_the_program_s_commands_run_one_after_the_other_in_a_fresh_folder(tmp_path: Path) -> None:
    assert len(OCTOBER) >= 8
    for command in OCTOBER:
        done = run(command, tmp_path)
        assert done.returncode == 0, f"{command}\n{done.stdout[-1500:]}\n{done.stderr[-1500:]}"
        assert "Traceback" not in done.stderr
        assert done.stdout.strip(), command
    typed = "".join(f"{option}\n\n\nsign\n" for option in (2, 1, 2, 1, 3, 1, 2, 3))
    run("october play --text --as washington --pace brief --seed 3", tmp_path, typed)
    game = next((tmp_path / "home").rglob("*.october"), None)
    assert game is not None, "playing left no game behind"
    for command in re.findall(r"^    (october (?:replay|odds) FILE.*)$", README, re.MULTILINE):
        fewer = " --games 40" if command.startswith("october odds") else ""  # as written, half a minute
        done = run(command.replace("FILE", shlex.quote(str(game))) + fewer, tmp_path)
        assert done.returncode == 0, done.stdout + done.stderr


@needs("make")
@pytest.mark.parametrize("command", [command for command in COMMANDS if command.startswith("make ")])
def test_make_knows_what_the_readme_asks_of_it(command: str) -> None:
    done = subprocess.run(
        ["make", "-n", *shlex.split(command)[1:]], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "environment.py" in done.stdout


def test_every_block_is_a_command_that_is_tested() -> None:
    assert all(command.startswith(("october ", "make ")) for command in COMMANDS), COMMANDS


def test_the_note_for_teachers_says_what_was_measured() -> None:
    """Its rows are those of `tests/proof/balance.json`; `python -m tests.proof.teachers` writes them anew."""
    assert "our numbers" in README
    assert teachers.written() == teachers.block(teachers.found())
