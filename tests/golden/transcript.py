"""A recorded game as text for a person: each phase, what each seat saw, could do and did, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import wrap

from game.engine.api import (
    PUBLIC,
    Ask,
    Move,
    Options,
    Order,
    Refusal,
    Rulebook,
    State,
    View,
    begin,
    choices,
    digest,
    outcome,
    play,
    view,
)  # fmt: skip
from game.engine.report import Report
from game.negotiation.letter import Letter
from game.scenario.texts import Texts

QUIET = ("moved", "tests", "sent")


class Game:
    """A game to be told: the seed, how it began, and every move in order."""

    def __init__(self, name: str, about: str, seed: int, options: Options, moves: Iterable[Move]) -> None:
        self.name, self.about, self.seed, self.options, self.moves = name, about, seed, options, tuple(moves)


def told(rulebook: Rulebook, texts: Texts, game: Game) -> str:
    """The whole transcript."""
    return "\n".join(line.rstrip() for line in _lines(rulebook, texts, game)) + "\n"


def _lines(rulebook: Rulebook, texts: Texts, game: Game) -> Iterator[str]:
    state = begin(rulebook, game.seed, game.options)
    pace = rulebook.tables.paces[state.pace].id
    yield f"{game.name}"
    yield from wrap(game.about, 110)
    kinds = [rulebook.types[seat][view(state, seat).own_type].id for seat in range(2)]
    yield f"seed {game.seed}, pace {pace}, hidden types: {', '.join(kinds)}"
    shown: list[View | None] = [None, None]
    phase = ""
    for move in game.moves:
        now = view(state, 0).phase
        if now != phase:
            phase = now
            yield ""
            yield f"== {phase} " + "=" * max(3, 100 - len(phase))
            for seat in range(2):
                seen = view(state, seat)
                if seen.owed[seat]:
                    yield from _seat(rulebook, texts, seen, shown[seat])
                    shown[seat] = seen
        before = {viewer: len(view(state, viewer).reports) for viewer in (0, 1, PUBLIC)}
        step = play(rulebook, state, move)
        assert not isinstance(step, Refusal), f"{game.name}: {move}: {step}"
        yield from _move(rulebook, move)
        state = step.state
        yield from _news(rulebook, texts, state, before)
    yield ""
    yield from _ending(rulebook, state)


def _seat(rulebook: Rulebook, texts: Texts, seen: View, last: View | None) -> Iterator[str]:
    seat = seen.viewer
    yield f"-- {rulebook.seats[seat]} sees"
    dials = []
    for number, register in enumerate(rulebook.tables.registers):
        if register.kind not in ("dial", "flag") or register.sees[seat] != "exact":
            continue
        value = seen.exact[number]
        if last is None and value == register.start:
            continue
        if last is not None and value == last.exact[number]:
            continue
        dials.append(f"{register.name} {value / 1000:g}")
    for place, number in enumerate(rulebook.estimated[seat]):
        low, likely, high, as_of = seen.estimates[place]
        if last is None or last.estimates[place] != seen.estimates[place]:
            name = rulebook.names[number]
            dials.append(f"{name} ~{likely / 1000:g} ({low / 1000:g} to {high / 1000:g}, seen on turn {as_of})")
    yield from _wrapped("changed: " + "; ".join(dials or ["nothing"]))
    for number, letter in enumerate(seen.inbox, 1):
        if letter.status in ("open", "held"):
            yield from _wrapped(f"letter {number}: {_letter(rulebook, letter)}")
    space = choices(rulebook, seen)
    options = [
        choice.id + (f" (closed: {choice.refusal.reason})" if choice.refusal else "") for choice in space.options
    ]
    yield from _wrapped("may order: " + ", ".join(options))
    if space.claims:
        yield from _wrapped(
            f"council: {len(space.claims)} claims, {len(space.cards)} cards, {space.questions} question(s)"
        )


def _letter(rulebook: Rulebook, letter: Letter) -> str:
    negotiation = rulebook.tables.negotiation
    channel = negotiation.channels[letter.channel].id
    clauses = ", ".join(
        f"{negotiation.issues[clause.issue].id} {negotiation.issues[clause.issue].levels[clause.level]}"
        + (" in secret" if clause.secret else "")
        for clause in letter.clauses
    )
    return f"{letter.strength} by {channel}: {clauses or 'no clause'}"


def _wrapped(text: str) -> Iterator[str]:
    for number, line in enumerate(wrap(text, 106)):
        yield ("   " if number == 0 else "      ") + line


def _move(rulebook: Rulebook, move: Move) -> Iterator[str]:
    match move:
        case Ask():
            yield f"-> {rulebook.seats[move.seat]} asks: {move.claim} x {move.card}"
        case Order():
            parts = [move.option]
            parts += [f"rider {rider}" for rider in move.riders]
            parts += [f"{name} to {level}" for name, level in move.changes]
            parts += [f"{answer.kind} letter {answer.letter}" for answer in move.answers]
            for draft in move.letters:
                terms = ", ".join(f"{t.issue} {t.level}" + (" in secret" if t.secret else "") for t in draft.terms)
                parts.append(f"{draft.strength} by {draft.channel} [{terms}]")
            parts += [f"probe {move.probe}"] if move.probe else []
            parts += [f"accord {move.accord}"] if move.accord else []
            parts += [f"says {move.reply}"] if move.reply else []
            for number, line in enumerate(wrap(f"{rulebook.seats[move.seat]} signs: " + "; ".join(parts), 106)):
                yield ("-> " if number == 0 else "      ") + line
        case _:
            yield f"-> {move}"


def _news(rulebook: Rulebook, texts: Texts, state: State, before: dict[int, int]) -> Iterator[str]:
    for viewer in (0, 1, PUBLIC):
        fresh = view(state, viewer).reports[before[viewer] :]
        told_ = [_report(rulebook, texts, report) for report in fresh if report.kind not in QUIET]
        if told_:
            name = rulebook.seats[viewer] if viewer < 2 else "the public"
            yield from _wrapped(f"{name} learns: " + "; ".join(told_))


def _report(rulebook: Rulebook, texts: Texts, report: Report) -> str:
    values = ", ".join(f"{name} {value}" for name, value in report.values if name not in ("kind", "hardness", "source"))
    subject = report.subject
    if report.kind == "because":
        return f"because: {texts.get(subject, subject)}"
    return f"{report.kind} {subject}" + (f" ({values})" if values else "")


def _ending(rulebook: Rulebook, state: State) -> Iterator[str]:
    end = outcome(state)
    assert end is not None
    issues = rulebook.tables.negotiation.issues
    deal = ", ".join(
        f"{issues[clause.issue].id} {issues[clause.issue].levels[clause.level]}"
        + (" in secret" if clause.secret else "")
        for clause in end.deal
    )
    yield f"== the end: {end.ending} ({end.group}), by {end.cause}, on {end.turn}"
    if deal:
        yield from _wrapped(f"agreed: {deal}")
    danger = 1 - state.survival / 1_000_000_000
    yield f"   danger run: {danger:.4f}; state {digest(state)}"
