"""The wheel, installed away from the source tree, is the whole game."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest
import yaml

from tests.needs import needs

ROOT = Path(__file__).resolve().parents[2]
SCENARIO = "october-1962"

pytestmark = needs("pip")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built with the hatchling of this environment, so nothing is fetched."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(build, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def elsewhere(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bare environment that holds the wheel, and borrows this one's libraries but not its checkout."""
    folder = tmp_path_factory.mktemp("elsewhere") / "environment"
    venv.create(folder, with_pip=False, symlinks=os.name != "nt")
    variables = {"base": str(folder), "platbase": str(folder)}
    site = Path(sysconfig.get_path("purelib", vars=variables))
    # A .pth names the folder; the .pth files inside it (our editable install) are not followed.
    (site / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    pip = [sys.executable, "-m", "pip"] if _has_pip() else ["pip3"]
    install = [*pip, "--python", str(python(folder)), "install", "--no-deps", "--no-index", "--quiet", str(wheel)]
    done = subprocess.run(install, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def _has_pip() -> bool:
    return subprocess.run([sys.executable, "-m", "pip", "--version"], capture_output=True, check=False).returncode == 0


def program(environment: Path, name: str) -> Path:
    return environment / "Scripts" / (name + ".exe") if os.name == "nt" else environment / "bin" / name


def python(environment: Path) -> Path:
    return program(environment, "python")


def run(command: list[object], home: Path, typed: str = "") -> subprocess.CompletedProcess[str]:
    """Run it in an empty folder, with an empty home, reading what was typed and then the end of input."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "OCTOBER"))}
    kept |= {"OCTOBER_HOME": str(home / "kept"), "PYTHONUTF8": "1"}
    return subprocess.run(
        [str(part) for part in command],
        cwd=home,
        env=kept,
        input=typed,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def first_seat() -> str:
    """The first seat the scenario names, in whichever of the two forms a list can take."""
    seats = yaml.safe_load((ROOT / "scenarios" / SCENARIO / "scenario.yaml").read_text(encoding="utf-8"))["seats"]
    first = next(iter(seats))
    return str(first["id"]) if isinstance(first, dict) else str(first)


def test_the_wheel_holds_game_scenarios_and_assets_and_nothing_at_the_top_of_site_packages(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in names if ".dist-info" not in name} == {"game"}
    for folder in ("scenarios", "seeds", "assets"):
        tree = {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()}
        tree = {name for name in tree if "__pycache__" not in name and "/compiled" not in name}
        tree |= {f"scenarios/{SCENARIO}/compiled.json"}
        held = {name.removeprefix("game/_data/") for name in names if name.startswith(f"game/_data/{folder}/")}
        assert held == {name for name in tree if name.startswith(f"{folder}/")}
    assert "game/_data/template/scenario.yaml" in names and "game/_data/template/compiled.json" not in names
    assert not [name for name in names if name.endswith(".pyc")]
    assert {f"game/wording/catalogues/{name}" for name in ("october.pot", "de.po")} <= set(names)
    assert "game/_data/template/lang/de/scene.yaml" in names


def test_the_wheel_carries_its_licence_and_the_program(wheel):
    with zipfile.ZipFile(wheel) as held:
        names = held.namelist()
        scripts = held.read(next(name for name in names if name.endswith("entry_points.txt"))).decode()
    assert [name for name in names if name.endswith("licenses/LICENSE")]
    assert "october = game.cli:main" in scripts


def test_it_runs_away_from_the_source_tree(elsewhere, tmp_path):
    where = run([python(elsewhere), "-c", "import game; print(game.__file__)"], tmp_path)
    assert Path(where.stdout.strip()).is_relative_to(elsewhere)


@pytest.mark.parametrize("flag", ["--version", "--help"])
def test_the_program_and_the_module_say_the_same(elsewhere, tmp_path, flag):
    as_program = run([program(elsewhere, "october"), flag], tmp_path)
    as_module = run([python(elsewhere), "-m", "game", flag], tmp_path)
    assert as_program.returncode == as_module.returncode == 0, as_program.stderr + as_module.stderr
    assert as_program.stdout == as_module.stdout != ""


def test_it_starts_from_the_compiled_scenario_it_carries(elsewhere, tmp_path):
    asks = f"from game.cli.content import scenario_of as s; import sys; s('{SCENARIO}'); print('yaml' in sys.modules)"
    assert run([python(elsewhere), "-c", asks], tmp_path).stdout.strip() == "False"


def test_a_new_scenario_is_made_from_the_template_it_carries(elsewhere, tmp_path):
    assert run([program(elsewhere, "october"), "new", "mine"], tmp_path).returncode == 0
    done = run([program(elsewhere, "october"), "check", "mine"], tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


def test_its_scenario_is_sound_where_it_is_installed(elsewhere, tmp_path):
    done = run([program(elsewhere, "october"), "check", SCENARIO], tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_game_begins_and_the_end_of_input_leaves_it_quietly(elsewhere, tmp_path):
    done = run(
        [program(elsewhere, "october"), "play", "--text", "--as", first_seat(), "--scenario", SCENARIO], tmp_path
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.strip() != ""
    assert "Traceback" not in done.stderr


def test_a_game_is_played_to_its_end(elsewhere, tmp_path):
    words = ["play", "--text", "--as", first_seat(), "--pace", "brief", "--lens", "record", "--seed", "2"]
    typed = "".join(f"{number}\n\nsign\n" for _ in range(40) for number in (1, 2, 3, 4))
    done = run([program(elsewhere, "october"), *words], tmp_path, typed)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "What lay behind it" in done.stdout
