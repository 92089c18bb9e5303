"""Find the golden games anew and write them:  python -m tests.golden.write"""

from __future__ import annotations

import json
import sys

from game.engine.move import to_json
from tests.golden.scripts import golden
from tests.golden.test_golden import FOLDER
from tests.golden.transcript import told
from tests.rulebooks import OCTOBER, compiled, october

if __name__ == "__main__":
    texts = compiled(OCTOBER)[1]
    for game in golden(october(), texts):
        record = {
            "name": game.name, "about": game.about, "seed": game.seed, "options": list(game.options),
            "moves": [to_json(move) for move in game.moves],
        }  # fmt: skip
        (FOLDER / f"{game.name}.json").write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
        (FOLDER / f"{game.name}.txt").write_text(told(october(), texts, game), encoding="utf-8")
        sys.stdout.write(f"{game.name}: seed {game.seed}, {len(game.moves)} moves\n")
