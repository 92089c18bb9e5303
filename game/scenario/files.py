"""Which files make a scenario, and a digest of them. Light: the program's start passes through here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

FOLDERS = ("", "decisions")
SUFFIXES = (".yaml", ".yml")
LANGUAGES = "lang"
"""The folder of translations: `lang/CODE/*.yaml`."""
SEEDS = "seeds/"
"""What a scenario grew from lies beside the shelf: `seed: claims.yaml` is `seeds/claims.yaml`, next to `scenarios/`."""

_SEED = re.compile(rb"^seed: *([a-z0-9_-]+\.yaml) *$", re.MULTILINE)


def yaml_files(folder: Path) -> list[Path]:
    """Every file that the loader reads, in a fixed order."""
    found: list[Path] = []
    for part in FOLDERS:
        place = folder / part if part else folder
        if place.is_dir():
            found += sorted(path for path in place.iterdir() if path.suffix in SUFFIXES and path.is_file())
    return found


def language_files(folder: Path, code: str) -> list[Path]:
    """Every file of a translation, in a fixed order."""
    place = folder / LANGUAGES / code
    return (
        sorted(path for path in place.iterdir() if path.suffix in SUFFIXES and path.is_file()) if place.is_dir() else []
    )


def contents(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Names (as shown in problems) and bytes of the files of a scenario, its seed last."""
    seed = None
    for path in yaml_files(folder):
        data = path.read_bytes()
        name = path.relative_to(folder).as_posix()
        yield name, data
        seed = seed or (_SEED.search(data) if name == "scenario.yaml" else None)
    if seed is not None:
        path = folder.resolve().parent.parent / "seeds" / seed.group(1).decode()
        if path.is_file():
            yield f"{SEEDS}{path.name}", path.read_bytes()


def files_digest(folder: Path) -> str:
    """Changes when a file of the scenario changes, comes or goes."""
    digest = blake2b(digest_size=16)
    for name, data in contents(folder):
        digest.update(f"{name}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()
