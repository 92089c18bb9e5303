"""Effects are made ready with the place, the bounds and the shares of the register they move."""

from __future__ import annotations

from game.engine.act import MOVE, SET, SPECIAL
from tests.rulebooks import october, tiny


def test_an_effect_knows_its_place_and_its_bounds() -> None:
    rulebook = tiny()
    [move, put, special] = rulebook.ops((("move", "anger", 500), ("set", "in_papers", 1000), ("slip", "delta", 1)))
    at = rulebook.at("anger")
    assert move == (MOVE, at, 500, 0, 10_000, rulebook.shares.get(at), "", "")
    assert put[:3] == (SET, rulebook.at("in_papers"), 1000)
    assert (special[0], *special[6:]) == (SPECIAL, "slip", "delta")


def test_the_shares_of_a_ledgered_dial_are_registers_of_each_seat() -> None:
    for rulebook in (tiny(), october()):
        for at, shares in rulebook.shares.items():
            dial = rulebook.names[at]
            assert [rulebook.names[one] for one in shares] == [f"share.{seat}.{dial}" for seat in rulebook.seats]
