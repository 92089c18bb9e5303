"""Somebody at the keyboard: reads what stands on the screen, and types what a test has told him for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import SimpleNamespace
from typing import Any

from game.scenario.texts import Texts
from game.terminal.app import Wanted, play
from game.terminal.screen import Screen
from tests.rulebooks import compiled, rulebook

MOST = 4_000


class Typist:
    """`says` are (part of what is asked, what to type); the first that fits is typed. `plan` is typed turn by turn."""

    def __init__(
        self, says: Sequence[tuple[str, str]] = (), plan: dict[int, Sequence[str]] | None = None, option: str = "1",
        until: int = MOST,
    ) -> None:  # fmt: skip
        self.says, self.plan, self.option, self.until = says, plan or {}, option, until
        self.lines: list[str] = []
        self.typed: list[str] = []
        self.queue: list[str] = []
        self.turns = 0
        self.fresh: list[str] = []

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
            self.queue = list(self.plan.get(self.turns, ()))
        if self.queue:
            return self.queue.pop(0)
        for part, answer in self.says:
            if part in asked:
                return answer
        if "Type `sign`" in asked:
            return "sign"
        if "A number takes an option" in asked or "number of an option" in asked or "is not chosen" in asked:
            return self.option
        if "A number, and Enter" in asked:
            return "1"
        if "Which one" in asked or "closed" in asked.split("Enter")[-1]:
            return "1"
        if asked.endswith("`help`."):
            return "1"
        return ""

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


def sit(typist: Typist, wanted: Wanted, folder: Any, mind: Callable[..., Any] | None = None, **screen: Any) -> int:
    """Play a scenario with this typist; the exit code."""
    tables_texts: tuple[Any, Texts] = compiled(folder)
    scenario = SimpleNamespace(rulebook=rulebook(folder), texts=tables_texts[1])
    return play(scenario, wanted, mind, Screen(typist.read_line, typist.write, **screen))
