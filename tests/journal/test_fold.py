"""A journal folded comes to the very state that was played, or says where it no longer does."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine.api import Ask, Options, Order, Rulebook, begin, digest
from game.journal import fault as faults
from game.journal.fault import Fault
from game.journal.fold import Passage, belongs, fold, opening, passages
from game.journal.line import Moved, Note, Resolved
from tests import tiny
from tests.journal.games import found, recorded, written
from tests.strategies import all_options, seeds


@given(seeds(), st.data())
def test_a_replay_is_the_game(seed, data):
    options = data.draw(all_options(tiny.rulebook()))
    records, last = [], begin(tiny.rulebook(), seed, options)
    for lines, after in recorded(seed, options):
        records += lines
        last = after
    folded = fold(tiny.rulebook(), tiny.header(seed, options), records)
    assert folded.fault is None
    assert folded.state == last
    assert folded.line == len(records) + 1


def test_saving_and_loading_at_every_step_changes_nothing(tmp_path):
    """After each move the file is read anew, and the game goes on from what was read."""
    path = tmp_path / "game.october"
    written(path, seed=11)
    reading = found(path)
    states = [after for lines, after in recorded(11) for _ in lines]
    for line in range(1, len(reading.chains) + 1):
        part = reading.upto(line)
        folded = fold(tiny.rulebook(), part.header, part.records)
        assert folded.fault is None
        assert folded.state == (states[line - 2] if line > 1 else begin(tiny.rulebook(), 11))


def test_notes_change_nothing():
    records = [record for lines, _ in recorded(4) for record in lines]
    noted = []
    for record in records:
        noted += [record, Note("anywhen", 0, "person", {"I": ["think", None, 1]})]
    head = tiny.header(4)
    assert fold(tiny.rulebook(), head, noted).state == fold(tiny.rulebook(), head, records).state


def test_a_state_that_comes_out_otherwise_is_named_by_its_line():
    records = [record for lines, _ in recorded(4) for record in lines]
    at = next(number for number, record in enumerate(records) if isinstance(record, Resolved))
    records[at] = Resolved("survey", "0" * 32)
    folded = fold(tiny.rulebook(), tiny.header(4), records, "game.october")
    assert folded.fault == Fault(faults.DIFFERS, "game.october", at + 2)
    assert f"From line {at + 2} on" in folded.fault.sentence
    assert folded.line == at + 1 and folded.state is not None, "the part before is there to go on from"


def test_a_move_that_these_rules_refuse_is_named_by_its_line():
    records = [record for lines, _ in recorded(4) for record in lines]
    at, move = next(
        (number, record.move)
        for number, record in enumerate(records)
        if isinstance(record, Moved) and isinstance(record.move, Order)
    )
    records[at] = Moved(move._replace(option="sing"), "person")
    folded = fold(tiny.rulebook(), tiny.header(4), records, "game.october")
    assert folded.fault is not None and folded.fault.kind == faults.REFUSED and folded.fault.line == at + 2
    assert "no_such_option" in folded.fault.sentence


def test_a_move_after_the_end_is_refused():
    records = [record for lines, _ in recorded(4) for record in lines]
    records.append(Moved(Ask(0, "over", "a", "b"), "person"))
    folded = fold(tiny.rulebook(), tiny.header(4), records)
    assert folded.fault is not None and "game_over" in folded.fault.sentence


@pytest.mark.parametrize("name", ["pace", "lens"])
def test_a_beginning_the_rules_do_not_know_is_a_fault(name):
    head = tiny.header()
    head = head._replace(options=Options(**{name: "presto"}))  # type: ignore[arg-type]
    fault = opening(tiny.rulebook(), head, "game.october")
    assert isinstance(fault, Fault) and fault.kind == faults.OPTIONS and "presto" in fault.sentence
    assert fold(tiny.rulebook(), head, []).state is None


def test_other_rules_and_other_scenarios_are_told_apart():
    head = tiny.header()
    assert belongs(head, "tiny", tiny.rules(), "f") is None
    other = belongs(head, "tiny", "0" * 32, "f")
    assert other is not None and other.kind == faults.OTHER_RULES
    elsewhere = belongs(head, "berlin", tiny.rules(), "f")
    assert elsewhere is not None and elsewhere.kind == faults.OTHER_SCENARIO and "tiny" in elsewhere.sentence


def test_an_older_save_is_read_under_changed_rules_up_to_where_they_bite():
    """The same moves under rules in which one dial begins elsewhere: the first resolution already differs."""
    from dataclasses import replace

    registers = tiny.tables().registers
    at = next(
        number
        for number, register in enumerate(registers)
        if register.kind == "dial" and register.start < register.high
    )
    changed = (*registers[:at], replace(registers[at], start=registers[at].high), *registers[at + 1 :])
    now = Rulebook(replace(tiny.tables(), registers=changed))
    records = [record for lines, _ in recorded(4) for record in lines]
    folded = fold(now, tiny.header(4), records, "old.october")
    assert folded.fault is not None and folded.fault.kind in (faults.DIFFERS, faults.REFUSED)
    assert folded.state is not None


def test_each_passage_says_what_it_led_to():
    records = [record for lines, _ in recorded(4) for record in lines]
    start = begin(tiny.rulebook(), 4)
    told = [passage for passage in passages(tiny.rulebook(), start, records) if isinstance(passage, Passage)]
    assert [passage.line for passage in told] == list(range(2, len(records) + 2))
    assert told[0].before == start
    for one, other in pairwise(told):
        assert one.after == other.before
    assert all(digest(p.after) == p.record.state for p in told if isinstance(p.record, Resolved))
