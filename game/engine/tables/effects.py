"""What an expression and an effect look like in tables."""

from __future__ import annotations

Expr = str
Ops = tuple[tuple[str, str, int], ...]
"""Effects: (op, target, amount). `move`/`set` take a register and thousandths; the other ops are in `effects.OPS`."""
