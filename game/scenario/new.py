"""A small complete scenario to start from: a copy of the one that the tests play, under a new name."""

from __future__ import annotations

import re
from pathlib import Path

from game.scenario.files import contents

PACKAGE = Path(__file__).resolve().parent.parent
PLACES = (PACKAGE / "_data" / "template", PACKAGE.parent / "tests" / "scenarios" / "tiny")


def template() -> Path:
    """The folder that is copied; FileNotFoundError where the installation is incomplete."""
    for place in PLACES:
        if place.is_dir():
            return place
    raise FileNotFoundError(2, "the template is missing from this installation")


def new(path: str | Path) -> Path:
    """Write a small complete scenario into `path`, which must not hold anything yet."""
    target = Path(path)
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise FileExistsError(17, "there is something already", str(target))
    files = list(contents(template()))
    name = re.sub(r"[^a-z0-9]+", "_", target.resolve().name.lower()).strip("_")
    if not name or not name[0].isalpha():
        name = f"scenario_{name}".rstrip("_")
    for file, data in files:
        place = target / file
        place.parent.mkdir(parents=True, exist_ok=True)
        if file == "scenario.yaml":
            data = re.sub(rb"^id: .*$", f"id: {name}".encode(), data, count=1, flags=re.MULTILINE)
        place.write_bytes(data)
    return target
