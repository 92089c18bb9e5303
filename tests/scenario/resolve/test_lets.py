"""A let is resolved once, for each seat where each has its own, and never needs itself."""

from __future__ import annotations

from game.scenario.resolve import Resolver
from game.scenario.resolve.lets import lets
from tests.scenario.resolver import resolver, sentences


def named(*each: str, lets: tuple[str, ...] = ()) -> Resolver:
    """A resolver that knows these lets and no others."""
    resolve = resolver()
    resolve.names.trees = {}
    resolve.names.lets, resolve.names.lets_each = set(lets), set(each)
    return resolve


def test_one_for_each_seat_reads_its_own() -> None:
    found = lets(named("push"), {}, {"push": "own.pressure - other.pressure"})
    assert found == (
        ("let.upland.push", "(upland.pressure - delta.pressure)"),
        ("let.delta.push", "(delta.pressure - upland.pressure)"),
    )


def test_a_circle_of_lets_is_told_and_none_is_kept() -> None:
    resolve = named(lets=("a", "b", "c"))
    assert lets(resolve, {"a": "b + 1", "b": "a", "c": "anger"}, {}) == ()
    [sentence] = sentences(resolve)
    assert sentence.endswith("is made from itself, round a circle of lets")
    assert not resolve.names.trees


def test_a_let_may_not_take_the_name_of_a_dial() -> None:
    resolve = named(lets=("anger",))
    lets(resolve, {"anger": "1"}, {})
    assert sentences(resolve) == ["`anger` is a dial already; a let needs a name of its own"]
