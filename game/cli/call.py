"""What every command shares: one sentence for a call at fault, names with the nearest one offered, words written."""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NoReturn

from game.wording.catalogue import _, phrase

DONE, CONTENT, CALL, BROKEN, STOPPED = 0, 1, 2, 70, 130
"""Exit codes: done; the content is at fault; the call is; the program itself is; somebody stopped it."""


class AtFault(Exception):
    """One plain sentence for whoever typed the command, and the exit code that goes with it."""

    def __init__(self, sentence: str, code: int = CALL) -> None:
        super().__init__(sentence)
        self.code = code


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence, and never abbreviates."""

    def __init__(self, **how: Any) -> None:
        super().__init__(allow_abbrev=False, **how)

    def error(self, message: str) -> NoReturn:
        raise AtFault(f"{self.prog}: {message}")

    def parse(self, words: Sequence[str]) -> argparse.Namespace:
        found, rest = self.parse_known_args(list(words))
        for word in rest:
            if word.startswith("-") and len(word) > 1:
                options = [option for option in self._option_string_actions if option.startswith("--")]
                near = close(word.partition("=")[0], options)
                raise AtFault(f"{self.prog}: {_('there is no option {name}', name=f'`{word}`')}{near}")
            raise AtFault(f"{self.prog}: {_('{word} is one word too many', word=f'`{word}`')}")
        return found


def close(name: str, known: Iterable[str]) -> str:
    """`; nearest ...` where a known name is near, else what there is to choose from."""
    from game.scenario.problems import nearest

    names = list(known)
    found = nearest(name, names)
    if found:
        return _("; nearest {name}", name=f"`{found}`")
    return _("; there is {names}", names=", ".join(names)) if 0 < len(names) <= 16 else ""


NONE = {
    "side": phrase("there is no side {name}"),
    "opponent": phrase("there is no opponent {name}"),
    "pace": phrase("there is no pace {name}"),
    "lens": phrase("there is no lens {name}"),
    "mind": phrase("there is no mind {name}"),
    "form": phrase("there is no form {name}"),
    "language": phrase("there is no language {name}"),
}


def one_of(name: str, known: Iterable[str], what: str) -> str:
    """`name` where it is known, else a sentence that says what is nearest; `what` is a key of NONE."""
    names = list(dict.fromkeys(known))
    if name not in names:
        raise AtFault(f"{_(NONE[what], name=f'`{name}`')}{close(name, names)}")
    return name


def whole(name: str, low: int = -(2**63) + 1, high: int = 2**63 - 1) -> Callable[[str], int]:
    """Reads a whole number between two ends."""

    def read(text: str) -> int:
        try:
            value = int(text) if len(text) < 30 else None
        except ValueError:
            value = None
        if value is None or not low <= value <= high:
            if high > 2**62 and low >= 0:
                raise AtFault(_("{name} takes a whole number from {low} up, not {text}", name=name, low=low,
                                text=f"`{text}`"))  # fmt: skip
            raise AtFault(_("{name} takes a whole number, not {text}", name=name, text=f"`{text}`"))
        return value

    return read


def say(text: str = "") -> None:
    """A line for whoever typed the command."""
    sys.stdout.write(f"{text}\n")


def built(name: str) -> bool:
    """Whether this edition has a room, or a part of one."""
    try:
        return importlib.util.find_spec(name) is not None
    except ModuleNotFoundError:
        return False


def room(name: str, command: str) -> Any:
    """A module that does what a command asks."""
    if not built(name):
        raise AtFault(_("this edition cannot do {command} yet", command=f"`october {command}`"))
    return importlib.import_module(name)
