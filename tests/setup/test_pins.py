"""uv.lock and constraints.txt say the same, and what pyproject.toml asks for is in both.

After a change of dependencies: `uv lock`, then the command at the head of constraints.txt.
"""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
LOCK = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
OURS = canonicalize_name(PROJECT["project"]["name"])

PINS = [
    Requirement(line)
    for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    if line.strip() and not line.startswith("#")
]
ASKED = [Requirement(one) for one in PROJECT["project"]["dependencies"]]
ASKED_BY_TESTS = [Requirement(one) for group in PROJECT["dependency-groups"].values() for one in group]


def test_lock_and_constraints_pin_the_same_versions():
    locked = {(package["name"], package["version"]) for package in LOCK["package"] if package["name"] != OURS}
    pinned = {(canonicalize_name(pin.name), str(pin.specifier).removeprefix("==")) for pin in PINS}
    assert locked == pinned


def test_every_constraint_is_one_exact_version():
    assert [str(pin) for pin in PINS if not re.fullmatch(r"==[^=*,]+", str(pin.specifier))] == []


@pytest.mark.parametrize("asked", ASKED + ASKED_BY_TESTS, ids=lambda asked: asked.name)
def test_the_pin_is_within_what_is_asked(asked):
    pin = next(pin for pin in PINS if canonicalize_name(pin.name) == canonicalize_name(asked.name))
    assert asked.specifier.contains(str(pin.specifier).removeprefix("=="))


def test_the_lock_was_made_from_this_pyproject():
    def plain(entries) -> set[tuple[str, str]]:
        return {(entry["name"], entry.get("specifier", "")) for entry in entries}

    def wanted(requirements) -> set[tuple[str, str]]:
        return {(canonicalize_name(one.name), str(one.specifier)) for one in requirements}

    metadata = next(package for package in LOCK["package"] if package["name"] == OURS)["metadata"]
    assert plain(metadata["requires-dist"]) == wanted(ASKED)
    groups = metadata["requires-dev"].values()
    assert set().union(*(plain(group) for group in groups)) == wanted(ASKED_BY_TESTS)
    assert LOCK["requires-python"] == PROJECT["project"]["requires-python"]


def test_every_address_in_the_lock_is_public():
    text = (ROOT / "uv.lock").read_text(encoding="utf-8") + (ROOT / "constraints.txt").read_text(encoding="utf-8")
    assert set(re.findall(r"https?://[^/\"\s]+|file://\S+", text)) <= {
        "https://pypi.org",
        "https://files.pythonhosted.org",
    }
    sources = {str(package["source"]) for package in LOCK["package"] if package["name"] != OURS}
    assert sources == {"{'registry': 'https://pypi.org/simple'}"}


def test_pygame_is_there_once():
    assert "pygame" not in {package["name"] for package in LOCK["package"]}
