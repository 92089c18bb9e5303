"""A journal is read as far as it can be trusted, and what is wrong with it is named by line."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.journal import line
from game.journal.chain import seal
from game.journal.fault import ABSENT, CHANGED, DAMAGED, EXISTS, FOREIGN, NEWER, UNREADABLE, Fault
from game.journal.file import Journal, branch, read, understood
from game.journal.line import Note
from tests import tiny
from tests.journal.games import found, opened, recorded, written
from tests.needs import needs


@pytest.fixture
def path(tmp_path):
    return tmp_path / "game.october"


def test_what_was_written_is_read(path):
    written(path, seed=3)
    reading = found(path)
    assert reading.header == tiny.header(3)
    assert list(reading.records) == [record for lines, _ in recorded(3) for record in lines]
    assert reading.length == path.stat().st_size
    assert not reading.torn and reading.damage is None


def test_it_is_json_lines_that_anyone_can_read(path):
    written(path)
    raw = path.read_bytes()
    assert b"\r" not in raw and raw.endswith(b"\n")
    kinds = [json.loads(text)["kind"] for text in raw.decode("utf-8").splitlines()]
    assert kinds[0] == "header" and set(kinds[1:]) == {"move", "resolved"}


def test_a_file_that_is_there_is_never_written_over(path):
    path.write_text("dear diary")
    fault = Journal.create(path, tiny.header())
    assert isinstance(fault, Fault) and fault.kind == EXISTS
    assert path.read_text() == "dear diary"


def test_a_torn_last_line_is_dropped_wherever_it_broke(path):
    written(path, most=2)
    raw = path.read_bytes()
    last = raw.rindex(b"\n", 0, -1) + 1
    for end in range(last + 1, len(raw)):
        reading = understood(path, raw[:end])
        assert not isinstance(reading, Fault)
        assert reading.torn and reading.damage is None and reading.length == last


def test_going_on_after_a_torn_line_cuts_it_off_and_nothing_else(path):
    written(path, most=2)
    raw = path.read_bytes()
    path.write_bytes(raw + b'{"kind":"note","abo')
    journal = Journal.resume(found(path))
    assert isinstance(journal, Journal)
    assert journal.append(Note("day1", 0, "person", "we go on")) is None
    journal.close()
    assert path.read_bytes().startswith(raw)
    reading = found(path)
    assert reading.records[-1] == Note("day1", 0, "person", "we go on") and not reading.torn and reading.damage is None


def test_looking_at_a_torn_file_changes_nothing(path):
    written(path, most=2)
    torn = path.read_bytes() + b'{"kind":"no'
    path.write_bytes(torn)
    found(path)
    journal = Journal.resume(found(path))
    assert isinstance(journal, Journal)
    journal.close()
    assert path.read_bytes() == torn


def changed_line(raw, number):
    lines = raw.split(b"\n")
    lines[number - 1] = lines[number - 1].replace(b'"phase":"', b'"phase":"x', 1)
    return b"\n".join(lines)


def test_damage_is_named_by_its_line_and_the_part_before_is_offered(path):
    written(path)
    raw = path.read_bytes()
    for number in (2, 3, 5):
        reading = understood(path, changed_line(raw, number))
        assert not isinstance(reading, Fault)
        assert reading.damage is not None and reading.damage.kind == DAMAGED and reading.damage.line == number
        assert f"line {number}" in reading.damage.sentence
        assert len(reading.records) == number - 2
        assert isinstance(Journal.resume(reading), Fault), "nobody writes on after damage"


@pytest.mark.parametrize("how", ["left out", "doubled", "swapped"])
def test_a_line_that_was_moved_is_found(path, how):
    written(path)
    lines = path.read_bytes().split(b"\n")
    match how:
        case "left out":
            del lines[2]
        case "doubled":
            lines.insert(2, lines[2])
        case _:
            lines[2], lines[3] = lines[3], lines[2]
    reading = understood(path, b"\n".join(lines))
    assert not isinstance(reading, Fault) and reading.damage is not None
    assert reading.damage.line in (3, 4)


def test_changed_line_ends_are_called_that(path):
    written(path)
    fault = understood(path, path.read_bytes().replace(b"\n", b"\r\n"))
    assert isinstance(fault, Fault) and fault.kind == DAMAGED and "line ends" in fault.sentence


def test_a_changed_beginning_is_damage_in_line_one(path):
    written(path)
    fault = understood(path, path.read_bytes().replace(b'"seed":1', b'"seed":2', 1))
    assert isinstance(fault, Fault) and (fault.kind, fault.line) == (DAMAGED, 1)


def test_a_line_of_an_unknown_kind_is_damage_even_when_it_is_chained(path):
    written(path, most=1)
    reading = found(path)
    extra, _ = seal(reading.chains[-1], b'{"kind":"song"}')
    after = understood(path, path.read_bytes() + extra)
    assert not isinstance(after, Fault) and after.damage is not None
    assert after.damage.line == len(reading.chains) + 1


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04", b'{"a": 1}\n', b"[]\n", b"\xff\xfe", b'"journal"\n', b"\n\n", b"[" * 9999]
)
def test_a_foreign_file_says_so(path, data):
    path.write_bytes(data)
    fault = read(path)
    assert isinstance(fault, Fault) and fault.kind == FOREIGN
    assert str(path) in fault.sentence and "not a recorded game" in fault.sentence


def test_a_newer_format_says_so(path):
    text = line.body(tiny.header()).replace(b'"format":1', b'"format":2')
    path.write_bytes(seal("", text)[0])
    fault = read(path)
    assert isinstance(fault, Fault) and fault.kind == NEWER and "newer edition" in fault.sentence


def test_what_is_no_file_says_so(tmp_path):
    for name, kind in (
        (tmp_path / "nowhere", ABSENT),
        (tmp_path, FOREIGN),
        (Path("a\0b"), ABSENT),
        (Path("x" * 5000), UNREADABLE),
    ):
        fault = read(name)
        assert isinstance(fault, Fault) and fault.kind == kind
        assert fault.sentence.endswith(".") and "\n" not in fault.sentence


@needs("posix")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    fault = read(tmp_path / "pipe")
    assert isinstance(fault, Fault) and fault.kind == FOREIGN


def test_two_tables_do_not_write_to_one_file(path):
    journal = opened(path)
    other = Journal.resume(found(path))
    assert isinstance(other, Journal)
    assert other.append(Note("day1", 0, "person", "mine")) is None
    fault = journal.append(Note("day1", 0, "person", "no, mine"))
    assert fault is not None and fault.kind == CHANGED
    journal.close()
    other.close()
    assert found(path).records == (Note("day1", 0, "person", "mine"),)


@needs("posix")
def test_a_file_that_was_deleted_in_play_is_missed(path):
    with opened(path) as journal:
        path.unlink()
        fault = journal.append(Note("day1", 0, "person", "hello?"))
    assert fault is not None and fault.kind == CHANGED


def test_a_branch_names_its_parent_and_leaves_it_alone(path, tmp_path):
    written(path)
    before = path.read_bytes()
    reading = found(path)
    header, records = branch(reading, 4)
    child = Journal.create(tmp_path / "child.october", header, records)
    assert isinstance(child, Journal)
    child.close()
    again = found(tmp_path / "child.october")
    assert again.header.parent == (path.name, 4, reading.chains[3])
    assert again.records == reading.records[:3]
    assert path.read_bytes() == before


@given(st.binary(max_size=400))
def test_any_bytes_are_a_reading_or_a_fault(data):
    understood(Path("fuzz"), data)


@given(st.binary(max_size=200))
def test_any_bytes_after_a_good_beginning_are_damage_or_torn(data):
    head, _ = seal("", line.body(tiny.header()))
    reading = understood(Path("fuzz"), head + data)
    assert not isinstance(reading, Fault)
    assert reading.records == () and (reading.torn or reading.damage is not None or not data)


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    path = tmp_path_factory.mktemp("journal") / "whole.october"
    written(path, seed=5)
    return path.read_bytes(), found(path)


@given(st.data())
def test_whatever_befalls_a_journal_only_true_lines_are_read(whole, data):
    raw, reading = whole
    spoiled = bytearray(raw)
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(spoiled) - 1))
        match data.draw(st.sampled_from(["flip", "cut", "insert", "zeros", "double"])):
            case "flip":
                spoiled[at] ^= data.draw(st.integers(1, 255))
            case "cut":
                del spoiled[at : at + data.draw(st.integers(1, 60))]
            case "insert":
                spoiled[at:at] = data.draw(st.binary(min_size=1, max_size=9))
            case "zeros":
                spoiled[at : at + 64] = bytes(len(spoiled[at : at + 64]))
            case _:
                spoiled[at:at] = spoiled[at : at + 200]
        spoiled = spoiled or bytearray(b"\0")
    after = understood(Path("spoiled"), bytes(spoiled))
    if isinstance(after, Fault):
        assert after.sentence
    else:
        assert after.header == reading.header
        assert after.records == reading.records[: len(after.records)]
