"""Amounts are integers in thousandths; this is the one place where a float becomes one."""

from __future__ import annotations

ONE = 1000


def milli(value: float) -> int:
    """`value` in thousandths, halves upward."""
    return int((value * 1000.0 + 0.5) // 1)


def clamp(value: int, low: int, high: int) -> int:
    """`value` brought between `low` and `high`."""
    return low if value < low else high if value > high else value
