"""Whole games by the pilot: each turn a legal choice, found by its label, until the end."""

from __future__ import annotations

import random

from tests.desktop.pilot import Pilot

LONGEST = 900


def begin(pilot: Pilot, first: str) -> None:
    pilot.take(first)
    pilot.take("Sit down")


def whole(pilot: Pilot, seed: int, extras: float = 0.4) -> list[str]:
    """Play on from wherever it stands to the ending; the scenes that were passed."""
    pick = random.Random(seed)
    passed: list[str] = []
    for _turn in range(LONGEST):
        scene = pilot.scene
        if not passed or passed[-1] != scene:
            passed.append(scene)
        if scene == "ending":
            return passed
        turn(pilot, scene, pick, extras)
    raise AssertionError(f"no end; last on {pilot.scene}:\n{pilot.text()}")


def turn(pilot: Pilot, scene: str, pick: random.Random, extras: float) -> None:
    match scene:
        case "prologue":
            pilot.do(pick.choice(pilot.offered("option ")))
        case "night" | "open night":
            pilot.take("Go on")
        case "hand over":
            pilot.do(pilot.offered("go")[0])
        case "wait":
            pilot.step(1)
        case "desk":
            if pilot.offered("guide skip"):
                pilot.do(pilot.offered("guide skip")[0])
            visit(pilot, pick, extras)
            pilot.take("Orders")
        case "order":
            pilot.do(pick.choice(pilot.offered("option ")))
            switches = [one for one in pilot.offered("switch ") if not one.chosen]
            if switches and pick.random() < extras:
                pilot.do(pick.choice(switches))
            sign = pilot.place("sign")
            assert sign is not None
            if sign[0].disabled:  # a switch too many: put it back
                for one in [one for one in pilot.offered("switch ") if one.chosen]:
                    pilot.do(one)
                sign = pilot.place("sign")
                assert sign is not None
            if not sign[0].disabled:
                pilot.do(sign[0])
        case "confirm":
            pilot.take("Sign it all the same")
        case "last":
            pilot.do(pick.choice(pilot.offered("last ")))
        case "war":
            pilot.do(pick.choice(pilot.offered("choice ")))
            pilot.take("Order it")
        case _:
            pilot.press("escape")


def visit(pilot: Pilot, pick: random.Random, extras: float) -> None:
    """Now and then a look at something else: the council, the letters, the man, the drawer."""
    if pick.random() > extras:
        return
    where = pick.choice(["Council", "Letter", "The man over there", "Drawer", "The chart"])
    pilot.take(where)
    match where:
        case "Council" if pilot.offered("card "):
            pilot.do(pick.choice(pilot.offered("card ")))
            put = pilot.offered("put")
            if put:
                pilot.do(put[0])
        case "Letter":
            write(pilot, pick)
        case "The man over there" if pilot.offered("sketch "):
            pilot.do(pick.choice(pilot.offered("sketch ")))
        case "Drawer":
            pilot.do(pick.choice(pilot.offered("choice ")))
    for _turn in range(6):
        if pilot.scene == "desk":
            return
        pilot.press("escape")
    raise AssertionError(f"Escape does not lead back to the desk from {where}:\n{pilot.text()}")


def write(pilot: Pilot, pick: random.Random) -> None:
    """One clause, and the letter put to the order."""
    issues = pilot.offered("issue ")
    if not issues:
        return
    pilot.do(pick.choice(issues))
    if pilot.scene == "pick":
        pilot.do(pick.choice(pilot.offered("pick ")))
    put = pilot.offered("put")
    if put:
        pilot.do(put[0])
