"""The ways a leader may be made: chances that sum to one."""

from __future__ import annotations

from game.scenario.lint.base import WHOLE, Ground, check, plain

HAIR = 5


@check(WHOLE)
def priors(ground: Ground) -> None:
    for seat in ground.names.seats:
        kinds = [(number, kind) for number, kind in enumerate(ground.scenario.types) if kind.seat == seat]
        total = sum(kind.prior for _, kind in kinds)
        if kinds and abs(total - 1000) > HAIR:
            ground.warn(
                ("types", kinds[0][0], "prior"), f"the priors of {seat}'s types sum to {plain(total / 1000)}, not to 1"
            )
        for number, kind in kinds:
            stress = sum(kind.stress.values())
            if kind.stress and abs(stress - 1000) > HAIR:
                ground.warn(
                    ("types", number, "stress"), f"the stresses of `{kind.id}` sum to {plain(stress / 1000)}, not to 1"
                )
    for name, lens in ground.scenario.lenses.items():
        if not lens.priors:
            continue
        for seat in ground.names.seats:
            kinds_of = [kind for kind in ground.scenario.types if kind.seat == seat]
            if not any(kind.id in lens.priors for kind in kinds_of):
                continue
            total = sum(lens.priors.get(kind.id, kind.prior) for kind in kinds_of)
            if abs(total - 1000) > HAIR:
                ground.warn(
                    ("lenses", name, "priors"),
                    f"under `{name}` the priors of {seat}'s types sum to {plain(total / 1000)}",
                )


@check(WHOLE)
def war_choices(ground: Ground) -> None:
    """A type knows what it does in war, as chances."""
    tables = ground.compilation.draft
    if tables is None or not tables.war.choices:
        return
    for number, kind in enumerate(tables.types):
        total = sum(amount for _, amount in kind.war)
        if not kind.war:
            ground.warn(("types", number), f"`{kind.id}` has no `war:` choices (nor `weights:` in war.yaml)")
        elif abs(total - 1000) > HAIR and len(kind.war) > 1:
            ground.warn(("types", number), f"the war choices of `{kind.id}` sum to {plain(total / 1000)}, not to 1")
