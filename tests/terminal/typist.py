"""Somebody at the keyboard: reads what stands on the screen, and types what a test has told him for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from types import SimpleNamespace
from typing import Any

from game.referee.wanted import Wanted
from game.scenario.texts import Texts
from game.terminal.app import play
from game.terminal.screen import Screen
from tests.rulebooks import TINY, compiled, rulebook

MOST = 3_000


class Typist:
    """Goes on with as few keys as can be: a number, and Enter.

    `plan` is typed turn by turn before that; `says` are (part of what is asked, what to type); after `until` lines he
    is gone.
    """

    def __init__(
        self, plan: Mapping[int, Sequence[str]] | None = None, says: Sequence[tuple[str, str]] = (), until: int = MOST
    ) -> None:
        self.plan, self.says, self.until = plan or {}, says, until
        self.lines: list[str] = []
        self.typed: list[str] = []
        self.queue: list[str] = []
        self.fresh: list[str] = []
        self.turns = 0
        self.tried = 0

    def write(self, line: str) -> None:
        self.lines.append(line)
        self.fresh.append(line)

    def read_line(self) -> str | None:
        asked = " ".join(" ".join(self.fresh).split())
        self.fresh = []
        if len(self.typed) >= self.until:
            return None
        answer = self._answer(asked)
        self.typed.append(answer)
        self.lines.append(f"> {answer}")
        return answer

    def _answer(self, asked: str) -> str:
        if "A number takes an option" in asked:
            self.turns += 1
            self.tried = 0
            self.queue = list(self.plan.get(self.turns, ()))
        if self.queue:
            return self.queue.pop(0)
        for part, answer in self.says:
            if part in asked:
                return answer
        if "Type `sign`" in asked:
            return "sign"
        if re.search(r"A number, and Enter\.|A number takes an option|or `help`\.$|: closed\.|cannot be signed", asked):
            self.tried += 1
            return str((self.tried - 1) % 8 + 1)
        return ""

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


def sit(
    typist: Typist, wanted: Wanted, mind: Callable[..., Any] | None = None, folder: Any = TINY, **screen: Any
) -> int:
    """Play a scenario with this typist; the exit code."""
    tables_texts: tuple[Any, Texts] = compiled(folder)
    scenario = SimpleNamespace(rulebook=rulebook(folder), texts=tables_texts[1])
    return play(scenario, wanted, mind, Screen(typist.read_line, typist.write, **screen))
