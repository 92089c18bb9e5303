"""The program: what it does, what it answers to a wrong call, and that it never shows a traceback."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import game
from game import cli
from game.cli import call
from game.cli.content import scenario_of
from game.referee.wanted import Wanted
from tests import tiny
from tests.journal.games import written
from tests.needs import needs

ROOT = Path(__file__).parent.parent
TINY = str(tiny.FOLDER)


@pytest.fixture
def october(capsys):
    """Runs the program: its exit code, and what it wrote to each of the two streams."""

    def run(*words):
        code = cli.main([str(word) for word in words])
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return code, out, err

    return run


@pytest.fixture
def recorded(tmp_path):
    """A whole recorded game of the tiny scenario."""
    path = tmp_path / "game.october"
    written(path, seed=4)
    return path


def only_sentence(err):
    assert err.endswith("\n") and err.count("\n") == 1, err
    return err.strip()


# -- calls at fault -------------------------------------------------------------------------------------------------


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


# -- what it does ---------------------------------------------------------------------------------------------------


def test_help_names_every_command(october):
    code, out, _ = october("--help")
    assert code == 0
    assert all(f"  october {name}" in out for name in cli.COMMANDS)
    for name in cli.COMMANDS:
        words = [name, "--help", *(["--scenario", TINY] if name == "simulate" else [])]
        code, out, err = october(*words)
        assert code == 0 and out.startswith("usage:") and err == "", name


def test_the_version(october):
    assert october("--version")[:2] == (0, f"october {game.__version__}\n")


def test_check_finds_nothing_wrong_with_the_tiny_scenario(october):
    code, out, _ = october("check", TINY)
    assert code == 0 and "0 errors" in out
    code, out, _ = october("check", TINY, "--json")
    assert code == 0 and json.loads(out)["problems"] == []


def test_check_names_file_line_and_column_of_what_is_wrong(october, tmp_path):
    for file in tiny.FOLDER.rglob("*.yaml"):
        copy = tmp_path / "bad" / file.relative_to(tiny.FOLDER)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(file.read_text(encoding="utf-8").replace("anger: +1", "angr: +1", 1), encoding="utf-8")
    code, out, _ = october("check", tmp_path / "bad")
    assert code == 1
    assert any(line.split(":")[1].isdigit() and ": error: " in line for line in out.splitlines())
    code, out, _ = october("check", tmp_path / "bad", "--json")
    told = json.loads(out)
    assert code == 1 and set(told["problems"][0]) == {"file", "line", "column", "severity", "sentence", "nearest"}
    code, _, err = october("simulate", "--scenario", tmp_path / "bad")
    assert code == 1 and "cannot be played" in only_sentence(err)


def test_simulate_has_one_option_for_each_seat_of_the_scenario(october):
    code, out, _ = october(
        "simulate", "--scenario", TINY, "--games", 20, "--upland", "random", "--delta", "proud", "--json"
    )
    told = json.loads(out)
    assert code == 0 and told["games"] == 20 and told["minds"] == {"upland": "random", "delta": "proud"}
    assert sum(told["endings"].values()) == 20
    assert told["types"]["delta"]["proud"]["games"] == 20
    code, table, _ = october("simulate", "--scenario", TINY, "--games", 20, "--upland", "random", "--delta", "proud")
    assert code == 0 and "settlement" in table and "95 %" in table


def test_several_lenses_are_compared(october):
    lenses = [lens.id for lens in tiny.tables().lenses]
    words = ["simulate", "--scenario", TINY, "--games", "10", "--upland", "hold_the_wall"]
    code, out, _ = october(*words, "--lens", lenses[0], "--lens", lenses[1])
    assert code == call.DONE and f"less {lenses[0]}" in out
    assert october(*words, "--lens", ",".join(lenses))[1] == out
    told = json.loads(october(*words, "--lens", ",".join(lenses), "--json")[1])
    assert list(told["lenses"]) == lenses


def test_the_balance_of_a_scenario_is_measured_and_its_time_told_first(october):
    words = ["balance", TINY, "--games", "1", "--workers", "1", "--only", "usage,council"]
    code, out, err = october(*words)
    assert code == call.DONE and err.startswith("about ") and "1 processor\n" in err
    assert "WHERE MINDS CHOOSE FREELY: DELTA" in out and "ASKING THE COUNCIL" in out and "FORCED" not in out
    told = json.loads(october(*words, "--json")[1])
    assert told["games"] == {"forced": 1, "other": 10} and told["seed"] == 1
    assert told["rulebook"] == tiny.rules()
    assert "usage" in told and "forced" not in told


def test_the_same_seed_gives_the_same_table(october):
    words = ["simulate", "--scenario", TINY, "--games", 10, "--upland", "random", "--delta", "random", "--seed", 5]
    assert october(*words) == october(*words)
    assert october(*words) != october(*words[:-1], 6)


def test_a_finished_game_is_told_and_verified(october, recorded):
    code, out, _ = october("replay", recorded, "--scenario", TINY)
    assert code == 0
    assert "The Dam at Marrow: upland person, delta person" in out
    assert "It ended as" in out and "The file is intact (lines: " in out


def test_an_unfinished_game_keeps_its_secrets_until_they_are_asked_for(october, tmp_path):
    path = tmp_path / "game.october"
    written(path, seed=4, most=4)
    code, out, _ = october("replay", path, "--scenario", TINY)
    hidden = [kind.id for kind in tiny.tables().types] + ["upland (person)"]
    assert code == 0 and "--reveal" in out and not any(word in out for word in hidden)
    code, out, _ = october("replay", path, "--scenario", TINY, "--reveal")
    assert code == 0 and "upland is" in out
    assert october("odds", path, "--scenario", TINY)[0] == 2


def test_a_game_of_a_scenario_that_is_not_on_the_shelf_says_so(october, recorded):
    code, _, err = october("replay", recorded)
    assert code == 2 and "`--scenario PATH` says where it lies" in only_sentence(err)
    code, _, err = october("replay", recorded, "--scenario", "october-1962")
    assert code == 2 and "is a game of the scenario `tiny`, not of `october_1962`" in only_sentence(err)


def test_damage_is_named_and_the_intact_part_told(october, recorded):
    lines = recorded.read_bytes().split(b"\n")
    lines[4] = lines[4].replace(b"person", b"nobody").replace(b"state", b"stale")
    recorded.write_bytes(b"\n".join(lines))
    code, out, _ = october("replay", recorded, "--scenario", TINY)
    assert code == 1 and "is damaged in line 5" in out and "What stands before it is intact (lines: 4)." in out


def test_a_torn_line_is_no_damage(october, recorded):
    recorded.write_bytes(recorded.read_bytes() + b'{"kind":"no')
    code, out, _ = october("replay", recorded, "--scenario", TINY)
    assert code == 0 and "that move never happened" in out


def test_a_wholly_damaged_file_is_content_at_fault(october, recorded):
    recorded.write_bytes(recorded.read_bytes().replace(b'"seed":4', b'"seed":5'))
    code, _, err = october("replay", recorded, "--scenario", TINY)
    assert code == 1 and "is damaged in line 1" in only_sentence(err)


def test_the_odds_of_a_game_by_turn(october, recorded):
    words = ["odds", recorded, "--scenario", TINY, "--games", 4, "--mind", "random", "--workers", 1]
    code, out, _ = october(*words)
    assert code == 0 and out.splitlines()[1].startswith("survey")
    code, out, _ = october(*words, "--json")
    rows = json.loads(out)
    assert code == 0 and all(sum(row["endings"].values()) == 4 for row in rows)


def test_the_library_names_the_shelf_and_ones_own_games(october, monkeypatch, tmp_path):
    monkeypatch.setenv("OCTOBER_HOME", str(tmp_path))
    (tmp_path / "games").mkdir()
    written(tmp_path / "games" / "one.october", most=1)
    (tmp_path / "games" / "bad.october").write_text("?")
    code, out, _ = october("library")
    assert code == 0 and "october-1962" in out and "one.october" in out and "bad.october  (not a game" in out


def test_play_hands_over_what_was_asked_for(october, monkeypatch):
    asked: list[Any] = []

    class Room:
        Wanted = dict

        @staticmethod
        def play(scenario: Any, wanted: Any) -> int:
            asked.append((scenario.rulebook.tables.id, wanted))
            return 0

    monkeypatch.setattr(call, "room", lambda name, command: Room)
    words = [
        "--text",
        "--scenario",
        TINY,
        "--as",
        "delta",
        "--against",
        "worried",
        "--pace",
        "brief",
        "--lens",
        "record",
        "--seed",
        9,
    ]
    code, out, err = october(*words)
    assert (code, out, err) == (0, "", "")
    assert october("play", *words)[0] == 0
    wanted = Wanted("delta", "worried", "brief", "record", 9)
    assert asked == [("tiny", wanted), ("tiny", wanted)]


def test_without_a_display_the_window_offers_text(october, monkeypatch):
    for name in ("SDL_VIDEODRIVER", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    for words in (["play", "--scenario", TINY], []):
        code, _, err = october(*words)
        assert code == 2 and "october play --text" in only_sentence(err)


def test_the_window_is_opened_before_the_rules_are_read(october, monkeypatch):
    """With nothing on the command line to check, the room is handed the way to load the scenario."""
    asked: list[Any] = []

    class Room:
        Wanted = dict

        @staticmethod
        def trouble() -> str:
            return ""

        @staticmethod
        def run(scenario: Any, wanted: Any) -> int:
            asked.append(scenario)
            return 0

    monkeypatch.setattr(call, "room", lambda name, command: Room)
    monkeypatch.setattr(call, "built", lambda name: True)
    assert october()[0] == 0 and callable(asked[0])
    assert october("play", "--scenario", TINY)[0] == 0 and asked[1].rulebook.tables.id == "tiny"


# -- the edges of the program ---------------------------------------------------------------------------------------


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


def test_a_new_scenario_can_be_checked_and_played(october, tmp_path):
    place = tmp_path / "my_crisis"
    code, out, _ = october("new", place)
    assert code == 0 and str(place) in out
    assert october("check", place)[0] == 0
    code, _, err = october("new", place)
    assert code == 2 and "is already there" in only_sentence(err)
    seats = scenario_of(str(place)).rulebook.seats
    words = [
        "simulate",
        "--scenario",
        place,
        "--games",
        5,
        f"--{seats[0]}",
        "random",
        f"--{seats[1]}",
        "random",
        "--json",
    ]
    assert october(*words)[0] == 0


@pytest.mark.parametrize(("form", "begins"), [("mermaid", "flowchart"), ("svg", "<svg")])
def test_the_drawing_of_a_scenario(october, form, begins):
    code, out, _ = october("graph", TINY, "--form", form)
    assert code == 0 and out.startswith(begins)


# -- languages ------------------------------------------------------------------------------------------------------


def test_check_says_what_a_translation_lacks(october, tmp_path):
    folder = tmp_path / "dam"
    assert october("new", folder)[0] == call.DONE
    place = folder / "lang" / "fr"
    place.mkdir(parents=True)
    (place / "a.yaml").write_text("texts:\n  title: {of: '00000000', text: Le barrage}\n", encoding="utf-8")
    code, out, _ = october("check", folder, "--lang", "fr")
    assert code == call.DONE and "stale: title\n" in out and "missing: ending.flood.last\n" in out
    assert "stale: " not in out.replace("stale: title", "") and "0 errors" in out
    code, out, _ = october("check", folder, "--lang", "fr", "--json")
    told = json.loads(out)
    assert code == call.DONE and told["stale_ids"] == ["title"] and told["missing"] == len(told["missing_ids"]) > 400
    assert 0 <= told["share"] < 0.01 and told["program"]["sentences"] > 800 and told["program"]["done"] == 0
    (place / "a.yaml").write_text("texts:\n  titel: Le barrage\n", encoding="utf-8")
    says = "lang/fr/a.yaml:2:3: error: there is no text `titel`; nearest `title`"
    code, out, _ = october("check", folder, "--lang", "fr")
    assert code == call.CONTENT and says in out
    code, out, _ = october("check", folder)
    assert code == call.CONTENT and says in out and "language fr, % of the words" in out


def test_check_of_a_language_that_nobody_has_begun(october):
    code, _, err = october("check", TINY, "--lang", "dee")
    assert code == call.CALL and "there is no folder" in only_sentence(err) and "nearest `de`" in err


def test_the_tiny_scenario_is_german_whole(october):
    code, out, _ = october("check", TINY, "--lang", "de", "--json")
    told = json.loads(out)
    assert code == call.DONE and told["share"] == 1.0 and told["name"] == "Deutsch"
    assert told["program"]["done"] == told["program"]["sentences"]


def test_words_prints_what_is_left_to_translate(october, tmp_path):
    folder = tmp_path / "dam"
    october("new", folder)
    code, out, _ = october("words", folder, "--lang", "fr")
    assert code == call.DONE and out.startswith("texts:\n  # The Dam at Marrow\n  title: {of: ")
    code, _, err = october("words", folder)
    assert code == call.CALL and "--lang CODE" in only_sentence(err)


def test_a_language_is_checked_and_answers_are_given_in_it(october):
    code, _, err = october("play", "--text", "--scenario", TINY, "--lang", "xx")
    assert code == call.CALL and "there is no language `xx`" in only_sentence(err)
    code, _, err = october("play", "--text", "--scenario", TINY, "--lang", "de", "--as", "dleta")
    assert code == call.CALL and only_sentence(err) == "es gibt keine Seite `dleta`; am nächsten kommt `delta`"


def test_what_is_set_in_the_window_holds_in_the_terminal(october, monkeypatch, tmp_path):
    monkeypatch.setenv("OCTOBER_HOME", str(tmp_path))
    (tmp_path / "window.json").write_text('{"language": "de"}', encoding="utf-8")
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    code, out, _ = october("play", "--text", "--scenario", TINY)
    assert code == call.DONE and "Der Damm von Marrow" in out and "Es wurde kein Spiel begonnen." in out
    for torn in ("{", "[]", '{"language": 5}', '{"language": "../.."}'):
        (tmp_path / "window.json").write_text(torn, encoding="utf-8")
        monkeypatch.setattr("sys.stdin", io.StringIO(""))
        assert "The Dam at Marrow" in october("play", "--text", "--scenario", TINY)[1]
