"""The rules compute the same on every machine and every Python: what ruff's banned list cannot see.

A power, `round`, `hash` and the order of a set differ between machines, runs or versions: see the design, Numbers.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("negotiation", "engine", "opponent")
FILES = [file for room in ROOMS for file in sorted((ROOT / "game" / room).rglob("*.py"))]
BANNED = {"round", "hash", "pow", "open", "eval", "input", "print"}


def faults(source: str) -> Iterator[str]:
    """Each place where the result may depend on the machine or the run."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, (ast.BinOp, ast.AugAssign)) and isinstance(node.op, ast.Pow) and not _exact(node):
            yield f"line {node.lineno}: ** (multiply instead)"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in BANNED:
            yield f"line {node.lineno}: {node.func.id}()"
        if isinstance(node, (ast.For, ast.comprehension)) and _is_set(node.iter):
            yield f"line {node.iter.lineno}: iteration over a set (sort it)"


def _exact(node: ast.BinOp | ast.AugAssign) -> bool:
    """A power of two written whole numbers, such as 10**6."""
    sides = (node.left, node.right) if isinstance(node, ast.BinOp) else ()
    return bool(sides) and all(isinstance(side, ast.Constant) and isinstance(side.value, int) for side in sides)


def _is_set(node: ast.expr) -> bool:
    if isinstance(node, (ast.Set, ast.SetComp)):
        return True
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"set", "frozenset"}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_the_rules_use_only_what_is_equal_everywhere(file):
    assert list(faults(file.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "source",
    ["a ** 2", "2 ** a", "2.0 ** 3", "a **= 2", "round(a)", "hash(a)", "for x in {1, 2}: ...", "[x for x in set(a)]"],
)
def test_each_fault_is_seen(source):
    assert len(list(faults(source))) == 1


def test_a_power_of_written_whole_numbers_is_exact():
    assert list(faults("10**6")) == []
