"""What was said of danger is set beside what came of that very turn."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.analysis.balance.danger import EDGES, HOW, KINDS, TENTH, Bin, Heard, Statements, place_of, rows, tenth
from game.analysis.balance.study import FREE
from game.analysis.game import finish, seed_of
from game.analysis.minds import mind
from game.engine.api import Options, begin
from game.engine.move import Order
from game.engine.preview import strip
from tests import rulebooks
from tests.analysis.balance.studied import OTHERS, tiny_study


@given(st.floats(0.0, 1.0))
def test_every_chance_has_one_bin(chance):
    place = place_of(chance)
    assert EDGES[place] <= chance
    assert chance <= EDGES[place + 1]


def test_a_tenth_is_its_own_bin():
    assert (EDGES[TENTH], EDGES[TENTH + 1]) == (0.08, 0.12)
    assert place_of(0.10) == TENTH


def test_what_was_said_is_what_the_strip_says():
    rulebook = rulebooks.tiny()
    one = mind(rulebook, 0, "random")
    assert one is not None
    listener, said = Statements(rulebook), 0

    def watch(before, move, after, events):
        nonlocal said
        listener.watch(before, move, after, events)
        if isinstance(move, Order) and before.stage == "orders" and before.ended is None:
            said += 1
            _shots, _outruns, end, _ = strip(rulebook, before.knowledge[move.seat])
            heard.append(0.5 * (end.low + end.high))

    heard: list[float] = []
    state = finish(rulebook, begin(rulebook, seed_of(1, 5), Options()), (one, one), watch)
    found = listener.ended(state)
    ends = [key for key in found if key[0].kind == "end" and key[0].how == "strip" and key[1] == "said"]
    assert 0 < sum(found[key] for key in ends) <= said
    stated = sum(found[key] for key in found if key[0].kind == "end" and key[0].how == "strip" and key[1] == "stated")
    assert stated <= sum(int(1_000_000 * chance + 1) for chance in heard)


def test_counts_add_up_over_a_study():
    heard = tiny_study().games(FREE).heard
    for seat in range(2):
        for how in HOW:
            for kind in KINDS:
                found = rows(heard, seat, how, (kind,))
                assert found
                for row in found:
                    assert row.low <= row.stated <= row.high
                    assert row.came.value is not None and 0.0 <= row.came.value <= 1.0
    assert len(tiny_study().games(FREE).games) == OTHERS


def test_one_in_ten_is_read_from_its_bin():
    heard = Heard()
    heard[Bin(0, "strip", "shots", TENTH), "said"] = 40
    heard[Bin(0, "strip", "shots", TENTH), "came"] = 5
    heard[Bin(0, "strip", "end", TENTH), "said"] = 10
    heard[Bin(0, "strip", "end", TENTH - 1), "said"] = 99
    assert tenth(heard, 0).value == pytest.approx(0.1)
    assert tenth(heard, 1).value is None
