"""The README's note on how the odds were set, made from `balance.json`. `python -m tests.proof.teachers` writes it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

README = Path(__file__).resolve().parent.parent.parent / "README.md"
BALANCE = Path(__file__).parent / "balance.json"
START, END = "<!-- from tests/proof/balance.json -->\n", "<!-- end -->"

MAIN = (
    "settles_full", "war_full", "reckless_war", "careful_war", "random_war", "incidents",
    "line_defender", "line_trader", "line_gambler", "mix_washington", "mix_moscow",
    "used_washington", "used_moscow", "reader_washington", "reader_moscow", "danger_washington", "danger_moscow",
)  # fmt: skip
"""The targets that a teacher is told of."""
SHARES = frozenset({"ending", "pace", "mix", "most_used", "line", "danger"})
"""Measures that are shares, told in percent."""


def found() -> dict[str, Any]:
    """The last study that `make proof` made."""
    return dict(json.loads(BALANCE.read_text(encoding="utf-8")))


def block(told: dict[str, Any]) -> str:
    """The note's table: what is wanted, what was measured, and whether that holds."""
    games = told["study"]["games"]
    lines = [
        f"Measured with {games['forced']} games for each pair of types and forced option, {games['other']} for every",
        f"other row (`{told['command']}`; rules {told['study']['rulebook'][:8]}); in brackets the 95 % interval.",
        "",
        "| | measured | wanted | |",
        "|---|---|---|---|",
    ]
    targets = {one["id"]: one for one in told["study"]["targets"]}
    lines += [_row(targets[name]) for name in MAIN]
    held = sum(one["verdict"] == "holds" for one in told["study"]["targets"])
    lines += ["", f"Of all {len(targets)} targets {held} hold; `october balance october-1962` prints every one."]
    return "\n".join(lines) + "\n"


def _row(one: dict[str, Any]) -> str:
    if one["value"] is None:
        return f"| {one['text']} | - | {_wanted(one)} | {one['verdict']} |"
    scale, unit, places = (100, " %", 1) if _share(one) else (1, "", 1)
    value, low, high = (f"{scale * one[part]:.{places}f}" for part in ("value", "low", "high"))
    return f"| {one['text']} | {value}{unit} ({low} to {high}) | {_wanted(one)} | {one['verdict']} |"


def _share(one: dict[str, Any]) -> bool:
    return one["measure"].split(".")[0] in SHARES


def _wanted(one: dict[str, Any]) -> str:
    scale, unit = (100, " %") if _share(one) else (1, "")
    low, high = (None if one[end] is None else f"{scale * one[end]:g}" for end in ("at_least", "at_most"))
    if low is not None and high is not None:
        return f"{low} to {high}{unit}"
    return f"{low}{unit} or more" if low is not None else f"{high}{unit} or less"


def written() -> str:
    """The block as it stands in the README."""
    text = README.read_text(encoding="utf-8")
    match = re.search(re.escape(START) + "(.*?)" + re.escape(END), text, re.DOTALL)
    assert match is not None, f"the README has no block between {START.strip()} and {END}"
    return match.group(1)


def write() -> None:
    """Bring the README in agreement with the study."""
    text = README.read_text(encoding="utf-8")
    before, _, rest = text.partition(START)
    _, _, after = rest.partition(END)
    README.write_text(before + START + block(found()) + END + after, encoding="utf-8")


if __name__ == "__main__":
    write()
