"""The weeks after: a decision reads otherwise after a settlement, a stand-off, a strike, and a nuclear weapon."""

from __future__ import annotations

import pytest

from game.engine.api import Options, View, begin, view
from game.papers import brief
from tests.papers.every import october_book
from tests.rulebooks import october

PACES = {pace.id: pace for pace in october().tables.paces}
AFTER = [number for number, entry in enumerate(october().tables.entries) if entry.id.startswith("nov_")]
ENDS = {
    "settlement": {"deal": 1000},
    "standoff": {},
    "strike": {"strike.air": 1000},
    "nuclear": {"strike.air": 1000, "ending.nuclear_use": 1000},
}
SETTLED = ("has been won", "to keep your promise", "was agreed", "The rockets are going", "that it is over")
"""What can only be said once something was signed."""


def standing(seat: int, entry: int, registers: dict[str, int]) -> View:
    """What a seat would see on a day of the aftermath after such an end."""
    start = view(begin(october(), 3, Options(pace="full")), seat)
    exact = list(start.exact)
    for name, value in registers.items():
        exact[october().index[name]] = value
    turn = next(n for n, one in enumerate(PACES["full"].turns) if one.entries == (entry,))
    return start._replace(turn=turn, exact=tuple(exact))


@pytest.mark.parametrize("seat", [0, 1], ids=list(october().seats))
@pytest.mark.parametrize("entry", AFTER)
def test_each_end_has_its_own_words(seat: int, entry: int) -> None:
    said = {}
    for name, registers in ENDS.items():
        seen = standing(seat, entry, registers)
        said[name] = brief.told(october_book(), seen, "question"), brief.told(october_book(), seen, "short")
        if name != "settlement":
            assert not [words for words in SETTLED if words in " ".join(said[name])], name
    assert len(set(said.values())) == len(ENDS), said


@pytest.mark.parametrize("seat", [0, 1], ids=list(october().seats))
def test_no_option_of_the_weeks_after_takes_a_settlement_for_granted(seat: int) -> None:
    for entry in AFTER:
        dated = october().dated[seat, entry]
        for act in dated.acts:
            text = october_book().get(f"option.{act.source}.text")
            assert text and "rockets are gone" not in text and "call it a settlement" not in text
