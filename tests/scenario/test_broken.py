"""An author's error is a sentence with an address: every broken scenario gets exactly its messages, all at once."""

import time

import pytest

from game.scenario.load import compile_files
from game.scenario.problems import SEVERITIES
from tests.scenario.broken import Case, cases

CASES = cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.path.stem)
def test_a_broken_scenario_gets_these_messages_within_a_second(case: Case):
    begun = time.process_time()
    loaded = case.loaded()
    assert time.process_time() - begun < 1.0
    assert case.expects, "nothing is expected; run tests/scenario/broken.py --rewrite and read the diff"
    assert [str(problem) for problem in loaded.problems] == case.expects
    severities = {problem.severity for problem in loaded.problems}
    assert severities <= set(SEVERITIES)
    assert (loaded.tables is None) == ("error" in severities)  # a warning does not keep it from being played


def test_there_are_many_kinds_of_fault():
    assert len(CASES) >= 120
    sentences = {message.split(": ", 2)[2].split("`")[0] for case in CASES for message in case.expects}
    assert len(sentences) >= 40


def test_a_file_that_is_not_utf8_is_told_by_place():
    files = [("scenario.yaml", b"format: 1\ntitle: caf\xe9\n")]
    loaded = compile_files(files).loaded
    assert str(loaded.problems[0]) == "scenario.yaml:2:11: error: this is not UTF-8 text; save the file as UTF-8"


def test_a_byte_order_mark_and_windows_line_ends_are_no_fault():
    case = CASES[0]
    tiny = [(name, data) for name, data in Case(case.path, "", [], []).files()]
    dos = [(name, b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n")) for name, data in tiny]
    assert compile_files(dos).loaded.problems == ()
    assert compile_files(dos).loaded.tables == compile_files(tiny).loaded.tables
