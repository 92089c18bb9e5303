"""The format as JSON Schema, for editors: `python -m game.scenario.schema > scenario.schema.json`.

A file holds some of the top-level keys, or is one decision; so nothing at the top is required of it.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from game.scenario.shape.orders import Decision
from game.scenario.shape.whole import Scenario


def schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of one file of a scenario."""
    part = Scenario.model_json_schema(ref_template="#/$defs/{model}")
    decision = Decision.model_json_schema(ref_template="#/$defs/{model}")
    known: dict[str, Any] = {**decision.pop("$defs", {}), **part.pop("$defs", {})}
    part.pop("required", None)
    known["Part"], known["Decision"] = part, decision
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A file of a scenario, format 1",
        "anyOf": [{"$ref": "#/$defs/Part"}, {"$ref": "#/$defs/Decision"}],
        "$defs": dict(sorted(known.items())),
    }


def text() -> str:
    """The schema as a file's text."""
    return json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.write(text())
