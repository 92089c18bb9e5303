"""Make the project's environment once, and run a program in it.

    python3 .ci/environment.py                  make .venv, or find it fresh
    python3 .ci/environment.py pytest -n 2      ... and run one of its programs

`make` calls this file, and so may anyone without make. It needs the standard library alone. Roads, best first: a fresh
stamp; uv, if it is on PATH; `venv`; `venv --without-pip` filled from outside by `pip --python` (Debian's Python, where
ensurepip is missing). What no road reaches is told in one sentence.

The environment grows as `.vnew` and is renamed to `.venv` when it is whole, so a half-made one never looks finished.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parent.parent
FINISHED, UNFINISHED, REPLACED = ".venv", ".vnew", ".vold"  # of one length: see `settle`
LOG, LOCK, STAMP = ".venv.log", ".venv.lock", "october.stamp"
WINDOWS = os.name == "nt"


class Unfit(Exception):
    """Why the environment cannot be had: one sentence for whoever typed the command."""


class Blocked(Exception):
    """This road ends here; the next may not."""


# --- is it fresh? ---


def stamp(root: Path) -> str:
    """Everything that decides what the environment holds: what is asked for, the pins, the Python, the place."""
    import tomllib

    asked = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    parts = {
        "asked": {name: asked.get(name) for name in ("build-system", "project", "dependency-groups")},
        "built": asked.get("tool", {}).get("hatch"),
        "pins": (root / "constraints.txt").read_text(encoding="utf-8"),
        "python": [sys.implementation.name, *sys.version_info[:3]],
        "place": str(root),
    }
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def fresh(root: Path) -> bool:
    """True if `.venv` was finished for exactly this stamp, and its Python is still there."""
    try:
        written = (root / FINISHED / STAMP).read_text(encoding="utf-8").strip()
    except OSError:
        return False
    return written == stamp(root) and program(root / FINISHED, "python").exists()


def program(environment: Path, name: str) -> Path:
    return environment / "Scripts" / (name + ".exe") if WINDOWS else environment / "bin" / name


# --- the roads ---


def roads(root: Path) -> Iterator[Callable[[Path], None]]:
    """The ways to fill an empty folder with the environment, best first."""
    wanted = ["-c", str(root / "constraints.txt"), "-e", str(root), *development(root)]
    base = getattr(sys, "_base_executable", None) or sys.executable
    uv = shutil.which("uv")

    def by_uv(new: Path) -> None:
        call(root, [str(uv), "venv", "--quiet", "--prompt", "october", "--python", base, str(new)])
        call(root, [str(uv), "pip", "install", "--python", str(program(new, "python")), *wanted])

    def by_venv(new: Path) -> None:
        call(root, [base, "-m", "venv", "--prompt", "october", str(new)])
        try:
            call(root, [str(program(new, "python")), "-m", "pip", "install", *wanted])
        except Blocked as why:  # the road was open; another pip would fetch no better
            raise Unfit(str(why)) from why

    def by_pip_from_outside(new: Path) -> None:
        pip = outside_pip(root, base)
        call(root, [base, "-m", "venv", "--prompt", "october", "--without-pip", str(new)])
        call(root, [*pip, "--python", str(program(new, "python")), "install", *wanted])

    if uv:
        yield by_uv
    yield by_venv
    yield by_pip_from_outside


def development(root: Path) -> list[str]:
    """The packages the tests and checks need, from `[dependency-groups]`."""
    import tomllib

    groups = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8")).get("dependency-groups", {})
    return [str(one) for one in groups.get("dev", [])]


def outside_pip(root: Path, base: str) -> list[str]:
    for pip in ([base, "-m", "pip"], *([found] for found in map(shutil.which, ("pip3", "pip")) if found)):
        with contextlib.suppress(Blocked):
            call(root, [*pip, "--version"])
            return pip
    raise Blocked(
        "This Python has neither ensurepip nor pip: install uv, or your system's packages for them "
        "(on Debian and Ubuntu: apt install python3-venv), and run the same command again."
    )


def call(root: Path, command: list[str]) -> None:
    """Run one step of a road, its talk going to the log."""
    with open(root / LOG, "ab") as log:
        log.write(f"\n$ {' '.join(command)}\n".encode())
        log.flush()
        begins = log.tell()
        try:
            done = subprocess.run(
                command, cwd=root, env=surroundings(), stdin=subprocess.DEVNULL, stdout=log, stderr=log, check=False
            ).returncode
        except OSError as why:
            raise Blocked(f"{command[0]} does not start: {why.strerror}.") from why
    if done != 0:
        said = (root / LOG).read_bytes()[begins:].decode("utf-8", "replace")
        raise Blocked(sentence(said))


def surroundings() -> dict[str, str]:
    """The caller's variables, less those that would send packages elsewhere."""
    unwanted = {"PYTHONHOME", "PYTHONPATH", "__PYVENV_LAUNCHER__", "VIRTUAL_ENV", "PIP_TARGET", "PIP_PREFIX"}
    kept = {name: value for name, value in os.environ.items() if name not in unwanted}
    return {**kept, "PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1"}


NO_NETWORK = (
    "failed to establish a new connection", "name resolution", "name or service not known", "getaddrinfo failed",
    "network is unreachable", "connection refused", "connecttimeout", "timed out", "dns error", "connect error",
    "error sending request", "failed to fetch", "proxyerror", "connection aborted", "connection reset",
)  # fmt: skip
NO_ROOM = ("no space left on device", "disk quota exceeded")


def sentence(said: str) -> str:
    """What an installer's long talk comes to."""
    low = said.lower()
    if any(sign in low for sign in NO_ROOM):
        return f"The disk is full: make room (about 300 MB), and run the same command again. (Its own words: {LOG})"
    if any(sign in low for sign in NO_NETWORK):
        return (
            "The packages could not be fetched: check the connection (or proxy) of this machine, "
            f"and run the same command again. (Its own words: {LOG})"
        )
    if "ensurepip" in low:
        return "This Python lacks ensurepip."
    complaints = [line.strip() for line in said.splitlines() if "error" in line.lower()]
    last = (complaints or [line.strip() for line in said.splitlines() if line.strip()] or ["it said nothing"])[-1]
    return f"The environment could not be made: {last.rstrip('.')}. (The whole story: {LOG})"


# --- building ---


def build(root: Path, tell: Callable[[str], None]) -> None:
    """Make `.venv` whole, or leave the old one as it was and raise `Unfit`. One builder at a time."""
    with only_builder(root, tell):
        if fresh(root):  # someone else made it while we waited
            return
        tell("Setting up October 1962 in .venv: once, for about a minute ...")
        for leftover in (UNFINISHED, REPLACED):
            remove(root / leftover)
        (root / LOG).write_bytes(b"")
        new = root / UNFINISHED
        try:
            travel(root, new)
            settle(root, new)
            (new / STAMP).write_text(stamp(root) + "\n", encoding="utf-8")
            swap(root)
        finally:
            remove(new)
        tell("Ready.")


def travel(root: Path, new: Path) -> None:
    """Take the first road that arrives. If none does, the last one's reason is the plainest."""
    reason = ""
    for road in roads(root):
        try:
            return road(new)
        except Blocked as blocked:
            reason = str(blocked)
            remove(new)
    raise Unfit(reason)


def settle(root: Path, new: Path) -> None:
    """Scripts know their Python by its whole path: give them the one it will have.

    Both names are of one length, so this holds inside Windows launchers too. A file is replaced, never written into:
    uv may share it with its cache.
    """
    before, after = os.fsencode(new), os.fsencode(root / FINISHED)
    for file in [new / "pyvenv.cfg", *program(new, "python").parent.iterdir()]:
        if file.is_symlink() or not file.is_file() or file.stat().st_size > 1_000_000:
            continue
        held = file.read_bytes()
        if before in held:
            beside = file.with_name(file.name + ".settling")
            beside.write_bytes(held.replace(before, after))
            shutil.copymode(file, beside)
            os.replace(beside, file)


def swap(root: Path) -> None:
    finished, replaced = root / FINISHED, root / REPLACED
    try:
        if os.path.lexists(finished):
            os.rename(finished, replaced)
        os.rename(root / UNFINISHED, finished)
    except OSError as why:
        raise Unfit(f"{finished} is in use ({why.strerror}): close what runs from it, and try again.") from why
    remove(replaced)


def remove(folder: Path) -> None:
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder, ignore_errors=WINDOWS)


@contextlib.contextmanager
def only_builder(root: Path, tell: Callable[[str], None]) -> Iterator[None]:
    """Hold the lock while building; the system lets go of it if we are killed."""
    with open(root / LOCK, "ab") as lock:
        if not hold(lock.fileno(), wait=False):
            tell("Another command is setting up .venv: waiting for it ...")
            while not hold(lock.fileno(), wait=True):
                pass
        yield


def hold(file: int, *, wait: bool) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


# --- which Python, and running in it ---


def newer_python() -> str | None:
    """A Python that is new enough, if one is at hand or uv can bring one."""
    uv = shutil.which("uv")
    ways = [[f"python3.{minor}"] for minor in range(20, OLDEST[1] - 1, -1)]
    if uv:
        ways.append([uv, "run", "--quiet", "--no-project", "--python", ">=3.11", "python"])
    for way in ways:
        if not shutil.which(way[0]):
            continue
        asked = [*way, "-c", "import sys; print(sys.executable)"]
        said = subprocess.run(asked, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
        if said.returncode == 0:
            return os.fsdecode(said.stdout.strip())
    return None


def become(command: list[str], variables: dict[str, str]) -> NoReturn:
    sys.stdout.flush()
    if WINDOWS:
        sys.exit(subprocess.run(command, env=variables, check=False).returncode)
    os.execvpe(command[0], command, variables)


def run(root: Path, command: list[str]) -> NoReturn:
    """Become a program of the environment."""
    environment = root / FINISHED
    found = program(environment, command[0])
    if not found.exists():
        raise Unfit(f"The environment holds no program called {command[0]}.")
    variables = {name: value for name, value in os.environ.items() if name != "PYTHONHOME"}
    variables["VIRTUAL_ENV"] = str(environment)
    variables["PATH"] = os.pathsep.join([str(found.parent), variables.get("PATH", os.defpath)])
    become([str(found), *command[1:]], variables)


def main(arguments: list[str], root: Path = ROOT) -> int:
    def tell(line: str) -> None:
        print(line, file=sys.stderr, flush=True)

    try:
        if sys.version_info < OLDEST:
            newer = None if "OCTOBER_PYTHON_SOUGHT" in os.environ else newer_python()
            if newer is None:
                raise Unfit(
                    f"October 1962 needs Python {OLDEST[0]}.{OLDEST[1]} or newer, and this is "
                    f"{sys.version_info[0]}.{sys.version_info[1]}: install a newer one (or uv), and run it again."
                )
            become([newer, str(Path(__file__).resolve()), *arguments], {**os.environ, "OCTOBER_PYTHON_SOUGHT": "1"})
        if not fresh(root):
            build(root, tell)
        if arguments:
            run(root, arguments)
    except Unfit as why:
        tell(str(why))
        return 1
    except OSError as why:
        tell(f"The environment could not be made: {why.filename or root}: {why.strerror or why}.")
        return 1
    except KeyboardInterrupt:
        tell("Interrupted: run the same command again, and it starts afresh.")
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
