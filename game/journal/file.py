"""A journal on the disk: read whole, and appended to line by line. Nothing that stands in it is ever written over."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from game.journal import line as lines
from game.journal.chain import START, link, seal, unseal
from game.journal.fault import ABSENT, CHANGED, DAMAGED, FOREIGN, NEWER, Fault, of_system, phrase
from game.journal.line import FORMAT, NAME, Header, Parent, Record

LARGEST = 64 * 1024 * 1024


class Reading(NamedTuple):
    """What a journal holds, as far as it can be trusted."""

    path: Path
    header: Header
    records: tuple[Record, ...]
    """Record n stands in line n + 2."""
    chains: tuple[str, ...]
    """Chain digest of each line that was read, the header's first."""
    length: int
    """Bytes of the intact part."""
    torn: bool
    """The last line broke off while it was written: it is dropped, for its move never happened."""
    damage: Fault | None
    """What is wrong with the line after the intact part, or None."""

    def upto(self, line: int) -> Reading:
        """The same journal as far as a line (from 1), with nothing wrong after it."""
        kept = max(1, min(line, len(self.chains)))
        return self._replace(records=self.records[: kept - 1], chains=self.chains[:kept], torn=False, damage=None)


def read(path: Path) -> Reading | Fault:
    """The intact part of a journal, with what is wrong after it; a fault where there is no such part."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            return Fault(FOREIGN, str(path), 0, phrase("it is not a file"))
        if found.st_size > LARGEST:
            return Fault(FOREIGN, str(path), 0, phrase("it is far too large"))
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except OSError as error:
        return of_system(error, str(path), writing=False)
    except ValueError:  # a name that no system takes
        return Fault(ABSENT, ascii(str(path)))
    return understood(path, data)


def understood(path: Path, data: bytes) -> Reading | Fault:
    """What the bytes of a journal say."""
    *whole, rest = data.split(b"\n")
    file = str(path)
    if not data:
        return Fault(FOREIGN, file, 0, phrase("it is empty"))
    head = _header(file, whole[0] if whole else rest)
    if isinstance(head, Fault):
        return head
    chain = START
    chains: list[str] = []
    records: list[Record] = []
    length = 0
    damage = None
    for number, text in enumerate(whole, 1):
        opened = _opened(file, number, text, chain)
        if isinstance(opened, Fault):
            damage = opened
            break
        body, chain = opened
        if number > 1:
            raw = lines.parsed(body)
            record = lines.record(raw) if raw is not None else None
            if record is None:
                damage = Fault(DAMAGED, file, number, phrase("it is not a line that this edition understands"))
                break
            records.append(record)
        chains.append(chain)
        length += len(text) + 1
    if not chains:
        return damage or Fault(DAMAGED, file, 1, phrase("it breaks off"))
    return Reading(path, head, tuple(records), tuple(chains), length, damage is None and rest != b"", damage)


def _header(file: str, text: bytes) -> Header | Fault:
    raw = lines.parsed(text.removesuffix(b"\r"))
    if raw is None or raw.get("journal") != NAME:
        if text.startswith(b'{"kind":"header","journal":"october"'):
            return Fault(
                DAMAGED, file, 1, phrase("it breaks off") if not text.endswith(b"}") else phrase("it was changed")
            )
        return Fault(FOREIGN, file, 0, phrase("it does not begin like one"))
    form = raw.get("format")
    if isinstance(form, bool) or not isinstance(form, int) or form < 1:
        return Fault(DAMAGED, file, 1, phrase("it names no format"))
    if form > FORMAT:
        return Fault(NEWER, file, 1, str(form) if form < 10**9 else "unknown")
    return lines.header(raw) or Fault(DAMAGED, file, 1, phrase("it does not say how the game began"))


def _opened(file: str, number: int, text: bytes, previous: str) -> tuple[bytes, str] | Fault:
    """A line's JSON and chain digest, checked against the line before."""
    found = unseal(text)
    if found is None:
        if text.endswith(b"\r"):
            return Fault(DAMAGED, file, number, phrase("its line ends were changed"))
        return Fault(DAMAGED, file, number, phrase("it does not end with a chain digest"))
    body, digest = found
    if link(previous, body) != digest:
        what = (
            phrase("it was changed")
            if number == 1
            else phrase("it, or the line before it, was changed, moved or left out")
        )
        return Fault(DAMAGED, file, number, what)
    return found


class Disk:
    """What a journal asks of the system; tests put a failing one in its place."""

    def open(self, path: Path, flags: int) -> int:
        return os.open(path, flags | os.O_APPEND | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0), 0o644)

    def write(self, handle: int, data: bytes) -> int:
        return os.write(handle, data)

    def sync(self, handle: int) -> None:
        os.fsync(handle)

    def cut(self, handle: int, length: int) -> None:
        os.ftruncate(handle, length)

    def sync_folder(self, folder: Path) -> None:
        """A new file's name is on the disk too; not every system can say so."""
        if os.name != "posix":
            return
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


DISK = Disk()


class Journal:
    """A journal open for appending. Whoever holds it is the only one who writes to its file."""

    def __init__(self, path: Path, handle: int, length: int, chain: str, lines: int, disk: Disk) -> None:
        self.path = path
        self.chain = chain
        self.lines = lines
        self._handle = handle
        self._length = length
        self._disk = disk
        self._ragged = False

    @classmethod
    def create(cls, path: Path, header: Header, records: Sequence[Record] = (), disk: Disk = DISK) -> Journal | Fault:
        """A new file with its first line, on the disk when this returns; one that is there is never written over."""
        try:
            handle = disk.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL)
        except OSError as error:
            return of_system(error, str(path), writing=True)
        except ValueError:
            return Fault(ABSENT, ascii(str(path)))
        made = cls(path, handle, 0, START, 0, disk)
        fault = made.append(header, *records)
        if fault is None:
            with suppress(OSError):  # some file systems cannot; the lines themselves are safe
                disk.sync_folder(path.parent)
            return made
        made.close()
        with suppress(OSError):  # else it stays behind empty, and is not a recorded game
            path.unlink()
        return fault

    @classmethod
    def resume(cls, reading: Reading, disk: Disk = DISK) -> Journal | Fault:
        """Go on in a file that was read whole. A torn last line is cut off: its move was never answered."""
        if reading.damage is not None:
            return reading.damage
        try:
            handle = disk.open(reading.path, os.O_RDWR)
        except OSError as error:
            return of_system(error, str(reading.path), writing=True)
        made = cls(reading.path, handle, reading.length, reading.chains[-1], len(reading.chains), disk)
        made._ragged = reading.torn
        return made

    def append(self, *records: Header | Record) -> Fault | None:
        """Write lines and wait until they are on the disk; if that fails, the file is as it was."""
        chain = self.chain
        data = b""
        for record in records:
            sealed, chain = seal(chain, lines.body(record))
            data += sealed
        try:
            if self._ragged:
                self._disk.cut(self._handle, self._length)
                self._ragged = False
            found = os.fstat(self._handle)
            if found.st_size != self._length or found.st_nlink == 0:
                return Fault(CHANGED, str(self.path))
            self._ragged = True
            left = data
            while left:
                left = left[self._disk.write(self._handle, left) :]
            self._disk.sync(self._handle)
        except OSError as error:
            fault = of_system(error, str(self.path), writing=True)
            with suppress(OSError):  # tried again before the next line
                if self._ragged:
                    self._disk.cut(self._handle, self._length)
                    self._ragged = False
            return fault
        self._ragged = False
        self._length += len(data)
        self.chain = chain
        self.lines += len(records)
        return None

    def close(self) -> None:
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1

    def __enter__(self) -> Journal:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def branch(reading: Reading, line: int, header: Header | None = None) -> tuple[Header, tuple[Record, ...]]:
    """How a new journal begins that goes on from `line` of this one: it names its parent and takes those lines over."""
    kept = reading.upto(line)
    parent = Parent(reading.path.name, len(kept.chains), kept.chains[-1])
    return (header or reading.header)._replace(parent=parent), kept.records


__all__ = ["DISK", "Disk", "Journal", "Parent", "Reading", "branch", "read", "understood"]
