"""The same surroundings for every test: no screen, no sound, no user's own files, hypothesis by profile."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.needs import require

BENCHMARKS = Path(__file__).parent / "benchmarks"

# Before anything imports pygame or asks where the user's files lie.
os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
os.environ["OCTOBER_HOME"] = tempfile.mkdtemp(prefix="october-tests-")

# `ci` says the same twice; `long` looks further (make proof, or OCTOBER_PROFILE=long make test).
settings.register_profile("ci", derandomize=True, deadline=None, max_examples=60)
settings.register_profile("long", deadline=None, max_examples=2_000, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("OCTOBER_PROFILE", "ci"))


def pytest_runtest_setup(item: pytest.Item) -> None:
    for mark in item.iter_markers("needs"):
        require(*mark.args)


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Benchmarks run when they are named (`make bench`), never by default."""
    if collection_path != BENCHMARKS and BENCHMARKS not in collection_path.parents:
        return None
    named = [(config.invocation_params.dir / argument.split("::")[0]).resolve() for argument in config.args]
    return None if any(one == BENCHMARKS or BENCHMARKS in one.parents for one in named) else True


def pytest_unconfigure(config: pytest.Config) -> None:
    shutil.rmtree(os.environ["OCTOBER_HOME"], ignore_errors=True)
