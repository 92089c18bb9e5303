"""What each command of the program does."""

import json
import sys
from typing import Any

import pytest

import game
from game import cli
from game.cli import call
from game.cli.content import scenario_of
from game.referee.wanted import Wanted
from tests import tiny
from tests.cli.program import TINY, only_sentence
from tests.journal.games import written


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
