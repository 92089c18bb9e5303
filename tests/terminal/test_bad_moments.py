"""Bad moments: each is one clear sentence, and no game is lost by it."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from game.journal.file import Disk, Reading, read
from game.referee.wanted import Wanted
from tests.needs import needs
from tests.rulebooks import OCTOBER
from tests.terminal.test_pty import Terminal, play_on
from tests.terminal.typist import Typist, sit

START = ("--as", "upland", "--pace", "full", "--lens", "record", "--seed", "5")


def kept(home: Path) -> list[Path]:
    return sorted((home / "games").glob("*.october"))


def begun(home: Path, turns: int = 2) -> Path:
    """A game left after so many signed orders."""
    sit(Typist(plan={turns + 1: ["quit"]}), Wanted(seat="upland", pace="full", lens="record", seed=5))
    return kept(home)[0]


def moves(path: Path) -> int:
    reading = read(path)
    assert isinstance(reading, Reading)
    return len(reading.records)


@needs("pty", "posix")
def test_ctrl_c_says_where_the_game_is(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, 80, *START)
    terminal.until_asked()
    terminal.type("")
    terminal.until_asked()
    terminal.interrupt()
    assert terminal.close() == 0
    text = terminal.read.decode()
    assert "Traceback" not in text
    assert "The game is kept up to the last signature" in " ".join(text.split())


@needs("pty", "posix")
def test_killed_and_gone_on_with(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, 80, *START)
    for line in ("", "1", "", ""):
        terminal.until_asked()
        terminal.type(line)
    terminal.until_asked()
    os.killpg(terminal.program.pid, signal.SIGKILL)
    assert terminal.close() == -signal.SIGKILL
    (path,) = kept(tmp_path)
    signed = moves(path)
    assert signed > 0
    later = Terminal(tmp_path, 80, "--resume", str(path))
    text = play_on(later)
    assert later.close() == 0
    assert "You go on with" in text and "What lay behind it" in text
    assert moves(path) > signed


@needs("posix")
def test_an_ordinary_user_whose_save_folder_is_closed_to_him_plays_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = Wanted(seat="upland", pace="brief", lens="record", seed=5)
    sit(Typist(), wanted)  # all that is loaded late is loaded before this process gives its rights away
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o555)
    monkeypatch.setenv("OCTOBER_HOME", str(closed))
    root = os.geteuid() == 0
    typist = Typist()
    if root:
        os.seteuid(65534)
    try:
        assert sit(typist, wanted) == 0
    finally:
        if root:
            os.seteuid(0)
    said = " ".join(typist.text.split())
    assert said.count("The game is not being kept.") == 1
    assert "What lay behind it" in said
    assert not list(closed.iterdir())


def test_a_full_disk_is_said_and_the_game_goes_on_unsaved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    left = [3]

    def full(self: Disk, handle: int, data: memoryview | bytes) -> int:
        left[0] -= 1
        if left[0] < 0:
            raise OSError(28, "No space left on device")
        return os.write(handle, data)

    monkeypatch.setattr(Disk, "write", full)
    typist = Typist(says=[("play on without saving", "on")])
    assert sit(typist, Wanted(seat="upland", pace="full", lens="record", seed=5)) == 0
    said = " ".join(typist.text.split())
    assert said.count("There is no room left on the disk") == 1
    assert "What lay behind it" in said


def test_a_finished_game_resumed_shows_its_end_again(tmp_path: Path, a_home: Path) -> None:
    sit(Typist(), Wanted(seat="upland", pace="brief", lens="record", seed=5))
    (path,) = kept(a_home)
    before = path.read_bytes()
    typist = Typist()
    assert sit(typist, Wanted(resume=path)) == 0
    assert "What lay behind it" in typist.text
    assert path.read_bytes() == before


def test_a_game_of_another_crisis_is_refused_in_one_sentence(a_home: Path) -> None:
    path = begun(a_home)
    typist = Typist()
    assert sit(typist, Wanted(resume=path), folder=OCTOBER) == 2
    said = [line for line in typist.lines if line.strip()]
    assert 1 <= len(said) <= 4, said
    assert path.exists()


def test_a_file_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    typist = Typist()
    assert sit(typist, Wanted(resume=tmp_path / "none.october")) == 2
    assert "Traceback" not in typist.text and len(" ".join(typist.text.split()).split(". ")) <= 2
