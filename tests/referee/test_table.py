"""The table takes moves, writes them down before they count, and shows each seat its own view."""

import errno
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.engine.api import PUBLIC, Inject, Options, Order, Refusal, Withdraw, digest
from game.journal.fault import FULL, OPTIONS, Fault
from game.journal.file import Journal
from game.journal.fold import fold
from game.journal.line import CONTROL, Moved, Note, Resolved
from game.referee.seats import ONE_PERSON, mind, named, seated
from game.referee.table import Answer, Table, Unsaved, header_of
from tests import tiny
from tests.journal.games import found, opened
from tests.journal.test_disk import Failing
from tests.strategies import random_move, seeds


def new_table(seed=1, journal=None):
    table = Table.begin(tiny.rulebook(), tiny.header(seed), journal)
    assert isinstance(table, Table)
    return table


def play_on(table, pick, moves=10_000):
    """Random moves of whoever is owed one, until the end or so many."""
    for _ in range(moves):
        if table.over:
            return
        seat = pick.choice(table.owed())
        assert isinstance(table.submit(random_move(table.rulebook, table.view(seat), pick)), Answer)


def signed(table, pick):
    """An order of each seat for the present phase, from what it sees as the phase begins."""
    orders = []
    for seat in table.owed():
        move = random_move(table.rulebook, table.view(seat), pick)
        while not isinstance(move, Order):
            move = random_move(table.rulebook, table.view(seat), pick)
        orders.append(move)
    return orders


@settings(max_examples=25)
@given(seeds())
def test_any_play_ends_and_is_written_down(tmp_path_factory, seed):
    path = tmp_path_factory.mktemp("table") / "game.october"
    table = new_table(seed, opened(path, seed))
    play_on(table, random.Random(seed))
    assert table.over and table.owed() == () and table.outcome() is not None
    table.close()
    reading = found(path)
    assert reading.records == table.records()
    folded = fold(tiny.rulebook(), reading.header, reading.records)
    assert folded.fault is None and folded.state == table.revealed()


@settings(max_examples=8)
@given(seeds())
def test_a_game_taken_up_after_every_move_is_the_same_game(tmp_path_factory, seed):
    """Two tables are dealt the same moves; one is closed and read from its file after each of them."""
    path = tmp_path_factory.mktemp("table") / "game.october"
    whole, broken = new_table(seed), new_table(seed, opened(path, seed))
    pick = random.Random(seed)
    while not whole.over:
        move = random_move(whole.rulebook, whole.view(whole.owed()[0]), pick)
        assert whole.submit(move) == broken.submit(move)
        broken.close()
        reading = found(path)
        journal = Journal.resume(reading)
        assert isinstance(journal, Journal)
        again = Table.take_up(tiny.rulebook(), reading.header, reading.records, journal)
        assert isinstance(again, Table)
        broken = again
        assert [broken.view(viewer) for viewer in range(3)] == [whole.view(viewer) for viewer in range(3)]
        assert broken.owed() == whole.owed() and broken.phase == whole.phase
    broken.close()
    assert broken.revealed() == whole.revealed()


@given(seeds(), st.integers(0, 30))
def test_the_order_of_signing_never_matters(seed, moves):
    one, other = new_table(seed), new_table(seed)
    play_on(one, random.Random(seed), moves)
    play_on(other, random.Random(seed), moves)
    orders = signed(one, random.Random(moves))
    for order in orders:
        one.submit(order)
    for order in reversed(orders):
        other.submit(order)
    assert digest(one._state) == digest(other._state)
    assert [one.view(viewer) for viewer in range(3)] == [other.view(viewer) for viewer in range(3)]


@given(seeds(), st.integers(0, 30))
def test_a_first_signature_tells_nobody_anything_but_that_it_is_there(seed, moves):
    table = new_table(seed)
    play_on(table, random.Random(seed), moves)
    orders = signed(table, random.Random(moves))
    if len(orders) < 2:
        return
    other = orders[1].seat
    before = table.view(other), table.view(PUBLIC)
    table.submit(orders[0])
    after = table.view(other), table.view(PUBLIC)
    assert [view._replace(signed=(False, False)) for view in after] == [
        view._replace(signed=(False, False)) for view in before
    ]


@given(seeds(), st.integers(0, 30))
def test_a_refused_move_changes_nothing_and_writes_nothing(tmp_path_factory, seed, moves):
    path = tmp_path_factory.mktemp("table") / "game.october"
    table = new_table(seed, opened(path, seed))
    play_on(table, random.Random(seed), moves)
    before, raw, lines = digest(table._state), path.read_bytes(), table.records()
    for move in (
        Order(0, "yesterday", "x"),
        Order(0, table.phase, "sing"),
        Order(7, table.phase, "x"),
        Withdraw(0, "yesterday"),
        Inject(table.phase, "t1_pledge"),
    ):
        assert isinstance(table.submit(move), Refusal)
    table.close()
    assert (digest(table._state), path.read_bytes(), table.records()) == (before, raw, lines)


def test_an_order_may_be_taken_back_while_its_phase_is_open():
    table = new_table()
    before = digest(table._state)
    order = signed(table, random.Random(1))[0]
    if len(table.owed()) < 2:
        pytest.skip("this phase asks one seat only")
    table.submit(order)
    assert order.seat not in table.owed()
    assert isinstance(table.submit(Withdraw(order.seat, table.phase)), Answer)
    assert digest(table._state) == before


def test_what_is_signed_for_a_phase_that_is_over_stays_signed():
    table = new_table()
    phase = table.phase
    *_, answer = [table.submit(order) for order in signed(table, random.Random(1))]
    assert isinstance(answer, Answer) and answer.resolved and answer.phase != phase
    late = table.submit(Withdraw(0, phase))
    assert isinstance(late, Refusal) and late.kind == "stale"


def test_only_the_teacher_may_inject():
    table = new_table()
    what = tiny.tables().triggers[0].id
    assert isinstance(table.submit(Inject(table.phase, what)), Refusal)
    assert isinstance(table.submit(Order(0, table.phase, "x"), CONTROL), Refusal)
    answer = table.submit(Inject(table.phase, what), CONTROL)
    assert isinstance(answer, Answer) and not answer.resolved
    assert table.records()[-1] == Moved(Inject(table.phase, what), CONTROL)


def test_every_phase_that_is_over_has_its_digest_in_the_journal():
    table = new_table()
    play_on(table, random.Random(1))
    resolved = [record for record in table.records() if isinstance(record, Resolved)]
    assert len(resolved) == len({record.phase for record in resolved}), "no two phases have one name"
    assert resolved[-1].state == digest(table.revealed())


def test_nothing_is_revealed_before_the_end():
    table = new_table()
    assert table.revealed() is None and table.outcome() is None
    play_on(table, random.Random(1))
    assert table.revealed() is not None


# -- the disk -------------------------------------------------------------------------------------------------------


@pytest.fixture
def failing(tmp_path):
    disk = Failing("write", errno.ENOSPC)
    disk.on = False
    path = tmp_path / "game.october"
    journal = Journal.create(path, tiny.header(), disk=disk)
    assert isinstance(journal, Journal)
    table = new_table(1, journal)
    disk.on = True
    yield table, path
    table.close()


def test_a_full_disk_means_the_move_was_not_made(failing):
    table, path = failing
    before, raw = digest(table._state), path.read_bytes()
    move = random_move(table.rulebook, table.view(table.owed()[0]), random.Random(1))
    answer = table.submit(move)
    assert isinstance(answer, Unsaved) and answer.fault.kind == FULL and "nothing happened" in answer.sentence
    assert digest(table._state) == before and path.read_bytes() == raw and table.records() == ()
    assert isinstance(table.submit(move), Answer), "with room made, the same move is taken"
    assert len(found(path).records) == len(table.records())


def test_the_game_may_go_on_in_memory(failing):
    table, path = failing
    raw = path.read_bytes()
    assert isinstance(table.note(0, "person", "will this be kept?"), Unsaved)
    table.go_on_unsaved()
    assert not table.saved
    play_on(table, random.Random(2))
    assert table.over and path.read_bytes() == raw


def test_a_game_in_memory_can_be_written_to_another_file(failing, tmp_path):
    table, _ = failing
    table.go_on_unsaved()
    play_on(table, random.Random(2), 3)
    journal = Journal.create(tmp_path / "elsewhere.october", table.header, table.records())
    assert isinstance(journal, Journal)
    table.write_to(journal)
    play_on(table, random.Random(3))
    table.close()
    assert found(tmp_path / "elsewhere.october").records == table.records()


# -- minds and seats ------------------------------------------------------------------------------------------------


def test_a_replay_asks_no_mind(monkeypatch):
    """A recorded game of two minds is taken up in a house where nobody can think."""
    import game.opponent

    table = new_table()
    play_on(table, random.Random(1))

    def nobody(*_):
        raise AssertionError("a mind was asked")

    monkeypatch.setattr(game.opponent, "decide", nobody)
    head = tiny.header()._replace(seats=("mind:history/1", "mind:careful/1"))
    again = Table.take_up(tiny.rulebook(), head, table.records())
    assert isinstance(again, Table) and again.revealed() == table.revealed()


def test_the_table_says_whose_mind_is_owed_a_move():
    head = tiny.header()._replace(seats=("person", "mind:careful/1"))
    table = Table.begin(tiny.rulebook(), head)
    assert isinstance(table, Table)
    assert set(table.minds_owed()) == set(table.owed()) - {0}
    assert table.draw(0) != table.draw(1)
    assert table.draw(1) != table._state.key


def test_a_note_is_kept_and_changes_nothing():
    table = new_table()
    before = digest(table._state)
    assert table.note(1, "mind:careful/1", [["headline", "hold", {"worth": 41}]]) is None
    assert digest(table._state) == before
    assert table.records() == (Note(table.phase, 1, "mind:careful/1", [["headline", "hold", {"worth": 41}]]),)


def test_seats_are_named_in_the_header_and_found_again():
    seats = (ONE_PERSON, mind("careful", "2"))
    head = header_of(tiny.rulebook(), tiny.rules(), 9, Options(), seats, "0.1")
    assert head.seats == ("person", "mind:careful/2")
    assert seated(head.seats) == seats
    assert named("unasked") is not None and named("a dog") is None and named("mind:") is None
    assert seated(("a dog", "person"))[0] == ONE_PERSON


def test_a_game_that_cannot_begin_is_a_fault():
    head = tiny.header()
    fault = Table.begin(tiny.rulebook(), head._replace(options=Options(pace="presto")))
    assert isinstance(fault, Fault) and fault.kind == OPTIONS
    assert isinstance(Table.take_up(tiny.rulebook(), head._replace(options=Options(lens="rose")), ()), Fault)


def test_a_game_that_these_rules_refuse_is_not_taken_up():
    records = (Moved(Order(0, "survey", "sing"), "person"),)
    assert isinstance(Table.take_up(tiny.rulebook(), tiny.header(), records), Fault)
