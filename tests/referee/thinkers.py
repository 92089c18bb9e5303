"""Minds of every temper, named from outside so that a process can be given them."""

import os
import time
from typing import Any

from game.engine.api import Order, Rulebook, View


def quick(rulebook: Rulebook, view: View, skill: Any, draw: bytes) -> Order:
    return Order(view.viewer, view.phase, str(skill) + draw.hex() + rulebook.tables.id)


def sleepy(rulebook: Rulebook, view: View, skill: Any, draw: bytes) -> Order:
    time.sleep(float(skill))
    return quick(rulebook, view, skill, draw)


def confused(rulebook: Rulebook, view: View, skill: Any, draw: bytes) -> Order:
    raise ValueError("which sea is this?")


def mortal(rulebook: Rulebook, view: View, skill: Any, draw: bytes) -> Order:
    if skill == "die":
        os._exit(7)
    return quick(rulebook, view, skill, draw)


def unsendable(rulebook: Rulebook, view: View, skill: Any, draw: bytes) -> Any:
    return lambda: None
