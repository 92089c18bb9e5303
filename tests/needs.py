"""What a test needs beyond Python: skipped with its reason on a newcomer's machine, a failure where all is promised.

    @needs("xvfb")
    def test_the_window_opens(...): ...

    pytestmark = needs("git", "make")         # a whole file

    def test_...():
        require("node")                        # in the middle of a test or a fixture

`.ci/run` sets OCTOBER_REQUIRE=all; OCTOBER_REQUIRE=xvfb,git promises only those.
"""

import importlib.util
import os
import shutil
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest


def _program(*names: str) -> Callable[[], bool]:
    return lambda: any(shutil.which(name) for name in names)


def _module(name: str) -> Callable[[], bool]:
    return lambda: importlib.util.find_spec(name) is not None


def _service(name: str) -> bool:
    """Whether the session bus knows how to start a service."""
    folders = os.environ.get("XDG_DATA_DIRS", "/usr/local/share:/usr/share").split(":")
    return any((Path(folder) / "dbus-1" / "services" / f"{name}.service").is_file() for folder in folders)


# thing: (is it here?, how to have it)
THINGS: dict[str, tuple[Callable[[], bool], str]] = {
    "at-spi": (
        lambda: shutil.which("dbus-daemon") is not None and _service("org.a11y.Bus"),
        "install at-spi2-core and dbus",
    ),
    "bash": (_program("bash"), "install bash"),
    "browser": (_program("chromium", "chromium-browser", "google-chrome"), "install chromium"),
    "ensurepip": (_module("ensurepip"), "install python3-venv"),
    "git": (_program("git"), "install git"),
    "make": (_program("make", "gmake"), "install make"),
    "node": (_program("node"), "install Node.js"),
    "pyodide": (
        lambda: (Path(os.environ.get("OCTOBER_PYODIDE", "none")) / "pyodide.mjs").is_file(),
        "npm install pyodide, and point OCTOBER_PYODIDE at node_modules/pyodide",
    ),
    "pip": (_program("pip3", "pip"), "install python3-pip"),
    "posix": (lambda: os.name == "posix", "run on Linux, macOS or another POSIX system"),
    "pty": (_module("pty") if sys.platform != "win32" else lambda: False, "run where pseudo-terminals exist"),
    "uv": (_program("uv"), "install uv"),
    "xvfb": (_program("Xvfb"), "install xvfb"),
}


def needs(*things: str) -> pytest.MarkDecorator:
    """Mark a test (or, as `pytestmark`, a file) with what it needs."""
    unknown = [thing for thing in things if thing not in THINGS]
    if unknown:
        raise KeyError(f"tests/needs.py does not know how to look for {', '.join(unknown)}: add it to THINGS")
    return pytest.mark.needs(*things)


def require(*things: str) -> None:
    """Go on if all of them are here; else skip, or fail where they were promised."""
    for thing in things:
        if _here(thing):
            continue
        reason = f"needs {thing}: {THINGS[thing][1]}"
        if _promised(thing):
            pytest.fail(f"{reason} (OCTOBER_REQUIRE promises it)", pytrace=False)
        pytest.skip(reason)


@cache
def _here(thing: str) -> bool:
    return THINGS[thing][0]()


def _promised(thing: str) -> bool:
    promised = os.environ.get("OCTOBER_REQUIRE", "").replace(",", " ").split()
    return "all" in promised or thing in promised
