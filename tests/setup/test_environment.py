"""`.ci/environment.py`: the best road that is open, a whole environment or none, one sentence when there is none."""

import ast
import importlib.util
import subprocess
import sys
import threading
import time
from pathlib import Path
from types import ModuleType

import pytest

from tests.needs import needs

FILE = Path(__file__).resolve().parents[2] / ".ci" / "environment.py"

PROJECT = """
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]
[project]
name = "tiny"
version = "1"
[project.scripts]
tiny = "tiny:main"
[dependency-groups]
dev = []
[tool.ruff]
line-length = 120
"""

# A build backend that needs nothing fetched, so that the real roads can be walked without a network.
BACKEND = """
import zipfile, pathlib
def build_editable(folder, config_settings=None, metadata_directory=None):
    name, info = "tiny-1-py3-none-any.whl", "tiny-1.dist-info/"
    with zipfile.ZipFile(pathlib.Path(folder) / name, "w") as wheel:
        wheel.writestr("tiny.py", "def main():\\n    print('tiny runs')\\n")
        wheel.writestr(info + "METADATA", "Metadata-Version: 2.1\\nName: tiny\\nVersion: 1\\n")
        wheel.writestr(info + "WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        wheel.writestr(info + "entry_points.txt", "[console_scripts]\\ntiny = tiny:main\\n")
        wheel.writestr(info + "RECORD", "")
    return name
"""


@pytest.fixture
def maker() -> ModuleType:
    """The file itself, as a module of its own for each test."""
    spec = importlib.util.spec_from_file_location("october_environment", FILE)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A checkout with nothing in it but what the environment is made from."""
    root = tmp_path / "a house"
    root.mkdir()
    (root / "pyproject.toml").write_text(PROJECT)
    (root / "constraints.txt").write_text("")
    (root / "backend.py").write_text(BACKEND)
    return root


class Steps:
    """Stands for the programs that are called: notes each step, fails where told, and leaves what they would leave."""

    def __init__(self, maker: ModuleType) -> None:
        self.maker = maker
        self.taken: list[str] = []
        self.blocked: dict[str, str] = {}

    def __call__(self, root: Path, command: list[str]) -> None:
        line = " ".join(command)
        self.taken.append(line)
        if " venv " in line:
            folder = Path(command[-1])
            python = self.maker.program(folder, "python")
            python.parent.mkdir(parents=True)
            python.write_text("a python")
            self.maker.program(folder, "tool").write_text(f"#!{python}\n")
            (folder / "pyvenv.cfg").write_text(f"command = -m venv {folder}\n")
        for part, reason in self.blocked.items():
            if part in line:
                raise self.maker.Blocked(reason)

    def count(self, part: str) -> int:
        return sum(part in line for line in self.taken)


@pytest.fixture
def steps(maker: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Steps:
    """Fakes for every program, on a machine without uv."""
    fakes = Steps(maker)
    monkeypatch.setattr(maker, "call", fakes)
    monkeypatch.setattr(maker.shutil, "which", lambda name: None)
    return fakes


@pytest.fixture
def uv(maker: ModuleType, steps: Steps, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(maker.shutil, "which", lambda name: "/somewhere/uv" if name == "uv" else None)
    return "/somewhere/uv"


def nothing_left(house: Path) -> bool:
    return not (house / ".vnew").exists() and not (house / ".vold").exists()


# --- the roads, best first ---


def test_uv_is_taken_where_it_is(maker, house, steps, uv):
    assert maker.main([], house) == 0
    assert steps.taken[0].startswith(uv) and steps.taken[1].startswith(f"{uv} pip install")
    assert len(steps.taken) == 2
    assert maker.fresh(house)


def test_without_uv_it_is_venv(maker, house, steps):
    assert maker.main([], house) == 0
    assert [" -m venv " in steps.taken[0], " -m pip install " in steps.taken[1]] == [True, True]
    assert "--without-pip" not in steps.taken[0]


def test_without_ensurepip_pip_fills_it_from_outside(maker, house, steps):
    steps.blocked = {"-m venv --prompt october " + str(house): "This Python lacks ensurepip."}
    assert maker.main([], house) == 0
    assert "--without-pip" in steps.taken[-2]
    assert " -m pip --python " in steps.taken[-1]


def test_a_uv_that_fails_leads_on_to_venv(maker, house, steps, uv):
    steps.blocked = {f"{uv} pip": "uv is too old"}
    assert maker.main([], house) == 0
    assert " -m pip install " in steps.taken[-1]


@pytest.mark.parametrize("closed", [[], ["/somewhere/uv"], ["/somewhere/uv", "-m venv --prompt october /"]])
def test_every_road_installs_the_project_and_its_tools_within_the_pins(maker, house, steps, uv, closed):
    (house / "pyproject.toml").write_text(PROJECT.replace("dev = []", 'dev = ["pytest>=8"]'))
    steps.blocked = dict.fromkeys(closed, "closed")
    assert maker.main([], house) == 0
    assert steps.taken[-1].endswith(f"-c {house / 'constraints.txt'} -e {house} pytest>=8")
    assert len([line for line in steps.taken if " -c " in line]) == 1


# --- one plain sentence ---


def test_neither_ensurepip_nor_pip_is_one_sentence(maker, house, steps, capsys):
    steps.blocked = {f"-m venv --prompt october {house}": "no ensurepip", "pip": "no pip"}
    assert maker.main([], house) == 1
    assert capsys.readouterr().err.splitlines()[-1].startswith("This Python has neither ensurepip nor pip")
    assert nothing_left(house) and not (house / ".venv").exists()


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("WARNING: Retrying ... NewConnectionError: Failed to establish a new connection", "could not be fetched"),
        ("error: Failed to fetch: `https://pypi.org/simple/x/`\n  Caused by: dns error", "could not be fetched"),
        ("OSError: [Errno 28] No space left on device", "The disk is full"),
        ("The virtual environment was not created ... because ensurepip is not\navailable", "lacks ensurepip"),
        ("Collecting x\nERROR: No matching distribution found for x==9.", "No matching distribution found for x==9."),
        ("", "it said nothing"),
    ],
)
def test_an_installers_talk_becomes_one_sentence(maker, said, sentence):
    told = maker.sentence(said)
    assert sentence in told
    assert "\n" not in told


def test_a_failing_program_is_told_without_a_traceback(maker, house, monkeypatch, capsys):
    monkeypatch.setattr(maker.shutil, "which", lambda name: None)
    monkeypatch.setattr(maker.sys, "_base_executable", str(house / "no-such-python"), raising=False)
    assert maker.main([], house) == 1
    told = capsys.readouterr().err
    assert "Traceback" not in told
    assert len(told.splitlines()) == 2  # that it began, and why it ended


def test_a_python_too_old_is_one_sentence(maker, house, monkeypatch, capsys):
    monkeypatch.setattr(maker, "OLDEST", (99, 0))
    monkeypatch.setattr(maker, "newer_python", lambda: None)
    assert maker.main([], house) == 1
    assert capsys.readouterr().err.startswith("October 1962 needs Python 99.0 or newer")


def test_a_newer_python_at_hand_is_used_once(maker, house, monkeypatch):
    became: list[list[str]] = []

    def become(command, variables):
        assert variables["OCTOBER_PYTHON_SOUGHT"] == "1"
        became.append(command)
        sys.exit(0)

    monkeypatch.setattr(maker, "OLDEST", (99, 0))
    monkeypatch.setattr(maker, "newer_python", lambda: "python99")
    monkeypatch.setattr(maker, "become", become)
    with pytest.raises(SystemExit):
        maker.main(["october", "play"], house)
    assert [became[0][0], *became[0][2:]] == ["python99", "october", "play"]


@needs("posix")
def test_the_newest_python_on_path_that_starts_is_taken(maker, tmp_path, monkeypatch):
    for name, does in {
        "python3.14": "exit 127",
        "python3.13": "echo /the/newer/python",
        "uv": "echo /uv/brings",
    }.items():
        (tmp_path / name).write_text(f"#!/bin/sh\n{does}\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert maker.newer_python() == "/the/newer/python"
    (tmp_path / "python3.13").unlink()
    assert maker.newer_python() == "/uv/brings"
    (tmp_path / "uv").write_text("#!/bin/sh\nexit 1\n")
    assert maker.newer_python() is None


def test_a_program_it_does_not_hold_is_one_sentence(maker, house, steps, capsys):
    assert maker.main(["chess"], house) == 1
    assert capsys.readouterr().err.splitlines()[-1] == "The environment holds no program called chess."


@needs("posix")
def test_a_folder_that_cannot_be_written_is_one_sentence(maker, house, monkeypatch, capsys):
    (house / ".venv.lock").mkdir()
    assert maker.main([], house) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_what_cannot_be_fetched_is_not_blamed_on_the_road(maker, house, steps, capsys):
    steps.blocked = {" install ": "The packages could not be fetched."}
    assert maker.main([], house) == 1
    assert capsys.readouterr().err.splitlines()[-1] == "The packages could not be fetched."
    assert steps.count("--without-pip") == 0


# --- whole or not at all ---


def test_the_second_run_starts_at_once(maker, house, steps):
    maker.main([], house)
    steps.taken.clear()
    assert maker.main([], house) == 0
    assert steps.taken == []


def test_a_half_made_environment_never_looks_finished(maker, house, steps):
    maker.main([], house)
    (house / ".venv" / maker.STAMP).unlink()
    assert not maker.fresh(house)
    maker.main([], house)
    assert maker.fresh(house)


def test_what_an_interrupted_run_left_is_cleared_away(maker, house, steps):
    for leftover in (".vnew", ".vold"):
        (house / leftover / "bin").mkdir(parents=True)
    assert maker.main([], house) == 0
    assert nothing_left(house)


def test_an_interruption_leaves_nothing_half_made(maker, house, monkeypatch, capsys):
    def interrupted(root, command):
        (house / ".vnew").mkdir(exist_ok=True)
        raise KeyboardInterrupt

    monkeypatch.setattr(maker, "call", interrupted)
    assert maker.main([], house) == 130
    assert nothing_left(house) and not (house / ".venv").exists()
    assert "Traceback" not in capsys.readouterr().err


def test_a_failed_run_keeps_the_old_environment(maker, house, steps):
    maker.main([], house)
    (house / ".venv" / "mark").write_text("old")
    (house / "constraints.txt").write_text("x==1\n")
    steps.blocked = {" install ": "The packages could not be fetched."}
    assert maker.main([], house) == 1
    assert (house / ".venv" / "mark").exists() and nothing_left(house)


def test_scripts_know_the_python_they_will_have(maker, house, steps):
    maker.main([], house)
    python = maker.program(house / ".venv", "python")
    assert maker.program(house / ".venv", "tool").read_text() == f"#!{python}\n"
    assert (house / ".venv" / "pyvenv.cfg").read_text() == f"command = -m venv {house / '.venv'}\n"


def test_both_names_are_of_one_length_so_that_launchers_can_be_mended(maker):
    assert len({len(name) for name in (maker.FINISHED, maker.UNFINISHED, maker.REPLACED)}) == 1


def test_two_at_once_build_one_environment(maker, house, steps, monkeypatch):
    def slow(root, command):
        time.sleep(0.05)
        steps(root, command)

    monkeypatch.setattr(maker, "call", slow)
    results: list[int] = []
    both = [threading.Thread(target=lambda: results.append(maker.main([], house))) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join(20)
    assert results == [0, 0]
    assert steps.count(" -m venv ") == 1


# --- the stamp ---


@pytest.mark.parametrize(
    ("file", "old", "new", "stale"),
    [
        ("constraints.txt", "", "x==1\n", True),
        ("pyproject.toml", "dev = []", 'dev = ["x"]', True),
        ("pyproject.toml", 'name = "tiny"', 'name = "tiny"\ndependencies = ["x"]', True),
        ("pyproject.toml", "line-length = 120", "line-length = 100", False),
    ],
)
def test_it_is_stale_when_what_it_holds_would_differ(maker, house, steps, file, old, new, stale):
    maker.main([], house)
    (house / file).write_text((house / file).read_text().replace(old, new) if old else new)
    assert maker.fresh(house) is not stale


def test_it_is_stale_under_another_python(maker, house, steps, monkeypatch):
    maker.main([], house)
    monkeypatch.setattr(maker.sys, "version_info", (3, 99, 0))
    assert not maker.fresh(house)


def test_it_is_stale_when_the_checkout_was_moved(maker, house, steps):
    maker.main([], house)
    assert not maker.fresh(house.rename(house.parent / "moved"))


def test_it_is_stale_when_its_python_is_gone(maker, house, steps):
    maker.main([], house)
    maker.program(house / ".venv", "python").unlink()
    assert not maker.fresh(house)


# --- the real roads, with a project that needs nothing fetched ---


@pytest.mark.parametrize(
    "road",
    [
        pytest.param(-2, marks=needs("ensurepip"), id="venv"),
        pytest.param(-1, marks=needs("pip"), id="pip from outside"),
    ],
)
def test_a_real_road_arrives(maker, house, monkeypatch, road):
    for name in ("PIP_NO_INDEX", "PIP_CONSTRAINT", "PIP_REQUIRE_VIRTUALENV"):
        monkeypatch.delenv(name, raising=False)
    whole = maker.roads
    monkeypatch.setattr(maker, "roads", lambda root: [list(whole(root))[road]])
    maker.build(house, lambda line: None)
    assert maker.fresh(house) and nothing_left(house)
    script = maker.program(house / ".venv", "tiny")
    done = subprocess.run([script], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout == "tiny runs\n"


def test_the_file_reads_on_a_python_too_old_to_run_the_game():
    """An old Python must get as far as the sentence."""
    ast.parse(FILE.read_text(encoding="utf-8"), feature_version=(3, 7))
