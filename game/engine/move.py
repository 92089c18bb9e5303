"""Moves: what a seat may submit. All names are ids of the scenario, so a journal can be read by a person."""

from __future__ import annotations

from typing import Any, NamedTuple

ACCEPT = "accept"
AMEND = "amend"
ENQUIRE = "enquire"
HOLD = "hold"
ANSWERS = (ACCEPT, AMEND, ENQUIRE, HOLD)


class Term(NamedTuple):
    """A clause as a seat writes it: issue id, level id (or '' to strike it out), secret or not."""

    issue: str
    level: str
    secret: bool = False


class Answer(NamedTuple):
    """An answer to letter number `letter` of the seat's own inbox (from 1)."""

    letter: int
    kind: str
    change: Term | None = None
    """AMEND: the one clause put otherwise. ENQUIRE: the clause asked about."""


class Draft(NamedTuple):
    """A letter to be sent when the order resolves."""

    channel: str
    strength: str
    terms: tuple[Term, ...]
    stress: str = ""
    tone: str = ""
    accord: str = ""


class Ask(NamedTuple):
    """One question to the council: a claim, and the card put to it."""

    seat: int
    phase: str
    claim: str
    card: str


class Order(NamedTuple):
    """Everything a seat signs for one phase. A change names its target level, so sending it twice is harmless."""

    seat: int
    phase: str
    option: str
    riders: tuple[str, ...] = ()
    changes: tuple[tuple[str, int], ...] = ()
    answers: tuple[Answer, ...] = ()
    letters: tuple[Draft, ...] = ()
    probe: str = ""
    accord: str = ""
    reply: str = ""
    """Which of its answers is given to the question that the other side has put."""


class Withdraw(NamedTuple):
    """Take back a signed order while its phase is open."""

    seat: int
    phase: str


class Inject(NamedTuple):
    """A teacher's event: a trigger of the scenario, by id."""

    phase: str
    what: str


Move = Ask | Order | Withdraw | Inject


def to_json(move: Move) -> dict[str, Any]:
    """The move as plain JSON values."""
    match move:
        case Ask():
            return {"move": "ask", "seat": move.seat, "phase": move.phase, "claim": move.claim, "card": move.card}
        case Withdraw():
            return {"move": "withdraw", "seat": move.seat, "phase": move.phase}
        case Inject():
            return {"move": "inject", "phase": move.phase, "what": move.what}
        case Order():
            return {
                "move": "order",
                "seat": move.seat,
                "phase": move.phase,
                "option": move.option,
                "riders": list(move.riders),
                "changes": [list(change) for change in move.changes],
                "answers": [[a.letter, a.kind, list(a.change) if a.change else None] for a in move.answers],
                "letters": [
                    [d.channel, d.strength, [list(t) for t in d.terms], d.stress, d.tone, d.accord]
                    for d in move.letters
                ],
                "probe": move.probe,
                "accord": move.accord,
                **({"reply": move.reply} if move.reply else {}),
            }


def from_json(raw: object) -> Move | None:
    """The move that `to_json` wrote, or None where `raw` is not a move in form."""
    if not isinstance(raw, dict):
        return None
    try:
        return _read(raw)
    except (KeyError, TypeError, ValueError, IndexError):
        return None


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > 200:
        raise TypeError
    return value


def _whole(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) > 10**6:
        raise TypeError
    return value


def _term(raw: list[Any]) -> Term:
    issue, level, secret = raw
    if not isinstance(secret, bool):
        raise TypeError
    return Term(_text(issue), _text(level), secret)


def _read(raw: dict[str, Any]) -> Move | None:
    phase = _text(raw["phase"])
    match raw["move"]:
        case "ask":
            return Ask(_whole(raw["seat"]), phase, _text(raw["claim"]), _text(raw["card"]))
        case "withdraw":
            return Withdraw(_whole(raw["seat"]), phase)
        case "inject":
            return Inject(phase, _text(raw["what"]))
        case "order":
            return Order(
                _whole(raw["seat"]),
                phase,
                _text(raw["option"]),
                tuple(_text(rider) for rider in raw.get("riders", ())),
                tuple((_text(name), _whole(level)) for name, level in raw.get("changes", ())),
                tuple(
                    Answer(_whole(letter), _text(kind), _term(change) if change else None)
                    for letter, kind, change in raw.get("answers", ())
                ),
                tuple(
                    Draft(_text(c), _text(s), tuple(_term(t) for t in terms), _text(st), _text(tone), _text(accord))
                    for c, s, terms, st, tone, accord in raw.get("letters", ())
                ),
                _text(raw.get("probe", "")),
                _text(raw.get("accord", "")),
                _text(raw.get("reply", "")),
            )
    return None
