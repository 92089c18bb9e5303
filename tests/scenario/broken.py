"""Broken scenarios: each is the tiny one with a small patch, and every message that `check` must then give.

A case is a YAML file: `says` (what is wrong), `patches` (file; `replace` + `with`, or `append`, or `remove: true`) and
`expects` (all problems, in order). Run this file with `--rewrite` after changing the tiny scenario, and read the diff.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from game.scenario.files import contents
from game.scenario.load import compile_files
from game.scenario.loaded import Loaded

TESTS = Path(__file__).resolve().parent.parent
TINY = TESTS / "scenarios" / "tiny"
BROKEN = TESTS / "broken"


@dataclass(frozen=True)
class Case:
    """One broken scenario."""

    path: Path
    says: str
    patches: list[dict[str, Any]]
    expects: list[str]

    def files(self) -> list[tuple[str, bytes]]:
        """The tiny scenario's files with the patches applied."""
        files = dict(contents(TINY))
        for patch in self.patches:
            name = patch["file"]
            if patch.get("remove"):
                del files[name]
                continue
            text = files.get(name, b"").decode()
            if "append" in patch:
                text += patch["append"]
            else:
                old = patch["replace"]
                assert text.count(old) == 1, f"{self.path.name}: `{old}` stands {text.count(old)} times in {name}"
                text = text.replace(old, patch["with"])
            files[name] = text.encode()
        return sorted(files.items())

    def loaded(self) -> Loaded:
        """What comes of loading it."""
        return compile_files(self.files()).loaded

    def problems(self) -> list[str]:
        """What the compiler says of it."""
        return [str(problem) for problem in self.loaded().problems]


def cases() -> list[Case]:
    """Every broken scenario, by name of file."""
    out = []
    for path in sorted(BROKEN.glob("*.yaml")):
        read = yaml.safe_load(path.read_text(encoding="utf-8"))
        out.append(Case(path, read["says"], read["patches"], read.get("expects", [])))
    return out


def rewrite() -> None:
    """Write down what the compiler says now."""
    for case in cases():
        kept = {"says": case.says, "patches": case.patches, "expects": case.problems()}
        case.path.write_text(yaml.safe_dump(kept, sort_keys=False, allow_unicode=True, width=1000), encoding="utf-8")


if __name__ == "__main__" and "--rewrite" in sys.argv:
    rewrite()
