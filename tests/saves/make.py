"""Play the saves of this release anew, in the terminal as a person does:  python -m tests.saves.make

Only while the release is being made: afterwards its saves stay as they are, whatever the rules become.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

import game
from game.journal import slots
from game.referee.wanted import Wanted
from tests.rulebooks import OCTOBER, TINY
from tests.terminal.typist import MOST, Typist, sit

HERE = Path(__file__).parent
WRITE = ["council", "1 a", "letters", "write", "ferry", "1", "3", "2", "3", "", "done", ""]
ACCEPT = ["letters", "1", "accept", ""]
PLAYED = {
    "tiny-agreed": (TINY, Wanted(against="human", seed=5, pace="full", lens="record"), {6: WRITE, 7: ACCEPT}, MOST),
    "tiny-finished": (
        TINY,
        Wanted(seat="upland", seed=4, pace="full", lens="record"),
        {3: WRITE, 4: ["1", "", "withdraw"]},
        MOST,
    ),
    "tiny-unfinished": (TINY, Wanted(seat="delta", seed=9, pace="full", lens="record"), {3: WRITE}, 30),
    "october-finished": (OCTOBER, Wanted(seat="washington", pace="brief", lens="record", seed=2), {}, MOST),
}


def make(folder: Path) -> None:
    """One file for each of `PLAYED`."""
    folder.mkdir(exist_ok=True)
    for name, (scenario, wanted, plan, until) in PLAYED.items():
        home = tempfile.mkdtemp(prefix="october-saves-")
        os.environ["OCTOBER_HOME"] = home
        sit(Typist(plan, until=until), wanted, folder=scenario)
        (played,) = slots.games(slots.folder())
        shutil.copyfile(played.path, folder / f"{name}{slots.ENDING}")
        shutil.rmtree(home)
        sys.stdout.write(f"{name}: {(folder / name).with_suffix(slots.ENDING).stat().st_size} bytes\n")


if __name__ == "__main__":
    make(HERE / game.__version__)
