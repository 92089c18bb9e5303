"""Whether two ways of painting would paint the same: the same code over the same values."""

from __future__ import annotations

from dataclasses import is_dataclass
from functools import partial
from types import CodeType, FunctionType, MethodType
from typing import Any

from game.desktop.ui import Ui
from game.desktop.widget import Widget

PLAIN = (str, int, float, bool, bytes, type(None), CodeType)
SHOWN = ("x", "y", "w", "h", "label", "value", "scroll", "inner", "chosen", "disabled", "tilt")


def same(one: Any, other: Any) -> bool:
    """True only where it is certain: what is not understood counts as changed unless it is the very same thing."""
    if one is other:
        return True
    kind = type(one)
    if kind is not type(other):
        return False
    if kind in PLAIN:
        return bool(one == other)
    if kind is tuple or kind is list:
        return len(one) == len(other) and all(map(same, one, other))
    if kind is FunctionType:
        return _functions(one, other)
    if kind is Ui:
        return bool(one.look == other.look)
    if kind is Widget:
        return all(getattr(one, name) == getattr(other, name) for name in SHOWN)
    if kind is MethodType:
        return one.__func__ is other.__func__ and same(one.__self__, other.__self__)
    if kind is partial:
        return same(one.func, other.func) and same(one.args, other.args) and same(one.keywords, other.keywords)
    if kind is dict:
        return one.keys() == other.keys() and all(same(value, other[key]) for key, value in one.items())
    if is_dataclass(one) or isinstance(one, tuple):
        return bool(one == other)
    return False


def _functions(one: FunctionType, other: FunctionType) -> bool:
    if one.__code__ is not other.__code__:
        return False
    if one.__defaults__ and not same(one.__defaults__, other.__defaults__):
        return False
    cells, others = one.__closure__ or (), other.__closure__ or ()
    return all(_cells(cell, found) for cell, found in zip(cells, others, strict=True))


def _cells(one: Any, other: Any) -> bool:
    try:
        return same(one.cell_contents, other.cell_contents)
    except ValueError:  # not bound yet
        return False
