"""The facts that the engine keeps itself, by name: who sees each, and where it starts.

They stand in the same vector as dials and flags, so any rule may read them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.engine.tables import Register

BOTH = ("exact", "exact", "exact")
SEATS = ("exact", "exact", "hidden")
NOBODY = ("hidden", "hidden", "hidden")
MOST = 10_000_000


def _own(seat: int) -> tuple[str, str, str]:
    return ("exact", "hidden", "hidden") if seat == 0 else ("hidden", "exact", "hidden")


def _fact(name: str, sees: tuple[str, str, str], start: int = 0, low: int = 0, owner: int = -1) -> Register:
    return Register(name, "fact", low, MOST, start, sees, 0, owner)


def engine_registers(
    *,
    seats: Sequence[str],
    options: Iterable[tuple[int, str, bool]],
    incidents: Iterable[tuple[str, tuple[bool, bool, bool]]],
    strikes: Iterable[str],
    circumstances: Iterable[str],
    accords: Iterable[str],
    channels: Iterable[str],
    issues: Iterable[str],
    endings: Iterable[str],
    ledgered: Iterable[str],
) -> tuple[Register, ...]:
    """Every engine-kept register of a scenario, in a fixed order; `options` are (seat, id, known to the other)."""
    out = [
        _fact("date", BOTH),
        _fact("days", BOTH),
        _fact("turn", BOTH),
        _fact("war", BOTH),
        _fact("now.strike", BOTH),
        _fact("incidents", SEATS),
        _fact("danger_run", NOBODY),
        _fact("deal", BOTH),
        _fact("deal.by", SEATS, -1000, -1000),
        _fact("deal.public", BOTH),
        _fact("reopened", BOTH),
    ]
    for seat, name in enumerate(seats):
        out += [
            _fact(f"{name}.type", _own(seat), owner=seat),
            _fact(f"{name}.cabinet", NOBODY, owner=seat),
            _fact(f"{name}.deadline", SEATS, owner=seat),
            _fact(f"test.{name}", SEATS, owner=seat),
            _fact(f"unanswered.{name}", _own(seat), owner=seat),
            _fact(f"open.{name}", _own(seat), owner=seat),
            _fact(f"probes.{name}", _own(seat), owner=seat),
        ]
    issue_ids = tuple(issues)
    for issue in issue_ids:
        out += [
            _fact(f"deal.{issue}", SEATS, -1000, -1000),
            _fact(f"deal.{issue}.secret", SEATS),
            _fact(f"leaked.{issue}", BOTH),
        ]
        for seat, name in enumerate(seats):
            out += [
                _fact(f"ask.{name}.{issue}", _own(seat), -1000, -1000, seat),
                _fact(f"heard.{name}.{issue}", _own(1 - seat), -1000, -1000, 1 - seat),
                _fact(f"mark.{name}.{issue}", SEATS, owner=seat),
            ]
    seen: set[str] = set()
    for seat, option, known in options:
        other = "exact" if known else "hidden"
        sees = ("exact", other, "hidden") if seat == 0 else (other, "exact", "hidden")
        for prefix in ("did", "now"):
            name = f"{prefix}.{seats[seat]}.{option}"
            if name not in seen:
                seen.add(name)
                out.append(_fact(name, sees, owner=seat))
    for incident, knows in incidents:
        sees = ("exact" if knows[0] else "hidden", "exact" if knows[1] else "hidden", "exact" if knows[2] else "hidden")
        out += [_fact(f"incident.{incident}", sees), _fact(f"now.incident.{incident}", sees)]
    out += [_fact(f"strike.{strike}", BOTH) for strike in strikes]
    out += [_fact(f"circumstance.{name}", NOBODY) for name in circumstances]
    out += [_fact(f"accord.{name}", SEATS) for name in accords]
    out += [_fact(f"recent.{name}", SEATS) for name in channels]
    out += [_fact(f"ending.{name}", BOTH) for name in endings]
    for dial in ledgered:
        for seat, name in enumerate(seats):
            out.append(Register(f"share.{name}.{dial}", "share", 0, MOST, 0, NOBODY, 0, seat))
    return tuple(out)
