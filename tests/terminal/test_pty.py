"""The program itself in a real terminal, both seats, with keys as a hand types them."""

from __future__ import annotations

import os
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.needs import needs
from tests.rulebooks import TINY, tiny

pytestmark = needs("pty", "posix")
ROOT = Path(__file__).parents[2]
PROMPT = b"> "


class Terminal:
    """A pseudo-terminal with the program in it."""

    def __init__(
        self,
        home: Path,
        columns: int,
        *words: str,
        scenario: Path = TINY,
        before: Sequence[str] = (),
        **environment: str,
    ) -> None:
        import fcntl
        import pty
        import struct
        import termios

        self.hand, side = pty.openpty()
        fcntl.ioctl(side, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        around = {**os.environ, "OCTOBER_HOME": str(home), "PYTHONUTF8": "1", "COLUMNS": "", **environment}
        around.pop("COLUMNS")
        self.program = subprocess.Popen(
            [*before, sys.executable, "-m", "game", "play", "--text", "--scenario", str(scenario), *words],
            stdin=side, stdout=side, stderr=side, cwd=ROOT, env=around, start_new_session=True,
        )  # fmt: skip
        os.close(side)
        self.read = b""

    def until_asked(self, seconds: float = 30.0) -> bytes:
        """What is shown up to the next prompt, or to the end of the program."""
        start = len(self.read)
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            ready, _, _ = select.select([self.hand], [], [], 0.2)
            if ready:
                try:
                    found = os.read(self.hand, 65_536)
                except OSError:
                    return self.read[start:]
                if not found:
                    return self.read[start:]
                self.read += found
                if self.read.endswith(b"\n> "):
                    return self.read[start:]
            elif self.program.poll() is not None:
                return self.read[start:]
        self.program.kill()
        self.program.wait()
        raise AssertionError(f"nothing more was asked:\n{self.read[-2000:].decode(errors='replace')}")

    def interrupt(self, seconds: float = 30.0) -> bytes:
        """Ctrl-C, and what is shown up to the end of the program.

        A signal that comes between the last look at signals and the read that waits is kept until the read ends:
        nobody's hand does that, a test does. So it is sent again until it is taken.
        """
        start = len(self.read)
        end = time.monotonic() + seconds
        while self.program.poll() is None and time.monotonic() < end:
            if len(self.read) == start:
                os.killpg(self.program.pid, signal.SIGINT)
            self.heard(1.0)
        while self.heard(0.2):
            pass
        return self.read[start:]

    def heard(self, seconds: float) -> bool:
        """Whether more was shown within so many seconds; it is added to what was read."""
        ready, _, _ = select.select([self.hand], [], [], seconds)
        if not ready:
            return False
        try:
            found = os.read(self.hand, 65_536)
        except OSError:
            return False
        self.read += found
        return bool(found)

    def type(self, text: str) -> None:
        os.write(self.hand, text.encode() + b"\n")

    def close(self) -> int:
        """Hang up, and the exit code."""
        try:
            return self.program.wait(timeout=20)
        finally:
            if self.program.poll() is None:
                self.program.kill()
                self.program.wait()
            os.close(self.hand)


def play_on(terminal: Terminal) -> str:
    """A number and Enter, until the program ends."""
    tried = 0
    for _ in range(200):
        shown = " ".join(terminal.until_asked().decode("utf-8", "replace").split())
        if terminal.program.poll() is not None or not shown:
            break
        if "Type `sign`" in shown:
            terminal.type("sign")
        elif re.search(r"A number, and Enter\.|A number takes an option|or `help`\. >|: closed\.", shown):
            tried = 1 if "A number takes an option" in shown else tried + 1
            terminal.type(str(tried))
        else:
            terminal.type("")
    return terminal.read.decode("utf-8", "replace")


@pytest.mark.parametrize("seat", tiny().seats)
def test_a_whole_game_from_either_seat(seat: str, tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, 80, "--as", seat, "--pace", "brief", "--lens", "record", "--seed", "5")
    text = play_on(terminal)
    assert terminal.close() == 0
    assert "What lay behind it" in text
    assert "\x1b" not in text
    assert "Traceback" not in text


def test_a_closed_terminal_keeps_the_game(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, 80, "--as", "upland", "--pace", "full", "--lens", "record", "--seed", "5")
    terminal.until_asked()
    os.write(terminal.hand, b"\n\x04")
    terminal.until_asked()
    os.write(terminal.hand, b"\x04")
    terminal.until_asked()
    assert terminal.close() == 0
    assert "The input has ended." in terminal.read.decode()
    assert len(list((tmp_path / "games").glob("*.october"))) == 1


def test_a_narrow_terminal_says_so(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, 50)
    text = terminal.until_asked().decode()
    assert terminal.close() == 2
    assert "make it at least 60 wide" in " ".join(text.split())


def test_without_utf8_all_is_plain(tmp_path: Path) -> None:
    words = ("--as", "delta", "--pace", "brief", "--lens", "record", "--seed", "5")
    terminal = Terminal(
        tmp_path, 80, *words, PYTHONUTF8="0", PYTHONIOENCODING="ascii", LC_ALL="C", PYTHONCOERCECLOCALE="0"
    )
    play_on(terminal)
    assert terminal.close() == 0
    assert terminal.read.isascii()
    assert b"Traceback" not in terminal.read
