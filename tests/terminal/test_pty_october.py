"""October 1962 in a real terminal: whole games from both seats in each pace, read as a new player would read them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.needs import needs
from tests.rulebooks import OCTOBER
from tests.terminal.test_pty import Terminal, play_on

pytestmark = needs("pty", "posix")

GAMES = [
    ("washington", "brief", "7", "history"), ("moscow", "brief", "8", "hawk"),
    ("washington", "lesson", "12", "gambler"), ("moscow", "lesson", "11", "calm"),
    ("washington", "full", "1962", "history"),
]  # fmt: skip

RAW = re.compile(
    r"\b(?:[a-z0-9]+_[a-z0-9_]+|(?:washington|moscow)\.[a-z]+)\b|\((?:washington|moscow)\)|: ?\.$", re.MULTILINE
)
"""What a player should never read: an id of the scenario, a seat in small letters, a line with nothing in it."""


def sat(tmp_path: Path, seat: str, pace: str, seed: str, rival: str) -> str:
    words = ("--as", seat, "--pace", pace, "--lens", "record", "--seed", seed, "--against", rival)
    terminal = Terminal(tmp_path, 80, *words, scenario=OCTOBER)
    text = play_on(terminal)
    assert terminal.close() == 0
    return text.replace("\r\n", "\n")


@pytest.mark.parametrize(("seat", "pace", "seed", "rival"), GAMES, ids=[" ".join(game) for game in GAMES])
def test_a_whole_game(seat: str, pace: str, seed: str, rival: str, tmp_path: Path) -> None:
    text = sat(tmp_path, seat, pace, seed, rival)
    assert "What lay behind it" in text and "Who paid: " in text
    assert "Traceback" not in text and "\x1b" not in text
    assert not [line for line in text.splitlines() if len(line) > 80]
    assert not [line for line in text.splitlines() if line.endswith((": ", ":.")) or line.strip() in (":", ".")]
    assert RAW.findall(text.replace("history.state.gov", "")) == []


def test_the_brief_pace_says_what_each_option_means(tmp_path: Path) -> None:
    text = sat(tmp_path, "washington", "brief", "7", "history")
    assert "Stop weapons at sea and let food and fuel pass." in text


def test_the_night_says_what_one_has_ordered_oneself(tmp_path: Path) -> None:
    text = sat(tmp_path, "washington", "brief", "7", "history")
    nights = re.findall(r"^What followed\. .*\n-+\n(.*)$", text, re.MULTILINE)
    assert nights and all(first.startswith("You ordered: ") for first in nights)
