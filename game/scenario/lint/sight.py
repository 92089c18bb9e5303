"""What a seat may sign, and what a doctrine of it accepts, hang on what it sees exactly."""

from __future__ import annotations

from game.scenario.lint.base import SOUND, Ground, check


@check(SOUND)
def hidden(ground: Ground) -> None:
    """A `requires` that reads what its seat does not see exactly would tell it by being closed."""
    seats = ground.names.seats
    for reading in ground.trees("requires", "variant", "accepts"):
        if reading.seat is None:
            continue
        for name in ground.reads(reading.tree):
            seen = ground.names.registers[name].sees[reading.seat]
            if seen != "exact":
                how = "does not see" if seen == "hidden" else "sees only as an estimate"
                sentence = f"`{reading.owner}` depends on `{name}`, which {seats[reading.seat]} {how}"
                ground.say("warning" if reading.role == "variant" else "error", reading.path, sentence)


@check(SOUND)
def ladder(ground: Ground) -> None:
    """The ladder is read by everyone, so it stands on what both seats see."""
    for reading in ground.trees("rung"):
        for name in ground.reads(reading.tree):
            if "hidden" in ground.names.registers[name].sees[:2]:
                ground.warn(
                    reading.path, f"the rung `{reading.owner}` reads `{name}`, which one of the seats does not see"
                )


@check(SOUND)
def public(ground: Ground) -> None:
    """What the papers print, they could know."""
    for reading in ground.trees("public"):
        for name in ground.reads(reading.tree):
            register = ground.names.registers[name]
            if register.kind in ("dial", "flag") and register.sees[2] == "hidden":
                ground.note(reading.path, f"this headline reads `{name}`, which the public does not see")


@check(SOUND)
def unobserved(ground: Ground) -> None:
    """An estimate needs a rule that says how good it is."""
    ruled = set()
    for number, rule in enumerate(ground.scenario.observation):
        for seat in (0, 1) if rule.each else (0, 1) if not rule.seat else (ground.names.seats.index(rule.seat),):
            name = ground.resolver.register(rule.dial, ("observation", number, "dial"), seat)
            ruled.add((seat, name))
    for name, register in ground.names.registers.items():
        if register.kind not in ("dial", "flag"):
            continue
        top = "dials" if register.kind == "dial" else "flags"
        for seat in range(2):
            if register.sees[seat] == "estimate" and (seat, name) not in ruled:
                viewer = ground.names.seats[seat]
                short = name.rpartition(".")[2]
                ground.warn((top, short), f"no `observation` says how well {viewer} knows `{name}`", key=True)
