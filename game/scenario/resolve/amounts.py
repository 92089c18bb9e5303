"""How far an effect moves a dial: the amounts an author writes, as operations in thousandths."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from game.engine.tables import Ops
from game.scenario.resolve.ids import Ids
from game.scenario.source import Path

_AMOUNT = re.compile(r"([+-])?\s*(\d{1,6}(?:\.\d{1,9})?|\.\d{1,9})\Z")


def moves(ids: Ids, name: str, value: Any, path: Path) -> Ops:
    """Operations that move or set the dial or flag `name` by what an author wrote."""
    register = ids.names.registers[name]
    switch = register.kind == "flag" or (register.low == 0 and register.high == 1000)
    if isinstance(value, bool):
        if not switch:
            ids.error(path, f"`{name}` is a number; true and false set flags")
            return ()
        return (("set", name, 1000 if value else 0),)
    if isinstance(value, str) and value.strip().startswith("="):
        amount = thousandths(ids, value.strip()[1:].strip(), path)
        if amount is None:
            return ()
        if not register.low <= amount <= register.high:
            low, high = _plain(register.low), _plain(register.high)
            ids.error(path, f"{_plain(amount)} is outside the range of `{name}`, {low} to {high}")
            return ()
        return (("set", name, amount),)
    amount = thousandths(ids, value, path)
    if amount is None:
        return ()
    if register.kind == "flag":
        ids.error(path, f"`{name}` is a flag: write true or false")
        return ()
    return (("move", name, amount),)


def thousandths(ids: Ids, value: Any, path: Path) -> int | None:
    """An amount as an author writes it, in thousandths; None where it is none."""
    if isinstance(value, str):
        match = _AMOUNT.match(value.strip())
        if match is None:
            ids.error(path, f"`{value}` is not an amount: write +1.5, -1.5, '=2', true or false")
            return None
        value = Decimal((match.group(1) or "") + match.group(2))
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        ids.error(path, "an amount is a number: write +1.5, -1.5, '=2', true or false")
        return None
    exact = Decimal(value) * 1000
    if exact != int(exact):
        ids.error(path, "a number has at most three decimal places")
        return None
    if abs(exact) > 10_000_000:
        ids.error(path, "this number is too large: ten thousand is the most")
        return None
    return int(exact)


def _plain(amount: int) -> str:
    return f"{Decimal(amount) / 1000:f}"
