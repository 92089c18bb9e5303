"""What the wheel carries in `game/_data`: scenarios with their compiled form, seeds, assets, and the template.

Not at the top of site-packages, where the names would be anyone's. Hatchling reads this file (see pyproject.toml). The
compiled form is made anew, for one that lies in the tree may be another compiler's; without yaml and pydantic it is
left out, and made where the game first starts.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

CARRIED = {
    "scenarios": "game/_data/scenarios",
    "seeds": "game/_data/seeds",
    "tests/scenarios/tiny": "game/_data/template",  # what `october new` copies
    "assets": "game/_data/assets",
}
COMPILED = "compiled.json"


class Carried(BuildHookInterface[Any]):
    """Adds the files one by one, so that nothing a tool has left among them comes along."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":  # it looks into the tree
            return
        root = Path(self.root)
        wanted = build_data["force_include"]
        for source, target in CARRIED.items():
            for path in sorted((root / source).rglob("*")):
                part = path.relative_to(root / source)
                if (
                    path.is_file()
                    and not path.match("compiled*.json")
                    and not {"__pycache__", ".DS_Store"} & {*part.parts}
                ):
                    wanted[str(path)] = f"{target}/{part.as_posix()}"
        self.made = tempfile.TemporaryDirectory()
        for name, path in compiled(root, Path(self.made.name)).items():
            wanted[str(path)] = f"{CARRIED['scenarios']}/{name}/{COMPILED}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if version != "editable":
            self.made.cleanup()


def compiled(root: Path, place: Path) -> dict[str, Path]:
    """The compiled form of each scenario that has no faults, by its folder's name."""
    sys.path.insert(0, str(root))
    try:
        from game.scenario import library

        made = {}
        for name, folder in library.available().items():
            text = library.compiled_text(folder)
            if text is not None:
                made[name] = place / f"{name}.json"
                made[name].write_text(text, encoding="utf-8", newline="\n")
        return made
    except ImportError:
        return {}
    finally:
        sys.path.remove(str(root))
