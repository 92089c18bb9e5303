"""Whole games in the pseudo-language and in German: nothing that the terminal says is left untranslated."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace

import pytest

from game.referee.wanted import Wanted
from game.terminal.app import play
from game.terminal.help import HELP
from game.terminal.screen import Screen
from tests.rulebooks import OCTOBER, TINY, compiled, rulebook
from tests.strange import plain_words, unstrange
from tests.terminal.typist import Typist

EVERY = (
    "desk", "more", "long", "council", "riders", "standing", "letters", "write", "quit", "question", "agreement",
    "man", "map", "night", "again", "library", "history", "save", "help", "order", "nonsense", "look a", "1",
)  # fmt: skip
MORE = ("1 5", "xyz", "council", "1 a", "a 1", "letters", "1", "more", "order", "clear")
COMMANDS = {word for name, _text in HELP for word in name.split()}
"""What is typed is the same in every language, for now."""


class Foreign(Typist):
    """Reads the pseudo-language as if it were none."""

    def _answer(self, asked: str) -> str:
        return super()._answer(unstrange(asked))


class Blind(Typist):
    """Understands nothing but the commands in backticks."""

    def _answer(self, asked: str) -> str:
        if "`desk`" in asked:
            self.turns += 1
            self.tried = 0
        if "`sign`" in asked:
            return "sign"
        if "`desk`" in asked or "`help`" in asked:
            self.tried += 1
            return str((self.tried - 1) % 8 + 1)
        return ""


def game(typist: Typist, folder: Path, language: str, seat: int) -> str:
    made = rulebook(folder)
    scenario = SimpleNamespace(rulebook=made, texts=compiled(folder)[1], folder=folder)
    wanted = Wanted(seat=made.seats[seat], against="history", seed=3, language=language)
    assert play(scenario, wanted, None, Screen(typist.read_line, typist.write)) == 0
    assert typist.turns > 3
    return " ".join(line for line in typist.lines if not line.startswith("> "))


@pytest.mark.parametrize("folder", [TINY, OCTOBER], ids=["tiny", "october"])
@pytest.mark.parametrize("seat", [0, 1])
def test_a_whole_game_in_the_pseudo_language(folder: Path, seat: int, tmp_path: Path) -> None:
    said = game(Foreign({1: EVERY, 2: MORE}), folder, "qps", seat)
    said = re.sub(r"`[^`]*`", " ", said.replace(f"{tmp_path}", " "))
    said = re.sub(r"/games/\S+\.october", " ", said)
    left = sorted({word for word in plain_words(said) if word not in COMMANDS})
    assert not left, [said[max(0, said.index(word) - 60) : said.index(word) + 60] for word in left[:10]]


def test_a_whole_game_in_german() -> None:
    """The tiny scenario is translated whole: of the original nothing is left but names."""
    said = game(Blind(), TINY, "de", 0)
    assert "Was wird aus dem Gutachten?" in said and "Das Ende, in diesem Zug" in said
    english = {"the", "and", "you", "your", "of", "is", "not", "gates", "river"}
    assert not english & {word.lower() for word in re.findall(r"[A-Za-z]+", said)}
