"""The space a seat may choose from: options, limits, refusals. It never lists combinations."""

from __future__ import annotations

from typing import NamedTuple

from game.engine import legality, question, sheet, writing
from game.engine.choice import Choice
from game.engine.knowledge import PUBLIC, Knowledge
from game.engine.lines import Line
from game.engine.move import ACCEPT, AMEND, ENQUIRE, HOLD
from game.engine.rulebook import Rulebook
from game.engine.state import LAST, WAR

ANSWERABLE, HOLDABLE = (ACCEPT, AMEND, ENQUIRE, HOLD), (HOLD,)


class Choices(NamedTuple):
    phase: str
    stage: str
    owed: bool
    signed: bool
    questions: int
    claims: tuple[str, ...]
    cards: tuple[str, ...]
    options: tuple[Choice, ...]
    riders: tuple[Choice, ...]
    most_riders: int
    changes: tuple[Choice, ...]
    most_changes: int
    answers: tuple[tuple[int, tuple[str, ...]], ...]
    channels: tuple[Choice, ...]
    probes: tuple[Choice, ...]
    accords: tuple[Choice, ...]
    replies: tuple[Choice, ...] = ()
    """What may be said to the question that the other side has put."""


def choices(rulebook: Rulebook, view: Knowledge) -> Choices:
    """What the viewer may do now, from what he knows."""
    seat = view.viewer
    phase, stage = view.phase, view.stage
    if seat == PUBLIC or not view.owed[seat] or view.over:
        signed = seat != PUBLIC and view.signed[seat]
        return Choices(phase, stage, False, signed, 0, (), (), (), (), 0, (), 0, (), (), (), ())
    signed = view.signed[seat]
    if stage == LAST:
        calls = tuple([Choice(name, f"last.{name}", None) for name in legality.LAST_CHOICES])
        return Choices(phase, stage, True, signed, 0, (), (), calls, (), 0, (), 0, (), (), (), ())
    lines = rulebook.lines[seat]
    answers = tuple(
        [(number, ANSWERABLE if letter.clauses else HOLDABLE) for number, letter in writing.live_letters(view)]
    )
    channels = _lines(rulebook, view, lines.channels)
    if stage == WAR:
        channels = tuple([choice for choice in channels if lines.channels[choice.id].public])
        war = tuple([Choice(one.id, f"war.{one.id}", None) for one in rulebook.tables.war.choices if one.seat == seat])
        return Choices(phase, stage, True, signed, 0, (), (), war, (), 0, (), 0, answers, channels, (), ())
    council = rulebook.tables.council
    claims, cards, questions, _ = view.dossier
    found = sheet.sheet_of(rulebook, view)
    exact = view.exact
    options = tuple(
        [
            choice if act.requires is None or act.requires(exact)
            else choice.shut(sheet.act_refusal(rulebook, view, act))
            for choice, act in zip(found.choices, found.acts, strict=True)
        ]
    )  # fmt: skip
    riders = tuple(
        [
            listed.choice if listed.act.requires is None or listed.act.requires(exact)
            else listed.choice.shut(sheet.rider_refusal(rulebook, view, listed.act.id, ""))
            for listed in found.riders.values() if listed.unlisted < 0 or exact[listed.unlisted]
        ]
    )  # fmt: skip
    probes = [
        choice.shut(sheet.probe_refusal(rulebook, view, choice.id)) if choice.refusal is None else choice
        for choice in _lines(rulebook, view, lines.probes)
    ]
    replies = tuple([Choice(reply, f"probe.{view.question}", None) for reply in question.replies(rulebook, view)])
    return Choices(
        phase, stage, True, signed, questions,
        tuple([council.claims[number].id for number in claims]),
        tuple([council.cards[number].id for number, _ in cards]),
        options, riders, sheet.pace_of(rulebook, view).riders,
        _changes(rulebook, view), sheet.most_changes(rulebook, view),
        answers, channels, tuple(probes), _lines(rulebook, view, lines.accords), replies,
    )  # fmt: skip


def _lines(rulebook: Rulebook, view: Knowledge, lines: dict[str, Line]) -> tuple[Choice, ...]:
    out = []
    for line in lines.values():
        closed = sheet.line_refusal(rulebook, view, line)
        out.append(line.choice if closed is None else line.shut)
    return tuple(out)


def _changes(rulebook: Rulebook, view: Knowledge) -> tuple[Choice, ...]:
    exact = view.exact
    out = []
    for line in rulebook.lines[view.viewer].standing.values():
        if line.unlisted >= 0 and not exact[line.unlisted]:
            continue
        now = exact[line.at] // 1000
        for choice in line.choices:
            if choice.level != now:
                closed = sheet.level_refusal(rulebook, view, line, choice.level)
                if closed is line.one_step:
                    out.append(line.far[choice.level])
                else:
                    out.append(choice if closed is None else choice.shut(closed))
    return tuple(out)
