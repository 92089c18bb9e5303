"""A tally as the JSON that `simulate` writes, and as a table to read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from game.analysis.many import GROUPS, Run
from game.analysis.tally import Counts, Moments, Tally
from game.engine.rulebook import Rulebook


def share(count: int, games: int) -> tuple[float, float, float]:
    """A share, and the ends of its 95 % interval (Wilson)."""
    if games <= 0:
        return 0.0, 0.0, 1.0
    z = 1.96
    p, scale = count / games, 1 + z * z / games
    middle = (p + z * z / (2 * games)) / scale
    half = z * ((p * (1 - p) + z * z / (4 * games)) / games) ** 0.5 / scale
    return p, max(0.0, min(p, middle - half)), min(1.0, max(p, middle + half))


def groups_of(rulebook: Rulebook) -> tuple[str, ...]:
    """The groups of endings in their order: the six of the design, then any other that the scenario has."""
    named = [ending.group for ending in rulebook.tables.endings]
    return (*GROUPS, *sorted(frozenset(named) - frozenset(GROUPS)))


def as_json(rulebook: Rulebook, run: Run, tally: Tally, digest: str = "") -> dict[str, Any]:
    """Everything counted, as plain values."""
    tables = rulebook.tables
    games = max(1, tally.games)
    return {
        "scenario": tables.id,
        "rulebook": digest,
        "seed": run.seed,
        "pace": run.options.pace or tables.paces[0].id,
        "lens": run.options.lens or (tables.lenses[0].id if tables.lenses else ""),
        "minds": {seat: run.minds[number].name for number, seat in enumerate(tables.seats)},
        "games": tally.games,
        "endings": {group: tally.groups[group] for group in groups_of(rulebook)},
        "kinds": {ending.id: tally.kinds[ending.id] for ending in tables.endings},
        "worth": {seat: _points(tally, seat) for seat in tables.seats},
        "worth_95": {seat: round(tally.worth.get(seat, Moments()).error / 1000, 3) for seat in tables.seats},
        "types": {seat: _types(rulebook, tally, number) for number, seat in enumerate(tables.seats)},
        "incidents": {incident.id: tally.incidents[incident.id] for incident in tables.incidents},
        "links": {rule.id: tally.links[rule.id] for rule in tables.triggers if rule.kind == "link"},
        "bites": {link: tally.bites[link] for link in sorted({rule.link for rule in tables.triggers if rule.link})},
        "triggers": {rule.id: tally.triggers[rule.id] for rule in tables.triggers if rule.kind != "link"},
        "options": _every_option(rulebook, tally.options),
        "events": dict(sorted(tally.events.items())),
        "causes": dict(sorted(tally.causes.items())),
        "wars": tally.wars,
        "turns": round(tally.turns / games, 3),
        "phases": round(tally.phases / games, 3),
        "questions": round(tally.asks / games, 3),
    }


def _points(tally: Tally, name: str) -> float:
    return round(tally.worth.get(name, Moments()).mean / 1000, 3)


def _types(rulebook: Rulebook, tally: Tally, seat: int) -> dict[str, Any]:
    out = {}
    for kind in rulebook.types[seat]:
        name = f"{rulebook.seats[seat]}.{kind.id}"
        endings = {group: tally.types[f"{name}.{group}"] for group in groups_of(rulebook)}
        out[kind.id] = {"games": tally.types[name], "worth": _points(tally, name), "endings": endings}
    return out


def _every_option(rulebook: Rulebook, used: Counts) -> dict[str, int]:
    """How often each option was signed, those never signed among them."""
    out: dict[str, int] = {}
    for decision in rulebook.tables.decisions:
        for option in decision.options:
            name = f"{rulebook.seats[decision.seat]}.{decision.id}.{option.id}"
            out[name] = used[name]
    return out | {name: count for name, count in sorted(used.items()) if name not in out}


def as_text(rulebook: Rulebook, run: Run, tally: Tally) -> str:
    """The table for a reader, with 95 % intervals."""
    tables = rulebook.tables
    games = tally.games
    sides = ", ".join(f"{seat} {run.minds[number].name}" for number, seat in enumerate(tables.seats))
    lines = [f"{games} games of {tables.id} (seed {run.seed}): {sides}", ""]
    lines += _shares("How they ended", ((group, tally.groups[group]) for group in groups_of(rulebook)), games)
    lines += _shares("Endings", ((end.id, tally.kinds[end.id]) for end in tables.endings), games)
    lines += [_head("Worth to each seat", "mean", "95 %")]
    for name, moments in sorted(tally.worth.items(), key=lambda item: (item[0].partition(".")[0], item[0])):
        low, high = (moments.mean - moments.error) / 1000, (moments.mean + moments.error) / 1000
        lines.append(f"  {name:<34}{moments.mean / 1000:>9.1f}   {low:>6.1f} to {high:.1f}   ({moments.number} games)")
    lines += ["", _head("Incidents", "a game", "")]
    for incident in tables.incidents:
        lines.append(f"  {incident.id:<34}{tally.incidents[incident.id] / max(1, games):>9.2f}")
    lines.append("")
    bitten = ((rule.id, tally.links[rule.id]) for rule in tables.triggers if rule.kind == "link")
    lines += _shares("Links that bit", bitten, games)
    lines += [_head("In the course of play", "a game", "")]
    for name, count in sorted(tally.events.items()):
        lines.append(f"  {name:<34}{count / max(1, games):>9.2f}")
    lines.append(f"  {'games with a strike':<34}{tally.wars / max(1, games):>9.2f}")
    lines.append(f"  {'turns':<34}{tally.turns / max(1, games):>9.2f}")
    lines += ["", _head("Orders signed", "times", "of that decision")]
    every = _every_option(rulebook, tally.options)
    totals: dict[str, int] = {}
    for name, count in every.items():
        decision = name.rpartition(".")[0]
        totals[decision] = totals.get(decision, 0) + count
    for name, count in every.items():
        of = totals[name.rpartition(".")[0]]
        lines.append(f"  {name:<44}{count:>7}   {100 * count / of if of else 0:>5.1f} %")
    return "\n".join(lines) + "\n"


def _head(title: str, one: str, two: str) -> str:
    return f"{title:<36}{one:>9}   {two}".rstrip()


def _shares(title: str, counts: Iterable[tuple[str, int]], games: int) -> list[str]:
    rows = []
    for name, count in counts:
        p, low, high = share(count, games)
        rows.append(f"  {name:<34}{100 * p:>7.1f} %   {100 * low:>5.1f} to {100 * high:.1f}")
    return [_head(title, "share", "95 %"), *rows, ""] if rows else []
