"""A call at fault is answered with one sentence, and nothing that is raised becomes a traceback."""

import io
import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game import cli
from game.cli.content import scenario_of
from tests.cli.program import ROOT, TINY, only_sentence
from tests.needs import needs


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["simulat"], "there is no command `simulat`; nearest `simulate`"),
        (["simulate", "--sead", "3"], "there is no option `--sead`; nearest `--seed`"),
        (["simulate", "--scenario", TINY, "--uplnd", "random"], "nearest `--upland`"),
        (["simulate", "--scenario", TINY, "--washington", "random"], "there is no option `--washington`"),
        (
            ["simulate", "--scenario", TINY, "--upland", "readr"],
            "there is no mind `readr` for upland; nearest `reader`",
        ),
        (["simulate", "--scenario", TINY, "--upland", "proud"], "there is no mind `proud` for upland"),
        (["simulate", "--scenario", TINY, "--pace", "ful"], "there is no pace `ful`; nearest `full`"),
        (["simulate", "--scenario", TINY, "--lens", "rose"], "there is no lens `rose`"),
        (["simulate", "--games", "many"], "--games takes a whole number"),
        (["simulate", "--games", "0"], "--games takes a whole number"),
        (["simulate", "--games", "9" * 5000], "--games takes a whole number"),
        (["simulate", "--games"], "expected one argument"),
        (["simulate", "--scenario", "october-1926"], "there is no scenario `october-1926`; nearest `october-1962`"),
        (["simulate", "7"], "`7` is one word too many"),
        (["simulate", "--scenario", TINY, "--lens", "record,rose"], "there is no lens `rose`"),
        (["simulate", "--scenario", TINY, "--delta", "hold_the_wall"], "there is no mind `hold_the_wall` for delta"),
        (["balance"], "the following arguments are required: PATH|ID"),
        (["balance", "october-1926"], "there is no scenario `october-1926`; nearest `october-1962`"),
        (["balance", TINY, "--only", "forcd"], "there is no part `forcd`; nearest `forced`"),
        (["balance", TINY, "--games", "none"], "--games takes a whole number"),
        (["balance", TINY, "--pace", "ful"], "there is no pace `ful`; nearest `full`"),
        (["check"], "the following arguments are required: PATH|ID"),
        (["check", "nowhere"], "there is no scenario `nowhere`"),
        (["check", "a\0b"], "there is no scenario"),
        (["play", "--as", "uplnd", "--scenario", TINY], "there is no side `uplnd`; nearest `upland`"),
        (["play", "--against", "prowd", "--scenario", TINY], "there is no opponent `prowd`; nearest `proud`"),
        (["--as", "uplnd", "--scenario", TINY], "there is no side `uplnd`"),
        (["play", "--resume", "nowhere"], "There is no file nowhere."),
        (["replay", "nowhere"], "There is no file nowhere."),
        (["replay", "."], "is not a recorded game"),
        (["odds", "nowhere"], "There is no file nowhere."),
        (["graph", TINY, "--form", "svgg"], "there is no form `svgg`; nearest `svg`"),
    ],
)
def test_a_call_at_fault_is_answered_with_one_sentence(october, words, says):
    code, out, err = october(*words)
    assert (code, out) == (2, "")
    assert says in only_sentence(err)


@given(
    st.lists(
        st.text(max_size=8) | st.sampled_from(["check", "simulate", "replay", "odds", "--games", "--json", "-", "--"]),
        max_size=4,
    )
)
def test_no_call_shows_a_traceback(words):
    """Whatever is typed: an exit code comes back and nothing is raised."""
    if not words or words[0] in ("", "play", "learn", "new", "library") or words[0].startswith("-"):
        words = ["check", *words]
    if words[0] == "simulate":
        words = ["simulate", "--scenario", "nowhere", *words[1:]]
    assert cli.main(words) in (0, 1, 2)


@pytest.mark.parametrize(
    ("raised", "code"),
    [(KeyboardInterrupt(), 130), (EOFError(), 130), (BrokenPipeError(), 0), (ValueError("x\ny"), 70)],
)
def test_nothing_that_is_raised_becomes_a_traceback(october, monkeypatch, raised, code):
    def stumbles(words):
        raise raised

    monkeypatch.setattr(cli, "_hush", lambda: None)
    monkeypatch.setitem(cli.COMMANDS, "library", stumbles)
    found, _, err = october("library")
    assert found == code
    assert err.count("\n") <= 1


@needs("posix")
def test_a_reader_that_goes_away_is_no_fault():
    command = [sys.executable, "-m", "game", "simulate", "--scenario", TINY, "--games", "5", "--json"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        assert program.stdout is not None and program.stderr is not None
        program.stdout.close()
        assert program.wait() == 0
        assert program.stderr.read() == b""


def test_a_game_without_an_input_is_left_without_a_traceback(tmp_path):
    env = {**os.environ, "OCTOBER_HOME": str(tmp_path)}
    command = [sys.executable, "-m", "game", "--text", "--scenario", TINY]
    done = subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, text=True, env=env)
    assert done.returncode == 0 and "Traceback" not in done.stdout + done.stderr


def test_python_m_game_is_the_same_program():
    done = subprocess.run([sys.executable, "-m", "game", "chek"], cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "there is no command `chek`; nearest `check`\n"


def test_a_start_needs_neither_yaml_nor_pydantic():
    """The scenario is compiled by then; what a first start costs, a second does not."""
    code = (
        "import sys; import game.cli; from game.cli.content import scenario_of\n"
        "scenario_of(sys.argv[1]); before = set(sys.modules)\n"
        "heavy = {'pydantic', 'yaml', 'pygame', 'starlette', 'asyncio', 'multiprocessing', 'concurrent.futures'}\n"
        "print(sorted(heavy & before))\n"
    )
    scenario_of(TINY)
    command = [sys.executable, "-c", code, TINY]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("[]\n", "")


def test_what_is_written_can_be_read_by_a_terminal_without_unicode():
    env = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"}
    done = subprocess.run([sys.executable, "-m", "game", "library"], cwd=ROOT, capture_output=True, env=env)
    assert done.returncode == 0 and b"Traceback" not in done.stderr


def test_a_closed_standard_output_is_no_traceback(monkeypatch):
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    sys.stderr.close()
    assert cli.main(["chek"]) == 2
