"""Every screen, both rooms, two sizes, as it was when somebody looked at it."""

from __future__ import annotations

import pytest

from tests.desktop import golden_pictures as golden


def test_every_screen_is_drawn_as_it_was_looked_at():
    known = golden.digests().get(golden.edition())
    seen, wrong = set(), []
    for name, surface in golden.drawn():
        seen.add(name)
        if known is not None and name in known:
            if golden.digest(surface) != known[name]:
                wrong.append(f"{name}: other pixels, off by {golden.off(surface, golden.kept(name))}")
        elif not (golden.FOLDER / f"{name}.png").is_file():
            wrong.append(f"{name}: has no picture")
        else:
            cell, whole = golden.off(surface, golden.kept(name))
            if cell > golden.CELL or whole > golden.WHOLE:
                wrong.append(f"{name}: off by {cell} in a cell, {whole} as a whole")
    wrong += [f"{path.stem}: no screen" for path in golden.FOLDER.glob("*.png") if path.stem not in seen]
    assert not wrong, "look at them, then: python -m tests.desktop.golden_pictures\n" + "\n".join(wrong)


@pytest.mark.parametrize(("one", "other"), [("desk-1-720", "desk-2-720"), ("order-1-720", "order-chosen-1-720")])
def test_the_tolerance_tells_one_screen_from_another(one, other):
    cell, _whole = golden.off(golden.kept(one), golden.kept(other))
    assert cell > golden.CELL


def test_the_pictures_are_small():
    sizes = {path.name: path.stat().st_size for path in golden.FOLDER.glob("*.png")}
    assert max(sizes.values()) < golden.MOST
    assert sum(sizes.values()) < 5_000_000  # 163 of them, each with as many shades as its own limit leaves room for
