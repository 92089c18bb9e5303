"""A game that is killed at any moment: what was answered is on the disk, and the file can be gone on with."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from game.journal.file import Journal
from game.journal.fold import fold
from game.journal.line import Moved, Note
from tests import tiny
from tests.journal.games import found
from tests.needs import needs

ROOT = Path(__file__).parents[2]

GAMES = """
import random, sys
from pathlib import Path
from game.referee.table import Answer, Table
from game.journal.file import Journal
from tests import tiny
from tests.strategies import random_move

path, seed = Path(sys.argv[1]), int(sys.argv[2])
pick = random.Random(seed)
tiny.rulebook()
print("ready", flush=True)
number = 0
while True:
    number += 1
    header = tiny.header(seed + number)
    journal = Journal.create(path / f"{number}.october", header)
    table = Table.begin(tiny.rulebook(), header, journal)
    print(number, 0, flush=True)
    moves = 0
    while not table.over:
        answer = table.submit(random_move(table.rulebook, table.view(pick.choice(table.owed())), pick))
        assert isinstance(answer, Answer), answer
        moves += 1
        print(number, moves, flush=True)
    table.close()
"""


def killed(place: Path, seed: int) -> None:
    """Play until the process is killed, and look at what it left."""
    wait = random.Random(seed).uniform(0.0, 0.4)
    command = [sys.executable, "-B", "-c", GAMES, str(place), str(seed)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as playing:
        assert playing.stdout is not None
        assert playing.stdout.readline() == "ready\n"
        time.sleep(wait)
        playing.kill()
        told = [line.split() for line in playing.stdout.read().splitlines(keepends=True) if line.endswith("\n")]
    answered = {}
    for number, made in told:
        answered[int(number)] = int(made)
    for game, moves in answered.items():
        path = place / f"{game}.october"
        reading = found(path)
        assert reading.damage is None
        kept = sum(isinstance(record, Moved) for record in reading.records)
        assert kept >= moves, "an answered move is on the disk"
        assert kept <= moves + 1
        folded = fold(tiny.rulebook(), reading.header, reading.records)
        assert folded.fault is None
        journal = Journal.resume(reading)
        assert isinstance(journal, Journal)
        assert journal.append(Note("", 0, "person", "taken up again")) is None
        journal.close()
        assert not found(path).torn


@needs("posix")
@pytest.mark.parametrize("seed", range(5))
def test_a_killed_game_has_lost_no_answered_move(tmp_path, seed):
    killed(tmp_path, seed)


@pytest.mark.proof
@needs("posix")
@pytest.mark.parametrize("seed", range(5, 55))
def test_fifty_killed_games(tmp_path, seed):
    killed(tmp_path, seed)
