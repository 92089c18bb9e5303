"""The name of exactly these rules: a digest of the compiled tables, never of the files they were written in."""

from __future__ import annotations

import json
from hashlib import blake2b

from game.engine.tables import Tables


def plain_parts(value: object) -> list[object]:
    """A table's fields in order, for JSON."""
    return [getattr(value, name) for name in type(value).__slots__]  # type: ignore[attr-defined]


def rulebook_digest(tables: Tables) -> str:
    """Equal on every machine and Python version; another number anywhere in the rules is another name."""
    text = json.dumps(tables, ensure_ascii=True, separators=(",", ":"), default=plain_parts)
    return blake2b(text.encode(), digest_size=16).hexdigest()
