"""How likely an act of some hardness is from each type of leader: a normal law by our own arithmetic.

`math.exp` differs in its last digit between machines; a series of correctly rounded operations does not.
"""

from __future__ import annotations

from collections.abc import Callable

from game.engine.compile import function

Bayes = Callable[[tuple[int, ...], tuple[int, ...]], tuple[int, ...]]
SOFTEST, HARDEST, GRAIN = -2000, 2000, 100


def exp(x: float) -> float:
    """e to the power x for -40 <= x <= 0, by halving and the series."""
    halvings = 0
    while x < -0.5:
        x *= 0.5
        halvings += 1
    term = total = 1.0
    for n in range(1, 14):
        term = term * x / n
        total += term
    for _ in range(halvings):
        total *= total
    return total


def likelihoods(means: tuple[int, ...], spread: int) -> tuple[tuple[int, ...], ...]:
    """[hardness step][type]: likelihood in millionths of the most likely; hardness from -2 to 2 in tenths."""
    rows = []
    for hardness in range(SOFTEST, HARDEST + 1, GRAIN):
        row = []
        for mean in means:
            z = (hardness - mean) / spread
            row.append(max(1, int(exp(-0.5 * z * z) * 1_000_000)))
        rows.append(tuple(row))
    return tuple(rows)


def row_of(hardness: int) -> int:
    """The row of `likelihoods` for a hardness in thousandths."""
    if hardness <= SOFTEST:
        return 0
    return ((HARDEST if hardness > HARDEST else hardness) - SOFTEST + GRAIN // 2) // GRAIN


def bayes(count: int, floor: int) -> Bayes:
    """Belief and likelihoods of `count` kinds to belief, in millionths; none below `floor`, and they sum to one."""
    places = range(count)
    lines = [f"{''.join(f'b{at},' for at in places)}=belief", f"{''.join(f'w{at},' for at in places)}=weights"]
    lines += [f"p{at}=b{at}*w{at}//1000 or 1" for at in places]
    lines.append(f"t={'+'.join(f'p{at}' for at in places)}")
    for at in places:
        lines += [f"p{at}=p{at}*1000000//t", f"if p{at}<{floor}: p{at}={floor}"]
    lines.append(f"t={'+'.join(f'p{at}' for at in places)}")
    lines.append(f"return ({''.join(f'p{at}*1000000//t,' for at in places)})")
    return function("bayes", "belief,weights", lines)  # type: ignore[no-any-return]
