"""A sheet with a heading and a rule, and whatever stands below: what most papers on this desk are."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.desktop import lay
from game.desktop.ui import Ui
from game.desktop.widget import Widget

Parts = Sequence[Widget | float]


def headed(
    ui: Ui,
    title: str,
    below: Callable[[float], Parts],
    width: float,
    height: float | None,
    id: str,
    kind: str = "plain",
    tilt: float = 0.0,
    padding: tuple[float, float] = (32, 28),
    role: str = "screen_heading",
    gap: float = 2.0,
    above: Callable[[float], Parts] | None = None,
    fill: str = "paper",
    lifted: bool = False,
    shrink: bool = False,
) -> Widget:
    """`below` gives what stands under the rule, to the width that is left; `above` what stands over the heading."""
    inner = width - 2 * padding[0]
    parts: list[Widget | float] = [
        *(above(inner) if above is not None else ()),
        lay.heading(ui, title, inner, role),
        lay.rule(ui, inner, "ink", 2, 4, gap),
        *below(inner),
    ]
    return written(ui, parts, width, height, id, title, kind, tilt, padding, fill, lifted, shrink)


def written(
    ui: Ui,
    parts: Parts,
    width: float,
    height: float | None,
    id: str,
    label: str,
    kind: str = "plain",
    tilt: float = 0.0,
    padding: tuple[float, float] = (40, 40),
    fill: str = "paper",
    lifted: bool = False,
    shrink: bool = False,
) -> Widget:
    """A sheet with these parts below one another, as wide as its padding leaves them."""
    inner = lay.column(parts, width - 2 * padding[0])
    return lay.sheet(ui, inner, width, height, kind, tilt, fill, padding, lifted, id, label, shrink)
