"""Facts that no rule reads are not kept: every game carries its whole vector through every move."""

from __future__ import annotations

import json
import re
from dataclasses import replace

from game.engine.fingerprint import plain_parts
from game.engine.tables import Tables

_ACTS = re.compile(r"\b(?:did|now)\.[a-z0-9_]+\.[a-z0-9_]+")


def pruned(tables: Tables) -> Tables:
    """The same rules without the `did.` and `now.` registers that no expression names."""
    text = json.dumps(replace(tables, registers=()), default=plain_parts)
    read = frozenset(_ACTS.findall(text))
    kept = tuple(
        register for register in tables.registers if not _ACTS.fullmatch(register.name) or register.name in read
    )
    return replace(tables, registers=kept)
