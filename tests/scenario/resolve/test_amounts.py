"""What an author writes behind a dial becomes one operation in thousandths, or a sentence."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from game.scenario.resolve.amounts import moves
from tests.scenario.resolver import resolver, sentences

HERE = ("accords", 0, "effects", "anger")


@pytest.mark.parametrize(
    ("name", "value", "found"),
    [
        ("anger", Decimal("1.5"), ("move", "anger", 1500)),
        ("anger", -2, ("move", "anger", -2000)),
        ("anger", "+0.25", ("move", "anger", 250)),
        ("anger", "= 3", ("set", "anger", 3000)),
        ("in_papers", True, ("set", "in_papers", 1000)),
        ("in_papers", False, ("set", "in_papers", 0)),
    ],
)
def test_an_amount_moves_or_sets(name: str, value: Any, found: tuple[str, str, int]) -> None:
    resolve = resolver()
    assert moves(resolve, name, value, HERE) == (found,)
    assert not resolve.problems


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("anger", True, "`anger` is a number; true and false set flags"),
        ("in_papers", 1, "`in_papers` is a flag: write true or false"),
        ("anger", "=11", "11 is outside the range of `anger`, 0 to 10"),
        ("anger", Decimal("0.0005"), "a number has at most three decimal places"),
        ("anger", 10_001, "this number is too large: ten thousand is the most"),
        ("anger", "much", "`much` is not an amount: write +1.5, -1.5, '=2', true or false"),
        ("anger", [1], "an amount is a number: write +1.5, -1.5, '=2', true or false"),
    ],
)
def test_what_is_no_amount_moves_nothing(name: str, value: Any, sentence: str) -> None:
    resolve = resolver()
    assert moves(resolve, name, value, HERE) == ()
    assert sentences(resolve) == [sentence]
