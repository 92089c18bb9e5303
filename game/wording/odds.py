"""Chances in words, one vocabulary for the whole program: `about 1 in 40`, never a bare decimal."""

from __future__ import annotations

from game.wording.catalogue import _, grouped

SMALLEST = 1 / 3000
"""Below this the program says that there is next to no chance."""

SUREST = 0.97
"""Above this it says that there is hardly any doubt."""

FRACTIONS = (
    (19, 20), (9, 10), (4, 5), (3, 4), (2, 3), (3, 5), (1, 2), (2, 5), (1, 3), (1, 4), (1, 5), (1, 6), (1, 7), (1, 8),
    (1, 9), (1, 10), (1, 12), (1, 15), (1, 20), (1, 25), (1, 30), (1, 40), (1, 50), (1, 60), (1, 80), (1, 100),
    (1, 120), (1, 150), (1, 200), (1, 250), (1, 300), (1, 400), (1, 500), (1, 750), (1, 1000), (1, 1500), (1, 2000),
    (1, 2500),
)  # fmt: skip


def fraction(chance: float) -> tuple[int, int]:
    """The pair (n, m) nearest to a chance, measured as odds."""

    def apart(pair: tuple[int, int]) -> float:
        part = pair[0] / pair[1]
        ratio = max(chance, 1e-9) * (1 - part) / (part * max(1 - chance, 1e-9))
        return max(ratio, 1 / ratio)

    return min(FRACTIONS, key=apart)


def bare(chance: float) -> str:
    """`1 in 40`, `next to nothing`, `near certainty`."""
    if chance < SMALLEST:
        return _("next to nothing")
    if chance > SUREST:
        return _("near certainty")
    top, bottom = fraction(chance)
    return _("{top} in {bottom}", top=top, bottom=grouped(bottom))


def about(chance: float) -> str:
    """One chance: `about 1 in 40`."""
    if chance < SMALLEST:
        return _("next to no chance")
    if chance > SUREST:
        return _("almost certain")
    return _("about {odds}", odds=bare(chance))


def between(low: float, high: float) -> str:
    """A range of chances: `between 1 in 90 and 1 in 40`."""
    low, high = max(0.0, low), min(1.0, high)
    if bare(low) == bare(high):
        return about(high)
    if low < SMALLEST:
        return _("at most {odds}", odds=bare(high))
    return _("between {low} and {high}", low=bare(low), high=bare(high))


def shorter(low: float, high: float) -> tuple[str, ...]:
    """A range in fewer words: `1 in 90 to 1 in 40`; none where it is short already."""
    low, high = max(0.0, low), min(1.0, high)
    if bare(low) == bare(high) or low < SMALLEST:
        return ()
    return (_("{low} to {high}", low=bare(low), high=bare(high)),)


def less(low: float, high: float) -> tuple[str, ...]:
    """What an order adds to a chance, in fewer words; none where it is short already, or may go either way."""
    if max(abs(low), abs(high)) < SMALLEST:
        return ()
    if low >= 0 or low > -SMALLEST:
        return tuple(_("adds {odds}", odds=one) for one in shorter(max(low, 0.0), high))
    if high <= 0 or high < SMALLEST:
        return tuple(_("takes away {odds}", odds=one) for one in shorter(max(-high, 0.0), -low))
    return ()


def briefly(low: float, high: float) -> str:
    """What an order adds to a chance, in one figure where it has two: the worst of it, or the least it saves."""
    full = added(low, high)
    if max(abs(low), abs(high)) < SMALLEST:
        return _("adds nothing")
    if bare(abs(low)) == bare(abs(high)) or (len(full) >= BRIEF and high > 0):
        return _("adds {odds}", odds=bare(high)) if high > 0 else _("takes away {odds}", odds=bare(-low))
    if len(full) >= BRIEF and -high >= SMALLEST:
        return _("takes away {odds}", odds=bare(-high))
    return full


BRIEF = 26
"""Letters in what counts as brief."""


def added(low: float, high: float) -> str:
    """What an order adds to a chance, which may be less than nothing."""
    if max(abs(low), abs(high)) < SMALLEST:
        return _("changes nothing that can be counted")
    if low >= 0 or low > -SMALLEST:
        return _("adds {odds}", odds=between(max(low, 0.0), high))
    if high <= 0 or high < SMALLEST:
        return _("takes away {odds}", odds=between(max(-high, 0.0), -low))
    return _("may take away {low} or add {high}", low=bare(-low), high=bare(high))


def dots(low: float, high: float, of: int = 100) -> tuple[int, int]:
    """How many of a hundred dots are filled (at least) and how many ringed (perhaps)."""
    full = int(max(0.0, low) * of)
    most = min(of, int(max(0.0, high) * of + 0.999))
    return full, max(0, most - full)
