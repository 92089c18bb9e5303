"""Which files make a scenario, and a digest of them. Light: the program's start passes through here."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

FOLDERS = ("", "decisions")
SUFFIXES = (".yaml", ".yml")


def yaml_files(folder: Path) -> list[Path]:
    """Every file that the loader reads, in a fixed order."""
    found: list[Path] = []
    for part in FOLDERS:
        place = folder / part if part else folder
        if place.is_dir():
            found += sorted(path for path in place.iterdir() if path.suffix in SUFFIXES and path.is_file())
    return found


def contents(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Names (as shown in problems) and bytes of the files of a scenario."""
    for path in yaml_files(folder):
        yield path.relative_to(folder).as_posix(), path.read_bytes()


def files_digest(folder: Path) -> str:
    """Changes when a file of the scenario changes, comes or goes."""
    digest = blake2b(digest_size=16)
    for name, data in contents(folder):
        digest.update(f"{name}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()
