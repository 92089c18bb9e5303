"""A disk that is full, read-only or broken: one sentence, and the file as it was."""

import errno
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from game.journal.fault import FULL, UNWRITABLE, Fault
from game.journal.file import Disk, Journal
from game.journal.line import Note
from tests import tiny
from tests.journal.games import found, written
from tests.needs import needs

NOTE = Note("day1", 0, "person", "a sentence that is long enough to be broken off in the middle")


class Failing(Disk):
    """A disk that fails in one operation, from the n-th time on, so many times."""

    def __init__(self, what: str, number: int, *, times: int = 1, after: int = 0) -> None:
        self.what, self.number, self.times, self.after = what, number, times, after
        self.on = True

    def _fail(self, what: str) -> None:
        if self.on and what == self.what:
            if self.after > 0:
                self.after -= 1
            elif self.times > 0:
                self.times -= 1
                raise OSError(self.number, os.strerror(self.number))

    def open(self, path: Path, flags: int) -> int:
        self._fail("open")
        return super().open(path, flags)

    def write(self, handle: int, data: bytes) -> int:
        self._fail("write")
        return super().write(handle, data[: max(1, len(data) // 2)])  # a disk may take less than it is given

    def sync(self, handle: int) -> None:
        self._fail("sync")
        super().sync(handle)

    def cut(self, handle: int, length: int) -> None:
        self._fail("cut")
        super().cut(handle, length)


def resumed(path, disk):
    journal = Journal.resume(found(path), disk)
    assert isinstance(journal, Journal)
    return journal


@pytest.fixture
def path(tmp_path):
    place = tmp_path / "game.october"
    written(place, most=2)
    return place


@pytest.mark.parametrize(
    ("what", "number", "kind"),
    [
        ("write", errno.ENOSPC, FULL),
        ("write", errno.EDQUOT, FULL),
        ("write", errno.EIO, UNWRITABLE),
        ("sync", errno.ENOSPC, FULL),
        ("sync", errno.EIO, UNWRITABLE),
    ],
)
@pytest.mark.parametrize("after", [0, 2])
def test_a_line_that_cannot_be_written_leaves_the_file_as_it_was(path, what, number, kind, after):
    before = path.read_bytes()
    disk = Failing(what, number, after=after if what == "write" else 0)
    with resumed(path, disk) as journal:
        fault = journal.append(NOTE)
        assert fault is not None and fault.kind == kind
        assert fault.sentence.endswith(".") and "\n" not in fault.sentence
        assert path.read_bytes() == before
        assert journal.append(NOTE) is None, "once there is room again, the game goes on"
    assert found(path).records[-1] == NOTE


def test_half_a_line_that_cannot_be_taken_back_is_cut_off_before_the_next(path):
    before = found(path)
    disk = Failing("write", errno.ENOSPC, after=1)
    with resumed(path, disk) as journal:
        cut = Failing("cut", errno.EIO)
        disk.cut = cut.cut  # type: ignore[method-assign]
        assert journal.append(NOTE) is not None
        assert found(path).torn, "half a line stands there"
        assert found(path).records == before.records
        assert journal.append(NOTE) is None
    after = found(path)
    assert after.records == (*before.records, NOTE) and not after.torn


@needs("posix")
def test_a_full_device(tmp_path):
    if not Path("/dev/full").exists():
        pytest.skip("there is no /dev/full here")

    class Full(Disk):
        def write(self, handle: int, data: bytes) -> int:
            full = os.open("/dev/full", os.O_WRONLY)
            try:
                return os.write(full, data)
            finally:
                os.close(full)

    fault = Journal.create(tmp_path / "game.october", tiny.header(), disk=Full())
    assert isinstance(fault, Fault) and fault.kind == FULL and "no room left" in fault.sentence
    assert list(tmp_path.iterdir()) == [], "no empty file is left behind"


@pytest.mark.parametrize(
    ("number", "words"), [(errno.EACCES, "you may not"), (errno.EROFS, "read-only"), (errno.EMFILE, "too many")]
)
def test_a_file_that_cannot_be_made_says_why(tmp_path, number, words):
    fault = Journal.create(tmp_path / "game.october", tiny.header(), disk=Failing("open", number))
    assert isinstance(fault, Fault) and fault.kind == UNWRITABLE and words in fault.sentence


@needs("posix")
def test_an_ordinary_user_is_told_that_he_may_not():
    """Really as an ordinary user: the tests themselves may be run by one who may do everything."""
    code = (
        "import os, sys; from pathlib import Path; from game.journal import slots\n"
        "from game.journal.file import Journal; from game.journal.line import Header\n"
        "if os.geteuid() == 0: os.setgroups([]); os.setgid(65534); os.setuid(65534)\n"
        "place = Path(sys.argv[1])\n"
        "print(slots.ready(place).sentence); print(slots.ready(place / 'deeper').sentence)\n"
        "print(Journal.create(place / 'a.october', Header('s', 'r', 1)).sentence)\n"
        "print(slots.games(place))\n"
    )
    with tempfile.TemporaryDirectory() as name:
        place = Path(name) / "locked"
        os.chmod(name, 0o755)
        place.mkdir()
        os.chmod(place, 0o555)
        command = [sys.executable, "-B", "-c", code, str(place)]
        done = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, text=True)
        os.chmod(place, 0o755)
    assert done.stderr == ""
    *told, games = done.stdout.splitlines()
    assert len(told) == 3
    for sentence in told:
        assert "cannot be written: you may not." in sentence
    assert games == "()"
